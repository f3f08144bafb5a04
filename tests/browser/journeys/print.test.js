// A service page goes on paper with what one needs on the way: the telephone, the
// opening hours and the address; not what only a screen can use.

import { languages } from '../site/kinds.js'
import { expect, test } from '../site/test.js'

for (const language of languages) {
  test(`a service in ${language}`, async ({ page }) => {
    await page.goto(`${language}/services/lonely-older-tejen/`)
    await page.emulateMedia({ media: 'print' })
    for (const part of ['h1', 'main a[href^="tel:"]', 'main table.hours', 'main address']) {
      await expect(page.locator(part).first()).toBeVisible()
    }
    await expect(page.locator('main a[href^="tel:"]').first()).toHaveText(/\+993 00 \d\d-\d\d-\d\d/)
    // Browsers leave backgrounds out: what is white on a button would be lost.
    await expect(page.locator('main a[href^="tel:"]').first()).toHaveCSS('color', 'rgb(0, 0, 0)')
    for (const part of ['header nav', '.skip', 'form']) await expect(page.locator(part).first()).toBeHidden()
    const paper = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(paper.slice(0, 5)).toBe('%PDF-')
    const sheets = paper.match(/\/Type\s*\/Page\b/g) ?? []
    expect(sheets.length).toBeGreaterThanOrEqual(1)
    expect(sheets.length).toBeLessThanOrEqual(3)
  })
}
