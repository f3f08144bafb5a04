// Leaving a sensitive page fast: by its link, by three times Shift; and with "back"
// nobody comes to it again.

import { languages } from '../site/kinds.js'
import { address } from '../site/places.js'
import { expect, test } from '../site/test.js'

const sensitive = 'services/s-7q2m/'

for (const language of languages) {
  test(`the page is blank at once in ${language}`, async ({ page, watch }) => {
    watch.allowed.push('leaves the site')
    await page.route(/turkmenistan\.gov\.tm/, (route) => route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }))
    await page.goto(`${language}/`)
    await page.goto(`${language}/${sensitive}`)
    await expect(page.locator('.exit-keys')).toBeVisible()
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift')
    await expect(page).toHaveTitle('elsewhere')
    await page.goBack()
    await expect(page).toHaveURL(`${address()}${language}/`)
    await page.goto(`${language}/${sensitive}`)
    await page.locator('.exit > a').click()
    await expect(page).toHaveTitle('elsewhere')
    await page.goBack()
    await expect(page).toHaveURL(`${address()}${language}/`)
  })

  test(`a way within the page is no step back in ${language}`, async ({ page, watch }) => {
    watch.allowed.push('leaves the site')
    await page.route(/turkmenistan\.gov\.tm/, (route) => route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }))
    await page.goto(`${language}/`)
    await page.goto(`${language}/${sensitive}`)
    await expect(page.locator('.exit-keys')).toBeVisible()
    await page.locator('a[href^="#"]').first().press('Enter')
    await expect(page).toHaveURL(/#/)
    await page.locator('.exit > a').click()
    await expect(page).toHaveTitle('elsewhere')
    await page.goBack()
    await expect(page).toHaveURL(`${address()}${language}/`)
  })

  test(`a way from one sensitive page to another is no step back in ${language}`, async ({ page, watch }) => {
    watch.allowed.push('leaves the site')
    await page.route(/turkmenistan\.gov\.tm/, (route) => route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }))
    await page.goto(`${language}/needs/`)
    await page.goto(`${language}/needs/t.0bb7998d46/`)
    await expect(page.locator('.exit-keys')).toBeVisible()
    await page.locator('details.part summary').first().click()
    await page.locator('details.part .entries a').first().click()
    await page.waitForURL(/services\/s-/)
    await expect(page.locator('.exit-keys')).toBeVisible()
    await page.locator('.exit > a').click()
    await expect(page).toHaveTitle('elsewhere')
    await page.goBack()
    await expect(page).toHaveURL(`${address()}${language}/needs/`)
  })

  test(`the overlay covers all before the other page comes in ${language}`, async ({ page, watch }) => {
    watch.allowed.push('leaves the site')
    await page.route(/turkmenistan\.gov\.tm/, (route) => route.fulfill({ contentType: 'text/html', body: '<title>elsewhere</title>' }))
    await page.goto(`${language}/${sensitive}`)
    await expect(page.locator('.exit-keys')).toBeVisible()
    // At once, in the same turn as the third key: nothing is waited for.
    expect(await page.evaluate(() => {
      /** @param {string} key */
      const press = (key) => document.dispatchEvent(new KeyboardEvent('keydown', { key }))
      const covered = () => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.className === 'exit-blank'
      const seen = []
      for (const key of ['Shift', 'a', 'Shift', 'Shift']) press(key)
      seen.push(covered()) // other keys between: no
      press('Shift')
      seen.push(covered(), document.title)
      return seen
    })).toEqual([false, true, 'turkmenistan.gov.tm'])
    await expect(page).toHaveTitle('elsewhere')
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the link leads out', async ({ page }) => {
    await page.goto(`en/${sensitive}`)
    await expect(page.locator('.exit > a')).toHaveAttribute('href', /^https:\/\//)
    await expect(page.locator('.exit-keys')).toBeHidden()
  })
})

test('without a network the page left for is blank, and no page of the browser that tells of it', async ({ page, context, watch }) => {
  watch.allowed.push('leaves the site')
  await page.goto('en/')
  await page.goto(`en/${sensitive}`)
  await expect(page.locator('.exit-keys')).toBeVisible()
  await context.setOffline(true)
  await page.locator('.exit > a').click()
  await page.waitForURL('about:blank')
  await expect(page.locator('body')).toBeEmpty()
  await context.setOffline(false)
  await page.goBack()
  await expect(page).toHaveURL(`${address()}en/`)
})
