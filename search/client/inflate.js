// Inflates raw DEFLATE (RFC 1951), for browsers without DecompressionStream.

const lengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258]
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const distanceBase = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577]
const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
const maxSize = 64 << 20 // bytes; more is damage

/** @typedef {{ counts: number[], symbols: number[] }} Code how many codes of each length, and their symbols in order */

/** @param {number[]} lengths of the codes, by symbol @returns {Code} */
function codeOf(lengths) {
  const counts = new Array(16).fill(0)
  for (const n of lengths) counts[n]++
  counts[0] = 0
  const symbols = lengths.map((n, symbol) => ({ n, symbol })).filter(c => c.n > 0).sort((a, b) => a.n - b.n || a.symbol - b.symbol)
  return { counts, symbols: symbols.map(c => c.symbol) }
}

const fixed = () => ({
  literals: codeOf(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))),
  distances: codeOf(new Array(30).fill(5)),
})

/**
 * @param {Uint8Array} data
 * @returns {Uint8Array}
 * @throws {RangeError} where the data are cut or no DEFLATE
 */
export function inflateRaw(data) {
  let at = 0
  let held = 0
  let bits = 0
  let out = new Uint8Array(Math.max(1024, data.length * 4))
  let size = 0

  /** @param {string} why @returns {never} */
  const fail = why => { throw new RangeError(why) }

  /** @param {number} n up to 16 @returns {number} */
  const take = n => {
    while (bits < n) {
      if (at >= data.length) fail('the data end too early')
      held |= data[at++] << bits
      bits += 8
    }
    const value = held & ((1 << n) - 1)
    held >>>= n
    bits -= n
    return value
  }

  /** @param {Code} code @returns {number} */
  const symbol = ({ counts, symbols }) => {
    for (let n = 1, value = 0, first = 0, index = 0; n < 16; n++) {
      value |= take(1)
      const count = counts[n]
      if (value - count < first) return symbols[index + value - first]
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    return fail('no such code')
  }

  /** @param {number} n bytes to make room for */
  const grow = n => {
    if (size + n > maxSize) fail('too large')
    if (size + n <= out.length) return
    const larger = new Uint8Array(Math.max(out.length * 2, size + n))
    larger.set(out.subarray(0, size))
    out = larger
  }

  const stored = () => {
    held = bits = 0
    const n = data[at] | data[at + 1] << 8
    at += 4
    if (!(at + n <= data.length)) fail('the data end too early')
    grow(n)
    out.set(data.subarray(at, at + n), size)
    at += n
    size += n
  }

  const dynamic = () => {
    const literals = take(5) + 257
    const distances = take(5) + 1
    const lengths = new Array(19).fill(0)
    for (let i = 0, n = take(4) + 4; i < n; i++) lengths[order[i]] = take(3)
    const code = codeOf(lengths)
    /** @type {number[]} */
    const all = []
    while (all.length < literals + distances) {
      const s = symbol(code)
      if (s < 16) all.push(s)
      else {
        const repeated = s === 16 ? all[all.length - 1] ?? fail('nothing to repeat') : 0
        for (let n = s === 16 ? 3 + take(2) : s === 17 ? 3 + take(3) : 11 + take(7); n > 0; n--) all.push(repeated)
      }
    }
    return { literals: codeOf(all.slice(0, literals)), distances: codeOf(all.slice(literals, literals + distances)) }
  }

  /** @param {{ literals: Code, distances: Code }} codes */
  const compressed = ({ literals, distances }) => {
    for (;;) {
      const s = symbol(literals)
      if (s === 256) return
      if (s < 256) {
        grow(1)
        out[size++] = s
        continue
      }
      const length = (lengthBase[s - 257] ?? fail('no such length')) + take(lengthBits[s - 257])
      const d = symbol(distances)
      const distance = (distanceBase[d] ?? fail('no such distance')) + take(d < 4 ? 0 : (d >> 1) - 1)
      if (distance > size) fail('nothing so far back')
      grow(length)
      for (let i = 0; i < length; i++, size++) out[size] = out[size - distance]
    }
  }

  for (let last = 0; !last;) {
    last = take(1)
    const type = take(2)
    if (type === 0) stored()
    else if (type === 3) fail('no such block')
    else compressed(type === 1 ? fixed() : dynamic())
  }
  return out.slice(0, size)
}
