// Which documents have a phrase in quotes. It is loaded when one is asked for, and imports
// nothing, so that the bundler parts it from the rest.

/** @typedef {[weight: number, places: number][]} Texts of a document, by weight */

/**
 * @param {string[][]} phrase of each word the stems that may stand for it
 * @param {import('./terms.js').Terms} terms
 * @param {typeof import('./terms.js').postings} postings
 * @returns {Promise<Set<number>>} the documents in which the words stand side by side
 */
export async function having(phrase, terms, postings) {
  const { places, documents } = terms.contents
  if (!places) return new Set(new Array(documents).keys()) // no order is kept: no phrase is looked for
  const texts = textsOf(await terms.files.bits('texts.bin'), documents)

  /** @param {string} stem @param {Map<number, number[]>} to its places, by document */
  const place = async (stem, to) => {
    const entry = await terms.term(stem)
    if (entry?.shard === undefined) return
    const read = await terms.files.bits(`p/${entry.shard}.bin`)
    // Those of the entries before it come first.
    for (const e of await terms.shard(entry.shard)) {
      if (!e.own) continue
      const all = read.bit() > 0
      postings(e, documents, (document, frequency) => {
        const list = placesIn(read, frequency, texts[document], all)
        if (e === entry) to.set(document, [...to.get(document) ?? [], ...list])
      })
      if (e === entry) return
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

/** @param {import('./bits.js').Bits} read @param {number} documents @returns {Texts[]} by document */
function textsOf(read, documents) {
  /** @type {[number, number][][]} weights and the parameters of their codes */
  const known = []
  for (let n = read.number(); --n;) {
    /** @type {[number, number][]} */
    const list = []
    for (let m = read.number(); --m;) list.push([read.number(), read.low(4, 0)])
    known.push(list)
  }
  return Array.from({ length: documents }, () =>
    (known[read.rice(0)] ?? read.damaged()).map(([weight, k]) => /** @type {[number, number]} */ ([weight, read.rice(k) + 1])))
}

/**
 * @param {import('./bits.js').Bits} read
 * @param {number} frequency
 * @param {Texts} texts
 * @param {boolean} all whether the places tell of the whole frequency
 * @returns {number[]} where the stem stands
 */
function placesIn(read, frequency, texts, all) {
  /** @type {number[]} */
  const list = []
  let from = 0
  texts.forEach(([weight, places], i) => {
    const most = Math.min(Math.floor(frequency / weight), places)
    let n = all && i === texts.length - 1 ? most : 0
    if (n === 0) while (n < most && read.bit()) n++
    frequency -= n * weight
    for (let next = from; n--;) {
      next += below(read, from + places - next - n)
      list.push(next++)
    }
    from += places + 1
  })
  return list
}

/** @param {import('./bits.js').Bits} read @param {number} m @returns {number} less than m */
function below(read, m) {
  if (m < 1) read.damaged()
  const k = 31 - Math.clz32(m)
  const short = 2 ** (k + 1) - m
  const n = read.low(k, 0)
  return n < short ? n : read.low(1, n) - short
}
