// The search of the single file. The index stands in the file; nothing is
// fetched, kept or put into the address. Without this script the file is read by
// its contents.

// The generator shows the search client to this script under this name.
// @ts-expect-error
import { createSearch, mark } from '../search/search.js'
// @ts-expect-error
import { unpack } from '../search/unpack.js'
import { callFirst } from '../components/calls/first.js'

const form = /** @type {HTMLFormElement} */ (document.getElementById('find'))
const input = /** @type {HTMLInputElement} */ (document.getElementById('q'))
const section = /** @type {HTMLElement} */ (document.getElementById('results'))
const said = /** @type {HTMLElement} */ (document.getElementById('results-said'))
const list = /** @type {HTMLElement} */ (document.getElementById('results-list'))
const help = document.getElementById('results-help') // there if there are helplines
const dangers = `${help?.dataset.dangers}`.split(' ')
const call = callFirst(help)
const words = /** @type {Record<string, string>} */ (section.dataset)
/** @type {Record<string, string>} by plural form */
const found = JSON.parse(words.found)
const plural = new Intl.PluralRules(words.lang)
const pause = 150 // milliseconds between the last key and the search
const limit = 30

const pack = JSON.parse(/** @type {HTMLElement} */ (document.getElementById('index')).textContent ?? '')
const search = createSearch({ base: document.baseURI.split('#')[0], lang: words.lang, files: unpack(pack, words.lang) })
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer
let latest = 0

form.hidden = false
form.addEventListener('submit', (event) => {
  event.preventDefault()
  show(input.value)
})
input.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(() => show(input.value), pause)
})

// Words typed into another page of the site, which has no search without a network.
try {
  input.value = sessionStorage.getItem('query') ?? ''
  sessionStorage.removeItem('query')
} catch {} // a file from a stick may have no storage
if (input.value) {
  show(input.value)
  input.scrollIntoView()
}

/** @param {string} query */
async function show (query) {
  clearTimeout(timer)
  const mine = ++latest
  section.hidden = !query.trim()
  if (section.hidden && help) help.hidden = true
  if (section.hidden) return
  const result = await search(query, { limit })
  const answering = await search(query, { filters: { kind: ['helpline'] } })
  if (mine !== latest) return
  if (help) help.hidden = !result.alarm && /all|apart/.test(result.match) && result.corrected.length === 0
  call(result.alarm ? [...result.dangers, ...dangers] : answering.hits.map((/** @type {{phone: string}} */ hit) => hit.phone))
  list.replaceChildren(...result.hits.map((/** @type {Record<string, string>} */ hit) => item(hit, result.words)))
  const corrected = result.corrected.flatMap((/** @type {{instead: string[]}} */ c) => c.instead)
  said.textContent = result.total === 0 ? words.nothing : [
    words[result.match], // where not all of the query was found
    corrected.length ? `${words.corrected} ${corrected.join(', ')}.` : '',
    (found[plural.select(result.total)] ?? found.other).replace('{n}', String(result.total))
  ].filter(Boolean).join(' ')
}

/**
 * @param {Record<string, string>} hit
 * @param {string[]} hits words to mark
 */
function item (hit, hits) {
  const li = document.createElement('li')
  const a = document.createElement('a')
  a.href = hit.path
  a.append(...marked(hit.title, hits))
  const p = document.createElement('p')
  if (hit.title_lang) a.lang = hit.title_lang
  if (hit.summary_lang) p.lang = hit.summary_lang
  p.append(...marked([hit.summary, hit.place, hit.phone].filter(Boolean).join(' · '), hits))
  li.append(a, p)
  return li
}

/**
 * @param {string} text
 * @param {string[]} hits
 * @returns {(Node | string)[]}
 */
function marked (text, hits) {
  return mark(text, hits, words.lang).map((/** @type {{text: string, hit: boolean}} */ part) => {
    if (!part.hit) return part.text
    const m = document.createElement('mark')
    m.textContent = part.text
    return m
  })
}
