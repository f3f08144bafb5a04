// Asks both searches the same in Chromium and prints the report. The server speaks
// HTTP/2 and compresses text by brotli for both; the line is emulated by the browser.

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createSecureServer } from 'node:http2'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

const { chromium } = createRequire(new URL('../../tests/browser/', import.meta.url))('@playwright/test')
const folder = process.argv[2]
const builds = JSON.parse(readFileSync(join(folder, 'builds.json'), 'utf8'))
const slow = { offline: false, latency: 400, downloadThroughput: 400e3 / 8, uploadThroughput: 400e3 / 8 }
const types = { html: 'text/html; charset=utf-8', js: 'text/javascript', json: 'application/json', wasm: 'application/wasm' }

/**
 * What both pages do alike: they ask what stands behind the # of their address, as soon as
 * they can, and note when results are painted. show() is given the results one by one.
 */
const common = `
const list = document.querySelector('ol')
window.painted = [] // how many, and when, in ms since the address was asked for
new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => painted.push([list.children.length, performance.now()]))))
  .observe(list, { childList: true })
const show = title => list.append(Object.assign(document.createElement('li'), { textContent: title }))
const asked = location.hash && JSON.parse(decodeURIComponent(location.hash.slice(1)))
if (asked) ask(asked.query, asked.facets).then(answer => { window.answer = answer })
window.ask = ask
window.ready = true
`

/** Pages that search as soon as they are opened, as each project tells to. */
const pages = {
  elinde: (lang, languages) => `<!DOCTYPE html><html lang="${lang}"><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,">
${['search', ...languages].map(l => `<link rel="modulepreload" href="elinde/search/client/${l}.js">`).join('')}
<link rel="preload" as="fetch" crossorigin href="elinde/search/${lang}/contents.bin">
<ol></ol>
<script type="module">
import { createSearch } from './elinde/search/client/search.js'
const search = createSearch({ base: 'elinde/', lang: '${lang}' })
search.open()
const ask = async (q, facets) => {
  const r = await search(q, { limit: 10, facets })
  for (const h of r.hits) show(h.title)
  return { total: r.total, pages: r.hits.map(h => h.path) }
}
${common}</script></html>`,
  pagefind: lang => `<!DOCTYPE html><html lang="${lang}"><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,">
<ol></ol>
<script type="module">
import * as pagefind from './pagefind/pagefind.js'
pagefind.init()
const ask = async (q, facets) => {
  if (facets.length) await pagefind.filters()
  const r = await pagefind.search(q)
  const shown = await Promise.all(r.results.slice(0, 10).map(async h => {
    const data = await h.data()
    show(data.meta.title)
    return data
  }))
  return { total: r.results.length, pages: shown.map(h => h.raw_url.replace(/^\\//, '')) }
}
${common}</script></html>`,
}

const log = []
const server = serve()
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--ignore-certificate-errors'] })
const report = {}
for (const lang of Object.keys(builds)) {
  const asked = JSON.parse(readFileSync(join(folder, lang, 'queries.json'), 'utf8'))
  report[lang] = { elinde: await measure('elinde', lang, asked), pagefind: await measure('pagefind', lang, asked) }
}
await browser.close()
server.close()
print(report)

/** A server of the folder that notes what it sends. */
function serve() {
  const key = join(folder, 'key.pem')
  const cert = join(folder, 'cert.pem')
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=localhost'], { stdio: 'ignore' })
  const packed = new Map()
  return createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
    const begin = performance.now()
    const path = new URL(request.url, 'https://localhost').pathname
    const [, lang, file] = /^\/(\w+)\/(.*)$/.exec(path) ?? []
    const name = join(folder, lang ?? '', 'site', file ?? '')
    const who = /^(\w+)\.html$/.exec(file ?? '')?.[1]
    let data = pages[who] ? Buffer.from(pages[who](lang, JSON.parse(readFileSync(join(folder, lang, 'queries.json'), 'utf8')).languages))
      : existsSync(name) ? readFileSync(name) : undefined
    if (!data) return response.writeHead(404).end()
    const type = types[name.split('.').pop()]
    const headers = { 'content-type': type ?? 'application/octet-stream' }
    if (type) {
      if (!packed.has(name)) packed.set(name, brotliCompressSync(data))
      data = packed.get(name)
      headers['content-encoding'] = 'br'
    }
    response.writeHead(200, headers)
    response.end(data, () => { if (!who) log.push({ path, bytes: data.length, begin, end: performance.now() }) })
  }).listen(0, '127.0.0.1')
}

/**
 * Opens a page with an empty cache that asks; throttled or not. Times are those of the page
 * itself: from when its address was asked for, and from when it was there, to when the
 * first result and all were painted.
 */
async function cold(who, lang, query, facets, line) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true })
  const page = await context.newPage()
  if (line) {
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', line)
  }
  log.length = 0
  const hash = encodeURIComponent(JSON.stringify({ query, facets }))
  await page.goto(`https://127.0.0.1:${server.address().port}/${lang}/${who}.html#${hash}`, { waitUntil: 'commit' })
  await page.waitForFunction('window.answer && (answer.pages.length === 0 || painted.at(-1)?.[0] === answer.pages.length)')
  const { answer, painted, there } = await page.evaluate(() => ({
    answer: window.answer, painted: window.painted, there: performance.getEntriesByType('navigation')[0].responseEnd,
  }))
  await context.close()
  const time = painted.at(-1)?.[1] ?? 0
  return { ...answer, first: painted[0]?.[1] ?? 0, time, after: time - there, bytes: log.reduce((n, r) => n + r.bytes, 0), requests: log.length, trips: trips(log) }
}

/** The longest chain of requests of which each began after another had been answered. */
function trips(requests) {
  const done = []
  for (const r of [...requests].sort((a, b) => a.begin - b.begin)) {
    // What the browser asked for before it can have had an answer belongs to the same round.
    r.round = 1 + Math.max(0, ...done.filter(d => d.end + slow.latency / 2 <= r.begin).map(d => d.round))
    done.push(r)
  }
  return Math.max(0, ...done.map(r => r.round))
}

async function measure(who, lang, asked) {
  const out = { cold: [], facets: [], slow: [], fast: [] }
  for (const [i, query] of asked.whole.entries()) {
    const plain = await cold(who, lang, query, [], undefined)
    out.cold.push(plain.bytes)
    out.fast.push(plain.time)
    out.facets.push((await cold(who, lang, query, ['kind', 'place', 'need'], undefined)).bytes)
    if (i < 6) out.slow.push(await cold(who, lang, query, [], slow))
  }
  const context = await browser.newContext({ ignoreHTTPSErrors: true })
  const page = await context.newPage()
  await page.goto(`https://127.0.0.1:${server.address().port}/${lang}/${who}.html`)
  await page.waitForFunction('window.ready')
  const ask = q => page.evaluate(q => window.ask(q, []), q)
  out.right = 0
  out.found = 0
  for (const { text, pages } of asked.typos) {
    const { pages: got } = await ask(text + ' ')
    const right = got.filter(p => pages.includes(p)).length
    out.right += right / Math.min(10, pages.length)
    if (right > 0) out.found++
  }
  out.holes = 0
  out.prefixes = 0
  for (const word of asked.begun) {
    const whole = (await ask(word)).total
    for (let n = 3; n < [...word].length; n++) {
      out.prefixes++
      if ((await ask([...word].slice(0, n).join(''))).total < whole) out.holes++
    }
  }
  out.typos = asked.typos.length
  await context.close()
  return out
}

function print(report) {
  const median = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]
  const kb = n => (n / 1000).toFixed(1)
  const rows = []
  const add = (what, wanted, get, show = kb) => {
    const cells = Object.keys(report).map(lang => {
      const ours = get(report[lang].elinde, builds[lang].elinde)
      const theirs = get(report[lang].pagefind, builds[lang].pagefind)
      return `${show(ours)} / ${show(theirs)}${theirs > 0 && wanted.includes('x') ? ` = ${(ours / theirs).toFixed(3)}x` : ''}`
    })
    rows.push(`| ${what} | ${wanted} | ${cells.join(' | ')} |`)
  }
  const whole = n => String(Math.round(n))
  add('cold, first 10 results, KB, median', '0.12x', r => median(r.cold))
  add('the same, worst query', '0.2x', r => Math.max(...r.cold))
  add('with counts of three facets, KB, median', '0.15x', r => median(r.facets))
  add('requests, median', '', r => median(r.slow.map(s => s.requests)), whole)
  add('sequential round trips, most', '3', r => Math.max(...r.slow.map(s => s.trips)), whole)
  add('400 kbit/s, 400 ms: 10 results painted, ms from the click, median', '0.25x', r => median(r.slow.map(s => s.time)), whole)
  add('the same, the first result', '', r => median(r.slow.map(s => s.first)), whole)
  add('the same, 10 results, ms from when the page is there', '', r => median(r.slow.map(s => s.after)), whole)
  add('no throttle: 10 results painted, ms, median', '', r => median(r.fast), whole)
  add('build, CPU s', '0.6x', (_, b) => b.cpu, n => n.toFixed(1))
  add('build, MB at most', '0.35x', (_, b) => b.memory, n => whole(n / 1e6))
  add('disk, MB', '0.25x', (_, b) => b.bytes, n => (n / 1e6).toFixed(2))
  add('files', '', (_, b) => b.files, whole)
  add('rebuilt to the same bytes', 'yes', (_, b) => b.same, b => (b ? 'yes' : 'no'))
  add('mistyped words that find what was meant, %', '95', r => 100 * r.found / r.typos, whole)
  add('of their first 10 hits right, %', '', r => 100 * r.right / r.typos, whole)
  add('beginnings that find less than the word', '0', r => r.holes, whole)
  console.log(`| elinde / Pagefind | wanted | ${Object.keys(report).join(' | ')} |\n|---|---|${'---|'.repeat(Object.keys(report).length)}\n${rows.join('\n')}`)
}
