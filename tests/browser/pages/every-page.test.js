// Every kind of page in every language, wide and narrow, light and dark: nothing
// that axe-core knows of stands in anybody's way, nobody scrolls sideways, and at
// 400 % of a window 1280 pixels wide, which leaves 320, nothing is lost.

import { faults, prepare, rules } from '../site/axe.js'
import { kinds, languages, pathOf } from '../site/kinds.js'
import { lost } from '../site/lost.js'
import { expect, test } from '../site/test.js'

const windows = { wide: { width: 1280, height: 800 }, narrow: { width: 360, height: 740 } }
const zoomed = { width: 320, height: 256 }

for (const kind of kinds) {
  test(kind.name, async ({ page }) => {
    for (const language of kind.once ? languages.slice(0, 1) : languages) {
      await page.goto(pathOf(kind, language))
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await prepare(page)
      for (const [name, viewport] of Object.entries(windows)) {
        await page.setViewportSize(viewport)
        await page.emulateMedia({ colorScheme: 'light' })
        expect.soft(await faults(page, rules.all), `${language}, ${name}, light`).toEqual([])
        // Dark pages differ from light ones by their colours only.
        await page.emulateMedia({ colorScheme: 'dark' })
        expect.soft(await faults(page, rules.colours), `${language}, ${name}, dark`).toEqual([])
        expect.soft(await page.evaluate(beyond), `${language}, ${name}: pixels to scroll sideways`).toBe(0)
      }
      await page.setViewportSize(zoomed)
      expect.soft(await page.evaluate(lost), `${language}, zoomed`).toEqual([])
    }
  })
}

/** Runs in the page: by how many pixels it is wider than its window. */
function beyond () {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth
}
