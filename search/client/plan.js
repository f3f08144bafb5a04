// What a query asks of an index; the same as plan.go of package search.

import { nameTerms, split } from './analysis.js'
import { late } from './error.js'
import { before, fronted } from './terms.js'

const maxQuery = 256
const maxWords = 12
const minPrefix = 3
const maxTypos = 4
const otherBoost = 0.5
const begunBoost = 0.25
const nameBoost = 0.5
const number = /^\p{N}+$/u

const near = () => late(import('./near.js'))

/** @typedef {{ stem: string, boost: number }} Choice */
/** @typedef {{ surface: string, stems: Choice[], corrected: string[], offered: string[] }} PlannedWord offered: near words of one that people know */
/** @typedef {{ word: string, instead: string[] }} Offer */
/**
 * @typedef {{ words: PlannedWord[], phrases: string[][][], offers: Offer[], names: Choice[], missing: boolean, instead: string, dangers: string[] }} Plan
 *   phrases: of each word the stems
 */

/**
 * @param {string} query
 * @param {boolean} prefix whether the last word may be the beginning of one
 * @param {import('./analysis.js').Rules[]} rules of the languages of the index, its own first
 * @param {import('./terms.js').Terms} terms
 * @returns {Promise<Plan>}
 */
export async function planOf(query, prefix, rules, terms) {
  query = [...query].slice(0, maxQuery).join('')
  const strict = await read(query, prefix, rules, terms, false)
  const plan = strict.missing
    ? await (await near()).forgive(query, rules, strict, (query, correct) => read(query, prefix, rules, terms, correct))
    : strict
  plan.dangers = dangersOf(query, plan, rules, terms)
  return plan
}

/**
 * @param {string} query
 * @param {boolean} prefix
 * @param {import('./analysis.js').Rules[]} rules
 * @param {import('./terms.js').Terms} terms
 * @param {boolean} correct whether words may have typing errors
 * @returns {Promise<Plan>}
 */
async function read(query, prefix, rules, terms, correct) {
  /** @type {{ word: string, quoted: number }[]} quoted: the phrase of a word, from 1 on */
  const raw = []
  query.split(/["«»“”„]/).forEach((part, i, parts) => {
    const words = split(part).slice(0, maxWords - raw.length)
    const quoted = i % 2 && i < parts.length - 1 ? i : 0
    raw.push(...words.map(word => ({ word, quoted })))
  })
  const begun = prefix && /[\p{L}\p{M}\p{N}]$/u.test(query) ? raw.length - 1 : -1
  const [names, ...planned] = await Promise.all([
    namesOf(raw.map(w => w.word), rules, terms),
    ...raw.map(({ word }, i) => planWord(word, i === begun, rules, terms)),
  ])
  // An age or a house: what says more decides. A word of no surface is passed over.
  if (planned.some(w => !w.stop && !number.test(w.surface))) {
    planned.forEach((w, i) => {
      if (!raw[i].quoted && number.test(w.surface)) w.surface = ''
    })
  }
  const wrong = correct ? planned.filter((w, i) => !w.stems.length && w.surface && !w.stop && !raw[i].quoted) : []
  if (wrong.length) {
    const { correct } = await near()
    await Promise.all(wrong.slice(0, maxTypos).map(async w => {
      w.stems = sorted(await correct(w, rules, terms, before, fronted, stems => indexed(stems, terms)))
    }))
  }
  /** @type {Plan} */
  const plan = { words: [], phrases: [], offers: [], names, missing: false, instead: '', dangers: [] }
  /** @type {string[][][]} */
  const phrases = []
  planned.forEach(({ surface, stop, stems, offered }, i) => {
    const { quoted } = raw[i]
    if (quoted && surface && !stop) (phrases[quoted] ??= []).push(stems.map(s => s.stem))
    if (offered.length) plan.offers.push({ word: surface, instead: offered })
  })
  plan.phrases = phrases.filter(words => words.length > 1)
  const seen = new Set([''])
  for (const { stop, surfaces, ...word } of planned) {
    if (seen.has(word.surface)) continue
    seen.add(word.surface)
    if (word.stems.length) plan.words.push(word)
    else if (!stop) plan.missing = true
  }
  return plan
}

/**
 * @typedef {PlannedWord & { stop: boolean, surfaces: string[] }} WordInPlanning
 *
 * @param {string} word
 * @param {boolean} begun
 * @param {import('./analysis.js').Rules[]} rules
 * @param {import('./terms.js').Terms} terms
 * @returns {Promise<WordInPlanning>}
 */
async function planWord(word, begun, rules, terms) {
  const surface = rules[0].fold(word)
  const stop = rules[0].stop(surface)
  /** @type {Map<string, number>} */
  const choices = new Map()
  /** @type {string[]} */
  const surfaces = []
  /** @type {string[]} */
  const stems = []
  /** @type {Set<string>} */
  const own = new Set()
  if (!stop || begun) {
    for (const r of rules) {
      const folded = r.fold(word)
      for (const s of [folded, ...r.variants(folded)]) {
        if (s === '') continue
        if (!surfaces.includes(s)) surfaces.push(s)
        if (r.stop(s) || stop) continue
        stems.push(r.stem(s))
        if (r === rules[0]) own.add(r.stem(s))
      }
    }
  }
  const starts = begun ? surfaces.filter(s => [...s].length >= minPrefix) : []
  const [exact, ...more] = await Promise.all([indexed(stems, terms), ...starts.map(s => terms.beginning(s))])
  for (const stem of exact) if (!choices.has(stem)) choices.set(stem, own.has(stem) ? 1 : otherBoost)
  for (const stem of more.flat()) if (!choices.has(stem)) choices.set(stem, begunBoost)
  return { surface, stems: sorted(choices), corrected: [], offered: [], stop, surfaces }
}

/** @param {Map<string, number>} boosts @returns {Choice[]} by stem */
const sorted = boosts => [...boosts].map(([stem, boost]) => ({ stem, boost })).sort((a, b) => (before(a.stem, b.stem) ? -1 : 1))

/** @param {string[]} stems @param {import('./terms.js').Terms} terms @returns {Promise<string[]>} those in the index */
async function indexed(stems, terms) {
  const entries = await Promise.all(stems.map(stem => terms.term(stem)))
  return stems.filter((_, i) => entries[i])
}

/**
 * @param {string[]} words
 * @param {import('./analysis.js').Rules[]} rules
 * @param {import('./terms.js').Terms} terms
 * @returns {Promise<Choice[]>} those terms of names that are indexed
 */
async function namesOf(words, rules, terms) {
  const wanted = rules.flatMap(r => nameTerms(words.map(r.fold).filter(s => s !== '' && !r.stop(s)).map(r.stem)))
  return sorted(new Map((await indexed([...new Set(wanted)], terms)).map(term => [term, nameBoost])))
}

/**
 * @param {string} query
 * @param {Plan} plan
 * @param {import('./analysis.js').Rules[]} rules
 * @param {import('./terms.js').Terms} terms
 * @returns {string[]} the dangers of which all words of a text are in the query, as it was typed or as it was read; that of
 *   the longest text first
 */
function dangersOf(query, plan, rules, terms) {
  const words = [query, plan.instead, ...plan.words.flatMap(w => w.corrected)].flatMap(split)
  const { alarms, languages } = terms.contents
  // Of each word " folded" to look for beginnings, " =stem " for stems.
  const said = rules.map(r => words.map(r.fold).filter(s => s !== '').map(s => ` ${s} =${r.stem(s)} `).join(''))
  /** @type {Map<string, number>} */
  const longest = new Map()
  for (const alarm of alarms) {
    const [language, danger, ...all] = alarm.split(' ')
    const at = languages.indexOf(language)
    const has = (/** @type {string} */ choice) => said[at]?.includes(choice.endsWith('*') ? ` ${choice.slice(0, -1)}` : ` =${choice} `)
    if (!all.every(part => part.split('|').some(has))) continue
    longest.set(danger, Math.max(longest.get(danger) ?? 0, all.length))
  }
  return [...longest].sort((a, b) => b[1] - a[1] || (before(a[0], b[0]) ? -1 : 1)).map(([danger]) => danger)
}
