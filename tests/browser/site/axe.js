// axe-core in a page. It is put in by the debugging protocol, which the site's
// policy does not bind.

import axe from 'axe-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const colours = ['color-contrast', 'link-in-text-block']

/** What to look at: all rules, or those that a change of colours can break. */
export const rules = {
  /** @type {import('axe-core').RunOptions} */
  all: { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] },
  /** @type {import('axe-core').RunOptions} */
  colours: { runOnly: { type: 'rule', values: colours }, resultTypes: ['violations'] }
}

/**
 * Puts axe-core into a page that has loaded.
 * @param {import('@playwright/test').Page} page
 */
export async function prepare (page) {
  await page.evaluate(axe.source)
}

/**
 * What is wrong with a prepared page as it is shown now, a sentence each.
 * @param {import('@playwright/test').Page} page
 * @param {import('axe-core').RunOptions} options of `rules`
 * @returns {Promise<string[]>}
 */
export async function faults (page, options) {
  return page.evaluate(async (options) => {
    const { violations } = await /** @type {typeof axe} */ (Reflect.get(window, 'axe')).run(document, options)
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' ')}`)
  }, options)
}
