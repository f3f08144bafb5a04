// A state in words: the words come from the page, in its language.

/**
 * @param {import('./state.js').State} state
 * @param {Record<string, string>} words until, always, soon, shut, from, today, tomorrow, unknown; days: names joined by "|"
 */
export function say (state, words) {
  if (state.state === 'unknown') return words.unknown
  if (state.state === 'open') {
    if (state.until === undefined) return words.always
    if ((state.minutes ?? Infinity) <= 60) return words.soon.replace('{n}', String(state.minutes))
    return words.until.replace('{t}', clock(state.until))
  }
  if (!state.opens) return words.shut
  const { day, date, at } = state.opens
  const names = words.days.split('|')
  const weekday = names[(new Date(date + 'T00:00:00Z').getUTCDay() + 6) % 7]
  const when = day === 0 ? words.today : day === 1 ? words.tomorrow : day < 7 ? weekday : `${weekday}, ${date.split('-').reverse().join('.')}`
  return words.from.replace('{d}', when).replace('{t}', clock(at))
}

/** @param {number} minutes of the day */
function clock (minutes) {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
