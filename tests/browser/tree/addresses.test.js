// The sitemap lists what may be indexed and nothing else, and pages in several
// languages name each other, themselves included.

import { expect, test } from '@playwright/test'
import { files, text } from '../site/tree.js'

/**
 * What a page says of itself.
 * @typedef {{canonical: string, noindex: boolean, alternates: Record<string, string>}} Page
 */

test('the sitemap lists exactly the pages that may be indexed', async () => {
  const pages = await allPages()
  const listed = [...(await text('sitemap.xml')).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address)
  const indexable = Object.values(pages).filter(({ noindex }) => !noindex).map(({ canonical }) => canonical)
  expect(indexable.length).toBeGreaterThan(1000)
  expect(listed.toSorted()).toEqual(indexable.toSorted())
})

test('every page that may be indexed has the address of its file, and no other has one', async () => {
  const root = (await text('sitemap.xml')).match(/<loc>([^<]+?)<\/loc>/)?.[1]
  for (const [file, { canonical, noindex }] of Object.entries(await allPages())) {
    expect(canonical, file).toBe(noindex ? '' : root + file.replace(/(^|\/)index\.html$/, '$1'))
  }
})

test('languages of a page name each other, in the page and in the sitemap', async () => {
  const byAddress = Object.fromEntries(Object.values(await allPages()).map((page) => [page.canonical, page]))
  const faults = []
  for (const { canonical, alternates, noindex } of Object.values(byAddress)) {
    if (noindex) continue
    const named = Object.values(alternates)
    if (named.length > 0 && !named.includes(canonical)) faults.push(`${canonical} does not name itself`)
    for (const other of named) {
      if (inWords(byAddress[other]?.alternates) !== inWords(alternates)) faults.push(`${canonical} and ${other} differ`)
    }
  }
  expect(faults).toEqual([])
  for (const [, entry] of (await text('sitemap.xml')).matchAll(/<url>(.*?)<\/url>/gs)) {
    const address = entry.match(/<loc>([^<]+)/)?.[1] ?? ''
    const { 'x-default': choice, ...own } = byAddress[address]?.alternates ?? {}
    // A page that has no counterpart has nothing to lead to, nor has the choice itself.
    const wanted = choice === address && !Object.values(own).includes(address) || Object.keys(own).length < 2 ? {} : own
    expect(links(entry), address).toEqual(wanted)
  }
})

/** @param {Record<string, string>} [alternates] */
function inWords (alternates) {
  return JSON.stringify(Object.entries(alternates ?? {}).toSorted())
}

/** @returns {Promise<Record<string, Page>>} by file */
async function allPages () {
  const pages = (await files()).filter((file) => file.endsWith('.html'))
  return Object.fromEntries(await Promise.all(pages.map(async (file) => {
    const [head] = (await text(file)).split('</head>')
    return [file, {
      canonical: head.match(/<link rel="canonical" href="([^"]+)"/)?.[1] ?? '',
      noindex: /<meta name="robots" content="noindex"/.test(head),
      alternates: links(head)
    }]
  })))
}

/**
 * Addresses by language.
 * @param {string} markup of a page or of an entry in the sitemap
 * @returns {Record<string, string>}
 */
function links (markup) {
  return Object.fromEntries([...markup.matchAll(/rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(([, language, address]) => [language, address]))
}
