// Fetches the files of an index, checks that they belong together and inflates
// them. FORMAT.md specifies them.

import { Bits } from './bits.js'
import { SearchError } from './error.js'

const magic = 0x45 // "E"
const version = 8
const idEnd = 6
const headerSize = 8

/** @typedef {(name: string) => Uint8Array | undefined | Promise<Uint8Array | undefined>} Source gives a file by its name, undefined where there is none */

/** The files of one build of an index. */
export class Files {
  /** @param {string | Source} from URL of a folder, ends with "/", or what gives the files */
  constructor(from) {
    this.from = from
    this.build = ''
    /** @type {Map<string, Promise<Uint8Array>>} */
    this.cache = new Map()
  }

  /**
   * @param {string} name
   * @returns {Promise<Uint8Array>} the payload; the first file read sets the build
   */
  get(name) {
    let file = this.cache.get(name)
    if (!file) {
      file = this.read(name)
      this.cache.set(name, file)
      // What failed may succeed when the reader is back online.
      file.catch(() => this.cache.delete(name))
    }
    return file
  }

  /** @param {string} name @returns {Promise<Uint8Array>} */
  async read(name) {
    let data
    try {
      data = await (typeof this.from === 'string' ? this.fetched(this.from + name) : this.from(name))
      if (!data) throw new Error(name)
    } catch (cause) {
      throw new SearchError('unavailable', name, cause)
    }
    if (data.length < headerSize || data[0] !== magic) throw new SearchError('damaged', name)
    const build = [...data.subarray(2, idEnd)].map(b => b.toString(16).padStart(2, '0')).join('')
    if (data[1] !== version || (this.build && build !== this.build)) throw new SearchError('mixed', name)
    const payload = data.subarray(headerSize)
    const check = hash(payload, version)
    if (((check ^ check >>> 16) & 0xffff) !== (data[idEnd] | data[idEnd + 1] << 8)) throw new SearchError('damaged', name)
    this.build = build
    return payload
  }

  /** @param {string} address @returns {Promise<Uint8Array>} */
  async fetched(address) {
    // The build in the address keeps caches from mixing builds; the first file has a fixed address and is revalidated.
    const response = await fetch(address + (this.build && '?' + this.build), this.build ? {} : { cache: 'no-cache' })
    if (!response.ok) throw new Error(`${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  }

  /** @param {string} name @returns {Promise<Bits>} */
  bits(name) { return this.get(name).then(data => new Bits(data, name)) }

  /** @param {string} name @returns {Promise<string>} */
  async text(name) { return new TextDecoder().decode(await inflate(await this.get(name), name)) }

  /** @param {string} name @returns {Promise<any>} */
  async json(name) {
    const text = await this.text(name)
    try {
      return JSON.parse(text)
    } catch (cause) {
      throw new SearchError('damaged', name, cause)
    }
  }
}

/** @param {Uint8Array} data @param {string} name @returns {Promise<Uint8Array>} */
async function inflate(data, name) {
  let stream
  try {
    stream = new DecompressionStream('deflate-raw')
  } catch {
    // An older browser: it has none, or none of raw DEFLATE.
    const { inflateRaw } = await import('./inflate.js')
    try {
      return inflateRaw(data)
    } catch (cause) {
      throw new SearchError('damaged', name, cause)
    }
  }
  try {
    const body = new Blob([/** @type {BlobPart} */ (data)]).stream().pipeThrough(stream)
    return new Uint8Array(await new Response(body).arrayBuffer())
  } catch (cause) {
    throw new SearchError('damaged', name, cause)
  }
}

/** @param {Uint8Array} data @param {number} salt @returns {number} FNV-1a */
export function hash(data, salt) {
  for (const b of data) salt = Math.imul(salt ^ b, 16777619)
  return salt >>> 0
}
