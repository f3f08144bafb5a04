// Reporting an error without an account: the form knows the record and the build;
// without a script there is a line to write on. A sensitive record is not handed on.

import { languages } from '../site/kinds.js'
import { expect, test } from '../site/test.js'

for (const language of languages) {
  test(`the form names the record and its version in ${language}`, async ({ page }) => {
    await page.goto(`${language}/services/lonely-older-tejen/`)
    const name = await page.locator('h1').innerText()
    const phone = await page.locator('.key .call bdi').innerText()
    await page.locator('.key a[href*="/report/"]').click() // near the number
    await expect(page.locator('#report-name')).toHaveText(`${name}, ${phone}`)
    await expect(page.locator('#report-record')).toHaveText('services/lonely-older-tejen')
    expect(decodeURIComponent(await page.locator('#report-sms').getAttribute('href') ?? '')).toMatch(/^sms:\+99300102030\?body=.*services\/lonely-older-tejen/)
    expect(decodeURIComponent(await page.locator('#report-mail').getAttribute('href') ?? '')).toMatch(/^mailto:.*\?subject=.*services\/lonely-older-tejen/)
    await expect(page.locator('main')).toContainText('09:00–18:00')
    await expect(page.locator('#report-build')).toHaveText(/^· [0-9a-f]{12}$/)
    await expect(page.locator('#report-print')).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('#report-record')).toBeVisible()
    await expect(page.locator('#report-print')).toBeHidden()
  })
}

test('what is no id is not taken', async ({ page }) => {
  await page.goto('en/report/#record=services/<b>x</b>')
  await expect(page.locator('#report-print')).toBeVisible()
  await expect(page.locator('#report-record')).toHaveText('')
})

test('a sensitive service does not hand on its id', async ({ page }) => {
  await page.goto('en/services/s-7q2m/')
  for (const link of await page.locator('main a[href*="/report/"]').all()) await expect(link).toHaveAttribute('href', /\/report\/$/)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('there is a line to write the record on', async ({ page }) => {
    await page.goto('tk/report/#record=services/lonely-older-tejen')
    const line = await page.locator('#report-record').boundingBox()
    expect(line?.height).toBeGreaterThan(20)
    await expect(page.locator('#report-print')).toBeHidden()
  })
})
