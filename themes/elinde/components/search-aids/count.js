// What is chosen of the filters, and how many results each other choice would leave.

import { openNow } from './hours.js'

/**
 * @typedef {ReturnType<import('../../../../search/client/search.js')['createSearch']>} Search
 * @typedef {Record<string, string[]>} Filters values by facet
 * @typedef {Record<string, Record<string, number>>} Counts by facet and value
 */

const none = '\0' // a value that no document has

/**
 * The filters for what is chosen: the index knows hours, not what is open now.
 * @param {Search} search
 * @param {string} query
 * @param {Record<string, string>} chosen values by facet
 * @param {AbortSignal} signal
 * @returns {Promise<Filters>}
 */
export async function filters (search, query, chosen, signal) {
  /** @type {Filters} */
  const by = Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, [value]]))
  if (by.open) {
    const { facets } = await search(query, { limit: 0, signal, facets: ['open'] })
    by.open = [none, ...openNow(Object.keys(facets.open))]
  }
  return by
}

/**
 * How many results each value would leave, the other filters kept.
 * @param {Search} search
 * @param {string} query
 * @param {HTMLSelectElement[]} selects
 * @param {string[]} kinds of the results
 * @param {Counts} facets of the results
 * @param {Filters} by
 * @param {AbortSignal} signal
 * @returns {Promise<Counts>}
 */
export async function counts (search, query, selects, kinds, facets, by, signal) {
  const names = selects.map((s) => `${s.dataset.facet}`).filter((name) => by[name] || name === 'kind')
  const others = await Promise.all(names.map(async (name) => {
    const { [name]: _, ...rest } = by
    const kind = name === 'kind' ? [] : kinds
    return (await search(query, { limit: 0, signal, facets: [name], filters: { kind, ...rest } })).facets
  }))
  /** @type {Counts} */
  const counted = Object.assign({}, facets, ...others)
  // A service of many places has many hours, and counts once.
  const open = openNow(Object.keys(counted.open))
  const { total } = open.length ? await search(query, { limit: 0, signal, filters: { kind: kinds, ...by, open } }) : { total: 0 }
  return { ...counted, open: { now: total } }
}

/**
 * Writes the counts into the lists; what would leave nothing is not offered.
 * @param {HTMLSelectElement[]} selects
 * @param {Counts} facets
 */
export function show (selects, facets) {
  for (const select of selects) {
    for (const option of [...select.options].slice(1)) {
      const name = option.dataset.name ??= option.text
      const n = facets[`${select.dataset.facet}`]?.[option.value] ?? 0
      option.text = `${name} (${n})`
      option.hidden = option.disabled = n === 0 && !option.selected
    }
  }
}
