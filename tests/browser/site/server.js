// A web server as docs/hosting.md describes it, as small as can be. The tree is
// served under a folder, to show that it works under any address, and at the
// root as well: what is shown in place of a missing page names the root that
// config.toml gives.

import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { headers } from './policy.js'

const folder = '/a/b/'

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml'
}

/**
 * Serves a built tree on a free port of the loopback interface.
 * @param {string} tree
 * @param {(file: string, content: Buffer) => Buffer | string} [edit] what is served of a file, for a site that changes
 * @returns {Promise<{address: string, close: () => Promise<void>}>}
 */
export async function serve (tree, edit = (_, content) => content) {
  const files = new Set((await readdir(tree, { recursive: true })).map((file) => '/' + file))
  const policy = await headers()
  const server = createServer(async (request, response) => {
    const { status, file } = answer(files, new URL(request.url ?? '/', 'http://localhost').pathname)
    response.writeHead(status, { ...policy, 'Content-Type': types[extname(file)] ?? 'application/octet-stream' })
    response.end(edit(file, await readFile(join(tree, file))))
  })
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(undefined)) })
  const bound = server.address()
  if (!bound || typeof bound === 'string') throw new Error('the test server has no port')
  return {
    address: `http://127.0.0.1:${bound.port}${folder}`,
    close: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections() })
  }
}

/**
 * The file for an address: only what the tree holds, else the page that says so
 * in the language of the address.
 * @param {Set<string>} files of the tree, each with a leading "/"
 * @param {string} pathname
 */
function answer (files, pathname) {
  const path = decodeURIComponent(pathname.startsWith(folder) ? pathname.slice(folder.length - 1) : pathname)
  const file = path.endsWith('/') ? path + 'index.html' : path
  if (files.has(file) && extname(file)) return { status: 200, file }
  const own = `/${path.split('/')[1]}/404.html`
  return { status: 404, file: files.has(own) ? own : '/404.html' }
}
