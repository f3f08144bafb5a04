// The words of an index: which stems there are, which words begin with some
// letters, which are near a word.

import { joint } from './analysis.js'
import { Payload, SearchError, join } from './files.js'

/**
 * index.bin
 * @typedef {object} Contents
 * @property {string[]} languages
 * @property {number} documents
 * @property {number} tokens
 * @property {number} block
 * @property {string[]} display
 * @property {[string, string]} shards
 * @property {number} names
 * @property {number} salt
 * @property {string} brief
 * @property {number[]} lengths
 * @property {Record<string, number>} facets
 * @property {string[]} alarms
 */

/** @typedef {{ stem: string, surfaces: string[], count: number, postings: Uint8Array, at: number }} Entry at: the bit where the postings begin */

const rootLetters = 3
const decoder = new TextDecoder()
const encoder = new TextEncoder()

export class Terms {
  /** @param {import('./files.js').Files} files @param {Contents} contents */
  constructor(files, contents) {
    this.files = files
    this.contents = contents
    this.firsts = fronted(contents.shards)
    this.brief = contents.brief.split(' ')
    /** @type {Map<number, Promise<Entry[]>>} */
    this.shards = new Map()
    /** @type {Map<number, Promise<Map<number, Entry>>>} */
    this.names = new Map()
    /** @type {Map<number, ReturnType<Terms['words']>>} by number of letters */
    this.lists = new Map()
  }

  /** @param {number} i @returns {Promise<Entry[]>} */
  shard(i) {
    let shard = this.shards.get(i)
    if (!shard) {
      const name = `t/${i}.bin`
      shard = this.files.get(name).then(data => entries(new Payload(data, name)))
      this.shards.set(i, shard)
      shard.catch(() => this.shards.delete(i))
    }
    return shard
  }

  /** @param {string} root @returns {number} the shard in which it is if anywhere, -1 for none */
  shardOf(root) {
    let low = 0
    let high = this.firsts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (before(root, this.firsts[middle])) high = middle
      else low = middle + 1
    }
    return low - 1
  }

  /** @param {string} word @returns {string[]} its beginnings that may be roots */
  roots(word) {
    const letters = [...word]
    return letters.map((_, i) => letters.slice(0, i + 1).join(''))
      .filter((root, i) => i + 1 >= rootLetters || this.brief.includes(root))
  }

  /** @param {string} stem @returns {Promise<Entry | undefined>} */
  async term(stem) {
    if (stem.includes(joint)) return this.name(stem)
    const shards = new Set(this.roots(stem).map(root => this.shardOf(root)))
    shards.delete(-1)
    for (const shard of await Promise.all([...shards].map(i => this.shard(i)))) {
      const entry = shard.find(e => e.stem === stem)
      if (entry) return entry
    }
    return undefined
  }

  /** @param {string} term of a name @returns {Promise<Entry | undefined>} */
  async name(term) {
    const { names: files, salt, documents } = this.contents
    if (!files) return undefined
    // Terms whose first two stems are the same are in one file.
    const i = hash(term.split(joint, 2).join(joint), ~salt) % files
    let names = this.names.get(i)
    if (!names) {
      const file = `n/${i}.bin`
      names = this.files.get(file).then(data => hashed(new Payload(data, file), documents))
      this.names.set(i, names)
      names.catch(() => this.names.delete(i))
    }
    return (await names).get(hash(term, salt))
  }

  /** @param {string} prefix @returns {Promise<string[]>} stems of the words that begin so */
  async beginning(prefix) {
    const shards = this.firsts
    const wanted = new Set(this.roots(prefix).map(root => this.shardOf(root)))
    for (let i = Math.max(this.shardOf(prefix), 0); i < shards.length; i++) {
      if (before(prefix, shards[i]) && !shards[i].startsWith(prefix)) break
      wanted.add(i)
    }
    wanted.delete(-1)
    const found = new Set(/** @type {string[]} */ ([]))
    for (const shard of await Promise.all([...wanted].map(i => this.shard(i)))) {
      for (const e of shard) if (e.surfaces.some(s => s.startsWith(prefix))) found.add(e.stem)
    }
    return [...found]
  }

  /** @param {number} n @returns {Promise<string[]>} the words of n letters */
  words(n) {
    let words = this.lists.get(n)
    if (!words) {
      const name = `w/${n}.bin`
      words = this.files.get(name).then(data => {
        const payload = new Payload(data, name)
        const list = []
        /** @type {Uint8Array} */
        let word = new Uint8Array()
        while (payload.more) {
          list.push(decoder.decode(word = payload.front(word)))
        }
        return list
      })
      this.lists.set(n, words)
      words.catch(() => this.lists.delete(n))
    }
    return words
  }
}

/** @param {Payload} payload @returns {Entry[]} */
function entries(payload) {
  /** @type {Entry[]} */
  const out = []
  /** @type {Uint8Array} */
  let root = new Uint8Array()
  while (payload.more) {
    root = payload.front(root)
    const stem = decoder.decode(payload.front(root))
    const surfaces = []
    for (let n = payload.number(); n > 0; n--) {
      surfaces.push(decoder.decode(join(root, payload.bytes(payload.number()))))
    }
    const count = payload.number()
    out.push({ stem, surfaces, count, postings: payload.bytes(payload.number()), at: 0 })
  }
  return out
}

/** @param {Payload} payload @param {number} documents @returns {Map<number, Entry>} name terms by their hashes */
function hashed(payload, documents) {
  const out = new Map()
  const n = payload.number()
  const data = payload.bytes(payload.data.length - payload.at)
  const read = bits(data, 0)
  const k = riceOf(2 ** 32, n)
  for (let i = n, last = -1; i--;) {
    last += read.rice(k) + 1
    const entry = { stem: '', surfaces: [], count: read.rice(0) + 1, postings: data, at: read.at() }
    out.set(last, entry)
    walk(read, entry.count, documents, () => {})
  }
  return out
}

/**
 * Calls each with document and frequency.
 * @param {Entry} entry
 * @param {number} documents
 * @param {(document: number, frequency: number) => void} each
 */
export const postings = (entry, documents, each) => walk(bits(entry.postings, entry.at), entry.count, documents, each)

/** @param {ReturnType<bits>} read @param {number} count @param {number} documents @param {(document: number, frequency: number) => void} each */
function walk(read, count, documents, each) {
  const k = riceOf(documents, count)
  for (let i = count, document = -1; i--;) {
    document += read.rice(k) + 1
    if (document >= documents) throw new SearchError('damaged', 't')
    each(document, read.rice(0) + 1)
  }
}

/** @param {number} all @param {number} n of them @returns {number} the parameter of the code of Rice for their gaps */
function riceOf(all, n) {
  let k = 0
  while (n && 2 ** (k + 1) * n <= all) k++
  return k
}

/** @param {Uint8Array} data @param {number} at the first bit */
function bits(data, at) {
  const bit = () => {
    if (at >= 8 * data.length) throw new SearchError('damaged', 't')
    return data[at >> 3] >> (at++ & 7) & 1
  }
  return {
    at: () => at,
    /** The code of Rice. @param {number} k */
    rice(k) {
      let n = 0
      while (bit()) n++
      while (k--) n = n * 2 + bit()
      return n
    },
  }
}

/** @param {string} text @param {number} salt @returns {number} FNV-1a */
function hash(text, salt) {
  for (const b of encoder.encode(text)) salt = Math.imul(salt ^ b, 16777619)
  return salt >>> 0
}

/** @param {[string, string]} texts letters shared with the word before, rests @returns {string[]} */
function fronted([shared, rests]) {
  let word = ''
  const list = rests.split(' ')
  return [...shared].map((c, i) => word = [...word].slice(0, parseInt(c, 36)).join('') + list[i])
}

/** @param {string} a @param {string} b @returns {boolean} whether a is before b by code points, as bytes of UTF-8 are */
export function before(a, b) {
  const n = Math.min(a.length, b.length)
  for (let i = 0; i < n; i++) {
    if (a[i] !== b[i]) return rank(a.charCodeAt(i)) < rank(b.charCodeAt(i))
  }
  return a.length < b.length
}

/** @param {number} unit @returns {number} surrogates stand for letters after all others */
const rank = unit => (unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit)
