// The built tree as files.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tree } from './places.js'

/**
 * Paths of all files of the tree, relative to it, sorted.
 * @param {string} [under] a folder, ending with "/", or nothing for the whole tree
 * @returns {Promise<string[]>}
 */
export async function files (under = '') {
  const entries = await readdir(join(tree(), under), { recursive: true, withFileTypes: true })
  const root = tree().length + 1
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root)).sort()
}

/**
 * The bytes of a file of the tree.
 * @param {string} file
 */
export function bytes (file) {
  return readFile(join(tree(), file))
}

/**
 * The text of a file of the tree.
 * @param {string} file
 */
export function text (file) {
  return readFile(join(tree(), file), 'utf8')
}
