// Every kind of page for readers whose device sets the colours, and for those whom
// motion makes ill.

import { faults, prepare, rules } from '../site/axe.js'
import { kinds, languages, pathOf } from '../site/kinds.js'
import { expect, test } from '../site/test.js'

for (const kind of kinds) {
  test(kind.name, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
    await page.goto(pathOf(kind, languages[0]))
    await prepare(page)
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      await page.emulateMedia({ colorScheme })
      expect.soft(await faults(page, rules.colours), colorScheme).toEqual([])
      expect.soft(await page.evaluate(unseen), `${colorScheme}: what nobody sees`).toEqual([])
    }
    expect.soft(await page.evaluate(moving), 'what moves').toEqual([])
  })
}

test('what is hidden by forced colours and what moves is found', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('en/needs/')
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('nav [aria-current] { border: 0 !important; text-decoration: none !important; font-weight: 400 !important } html { scroll-behavior: smooth } h1 { transition: color 1s } svg { color: Canvas !important; forced-color-adjust: none }')
    document.adoptedStyleSheets = [sheet]
  })
  expect((await page.evaluate(unseen)).join('\n')).toMatch(/icon[^]*current/)
  expect((await page.evaluate(moving)).join('\n')).toMatch(/html[^]*h1/)
})

/**
 * Runs in the page: pictures in the colour of the ground, fields and buttons
 * without an edge (a slider is drawn in the system's colours), and the current entry of a menu that looks like the others.
 */
function unseen () {
  /** @param {string} selector */
  const all = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility())
  /** @param {Element} e @param {string} [pseudo] */
  const edged = (e, pseudo) => {
    const style = getComputedStyle(e, pseudo)
    return ['Top', 'Bottom', 'Left', 'Right'].some((side) => parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)) > 0) ||
      style.outlineStyle !== 'none' || style.textDecorationLine.includes('underline')
  }
  const ground = getComputedStyle(document.body).backgroundColor
  const found = []
  for (const e of all('svg.icon')) if (getComputedStyle(e).color === ground) found.push(`icon ${e.innerHTML}`)
  for (const e of all('.map path')) if (getComputedStyle(e).stroke === ground) found.push('map')
  for (const e of all('button, input:not([type=checkbox], [type=radio], [type=range]), select')) if (!edged(e)) found.push(`edge ${e.outerHTML.slice(0, 80)}`)
  for (const e of all('nav [aria-current]')) if (!edged(e) && getComputedStyle(e).fontWeight < '600') found.push(`current ${e.textContent}`)
  return found
}

/** Runs in the page: what glides, turns or fades. What appears at once, if late, does not move. */
function moving () {
  return [...document.querySelectorAll('*')].filter((e) => {
    const style = getComputedStyle(e)
    return style.scrollBehavior !== 'auto' || /[1-9]/.test(style.transitionDuration) ||
      style.animationName !== 'none' && !style.animationTimingFunction.startsWith('steps(')
  }).map((e) => `${e.localName}.${e.className}`)
}
