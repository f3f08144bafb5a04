// What a query asks of an index; the same as plan.go of package search.

import { split } from './analysis.js'
import { before } from './terms.js'

const maxQuery = 256
const maxWords = 12
const minPrefix = 3
const minTypo = 4
const begunBoost = 0.25
const correctedBoost = 0.5

/** @typedef {{ surface: string, stems: { stem: string, boost: number }[], corrected: string[] }} PlannedWord */
/** @typedef {{ words: PlannedWord[], missing: boolean }} Plan */

/**
 * @param {string} query
 * @param {boolean} prefix whether the last word may be the beginning of one
 * @param {import('./analysis.js').Rules[]} rules of the languages of the index, its own first
 * @param {import('./terms.js').Terms} terms
 * @returns {Promise<Plan>}
 */
export async function planOf(query, prefix, rules, terms) {
  query = [...query].slice(0, maxQuery).join('')
  const raw = split(query).slice(0, maxWords)
  const begun = prefix && /[\p{L}\p{M}\p{N}]$/u.test(query) ? raw.length - 1 : -1
  const planned = await Promise.all(raw.map((word, i) => planWord(word, i === begun, rules, terms)))
  /** @type {Plan} */
  const plan = { words: [], missing: false }
  const seen = new Set([''])
  for (const { stop, ...word } of planned) {
    if (seen.has(word.surface)) continue
    seen.add(word.surface)
    if (word.stems.length > 0) plan.words.push(word)
    else if (!stop) plan.missing = true
  }
  return plan
}

/**
 * @param {string} word
 * @param {boolean} begun
 * @param {import('./analysis.js').Rules[]} rules
 * @param {import('./terms.js').Terms} terms
 * @returns {Promise<PlannedWord & { stop: boolean }>}
 */
async function planWord(word, begun, rules, terms) {
  const surface = rules[0].fold(word)
  const stop = rules[0].stop(surface)
  /** @type {Map<string, number>} */
  const choices = new Map()
  /** @type {string[]} */
  const corrected = []
  /** @type {string[]} */
  const surfaces = []
  /** @type {string[]} */
  const stems = []
  if (!stop || begun) {
    for (const r of rules) {
      const folded = r.fold(word)
      for (const s of [folded, ...r.variants(folded)]) {
        if (s === '') continue
        surfaces.push(s)
        if (!r.stop(s) && !stop) stems.push(r.stem(s))
      }
    }
  }
  const starts = begun ? surfaces.filter(s => [...s].length >= minPrefix) : []
  const [exact, ...more] = await Promise.all([indexed(stems, terms), ...starts.map(s => terms.beginning(s))])
  for (const stem of exact) choices.set(stem, 1)
  for (const stem of more.flat()) if (!choices.has(stem)) choices.set(stem, begunBoost)
  if (choices.size === 0 && !stop) {
    for (const s of surfaces.filter(s => [...s].length >= minTypo)) {
      for (const near of await terms.near(s)) {
        const found = (await indexed(rules.map(r => r.stem(near)), terms)).filter(stem => !choices.has(stem))
        for (const stem of found) choices.set(stem, correctedBoost)
        if (found.length > 0) corrected.push(near)
      }
    }
  }
  const sorted = [...choices].map(([stem, boost]) => ({ stem, boost })).sort((a, b) => (before(a.stem, b.stem) ? -1 : 1))
  return { surface, stems: sorted, corrected, stop }
}

/** @param {string[]} stems @param {import('./terms.js').Terms} terms @returns {Promise<string[]>} those in the index */
async function indexed(stems, terms) {
  const entries = await Promise.all(stems.map(stem => terms.term(stem)))
  return stems.filter((_, i) => entries[i])
}
