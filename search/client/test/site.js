// Answers fetch from a folder, as a server would.
import { readFile } from 'node:fs/promises'

export const root = 'https://example.org/some/where/'

/**
 * @param {string} folder
 * @returns {{ requests: string[], change: (path: string, data: Uint8Array) => Uint8Array | null }} what was asked for; a hook
 *   that may change an answer or take it away
 */
export function serve(folder) {
  /** @type {ReturnType<typeof serve>} */
  const site = { requests: [], change: (_, data) => data }
  globalThis.fetch = async address => {
    const { pathname } = new URL(String(address))
    const path = pathname.slice(new URL(root).pathname.length)
    site.requests.push(path)
    const data = await readFile(`${folder}/${path}`).then(data => site.change(path, new Uint8Array(data)), () => null)
    return data ? new Response(data) : new Response('', { status: 404 })
  }
  return site
}
