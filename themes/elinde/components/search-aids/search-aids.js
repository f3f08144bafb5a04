// What makes the search page easier and is not needed for the first answer: it is
// loaded when somebody begins to type.

import { walk } from './keys.js'
import { locate } from './near.js'
import { share } from './share.js'
import { combobox } from './suggest.js'

export { call } from './call.js'
export { counts, filters, show } from './count.js'
export { opening } from './hours.js'
export { byDistance, distanceTo, near } from './near.js'
export { sharing } from './share.js'
export { suggestions } from './suggest.js'

/**
 * Begins to help on the search page.
 * @param {object} page
 * @param {HTMLInputElement} page.input
 * @param {HTMLElement} page.section of the results
 * @param {HTMLSelectElement[]} page.selects what results are narrowed by, the place first
 * @param {Record<string, string>} page.words
 * @param {() => {query: string, by: Record<string, string>}} page.place where somebody is
 * @param {() => void} page.again searches anew
 * @returns {ReturnType<combobox>} shows suggestions
 */
export function aid ({ input, section, selects, words, place, again }) {
  walk(input, section)
  share(input, place, words.shared)
  document.getElementById('results-wider')?.addEventListener('click', () => {
    for (const select of selects) select.value = ''
    again()
    input.focus()
  })
  const said = document.getElementById('results-near-said')
  if (said) document.getElementById('results-near')?.addEventListener('click', () => locate(selects[0], said, words, again))
  return combobox(input, /** @type {HTMLElement} */ (document.getElementById('q-list')), again)
}
