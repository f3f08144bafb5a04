// Whether something is open at an instant: from its regular hours, its closures and
// the public holidays, in the country's own time whatever zone the device is in.
// Pure: no clock, no page.

/**
 * @typedef {object} Hours what the generator writes (generator/pages/opening.go)
 * @property {[days: number, opens: number, closes: number, holidays: 1 | 0 | -1, from: string, to: string][]} s
 *   regular hours: weekdays as bits, Monday is 1; minutes of the day; open on
 *   holidays, not, or not known; first and last day, "" for none
 * @property {[from: string, to: string][]} [c] temporary closures, both days included; to is "" where not known
 *
 * @typedef {{state: 'open', until?: number, minutes?: number}
 *   | {state: 'closed', opens?: {day: number, date: string, at: number}}
 *   | {state: 'unknown'}} State
 *   minutes: left until it closes, of an open one; until: minute of the day, none
 *   where it does not close; opens.day: days from today
 */

const day = 24 * 60
const ahead = 30 // days in which the next opening is looked for

/**
 * @param {Hours} hours
 * @param {number} now milliseconds since 1970, UTC
 * @param {number} zone minutes of the country's time before UTC
 * @param {string[]} holidays dates
 * @returns {State}
 */
export function stateAt (hours, now, zone, holidays) {
  const minutes = Math.floor(now / 60000) + zone
  const today = Math.floor(minutes / day)
  const at = minutes - today * day
  const spans = dayOf(hours, today, holidays)
  if (spans === 'unknown') return { state: 'unknown' }
  const here = spans.find(([opens, closes]) => opens <= at && at < closes)
  if (here) return openUntil(hours, today, at, here[1], holidays)
  for (let n = 0; n <= ahead; n++) {
    const then = n === 0 ? spans.filter(([opens]) => opens > at) : dayOf(hours, today + n, holidays)
    if (then === 'unknown') break
    if (then.length) return { state: 'closed', opens: { day: n, date: date(today + n), at: then[0][0] } }
  }
  return { state: 'closed' }
}

/**
 * @param {Hours} hours @param {number} today @param {number} at @param {number} until @param {string[]} holidays
 * @returns {State}
 */
function openUntil (hours, today, at, until, holidays) {
  let n = 0
  while (until === day) { // it may go on after midnight
    const next = dayOf(hours, today + ++n, holidays)
    if (next === 'unknown' || next[0]?.[0] !== 0) return { state: 'open', until: day, minutes: n * day - at }
    if (n === 7) return { state: 'open' }
    until = next[0][1]
  }
  return { state: 'open', until, minutes: n * day + until - at }
}

/**
 * The times at which it is open on a day, joined where they meet.
 * @param {Hours} hours
 * @param {number} number of the day since 1970
 * @param {string[]} holidays
 * @returns {[number, number][] | 'unknown'}
 */
function dayOf (hours, number, holidays) {
  const iso = date(number)
  if (hours.c?.some(([from, to]) => from <= iso && (!to || iso <= to))) return []
  const valid = hours.s.filter(([, , , , from, to]) => (!from || from <= iso) && (!to || iso <= to))
  if (!valid.length) return 'unknown'
  const bit = 1 << (number + 3) % 7 // 1 January 1970 was a Thursday
  let rows = valid.filter(([days]) => days & bit)
  if (holidays.includes(iso)) {
    if (rows.some(([, , , open]) => open === -1)) return 'unknown'
    rows = rows.filter(([, , , open]) => open === 1)
  }
  /** @type {[number, number][]} */
  const joined = []
  for (const [, opens, closes] of rows.sort((a, b) => a[1] - b[1])) {
    const last = joined.at(-1)
    if (last && opens <= last[1]) last[1] = Math.max(last[1], closes)
    else joined.push([opens, closes])
  }
  return joined
}

/** @param {number} number of the day since 1970 */
function date (number) {
  return new Date(number * day * 60000).toISOString().slice(0, 10)
}
