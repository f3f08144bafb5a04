// Which services answer a choice of filters, and how many would answer another.
// Pure: no page, no clock, no network.

/**
 * @typedef {object} Found a service as the generator writes it (generator/pages/find.go)
 * @property {string} h address @property {string} n name @property {string} [l] its language
 * @property {string} s summary @property {string} [p] provider @property {string[]} w places served
 * @property {string} [a] places in words @property {string} [t] telephone
 * @property {Record<string, string[]>} f facets @property {number} [m] free @property {string} [e] the group that it is free for @property {string} [c] cost of another
 * @property {string} [st] state @property {import('../hours/state.js').Hours[]} [o] @property {[number, number][]} [x]
 *
 * @typedef {Record<string, string[]>} Choice values by facet; those of "place" are
 *   the place and all that lies around it
 */

/**
 * @param {Found} one
 * @param {Choice} choice
 * @param {(one: Found) => boolean} isOpen
 * @param {string} [without] a facet that does not count
 */
export function answers (one, choice, isOpen, without) {
  for (const [key, values] of Object.entries(choice)) {
    if (key === without || values.length === 0) continue
    if (!has(one, key, values, isOpen, choice.group)) return false
  }
  return true
}

/**
 * @param {Found} one @param {string} key @param {string[]} values @param {(one: Found) => boolean} isOpen
 * @param {string[]} [group] the groups chosen
 */
function has (one, key, values, isOpen, group) {
  switch (key) {
    case 'place': return one.w.some((place) => values.includes(place))
    case 'free': return one.m === 1 || !!one.e && !!group?.includes(one.e)
    case 'open': return isOpen(one)
  }
  return values.some((value) => one.f[key]?.includes(value))
}

/**
 * How many services each value of a facet would leave, the other facets kept.
 * @param {Found[]} all @param {Choice} choice @param {string} key @param {(one: Found) => boolean} isOpen
 * @returns {(values: string[]) => number}
 */
export function counter (all, choice, key, isOpen) {
  // What is free can hang on the group: the two are looked at together.
  const both = key === 'group' || key === 'free'
  const rest = all.filter((one) => answers(one, both ? { ...choice, group: [], free: [] } : choice, isOpen, key))
  const { group = [], free = [] } = both ? choice : {}
  return (values) => rest.filter((one) => answers(one, { group, free, [key]: values }, isOpen)).length
}

/**
 * Kilometres from a point to the nearest place of a service; Infinity for one that
 * nobody goes to.
 * @param {Found} one @param {[number, number]} from latitude and longitude
 */
export function distance (one, [lat, lon]) {
  const rad = Math.PI / 180
  return Math.min(Infinity, ...(one.x ?? []).map(([a, b]) => {
    const h = Math.sin((a - lat) * rad / 2) ** 2 + Math.cos(lat * rad) * Math.cos(a * rad) * Math.sin((b - lon) * rad / 2) ** 2
    return 2 * 6371 * Math.asin(Math.sqrt(h))
  }))
}
