// Every kind of page for a reader who has doubled the text, on a narrow telephone:
// nobody scrolls sideways, no telephone number is cut, the way out stays small.

import { kinds, languages, pathOf } from '../site/kinds.js'
import { expect, test } from '../site/test.js'

test.use({
  viewport: { width: 360, height: 740 },
  launchOptions: { executablePath: '/usr/bin/chromium', args: ['--blink-settings=defaultFontSize=32'] }
})

for (const kind of kinds) {
  test(kind.name, async ({ page }) => {
    for (const language of kind.once ? languages.slice(0, 1) : languages) {
      await page.goto(pathOf(kind, language))
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
      expect.soft(await page.evaluate(outside), language).toEqual([])
      const exit = page.locator('.exit')
      if (await exit.isVisible()) expect.soft((await exit.boundingBox())?.height, `${language}: the way out`).toBeLessThan(110)
      const field = page.locator('main input[type=search]')
      if (await field.count()) expect.soft((await field.boundingBox())?.width, `${language}: the search field`).toBeGreaterThan(200)
    }
  })
}

/** Runs in the page: what reaches over its edge, tables that scroll by themselves aside. */
function outside () {
  const edge = document.documentElement.clientWidth
  return [...document.body.querySelectorAll('*')]
    .filter((e) => e.getBoundingClientRect().right > edge + 1 && !e.closest('.scroll, .prose table, .skip, .vh, dialog:not([open])'))
    .filter((e) => ![...e.children].some((c) => c.getBoundingClientRect().right > edge + 1))
    .map((e) => `${e.localName}.${e.className} ${e.textContent?.trim().slice(0, 30)}`)
}
