// Compares the client's answers with bleve's. go test ./search/client makes the
// index and the answers, and runs this with PARITY set to their folder.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { constants, deflateRawSync } from 'node:zlib'
import { inflateRaw } from '../inflate.js'
import { rulesFor, split } from '../analysis.js'
import { SearchError, createSearch, mark } from '../search.js'
import { unpack } from '../unpack.js'
import { root, serve } from './site.js'

const folder = process.env.PARITY
const skip = folder ? false : 'PARITY is not set: run go test ./search/client'
const cases = folder ? JSON.parse(readFileSync(`${folder}/answers.json`, 'utf8')) : {}

for (const [lang, answers] of Object.entries(cases)) {
  test(`ranks ${lang} as bleve does`, async () => {
    serve(folder)
    const search = createSearch({ base: root, lang })
    let worst = 0
    for (const want of answers) {
      const got = await search(want.query, { limit: 50, filters: want.filters ?? {}, facets: ['kind'] })
      const said = JSON.stringify(want.query)
      assert.equal(got.total, want.total, said)
      assert.equal(got.match, want.match, said)
      assert.deepEqual(got.words, want.words, said)
      assert.deepEqual(got.corrected, want.corrected, said)
      assert.deepEqual(got.offers, want.offers, said)
      assert.equal(got.instead, want.instead, said)
      assert.deepEqual(got.dangers, want.dangers, said)
      assert.equal(got.alarm, want.dangers.length > 0, said)
      assert.deepEqual(got.facets, want.facets, said)
      assert.equal(got.hits.length, want.hits.length, said)
      const scores = new Map(want.hits.map(h => [h.path, h.score]))
      got.hits.forEach((hit, i) => {
        worst = Math.max(worst, Math.abs(hit.score - want.hits[i].score))
        // Where scores tie, sums in another order may swap neighbours, past the last hit too.
        const other = scores.get(hit.path) ?? want.hits.at(-1).score
        assert.ok(Math.abs(hit.score - other) <= 1e-12, `${said}: hit ${i} is ${hit.path}, by bleve ${want.hits[i].path}`)
        if (hit.path === want.hits[i].path) assert.equal(hit.title, want.hits[i].title)
        assert.equal(hit.url, root + hit.path)
      })
    }
    assert.ok(worst <= 1e-12, `scores differ by up to ${worst}`)
    assert.ok(answers.length >= 200)
  })
}

for (const lang of Object.keys(cases)) test(`finds with each prefix what the word finds in ${lang}`, async () => {
  serve(folder)
  const search = createSearch({ base: root, lang })
  const rules = await rulesFor(lang)
  const titles = cases[lang].flatMap(c => c.hits.map(h => h.title)).join(' ')
  const words = [...new Set(split(titles).map(rules.fold))].filter(w => w.length > 4 && !rules.stop(w)).slice(0, 25)
  assert.equal(words.length, 25)
  for (const word of words) {
    const whole = await search(`${word} `, { limit: 1000 })
    assert.deepEqual([whole.match, whole.corrected], ['all', []], word)
    for (let n = 3; n < word.length; n++) {
      const begun = await search(word.slice(0, n), { limit: 1000 })
      const found = new Set(begun.hits.map(h => h.path))
      for (const h of whole.hits) assert.ok(found.has(h.path), `${word.slice(0, n)} of ${word} misses ${h.path}`)
    }
  }
})

test('asks for nothing before and little after', { skip }, async () => {
  const site = serve(folder)
  const search = createSearch({ base: root, lang: 'ru' })
  await search('  —!', {})
  assert.deepEqual(site.requests, [])
  await search(cases.ru[0].query, { limit: 3 })
  assert.ok(site.requests.includes('search/ru/contents.bin'))
  assert.ok(site.requests.length < 30, String(site.requests.length))
})

test('answers any query', { skip }, async () => {
  serve(folder)
  const search = createSearch({ base: root, lang: 'en' })
  const queries = ['', '\ud800', '😀', '\u202eabc\u202c', 'a'.repeat(10000), 'the of and', '"quoted" -minus field:x^4', 'x '.repeat(500),
    '__proto__ constructor toString', null, undefined, 42, '\0\x1e\x1f', '١٢٣']
  for (const query of queries) assert.equal(typeof (await search(query)).total, 'number')
})

test('tells what is wrong with files and recovers', { skip }, async () => {
  const { query } = cases.en.find(c => c.total > 3 && !c.filters)
  const codes = { cut: 'damaged', gone: 'unavailable', other: 'mixed', noise: 'damaged' }
  const changes = {
    cut: data => data.slice(0, data.length - 6),
    gone: () => null,
    other: data => data.map((b, i) => (i === 5 ? b ^ 255 : b)),
    noise: data => data.map((b, i) => (i > 14 ? (b * 7 + i) & 255 : b)),
  }
  for (const [name, change] of Object.entries(changes)) {
    const site = serve(folder)
    site.change = (path, data) => (/\/[tn]\//.test(path) ? change(data) : data)
    const search = createSearch({ base: root, lang: 'en' })
    await assert.rejects(search(query), error => error instanceof SearchError && error.code === codes[name], name)
    site.change = (_, data) => data
    assert.ok((await search(query)).total > 3, `${name}: recovers`)
  }
})

test('an aborted search rejects', { skip }, async () => {
  serve(folder)
  const search = createSearch({ base: root, lang: 'en' })
  await assert.rejects(search('anything', { signal: AbortSignal.abort() }), { name: 'AbortError' })
})

test('marks the words that answer', async () => {
  await rulesFor('tk')
  const parts = mark('Durmuş hyzmatlarynyň sanawy', ['hyzmat', 'sana'], 'tk')
  assert.deepEqual(parts.filter(p => p.hit).map(p => p.text), ['hyzmatlarynyň', 'sanawy'])
  assert.equal(parts.map(p => p.text).join(''), 'Durmuş hyzmatlarynyň sanawy')
})

test('answers from files at hand as from the site', { skip }, async () => {
  const pack = JSON.parse(readFileSync(`${folder}/pack.json`, 'utf8'))
  serve(folder)
  for (const lang of ['tk', 'ru', 'en']) {
    const fetched = createSearch({ base: root, lang })
    for (const { query } of cases[lang].slice(0, 20)) {
      const want = await fetched(query, { facets: ['kind'] })
      const asked = globalThis.fetch
      globalThis.fetch = () => Promise.reject(new Error('fetched'))
      assert.deepEqual(await createSearch({ base: root, lang, files: unpack(pack, lang) })(query, { facets: ['kind'] }), want)
      globalThis.fetch = asked
    }
  }
  const missing = createSearch({ base: root, lang: 'fr', files: unpack(pack, 'fr') })
  await assert.rejects(missing('a word'), { code: 'unavailable' })
})

test('inflates where the browser cannot', { skip }, async () => {
  serve(folder)
  const search = createSearch({ base: root, lang: 'ru' })
  const want = await Promise.all(cases.ru.slice(0, 20).map(c => search(c.query)))
  const native = globalThis.DecompressionStream
  try {
    globalThis.DecompressionStream = undefined
    const old = createSearch({ base: root, lang: 'ru' })
    assert.deepEqual(await Promise.all(cases.ru.slice(0, 20).map(c => old(c.query))), want)
  } finally {
    globalThis.DecompressionStream = native
  }
  for (const level of [0, 1, 6, 9]) {
    const data = readFileSync(`${folder}/answers.json`).subarray(0, 200000)
    const packed = deflateRawSync(data, { level, strategy: level === 6 ? constants.Z_FIXED : constants.Z_DEFAULT_STRATEGY })
    assert.ok(Buffer.from(inflateRaw(packed)).equals(data), `level ${level}`)
    assert.throws(() => inflateRaw(packed.subarray(0, packed.length - 9)), RangeError)
  }
  assert.throws(() => inflateRaw(new Uint8Array([7, 0, 0])), RangeError)
})
