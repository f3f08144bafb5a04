// The headers that docs/hosting.md tells people to send. They are read from that
// page, so that what it recommends is what was tested.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repository } from './places.js'

const row = /^\| ([A-Z][\w-]+) \| `([^`]+)` \|$/gm

/**
 * Reads the table of headers in docs/hosting.md.
 * @returns {Promise<Record<string, string>>} values by name
 */
export async function headers () {
  const page = await readFile(join(repository, 'docs/hosting.md'), 'utf8')
  const found = Object.fromEntries([...page.matchAll(row)].map(([, name, value]) => [name, value]))
  if (!found['Content-Security-Policy']) throw new Error('docs/hosting.md names no Content-Security-Policy')
  return found
}
