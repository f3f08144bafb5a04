// The search index that a single file carries inside.

import { inflateRawSync } from 'node:zlib'

const header = 12 // bytes before the packed part, see search/FORMAT.md

/**
 * The payloads of the index in a page, as text; '' where it carries none.
 * @param {string} page
 */
export function carried (page) {
  const [, pack] = page.match(/<script type="application\/json" id="index">(.*?)<\/script>/s) ?? []
  if (!pack) return ''
  return Object.values(JSON.parse(pack)).map((file) => inflateRawSync(Buffer.from(file, 'base64').subarray(header)).toString()).join('\n')
}
