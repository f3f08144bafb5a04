// Every page of the built tree is valid HTML.

import { expect, test } from '@playwright/test'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import config from '../htmlvalidate.js'
import { languages } from '../site/kinds.js'
import { files, text } from '../site/tree.js'

const validator = new HtmlValidate(new StaticConfigLoader(config))

for (const folder of [...languages.map((language) => `${language}/`), '']) {
  test(`pages of ${folder || 'no language'}`, async () => {
    test.setTimeout(180_000)
    const pages = (await files(folder)).filter((file) => file.endsWith('.html') && (folder || !file.includes('/')))
    expect(pages.length).toBeGreaterThan(0)
    expect(inWords(await faults(pages))).toEqual([])
  })
}

/**
 * What is wrong, by rule and message: a fault of a layout stands in many pages.
 * @param {string[]} pages
 * @returns {Promise<Map<string, string[]>>} where it stands
 */
async function faults (pages) {
  /** @type {Map<string, string[]>} */
  const found = new Map()
  for (const page of pages) {
    const { results } = await validator.validateString(await text(page), page)
    for (const { ruleId, message, line, column } of results.flatMap(({ messages }) => messages)) {
      const fault = `${ruleId}: ${message}`
      found.set(fault, [...found.get(fault) ?? [], `${page}:${line}:${column}`])
    }
  }
  return found
}

/** @param {Map<string, string[]>} found */
function inWords (found) {
  return [...found].map(([fault, where]) => `${fault} in ${where.length} places, first ${where[0]}`)
}
