// The search index that a single file carries inside, read as search/FORMAT.md says.

import { inflateRawSync } from 'node:zlib'
import { Bits } from '../../../search/client/bits.js'
import { SearchError } from '../../../search/client/error.js'

const header = 8 // bytes before the payload

/**
 * The texts of the index in a page; '' where it carries none.
 * @param {string} page
 */
export function carried (page) {
  const [, pack] = page.match(/<script type="application\/json" id="index">(.*?)<\/script>/s) ?? []
  if (!pack) return ''
  const files = Object.entries(JSON.parse(pack)).map(([name, file]) => ({ name, payload: Buffer.from(file, 'base64').subarray(header) }))
  const inflated = files.filter(({ name }) => /contents\.bin$|\/w\//.test(name)).map(({ payload }) => inflateRawSync(payload).toString())
  const [tokens, counts] = JSON.parse(inflated[0]).code
  const code = { tokens: tokens.split('\t'), counts }
  return [...inflated, ...files.filter(({ name }) => /\/[tdf]\//.test(name)).map(({ name, payload }) => written(new Bits(payload, name), code))].join('\n')
}

/**
 * What is written in a file, to its end: the numbers behind the texts of some are read as texts.
 * @param {Bits} bits
 * @param {{ tokens: string[], counts: number[] }} code
 */
function written (bits, code) {
  let text = ''
  if (!bits.name.includes('/d/')) bits.number()
  try {
    for (;;) text += bits.token(code) || String.fromCodePoint(bits.low(21, 0) % 0xd800)
  } catch (error) {
    if (error instanceof SearchError) return text
    throw error
  }
}
