// Reads what is written bit by bit, the lowest bit of a byte first.

import { SearchError } from './error.js'

/** The bits of a file. Those that end too early are damaged. */
export class Bits {
  /** @param {Uint8Array} data @param {string} name */
  constructor(data, name) {
    this.data = data
    this.name = name
    this.at = 0
  }

  /** @returns {never} */
  damaged() { throw new SearchError('damaged', this.name) }

  bit() {
    if (this.at >= 8 * this.data.length) this.damaged()
    return this.data[this.at >> 3] >> (this.at++ & 7) & 1
  }

  /** The code of Rice. @param {number} k */
  rice(k) {
    let n = 0
    while (this.bit()) n++
    return this.low(k, n)
  }

  /** @param {number} k @param {number} n @returns {number} k bits after those of n */
  low(k, n) {
    while (k--) n = n * 2 + this.bit()
    return n
  }

  /**
   * The gaps of n of all documents.
   * @param {number} all
   * @param {number} n
   * @param {(document: number) => void} each
   */
  gaps(all, n, each) {
    const k = riceOf(all, n)
    for (let document = -1; n--;) {
      document += this.rice(k) + 1
      if (document >= all) this.damaged()
      each(document)
    }
  }

  /** @param {number} all @returns {number[]} some of all documents */
  documents(all) {
    /** @type {number[]} */
    const list = []
    this.gaps(all, this.number() - 1, document => list.push(document))
    return list
  }

  /** The code of Elias. @returns {number} 1 and more */
  number() { return this.low(this.rice(0), 1) }

  /** @param {import('./terms.js').Code} code @param {number} n @returns {string[]} so many lines */
  lines({ classes, ends }, n) {
    let text = ''
    let token = ''
    while (n > 0) {
      token = this.token(classes[+!ends.includes(token.slice(-1))]) || String.fromCodePoint(this.low(21, 0))
      n -= token.split('\n').length - 1
      text += token
    }
    return text.split('\n').slice(0, -1)
  }

  /** @param {Map<number, string>} codes @returns {string} */
  token(codes) {
    let token
    for (let code = 1; token === undefined; token = codes.get(code)) code = code * 2 + this.bit() // to the end of the bits, if there is none
    return token
  }
}

/** @param {number} all @param {number} n of them @returns {number} the parameter of the code of Rice for their gaps */
function riceOf(all, n) {
  let k = 0
  while (n && 2 ** (k + 1) * n <= all) k++
  return k
}
