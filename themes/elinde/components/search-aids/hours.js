// Which hits are open at the reader's time.

import { best } from '../hours/best.js'
import { say } from '../hours/say.js'

const words = /** @type {Record<string, string>} */ (document.getElementById('open-words')?.dataset ?? {})

/** @param {import('../hours/state.js').Hours[]} places */
const stateOf = (places) => best(places, Date.now(), Number(words.zone), JSON.parse(words.holidays))

/**
 * Which values of the facet "open" are open now.
 * @param {string[]} values
 */
export const openNow = (values) => values.filter((value) => stateOf([JSON.parse(value)])?.state === 'open')

/**
 * A line that says whether a hit is open; undefined where nobody knows its hours.
 * @param {string | undefined} hours the hit's, as the index shows them
 */
export function opening (hours) {
  const state = hours && stateOf(JSON.parse(hours))
  if (!state) return undefined
  const line = document.createElement('p')
  line.className = `now ${state.state}`
  line.textContent = say(state, words)
  return line
}
