// bleve's ranking: BM25 with the root of the frequency, stems weighed by boost
// and idf once more, words scaled by how many of their stems a document has.

import { postings } from './terms.js'

const k1 = 1.2
const b = 0.75

/**
 * What documents have gathered, by words and by terms of names.
 * @typedef {object} Scored
 * @property {number} words of the query
 * @property {Map<number, { words: number, sum: number }>} total by document
 * @property {Map<number, number>} names
 */

/**
 * @param {import('./plan.js').Plan} plan
 * @param {import('./terms.js').Terms} terms
 * @param {number[]} lengths
 * @param {boolean} filtered
 * @returns {Promise<Scored>}
 */
export async function scores(plan, terms, lengths, filtered) {
  const { documents, tokens } = terms.contents
  const average = Math.ceil(tokens / documents)
  let squares = 0
  let leaves = 0
  const groups = await Promise.all([...plan.words.map(w => w.stems), plan.names].map(choices =>
    Promise.all(choices.map(async ({ stem, boost }) => {
      const entry = /** @type {import('./terms.js').Postings} */ (await terms.term(stem))
      const idf = Math.log(1 + (documents - entry.count + 0.5) / (entry.count + 0.5))
      squares += (boost * idf) ** 2
      leaves++
      return { entry, idf, weight: boost * idf }
    }))))
  const norm = 1 / Math.sqrt(squares)
  const single = leaves === 1 && !filtered
  /** @type {Scored} */
  const scored = { words: plan.words.length, total: new Map(), names: new Map() }
  groups.forEach((group, i) => {
    /** @type {Map<number, { stems: number, sum: number }>} */
    const found = new Map()
    for (const { entry, idf, weight } of group) {
      postings(entry, documents, (document, frequency) => {
        const score = idf * saturation(frequency, lengths[document], average) * (single ? 1 : weight * norm)
        const f = found.get(document)
        if (f) {
          f.stems++
          f.sum += score
        } else found.set(document, { stems: 1, sum: score })
      })
    }
    for (const [document, f] of found) {
      const sum = f.sum * f.stems / group.length
      const t = scored.total.get(document)
      if (i === plan.words.length) scored.names.set(document, sum)
      else if (t) {
        t.words++
        t.sum += sum
      } else scored.total.set(document, { words: 1, sum })
    }
  })
  return scored
}

/** @param {number} frequency @param {number} length @param {number} average @returns {number} */
function saturation(frequency, length, average) {
  const tf = Math.sqrt(frequency)
  const norm = Math.fround(1 / Math.sqrt(length))
  return tf * k1 / (tf + k1 * (1 - b + b / (norm * norm) / average))
}

/**
 * @param {Scored} scored
 * @param {boolean} all whether documents must have all words
 * @param {Set<number>[]} filters
 * @param {number[]} percents what documents count
 * @returns {{ document: number, score: number }[]} best first
 */
export function choose({ total, words, names }, all, filters, percents) {
  const out = []
  for (const [document, f] of total) {
    if ((all && f.words < words) || filters.some(set => !set.has(document))) continue
    let score = (all ? f.sum : f.sum * f.words / words) + (names.get(document) ?? 0)
    if (percents[document] < 100) score = score * percents[document] / 100
    out.push({ document, score })
  }
  return out.sort((a, b) => b.score - a.score || a.document - b.document)
}
