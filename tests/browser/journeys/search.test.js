// The search page finds while one types, without diacritics and in each language,
// and its results are links that work.

import { faults, prepare, rules } from '../site/axe.js'
import { expect, test } from '../site/test.js'

const results = '#results-list > li'

/** What people type, and a page that must be found by it. */
const finds = [
  { language: 'tk', typed: 'gundizki dikeldis mary', path: 'services/day-rehabilitation-mary/' },
  { language: 'tk', typed: 'yalnyz gartasan tejen', path: 'services/lonely-older-tejen/' },
  { language: 'tk', typed: 'Ýalňyz gartaşan Tejen', path: 'services/lonely-older-tejen/' },
  { language: 'ru', typed: 'одиноких пожилых теджен', path: 'services/lonely-older-tejen/' },
  { language: 'ru', typed: 'жестовый язык мары', path: 'services/sign-language-mary/' },
  { language: 'en', typed: 'sign language ashgabat', path: 'services/sign-language-asgabat/' },
  { language: 'en', typed: 'lonely older peple tejen', path: 'services/lonely-older-tejen/' }
]

for (const { language, typed, path } of finds) {
  test(`"${typed}" finds ${path} in ${language}`, async ({ page }) => {
    await page.goto(`${language}/search/`)
    await page.getByRole('searchbox').pressSequentially(typed)
    const link = page.locator(`${results} a[href$="/${language}/${path}"]`)
    await expect(link).toBeVisible()
    const title = await link.innerText()
    await link.click()
    await expect(page).toHaveURL(new RegExp(`/${language}/${path}$`))
    await expect(page.locator('h1')).toHaveText(title)
  })
}

test('the page says how many it found, and when it found nothing', async ({ page }) => {
  await page.goto('en/search/')
  await expect(page.locator('#search-off')).toBeHidden()
  const said = page.getByRole('status')
  await page.getByRole('searchbox').fill('tejen')
  await expect(said).toContainText(/\d/)
  const count = await page.locator(results).count()
  expect(count).toBeGreaterThan(2)
  await expect(said).toContainText(String(count))
  await page.getByRole('searchbox').fill('xqzvwk')
  await expect(page.locator(results)).toHaveCount(0)
  await expect(said).not.toContainText(/\d/)
  await expect(said).not.toBeEmpty()
})

test('the address can be shared and gone back to', async ({ page }) => {
  await page.goto('en/search/')
  await page.getByRole('searchbox').fill('tejen')
  await expect(page).toHaveURL(/\?q=tejen$/)
  await page.reload()
  await expect(page.getByRole('searchbox')).toHaveValue('tejen')
  await expect(page.locator(results).first()).toBeVisible()
  await page.locator(`${results} a`).first().click()
  await expect(page).not.toHaveURL(/\/search\//)
  await page.goBack()
  await expect(page).toHaveURL(/\?q=tejen$/)
  await expect(page.locator(results).first()).toBeVisible()
})

test('the keyboard leads from the query to a result', async ({ page }) => {
  await page.goto('tk/search/')
  await page.getByRole('searchbox').focus()
  await page.keyboard.type('tejen')
  await page.keyboard.press('Enter')
  const first = page.locator(`${results} a`).first()
  await expect(first).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(first).toBeFocused()
  const target = new URL(await first.getAttribute('href') ?? '', page.url())
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(target.href)
})

test('"more" adds results and moves to the first of them', async ({ page }) => {
  await page.goto('en/search/?q=older')
  await expect(page.locator(results).first()).toBeVisible()
  const before = await page.locator(results).count()
  await page.locator('#results-more').click()
  await expect(page.locator(results).nth(before).locator('a')).toBeFocused()
})

test('results stand in nobody\'s way', async ({ page }) => {
  await page.goto('en/search/?q=older')
  await expect(page.locator('#results-more')).toBeVisible()
  await prepare(page)
  expect(await faults(page, rules.all), 'light').toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await faults(page, rules.colours), 'dark').toEqual([])
})

test('a query is words, whatever they look like', async ({ page }) => {
  const query = '<img src=x onerror=alert(1)> "tejen" AND ../%00 {{ . }}'
  await page.goto(`en/search/?q=${encodeURIComponent(query)}`)
  await expect(page.getByRole('searchbox')).toHaveValue(query)
  await expect(page.getByRole('status')).not.toBeEmpty()
  await expect(page.locator('#results img')).toHaveCount(0)
})
