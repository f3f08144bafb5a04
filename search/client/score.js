// bleve's ranking: BM25 with the root of the frequency, stems weighed by boost
// and idf once more, words scaled by how many of their stems a document has.

import { postings } from './terms.js'

const k1 = 1.2
const b = 0.75

/**
 * @param {import('./plan.js').Plan} plan
 * @param {import('./terms.js').Terms} terms
 * @param {number[]} lengths
 * @param {boolean} filtered
 * @returns {Promise<Map<number, { words: number, sum: number }>>} by document
 */
export async function scores(plan, terms, lengths, filtered) {
  const { documents, tokens } = terms.contents
  const average = Math.ceil(tokens / documents)
  let squares = 0
  let leaves = 0
  const words = await Promise.all(plan.words.map(word => Promise.all(word.stems.map(async ({ stem, boost }) => {
    const entry = /** @type {import('./terms.js').Entry} */ (await terms.term(stem))
    const idf = Math.log(1 + (documents - entry.count + 0.5) / (entry.count + 0.5))
    squares += (boost * idf) ** 2
    leaves++
    return { entry, idf, weight: boost * idf }
  }))))
  const norm = 1 / Math.sqrt(squares)
  const single = leaves === 1 && !filtered
  /** @type {Map<number, { words: number, sum: number }>} */
  const total = new Map()
  for (const word of words) {
    /** @type {Map<number, { stems: number, sum: number }>} */
    const found = new Map()
    for (const { entry, idf, weight } of word) {
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
      const sum = f.sum * f.stems / word.length
      const t = total.get(document)
      if (t) {
        t.words++
        t.sum += sum
      } else total.set(document, { words: 1, sum })
    }
  }
  return total
}

/** @param {number} frequency @param {number} length @param {number} average @returns {number} */
function saturation(frequency, length, average) {
  const tf = Math.sqrt(frequency)
  const norm = Math.fround(1 / Math.sqrt(length))
  return tf * k1 / (tf + k1 * (1 - b + b / (norm * norm) / average))
}

/**
 * @param {Map<number, { words: number, sum: number }>} found
 * @param {number} words of the query
 * @param {boolean} all whether documents must have all of them
 * @param {Set<number>[]} filters
 * @returns {{ document: number, score: number }[]} best first
 */
export function choose(found, words, all, filters) {
  const out = []
  for (const [document, f] of found) {
    if ((all && f.words < words) || filters.some(set => !set.has(document))) continue
    out.push({ document, score: all ? f.sum : f.sum * f.words / words })
  }
  return out.sort((a, b) => b.score - a.score || a.document - b.document)
}
