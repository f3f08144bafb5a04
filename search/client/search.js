// Searches the static index of a site. README.md of package search describes
// what goes in and what comes out.

import { rulesFor, split } from './analysis.js'
import { SearchError, late } from './error.js'
import { Files } from './files.js'
import { planOf } from './plan.js'
import { choose, scores } from './score.js'
import { Terms, postings } from './terms.js'

export { mark } from './mark.js'
export { SearchError }

/**
 * @typedef {object} Options
 * @property {number} [limit]
 * @property {number} [offset]
 * @property {Record<string, string[]>} [filters]
 * @property {string[]} [facets]
 * @property {boolean} [prefix]
 * @property {AbortSignal} [signal]
 */

/** @typedef {{ title: string, url: string, path: string, score: number, [key: string]: string | number }} Hit */

/**
 * @typedef {object} Result
 * @property {number} total
 * @property {Hit[]} hits
 * @property {string[]} words
 * @property {'all' | 'apart' | 'some' | 'none'} match
 * @property {{ word: string, instead: string[] }[]} corrected
 * @property {import('./plan.js').Offer[]} offers known words that no document has, and those near them
 * @property {string} instead the query as it was read in other letters, empty where it was read as it is
 * @property {boolean} alarm whether the query tells of danger
 * @property {string[]} dangers what dangers, as the documents name them, the likeliest first
 * @property {Record<string, Record<string, number>>} facets
 */

/** @typedef {{ lengths: number[], percents: number[] }} Columns by document */
/** @typedef {{ files: Files, terms: Terms, rules: import('./analysis.js').Rules[], columns: Promise<Columns> }} Index */

/**
 * @param {{ base: string, lang: string, files?: import('./files.js').Source }} where the root of the site, the language, and
 *   what gives the files of the index where they are not to be fetched from the site
 * @returns {((query: string, options?: Options) => Promise<Result>) & { open: () => void }} open() fetches what every search needs
 */
export function createSearch({ base, lang, files }) {
  const root = new URL(base, globalThis.document?.baseURI)
  /** @type {Promise<Index> | undefined} */
  let opened

  const index = () => {
    if (!opened) {
      opened = open(files ?? new URL(`search/${encodeURIComponent(lang)}/`, root).href, lang)
      opened.catch(() => { opened = undefined })
    }
    return opened
  }

  /** @param {string} query @param {Options} [options] */
  const search = async (query, options = {}) => {
    query = String(query ?? '')
    options.signal?.throwIfAborted()
    if (split(query).length === 0) return nothing([], options.facets)
    const attempt = async () => {
      try {
        return await answer(await index(), root, query, options)
      } catch (error) {
        // What was fetched may be of another build, or come whole the next time.
        if (error instanceof SearchError) opened = undefined
        throw error
      }
    }
    try {
      return await attempt()
    } catch (error) {
      // The site was published anew since the page was opened: begin again with its index.
      if (error instanceof SearchError && error.code === 'mixed') return attempt()
      throw error
    }
  }
  return Object.assign(search, { open: () => { index().catch(() => {}) } }) // whoever searches hears of it
}

/** @param {string[]} words @param {string[]} [facets] @returns {Result} */
const nothing = (words, facets = []) => ({
  total: 0, hits: [], words, match: 'none', corrected: [], offers: [], instead: '', alarm: false, dangers: [], facets: Object.fromEntries(facets.map(name => [name, {}])),
})

/** @param {string | import('./files.js').Source} from @param {string} lang @returns {Promise<Index>} */
async function open(from, lang) {
  const files = new Files(from)
  rulesFor(lang).catch(() => {}) // asked for again below
  /** @type {import('./terms.js').Contents} */
  const contents = await files.json('contents.bin')
  const rules = await late(Promise.all(contents.languages.map(rulesFor)))
  const columns = files.bits('lengths.bin').then(read => {
    /** @param {number} value @param {(value: number) => number} next */
    const column = (value, next) => {
      const list = new Array(contents.documents).fill(value)
      read.documents(list.length).forEach((from, i, changed) => list.fill(value = next(value), from, changed[i + 1]))
      return list
    }
    const lengths = column(0, length => {
      const d = read.number()
      return length + (d % 2 ? d + 1 : -d) / 2
    })
    return { lengths, percents: column(100, () => read.number()) }
  })
  columns.catch(() => {}) // whoever needs them hears of it
  return { files, terms: new Terms(files, contents), rules, columns }
}

/** @param {Index} index @param {URL} root @param {string} query @param {Options} options @returns {Promise<Result>} */
async function answer(index, root, query, options) {
  const { limit = 10, offset = 0, filters = {}, facets = [], prefix = true, signal } = options
  const filterNames = Object.keys(filters).filter(name => filters[name].length > 0)
  const [plan, ...named] = await Promise.all([planOf(query, prefix, index.rules, index.terms),
    ...[...filterNames, ...facets].map(async name => /** @type {const} */ ([name, await facetColumn(index, name)]))])
  const columns = new Map(named)
  signal?.throwIfAborted()
  const result = nothing(plan.words.map(w => w.surface).filter(Boolean), facets)
  result.instead = plan.instead
  result.offers = plan.offers
  result.dangers = plan.dangers
  result.alarm = plan.dangers.length > 0
  if (plan.words.length === 0) return result
  const { lengths, percents } = await index.columns
  const found = await scores(plan, index.terms, lengths, filterNames.length > 0)
  const sets = filterNames.map(name => new Set(filters[name].flatMap(v => columns.get(name)?.get(v) ?? [])))
  /** @type {ReturnType<typeof choose>} */
  let chosen = []
  /** @param {Result['match']} match @param {Set<number>[]} sets */
  const attempt = (match, sets) => {
    if (chosen.length > 0) return
    chosen = choose(found, match !== 'some', sets, percents)
    if (chosen.length > 0) result.match = match
  }
  if (!plan.missing) {
    attempt('all', [...sets, ...await Promise.all(plan.phrases.map(phrase => having(phrase, index.terms)))])
    attempt('apart', sets)
  }
  if (plan.missing || plan.words.length > 1) attempt('some', sets)
  result.total = chosen.length
  result.corrected = plan.words.filter(w => w.corrected.length > 0).map(w => ({ word: w.surface, instead: w.corrected }))
  const documents = new Set(chosen.map(c => c.document))
  for (const name of facets) {
    for (const [value, having] of columns.get(name) ?? []) {
      const n = having.filter(d => documents.has(d)).length
      if (n > 0) result.facets[name][value] = n
    }
  }
  result.hits = await Promise.all(chosen.slice(offset, offset + limit).map(c => shown(index, root, c)))
  signal?.throwIfAborted()
  return result
}

/** @param {string[][]} phrase @param {Terms} terms @returns {Promise<Set<number>>} the documents that have it */
const having = async (phrase, terms) => (await late(import('./phrases.js'))).having(phrase, terms, postings)

/** @param {Index} index @param {string} name @returns {Promise<Map<string, number[]>>} value → documents */
async function facetColumn({ files, terms }, name) {
  const { facets, documents } = terms.contents
  if (!Object.hasOwn(facets, name)) return new Map()
  const read = await files.bits(`f/${facets[name]}.bin`)
  return new Map(read.lines(terms.codes[0], read.number() - 1).map(value => [value, read.documents(documents)]))
}

/** @param {Index} index @param {URL} root @param {{ document: number, score: number }} chosen @returns {Promise<Hit>} */
async function shown({ files, terms }, root, { document, score }) {
  const { block, display } = terms.contents
  const fields = 2 + display.length
  const at = document % block * fields
  const [title, path, ...texts] = (await files.bits(`d/${Math.floor(document / block)}.bin`)).lines(terms.codes[0], at + fields).slice(at)
  const told = Object.fromEntries(display.map((key, i) => [key, texts[i]]).filter(([, text]) => text))
  return { ...told, title, path, url: new URL(path, root).href, score }
}
