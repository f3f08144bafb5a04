// The root of the site lets people choose a language.

import { languages } from '../site/kinds.js'
import { address } from '../site/places.js'
import { expect, test } from '../site/test.js'

for (const language of languages) {
  test(`to the front page in ${language}`, async ({ page }) => {
    await page.goto('')
    await page.locator(`main a[hreflang="${language}"]`).click()
    await expect(page).toHaveURL(`${address()}${language}/`)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
  })
}
