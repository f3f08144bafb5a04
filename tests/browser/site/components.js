// The components of the theme with their examples, which stand beside each as
// examples.json: what it shows, a page of the demonstration, and the part of it.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { address, repository } from './places.js'

const folder = join(repository, 'themes/elinde/components')

/**
 * @typedef {object} Example
 * @property {string} component
 * @property {string} shows in words
 * @property {string} page below the folder of a language
 * @property {string} select the first element of the page that this selector finds
 */

/** Names of all components, sorted. */
export async function components () {
  return (await readdir(folder)).sort()
}

/**
 * The examples of all components; one without any has no file, which is an error.
 * @returns {Promise<Example[]>}
 */
export async function examples () {
  const all = []
  for (const component of await components()) {
    /** @type {Omit<Example, 'component'>[]} */
    const own = JSON.parse(await readFile(join(folder, component, 'examples.json'), 'utf8'))
    all.push(...own.map((example) => ({ component, ...example })))
  }
  return all
}

/**
 * Takes the examples out of the pages of a language, as they come without
 * JavaScript, and makes one page of them that needs no other file. Links on it
 * lead nowhere.
 * @param {import('@playwright/test').Page} page without JavaScript
 * @param {string} language
 */
export async function gallery (page, language) {
  const parts = []
  const sheets = new Set()
  let last = ''
  for (const { component, shows, page: path, select } of await examples()) {
    await page.goto(new URL(`${language}/${path}`, address()).href)
    const markup = await page.locator(`css=${select}`).first().evaluate((element) => element.outerHTML)
    for (const sheet of await page.locator('link[rel=stylesheet]').evaluateAll((links) => links.map((link) => /** @type {HTMLLinkElement} */ (link).href))) sheets.add(sheet)
    if (component !== last) parts.push(`<hr><h2 lang="en">${component}</h2>`)
    last = component
    parts.push(`<p lang="en"><b>${shows}</b>: <code>${select}</code> of <code>${language}/${path}</code></p>`, markup)
  }
  let style = ''
  for (const sheet of sheets) style += await (await page.request.get(sheet)).text()
  const icons = await (await page.request.get(new URL('icons.svg', address()).href)).text()
  return '<!DOCTYPE html>\n' +
    `<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Components</title>` +
    // What is for paper is shown here on the screen, too.
    `<style>${style} .sheet { display: block }</style></head><body><div hidden>${icons.replace(/<\?xml[^>]*>/, '')}</div>` +
    `<main class="page"><h1 lang="en">Components</h1>\n${parts.join('\n').replaceAll(/href="[^"]*icons\.svg#/g, 'href="#')}\n</main></body></html>\n`
}
