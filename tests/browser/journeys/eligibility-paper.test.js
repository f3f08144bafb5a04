// Without JavaScript a family marks the printed page of a service and reads the
// marks as the page says.

import { languages } from '../site/kinds.js'
import { expect, test } from '../site/test.js'

test.use({ javaScriptEnabled: false })

for (const language of languages) {
  test(`a service is marked on paper in ${language}`, async ({ page }) => {
    // The checker says that it cannot ask, and leads to the services.
    await page.goto(`${language}/eligibility/`)
    await expect(page.locator('#checker-begin')).toBeHidden()
    await expect(page.locator('#checker-off')).toBeVisible()
    await page.locator(`main a[href$="/${language}/types/lonely-older-support/"]`).click()
    await page.locator('.entries a[href*="/services/lonely-older-"]').first().click()
    const fit = page.locator('section.fit')
    await expect(fit).toBeVisible()
    await expect(fit.locator('.marks').first()).toBeHidden()

    await page.emulateMedia({ media: 'print' })
    await expect(fit.locator('.reading li')).toHaveCount(3)
    const required = fit.locator('.lines-fit:not(.nots, .looks) > li')
    const excluded = fit.locator('.nots > li')
    await expect(required).toHaveCount(2)
    await expect(excluded).toHaveCount(1)
    for (const line of [...await required.all(), ...await excluded.all()]) {
      await expect(line.locator('.marks')).toBeVisible()
      await expect(line.locator('.marks i')).toHaveCount(3)
      for (const box of await line.locator('.marks i').all()) {
        const { width = 0, height = 0 } = await box.boundingBox() ?? {}
        expect(Math.min(width, height)).toBeGreaterThan(7)
      }
    }
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')

    // An old woman who lives alone at home marks yes, yes, no: probably. One who
    // lives in an institution: probably not. One who leaves a mark out: unknown.
    expect(read(['yes', 'yes'], ['no'])).toBe(0)
    expect(read(['yes', 'yes'], ['yes'])).toBe(1)
    expect(read(['yes', 'unknown'], ['no'])).toBe(2)
  })
}

/**
 * Which of the three sentences under "how to read the marks" holds.
 * @param {string[]} required
 * @param {string[]} rest
 */
function read (required, rest) {
  if (required.every((mark) => mark === 'yes') && rest.every((mark) => mark === 'no')) return 0
  return required.includes('no') || rest.includes('yes') ? 1 : 2
}
