// An unknown address answers that the page is missing, in the language of the
// address, and leads back into the site.

import { languages } from '../site/kinds.js'
import { address } from '../site/places.js'
import { expect, test } from '../site/test.js'

for (const language of languages) {
  test(`in ${language}`, async ({ page, watch }) => {
    watch.allowed.push('404')
    const response = await page.goto(new URL(`/${language}/services/no-such-service/`, address()).href)
    expect(response?.status()).toBe(404)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await page.locator('main a').last().click()
    await expect(page).toHaveURL(new URL(`/${language}/`, address()).href)
  })
}

test('where the address names no language', async ({ page, watch }) => {
  watch.allowed.push('404')
  const response = await page.goto(new URL('/nowhere', address()).href)
  expect(response?.status()).toBe(404)
  await page.locator('main a[hreflang="en"]').click()
  await expect(page).toHaveURL(new URL('/en/', address()).href)
})
