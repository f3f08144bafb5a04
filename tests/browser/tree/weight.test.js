// Every page of the tree, weighed as it travels: its HTML with the style sheet, and
// the scripts that it loads by itself. What is carried away whole is left aside.

import { brotliCompressSync, constants } from 'node:zlib'
import { bytes, files, text } from '../site/tree.js'
import { expect, test } from '../site/test.js'

const most = { page: 14 * 1024, scripts: 10 * 1024 }

/** @param {string} html */
const quickly = (html) => brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).length

test('every page keeps its weight', async () => {
  /** @type {Map<string, number>} */
  const weights = new Map()
  /** @param {string} file */
  const weigh = async (file) => {
    const known = weights.get(file) ?? brotliCompressSync(await bytes(file)).length
    weights.set(file, known)
    return known
  }
  const heavy = []
  let pages = 0
  for (const file of await files()) {
    if (!file.endsWith('.html') || file.includes('/offline/')) continue
    pages++
    const html = await text(file)
    /** @param {RegExp} address @returns {Promise<number>} */
    const parts = async (address) => {
      let sum = 0
      for (const [, part] of html.matchAll(address)) sum += await weigh(part.replace(/^.*?(?=assets\/)/, ''))
      return sum
    }
    const sheets = await parts(/<link rel="?stylesheet"? href="?([^"> ]+)/g)
    // What is light enough packed quickly need not be packed well, which takes twenty times as long.
    const light = sheets + quickly(html)
    const page = light > most.page ? sheets + brotliCompressSync(html).length : light
    const scripts = await parts(/<script[^>]* src="?([^"> ]+)/g)
    if (page > most.page || scripts > most.scripts) heavy.push(`${file}: ${page} ${scripts}`)
  }
  expect(pages).toBeGreaterThan(1000)
  expect(heavy).toEqual([])
})

// A phone on a slow line loads all rules before the first question.
test('the rules of the checker are small', async () => {
  const rules = (await files()).filter((file) => /^[a-z]+\/eligibility\/rules\.json$/.test(file))
  expect(rules).toHaveLength(3)
  for (const file of rules) expect(brotliCompressSync(await bytes(file)).length, file).toBeLessThanOrEqual(6 * 1024)
})
