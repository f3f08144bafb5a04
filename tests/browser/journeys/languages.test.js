// The language switch leads to the same page in the next language, and in the
// end back to the first.

import { kindOf, kinds, languages, pathOf } from '../site/kinds.js'
import { address } from '../site/places.js'
import { expect, test } from '../site/test.js'

// Alphabets differ, so the page of a letter has no counterpart: the switch leads
// to the list of letters.
/** @type {Record<string, string>} */
const instead = { 'services of a letter': 'letters' }

for (const kind of kinds.filter(({ once }) => !once)) {
  test(kind.name, async ({ page }) => {
    const [source, ...others] = languages
    await page.goto(pathOf(kind, source))
    const counterpart = kindOf(instead[kind.name] ?? kind.name)
    for (const language of [...others, source]) {
      await page.locator(`header a[hreflang="${language}"]`).click()
      await expect(page).toHaveURL(new URL(pathOf(counterpart, language), address()).href)
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expect(page.locator(`header [aria-current][lang="${language}"]`)).toBeVisible()
    }
  })
}
