// The search index that a single file carries inside, read as search/FORMAT.md says.

import { inflateRawSync } from 'node:zlib'
import { Bits } from '../../../search/client/bits.js'
import { Terms } from '../../../search/client/terms.js'

const header = 8 // bytes before the payload

/**
 * The texts of the index in a page; '' where it carries none.
 * @param {string} page
 */
export function carried (page) {
  const [, pack] = page.match(/<script type="application\/json" id="index">(.*?)<\/script>/s) ?? []
  if (!pack) return ''
  const files = Object.entries(JSON.parse(pack)).map(([name, file]) => ({ name, payload: Buffer.from(file, 'base64').subarray(header) }))
  const inflated = files.filter(({ name }) => /(contents|known)\.bin$/.test(name)).map(({ payload }) => inflateRawSync(payload).toString())
  const contents = JSON.parse(inflated[0])
  const { codes: [shown, terms] } = new Terms(/** @type {any} */ (undefined), contents)
  return [...inflated, ...files.flatMap(({ name, payload }) => {
    const bits = new Bits(payload, name)
    const [, folder, n] = name.match(/\/([tdf])\/(\d+)\.bin$/) ?? []
    if (folder === 'd') {
      const documents = Math.min(contents.block, contents.documents - contents.block * Number(n))
      return bits.lines(shown, documents * (2 + contents.display.length))
    }
    if (folder === 'f') return bits.lines(shown, bits.number() - 1)
    if (folder === 't') return bits.lines(terms, bits.number())
    return name.endsWith('/words.bin') ? bits.lines(terms, bits.number() - 1) : []
  })].join('\n')
}
