// The words of an index: which stems there are, which words begin with some
// letters, which are near a word.

import { joint } from './analysis.js'
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
 * @property {number} salt
 * @property {boolean} places
 * @property {boolean} known
 * @property {string} brief
 * @property {Record<string, number>} facets
 * @property {string[]} alarms
 * @property {string[]} code
 */

/** @typedef {{ stem: string, own: boolean, surfaces: string[] }} Words own: whether this is the entry of the stem */
/**
 * @typedef {{ count: number, postings: import('./bits.js').Bits, at: number, of?: Postings }} Postings
 *   at: the bit where they begin; of: those of a name, the postings among which they are
 */
/** @typedef {Postings & Words & { shard: number, names?: Map<number, Postings> }} Entry of a word */
/** @typedef {Postings & Partial<Entry>} Term of a word or a name */

/** @typedef {{ classes: Map<number, string>[], ends: string }} Code of a kind of texts: tokens by their codes, before which stands a 1; after which letters the first class comes */

const rootLetters = 3
const spread = 65536

export class Terms {
  /** @param {import('./files.js').Files} files @param {Contents} contents */
  constructor(files, contents) {
    this.files = files
    this.contents = contents
    const rests = contents.shards[1].split(' ')
    this.firsts = fronted([...contents.shards[0]].map((c, i) => c + rests[i]))
    this.brief = contents.brief.split(' ')
    /** @type {Code[]} of texts that are shown, and of terms */
    this.codes = codesOf(contents.code)
    /** @type {Map<number, Promise<Entry[]>>} */
    this.shards = new Map()
  }

  /** @param {number} i @returns {Promise<Entry[]>} */
  shard(i) {
    let shard = this.shards.get(i)
    if (!shard) {
      shard = this.files.bits(`t/${i}.bin`).then(read => {
        /** @type {Entry[]} */
        const entries = this.words(read, read.number()).map(w => ({ ...w, shard: i, ...skip(read, read.number(), this.contents.documents) }))
        for (const e of entries) if (e.own) e.names = namesOf(read, e)
        return entries
      })
      this.shards.set(i, shard)
      shard.catch(() => this.shards.delete(i))
    }
    return shard
  }

  /** @param {import('./bits.js').Bits} read @param {number} n @returns {Words[]} of so many entries */
  words(read, n) {
    let root = ''
    return read.lines(this.codes[1], n).map(line => {
      const [first, stem, ...surfaces] = line.split(' ')
      root = unfront(root, first)
      const own = stem[0] !== '='
      return { stem: own ? root + stem : stem.slice(1), own, surfaces: surfaces.map(s => root + s) }
    })
  }

  /** @param {string} root @returns {number} the shard in which it is if anywhere, -1 for none */
  shardOf(root) {
    const after = this.firsts.findIndex(first => before(root, first))
    return (after < 0 ? this.firsts.length : after) - 1
  }

  /** @param {string} word @returns {string[]} its beginnings that may be roots */
  roots(word) {
    const letters = [...word]
    return letters.map((_, i) => letters.slice(0, i + 1).join(''))
      .filter((root, i) => i + 1 >= rootLetters || this.brief.includes(root))
  }

  /** @param {string} stem @returns {Promise<Term | undefined>} */
  async term(stem) {
    if (stem.includes(joint)) {
      const names = (await this.term(stem.split(joint)[0]))?.names
      return names?.get(hash(new TextEncoder().encode(stem), this.contents.salt) % (names.size * spread))
    }
    const shards = new Set(this.roots(stem).map(root => this.shardOf(root)))
    shards.delete(-1)
    for (const shard of await Promise.all([...shards].map(i => this.shard(i)))) {
      const entry = shard.find(e => e.own && e.stem === stem)
      if (entry) return entry
    }
    return undefined
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
}

/** @param {string[]} code tokens, and by class the lengths of their codes @returns {Code[]} */
function codesOf([list, ...lengths]) {
  const tokens = fronted(list.split('\t'))
  const classes = lengths.map(digits => {
    const codes = new Map()
    for (let n = 1, code = 2; n < 31; n++, code *= 2) {
      const digit = n.toString(36)
      tokens.forEach((token, i) => digits[i] === digit && codes.set(code++, token))
    }
    return codes
  })
  return [{ classes, ends: ' \n' }, { classes: classes.slice(2), ends: '\n' }]
}

/** @param {import('./bits.js').Bits} read @param {Postings} of the stem that they begin with @returns {Map<number, Postings>} name terms by their hashes */
function namesOf(read, of) {
  const out = new Map()
  for (let n = read.number(), last = -1; --n;) {
    last += read.rice(16) + 1
    out.set(last, { ...skip(read, read.rice(0) + 1, of.count), of })
  }
  return out
}

/** @param {import('./bits.js').Bits} read @param {number} count @param {number} documents @returns {Postings} */
function skip(read, count, documents) {
  const { at } = read
  walk(read, count, documents, () => {})
  return { count, postings: read, at }
}

/**
 * Calls each with document and frequency.
 * @param {Postings} entry
 * @param {number} documents
 * @param {(document: number, frequency: number) => void} each
 */
export function postings({ postings: read, at, count, of }, documents, each) {
  /** @type {number[]} */
  const list = []
  if (of) postings(of, documents, document => list.push(document))
  read.at = at
  walk(read, count, of ? of.count : documents, of ? (i, frequency) => each(list[i], frequency) : each)
}

/** @param {import('./bits.js').Bits} read @param {number} count @param {number} documents @param {(document: number, frequency: number) => void} each */
const walk = (read, count, documents, each) => read.gaps(documents, count, document => each(document, read.rice(0) + 1))

/** @param {string} word @param {string} line @returns {string} so many letters of the word as a digit says, and the rest */
const unfront = (word, line) => [...word].slice(0, parseInt(line[0], 36)).join('') + line.slice(1)

/** @param {string[]} lines @returns {string[]} words, each fronted by the one before */
export function fronted(lines) {
  let word = ''
  return lines.map(line => word = unfront(word, line))
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
