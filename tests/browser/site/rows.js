// The exports of the demonstration, read by a few lines of our own: a test of what
// the program leaves out cannot ask the program.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { repository } from './places.js'

const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y

/**
 * The rows of an export.
 * @param {string} table name of a file, without ".csv"
 * @param {string} [folder] it lies in, from the repository's root
 * @returns {Promise<Record<string, string>[]>} cells by column
 */
export async function rows (table, folder = 'data') {
  const [head, ...body] = records(await readFile(join(repository, folder, `${table}.csv`), 'utf8'))
  return body.map((cells) => Object.fromEntries(head.map((column, i) => [column, cells[i] ?? ''])))
}

/**
 * @param {string} text of RFC 4180
 * @returns {string[][]}
 */
function records (text) {
  /** @type {string[][]} */
  const found = [[]]
  cell.lastIndex = 0
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const [, quoted, plain, end] = cell.exec(text) ?? []
    if (end === undefined) throw new Error(`no cell of CSV at character ${at}`)
    found[found.length - 1].push(quoted?.replaceAll('""', '"') ?? plain)
    if (end !== ',') found.push([])
  }
  // The last line ends with a line end, which opened one more.
  return found.filter((cells) => cells.length > 0)
}
