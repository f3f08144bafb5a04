// Which documents have a phrase in quotes. It is loaded when one is asked for, and imports
// nothing, so that the bundler parts it from the rest.

/**
 * @param {string[][]} phrase of each word the stems that may stand for it
 * @param {import('./terms.js').Terms} terms
 * @param {{ hash: (data: Uint8Array, salt: number) => number, riceOf: (all: number, n: number) => number,
 *   postings: typeof import('./terms.js').postings }} reading
 * @returns {Promise<Set<number>>} the documents in which the words stand side by side
 */
export async function having(phrase, terms, { hash, riceOf, postings }) {
  const { places, placing, documents } = terms.contents
  if (!places) return new Set(new Array(documents).keys()) // no order is kept: no phrase is looked for

  /** @param {string} stem @param {Map<number, number[]>} to its places, by document */
  const place = async (stem, to) => {
    const entry = await terms.term(stem)
    if (!entry) return
    const name = new TextEncoder().encode(stem)
    const read = await terms.files.bits(`p/${hash(name, ~placing) % places}.bin`)
    const n = read.number() - 1
    const k = riceOf(2 ** 32, n)
    for (let i = n, last = -1; i--;) {
      last += read.rice(k) + 1
      const size = read.number()
      if (last !== hash(name, placing)) {
        read.at += size
        continue
      }
      const gap = read.low(4, 0)
      const least = read.bit()
      postings(entry, documents, (document, frequency) => {
        let n = least
        while (n < frequency && read.bit()) n++
        const list = to.get(document) ?? []
        for (let at = -1; n--;) list.push(at += read.rice(gap) + 1)
        to.set(document, list)
      })
      return
    }
  }

  const [first, ...rest] = await Promise.all(phrase.map(async stems => {
    /** @type {Map<number, number[]>} */
    const to = new Map()
    await Promise.all(stems.map(stem => place(stem, to)))
    return to
  }))
  return new Set([...first.keys()].filter(document =>
    first.get(document)?.some(at => rest.every((places, i) => places.get(document)?.includes(at + i + 1)))))
}
