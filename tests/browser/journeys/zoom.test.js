// At 400 % of a window 1280 pixels wide, 320 are left: nothing is cut off, nothing
// needs scrolling sideways, and nothing that stays in place hides the content.

import { everyPage } from '../site/kinds.js'
import { expect, test } from '../site/test.js'

test.use({ viewport: { width: 320, height: 256 } })

for (const { kind, language, path } of everyPage()) {
  test(`${kind.name}, ${language}`, async ({ page }) => {
    await page.goto(path)
    expect(await page.evaluate(lost)).toEqual([])
  })
}

/** Runs in the page: what is lost at this width. */
function lost () {
  /** @type {string[]} */
  const found = []
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth > width) found.push('the page scrolls sideways')
  /** Tables may scroll in a box of their own. @param {Element | null} e @returns {boolean} */
  const scrolls = (e) => e !== null && e !== document.documentElement && (['auto', 'scroll'].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement))
  for (const element of document.body.querySelectorAll('*')) {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())
    const style = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const name = `${element.localName}.${element.className}: ${element.textContent?.trim().slice(0, 40)}`
    if (['fixed', 'sticky'].includes(style.position) && box.height > innerHeight / 3) found.push(`covers the content: ${name}`)
    if (!own || !element.checkVisibility() || element.matches('.skip, .vh') || scrolls(element)) continue
    if (box.left < -1 || box.right > width + 1) found.push(`outside: ${name}`)
    if (style.overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1) found.push(`cut off: ${name}`)
  }
  return found
}
