// Wherever a number of services stands beside a link, the page that it leads to lists
// as many, on all its slices, and says the same number above them.

import { expect, test } from '@playwright/test'
import { languages } from '../site/kinds.js'
import { files, text } from '../site/tree.js'

/** @type {Set<string>} */
let all
test.beforeAll(async () => { all = new Set(await files()) })

/** The main part of a file. @param {string} file */
async function main (file) {
  return (await text(file)).match(/<main .*<\/main>/s)?.[0] ?? ''
}

/** @type {Map<string, Promise<{services: Set<string>, said: number}>>} */
const known = new Map()

/**
 * The services that a list leads to; on a page that asks for the place, those of all places.
 * @param {string} path of a folder
 */
function listed (path) {
  const list = known.get(path) ?? read(path)
  known.set(path, list)
  return list
}

/** @param {string} path */
async function read (path) {
  const services = new Set()
  const first = await main(path + 'index.html')
  for (let n = 2, slice = first; slice; n++) {
    for (const [, entries] of slice.matchAll(/<ul class="entries">(.*?)<\/ul>/gs)) {
      for (const [, href] of entries.matchAll(/<li>\s*<a href="([^"]+)"/g)) services.add(where(path, href))
    }
    const next = `${path}${n}.html`
    slice = all.has(next) ? await main(next) : ''
  }
  if (first.includes('class="choose-place"')) {
    for (const [, href] of first.matchAll(/href="([^"#]+)/g)) {
      const place = where(path, href)
      if (place.startsWith(path) && place !== path) for (const one of (await listed(place)).services) services.add(one)
    }
  }
  return { services, said: Number(first.match(/<p class="total">(\d+)/)?.[1] ?? services.size) }
}

/** @param {string} path @param {string} href */
function where (path, href) {
  return new URL(href, 'https://x/' + path).pathname.slice(1)
}

for (const language of languages) {
  test(`each number beside a link is that of the services it leads to in ${language}`, async () => {
    test.slow()
    const wrong = []
    let told = 0
    for (const file of all) {
      if (!file.startsWith(language + '/') || !file.endsWith('.html') || file.includes('/offline/')) continue
      for (const [, href, inside, after] of (await main(file)).matchAll(/<a href="([^"#]+)"[^>]*>(?:(?!<\/a>).)*?(?:<span class="n">(\d+)<\/span><\/a>|<\/a> <span class="n">(\d+)<\/span>)/gs)) {
        const to = where(file, href)
        if (!all.has(to + 'index.html')) continue
        const { services, said } = await listed(to)
        const n = Number(inside ?? after)
        told++
        if (services.size !== n || said !== n) wrong.push(`${file}: ${to} has ${services.size} services and says ${said}, not ${n}`)
      }
    }
    expect(told).toBeGreaterThan(100)
    expect(wrong).toEqual([])
    const lists = await Promise.all(known.values())
    expect(lists.filter(({ services, said }) => services.size !== said)).toEqual([])
  })
}
