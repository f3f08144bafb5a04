// Every kind of page in every language, wide and narrow, light and dark: nothing
// that axe-core knows of stands in anybody's way.

import { AxeBuilder } from '@axe-core/playwright'
import { everyPage } from '../site/kinds.js'
import { expect, test } from '../site/test.js'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
// Dark pages differ from light ones by their colours only.
const colourRules = ['color-contrast', 'link-in-text-block']
const widths = { wide: { width: 1280, height: 800 }, narrow: { width: 360, height: 740 } }

for (const { kind, language, path } of everyPage()) {
  test(`${kind.name}, ${language}`, async ({ page }) => {
    await page.goto(path)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    for (const [width, viewport] of Object.entries(widths)) {
      await page.setViewportSize(viewport)
      await page.emulateMedia({ colorScheme: 'light' })
      expect.soft(await faults(new AxeBuilder({ page }).withTags(rules)), `${width}, light`).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect.soft(await faults(new AxeBuilder({ page }).withRules(colourRules)), `${width}, dark`).toEqual([])
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect.soft(beyond, `${width}: pixels that one has to scroll sideways`).toBe(0)
    }
  })
}

/**
 * What axe finds, a sentence each.
 * @param {AxeBuilder} axe
 */
async function faults (axe) {
  const { violations } = await axe.analyze()
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' ')}`)
}
