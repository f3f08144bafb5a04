// The words of an index: which stems there are, which words begin with some
// letters, which are near a word.

import { joint } from './analysis.js'
import { riceOf } from './bits.js'
import { hash } from './files.js'

/**
 * contents.bin
 * @typedef {object} Contents
 * @property {string[]} languages
 * @property {number} documents
 * @property {number} tokens
 * @property {number} block
 * @property {string[]} display
 * @property {[string, string]} shards
 * @property {number} names
 * @property {number} salt
 * @property {number} places
 * @property {number} placing
 * @property {boolean} known
 * @property {string} brief
 * @property {number[]} lengths
 * @property {Record<string, number>} facets
 * @property {string[]} alarms
 * @property {[string, number[]]} code
 */

/** @typedef {{ stem: string, surfaces: string[], count: number, postings: import('./bits.js').Bits, at: number }} Entry at: the bit where the postings begin */

/** @typedef {{ tokens: string[], counts: number[] }} Code */

const rootLetters = 3
const encoder = new TextEncoder()

export class Terms {
  /** @param {import('./files.js').Files} files @param {Contents} contents */
  constructor(files, contents) {
    this.files = files
    this.contents = contents
    this.firsts = fronted(contents.shards)
    this.brief = contents.brief.split(' ')
    /** @type {Code} */
    this.code = { tokens: contents.code[0].split('\t'), counts: contents.code[1] }
    /** @type {Map<number, Promise<Entry[]>>} */
    this.shards = new Map()
    /** @type {Map<number, Promise<Map<number, Entry>>>} */
    this.names = new Map()
    /** @type {Map<string, ReturnType<Terms['words']>>} */
    this.lists = new Map()
  }

  /** @param {number} i @returns {Promise<Entry[]>} */
  shard(i) {
    let shard = this.shards.get(i)
    if (!shard) {
      shard = this.files.bits(`t/${i}.bin`).then(read => entries(read, this.code, this.contents.documents))
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
    const i = hash(encoder.encode(term.split(joint, 2).join(joint)), ~salt) % files
    let names = this.names.get(i)
    if (!names) {
      names = this.files.bits(`n/${i}.bin`).then(read => hashed(read, documents))
      this.names.set(i, names)
      names.catch(() => this.names.delete(i))
    }
    return (await names).get(hash(encoder.encode(term), salt))
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

  /** @param {string} name @returns {Promise<string[]>} the words of a file of words */
  words(name) {
    let words = this.lists.get(name)
    if (!words) {
      words = this.files.text(name).then(text => {
        let word = ''
        return text.split('\n').slice(0, -1).map(line => word = unfront(word, line))
      })
      this.lists.set(name, words)
      words.catch(() => this.lists.delete(name))
    }
    return words
  }
}

/** @param {import('./bits.js').Bits} read @param {Code} code @param {number} documents @returns {Entry[]} */
function entries(read, code, documents) {
  let root = ''
  const words = read.lines(code, read.number()).map(line => {
    const [first, stem, ...surfaces] = line.split(' ')
    root = unfront(root, first)
    return { stem: stem[0] === '=' ? stem.slice(1) : root + stem, surfaces: surfaces.map(s => root + s) }
  })
  return words.map(w => ({ ...w, ...skip(read, read.number(), documents) }))
}

/** @param {import('./bits.js').Bits} read @param {number} documents @returns {Map<number, Entry>} name terms by their hashes */
function hashed(read, documents) {
  const out = new Map()
  const n = read.number() - 1
  const k = riceOf(2 ** 32, n)
  for (let i = n, last = -1; i--;) {
    last += read.rice(k) + 1
    out.set(last, { stem: '', surfaces: [], ...skip(read, read.rice(0) + 1, documents) })
  }
  return out
}

/** @param {import('./bits.js').Bits} read @param {number} count @param {number} documents */
function skip(read, count, documents) {
  const { at } = read
  walk(read, count, documents, () => {})
  return { count, postings: read, at }
}

/**
 * Calls each with document and frequency.
 * @param {Entry} entry
 * @param {number} documents
 * @param {(document: number, frequency: number) => void} each
 */
export function postings({ postings, at, count }, documents, each) {
  postings.at = at
  walk(postings, count, documents, each)
}

/** @param {import('./bits.js').Bits} read @param {number} count @param {number} documents @param {(document: number, frequency: number) => void} each */
const walk = (read, count, documents, each) => read.gaps(documents, count, document => each(document, read.rice(0) + 1))

/** @param {string} word @param {string} line @returns {string} so many letters of the word as a digit says, and the rest */
const unfront = (word, line) => [...word].slice(0, parseInt(line[0], 36)).join('') + line.slice(1)

/** @param {[string, string]} texts letters shared with the word before, rests @returns {string[]} */
function fronted([digits, rests]) {
  let word = ''
  const list = rests.split(' ')
  return [...digits].map((c, i) => word = unfront(word, c + list[i]))
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
