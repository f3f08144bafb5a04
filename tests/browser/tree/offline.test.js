// What is carried away: every region has a booklet and a single file in each
// language, the file loads nothing, and no sensitive service stands in either.

import { expect, test } from '@playwright/test'
import { createHash } from 'node:crypto'
import { languages } from '../site/kinds.js'
import { carried } from '../site/pack.js'
import { rows } from '../site/rows.js'
import { bytes, files, text } from '../site/tree.js'

const single = /^([a-z]+)\/offline\/([a-z-]+)\.\1\.html$/

test('every region has a booklet and a single file in each language', async () => {
  const all = await files()
  const regions = (await rows('places')).filter(({ parent_id: parent, id }) => parent === 'turkmenistan' && all.includes(`tk/places/${id}/index.html`)).map(({ id }) => id)
  expect(regions.length).toBeGreaterThan(5)
  const wanted = languages.flatMap((language) => regions.flatMap((id) => [`${language}/offline/${id}.${language}.html`, `${language}/offline/${id}/index.html`]))
  expect(wanted.filter((file) => !all.includes(file))).toEqual([])
})

test('the size beside the link is that of the file', async () => {
  for (const language of languages) {
    const page = await text(`${language}/offline/index.html`)
    const links = [...page.matchAll(/href="\.\.\/\.\.\/([^"]+)" download="([^"]+)">[^<]*<span class="n">(\d+)/g)]
    expect(links.length).toBeGreaterThan(5)
    for (const [, file, name, size] of links) {
      expect(Number(size), file).toBe(Math.ceil((await bytes(file)).length / 1024))
      expect(name).toMatch(new RegExp(`^[a-z-]+-${language}-\\d{4}-\\d\\d-\\d\\d\\.html$`))
    }
  }
})

test('the policy of a single file lets in its style sheet and its script alone', async () => {
  for (const file of await singles()) {
    const page = await text(file)
    const hash = (/** @type {string | undefined} */ code) => `'sha256-${createHash('sha256').update(code ?? '').digest('base64')}'`
    const [, style] = page.match(/<style>(.*?)<\/style>/s) ?? []
    const [, script] = page.match(/<script type="module">(.*?)<\/script>/s) ?? []
    const [, policy] = page.match(/<meta http-equiv="Content-Security-Policy" content="([^"]+)"/) ?? []
    expect(policy.replaceAll('&#39;', "'").replaceAll('&#43;', '+'), file).toBe(
      `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`)
    expect(page, file).not.toMatch(/<(link|img|iframe|object|embed|base)\b|<script src| on[a-z]+="|url\(/)
    expect(page, file).toContain('<meta name="robots" content="noindex">')
  }
})

test('no sensitive service is carried away, the helplines are', async () => {
  const hidden = (await rows('services')).filter(({ sensitive }) => sensitive === 'yes')
  const lines = await rows('helplines')
  expect(hidden.length).toBeGreaterThan(3)
  const all = [...await singles(), ...(await files()).filter((file) => /\/offline\/.*index\.html$/.test(file))]
  for (const file of all) {
    const page = (await text(file)).replaceAll('&#43;', '+')
    const content = page + carried(page)
    for (const row of hidden) {
      for (const value of [`services/${row.id}/`, `s-${row.id}`, ...[row.name_tk, row.name_ru, row.name_en].filter(Boolean)]) {
        expect(content.includes(value), `${file}: ${value}`).toBe(false)
      }
    }
    if (!/\/offline\/index\.html$/.test(file)) for (const { phone } of lines) expect(content.includes(phone), `${file}: ${phone}`).toBe(true)
  }
})

async function singles () {
  const found = (await files()).filter((file) => single.test(file))
  expect(found.length).toBeGreaterThan(15)
  return found
}
