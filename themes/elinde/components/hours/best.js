// The state of something that is given at several places: open where one of them is.

import { stateAt } from './state.js'

/**
 * @param {import('./state.js').Hours[]} places
 * @param {number} now milliseconds since 1970, UTC
 * @param {number} zone minutes of the country's time before UTC
 * @param {string[]} holidays dates
 * @returns {import('./state.js').State | undefined} undefined where there are no hours
 */
export function best (places, now, zone, holidays) {
  const all = places.map((hours) => stateAt(hours, now, zone, holidays))
  return all.find((s) => s.state === 'open') ?? first(all) ?? all.find((s) => s.state === 'closed') ?? all[0]
}

/** Which of closed ones opens first. @param {import('./state.js').State[]} all */
function first (all) {
  /** @param {import('./state.js').State} s */
  const at = (s) => s.state === 'closed' && s.opens ? s.opens.day * 1440 + s.opens.at : Infinity
  return all.filter((s) => at(s) < Infinity).sort((a, b) => at(a) - at(b))[0]
}
