// The search page: searches while one types and writes the results as a list. Every
// text that comes from the index is written with textContent. Where this module
// does not run, the page's own words say that search is off.
//
// What is typed is never written to the address, which the history shows, unless
// somebody asks for an address to share. The state of this page holds it, so that
// one can come back. What shows the helplines is kept by neither.

import { callFirst } from '../calls/first.js'

/** @template {HTMLElement} T @param {string} id @returns {T} */
const part = (id) => /** @type {T} */ (document.getElementById(id))

// The layout of the search page has all of these.
const section = part('results')
const input = /** @type {HTMLInputElement} */ (part('q'))
const form = /** @type {HTMLFormElement} */ (input.form)
const said = part('results-said')
const list = part('results-list')
const more = part('results-more')
const other = part('results-other')
const otherList = part('results-other-list')
const words = /** @type {Record<string, string>} */ (section.dataset)

// These stand there if the site has what they show.
const help = document.getElementById('results-help')
const call = callFirst(help)
const dangers = `${help?.dataset.dangers}`.split(' ')
const idle = [document.getElementById('popular'), document.getElementById('search-hint')]
const narrow = document.getElementById('results-narrow')
const wider = document.getElementById('results-wider')
const selects = [...document.querySelectorAll('select[data-facet]')].map((e) => /** @type {HTMLSelectElement} */ (e))

// People look for help first: figures and articles stand in a list of their own,
// or their short texts would outrank the services.
const helpKinds = ['service', 'provider', 'place', 'helpline', 'topic']
const otherKinds = ['indicator', 'page']
const pageSize = 20
const frightening = 3 // the first dangers are those that people do to people at home
const otherSize = 5
const alarmLines = 3
const pause = 200 // milliseconds between the last key and the search
const none = '\0' // a value that no document has; search-aids/count.js has it too

/**
 * @typedef {import('../../../../search/client/search.js')} Client the module of the site's index
 * @typedef {import('../search-aids/search-aids.js')} Aids
 * @typedef {Record<string, string[]>} Filters values by facet
 * @typedef {Awaited<ReturnType<ReturnType<Client['createSearch']>>>} Result
 * @typedef {{text: string, hit: boolean}[]} Parts of a text, hits told from the rest
 * @typedef {Record<string, string>} Names by code
 * @typedef {Record<string, string>} Hit what a document shows, texts all
 * @typedef {{query: string, by: Names, shown: number, top: number}} Place where somebody was on this page
 */

const root = new URL(words.base, document.baseURI)
/** @type {Names} */
const kinds = JSON.parse(words.kinds)
/** @type {Names} by plural form */
const found = JSON.parse(words.found)
/** @type {Names} */
const states = JSON.parse(words.states)
/** @type {Names} by language */
const from = JSON.parse(words.from)
const plural = Intl.PluralRules && new Intl.PluralRules(words.lang) // older browsers have none

/** @type {Promise<{search: ReturnType<Client['createSearch']>, mark: (text: string, hits: string[]) => Parts}> | undefined} */
let client
/** @type {Promise<Aids | undefined> | undefined} */
let helping
/** @type {ReturnType<Aids['aid']> | undefined} shows suggestions */
let suggest
/** @type {AbortController | undefined} of the search under way */
let running
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer
let alarm = false // whether the last words told of danger

part('search-off').hidden = true
load().then(({ search }) => search.open(), () => {})
form.addEventListener('submit', async (event) => {
  event.preventDefault()
  await again()
  if (input.value.trim()) note('pushState')
})
input.addEventListener('focus', aids)
input.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(again, pause)
})
for (const select of selects) select.addEventListener('change', again)
more.addEventListener('click', async () => {
  const before = list.children.length
  await show(before + pageSize)
  list.children[before]?.querySelector('a')?.focus()
})
section.addEventListener('click', leave)
window.addEventListener('popstate', () => {
  // A link within the page, as to its content, asks for nothing else.
  if (/^#[^=]+$/.test(location.hash)) note('replaceState')
  else arrive(false)
})
arrive(true)

/**
 * Shows what the address, the page that one came from or the state of this page asks for.
 * @param {boolean} first whether the page was just opened
 */
async function arrive (first) {
  /** @type {Place | null} */
  const before = history.state
  const asked = new URLSearchParams(location.hash.slice(1))
  const given = (first ? handed('query') : null) ?? new URLSearchParams(location.search).get('q')
  input.value = before?.query ?? given ?? asked.get('q') ?? ''
  const chose = first ? handed('by') : null
  /** @type {Names} */
  const by = before?.by ?? (chose ? JSON.parse(chose) : Object.fromEntries(asked))
  for (const select of selects) select.value = by[facet(select)] ?? ''
  if (location.search) history.replaceState(null, '', location.pathname)
  await show(before?.shown ?? pageSize)
  if (before) window.scrollTo(0, before.top)
  if (given || boxed()) note('replaceState')
}

/**
 * What was typed or chosen on another page of the site, taken out of where that page left it.
 * @param {string} key
 */
function handed (key) {
  try {
    const text = sessionStorage.getItem(key)
    sessionStorage.removeItem(key)
    return text
  } catch {
    return null
  }
}

/** Whether the helplines are shown, or would be if the site had any. */
function boxed () { return alarm || help?.hidden === false }

/** @returns {Place} */
function place () {
  return { query: input.value, by: chosen(), shown: list.children.length, top: window.scrollY }
}

/**
 * Notes the query in the state of this page; of what shows the helplines no state,
 * no address and no step back is left.
 * @param {'pushState' | 'replaceState'} how
 */
function note (how) {
  history[boxed() ? 'replaceState' : how](boxed() ? null : place(), '', location.pathname)
}

/**
 * Notes where somebody is who opens a result.
 * @param {Event} event
 */
function leave (event) {
  if (event.target instanceof Element && event.target.closest('h3 a')) note('replaceState')
}

/** @param {HTMLSelectElement} select @returns {string} the facet that it chooses of */
function facet (select) { return select.dataset.facet ?? '' }

/** @returns {Names} the values chosen, by facet */
function chosen () {
  return Object.fromEntries(selects.filter((s) => s.value).map((s) => [facet(s), s.value]))
}

/** Searches anew, from the first hit. */
function again () { return show(pageSize) }

/**
 * Searches and shows so many hits; a later call overtakes an earlier.
 * @param {number} size
 */
async function show (size) {
  clearTimeout(timer)
  running?.abort()
  const query = input.value
  const empty = !query.trim()
  section.hidden = empty
  for (const e of idle) e?.toggleAttribute('hidden', !empty)
  if (empty) {
    alarm = false
    list.replaceChildren()
    warn([])
    suggest?.([])
    return
  }
  const mine = running = new AbortController()
  if (size === pageSize) said.textContent = words.loading
  try {
    const waiting = aids() // needed for what is narrowed, and to write
    const { search, mark } = await load()
    const { signal } = mine
    const narrowing = selects.some((s) => s.value) ? await waiting : undefined
    /** @type {Filters} */
    const by = await narrowing?.filters(search, query, chosen(), signal) ?? {}
    const limit = narrowing?.near(selects[0]) ? Math.max(size, 100) : size
    const [result, others, answering, helps] = await Promise.all([
      search(query, { limit, signal, facets: selects.map(facet), filters: { kind: helpKinds, ...by } }),
      search(query, { limit: by.kind ? 0 : otherSize, signal, filters: { ...by, kind: by.kind ? [none] : otherKinds } }),
      search(query, { limit: alarmLines, signal, filters: { kind: ['helpline'] } }),
      waiting
    ])
    if (running !== mine) return
    alarm = result.alarm
    if (limit > size) result.hits = helps?.byDistance(result.hits).slice(0, size) ?? []
    // What has all words stands before what has some.
    const better = others.match === 'all' && result.match !== 'all'
    const weak = (!better && /none|some/.test(result.match)) || result.corrected.length > 0
    // In danger the line for the people whom the words tell of, then those of other
    // dangers in the order of the data; else those that answer the words.
    warn(alarm ? [...result.dangers, ...dangers] : answering.hits.map((hit) => hit.phone), alarm || weak)
    // Whoever is in danger finds the services for it before all others.
    const { hits: before } = result.dangers.some((d) => dangers.indexOf(d) < frightening)
      ? await search(query, { signal, filters: { kind: ['service'], ...by, group: [dangers[0]] } })
      : { hits: [] }
    if (running !== mine) return
    write(list, { ...result, hits: [...before, ...result.hits.filter((hit) => !before.some((b) => b.path === hit.path))] }, mark, helps)
    write(otherList, others, mark, helps)
    other.hidden = !others.total
    if (better) section.insertBefore(other, list)
    else section.append(other)
    const total = Math.max(result.total, before.length) + others.total
    said.textContent = sentence(better ? others : result, total)
    more.hidden = result.hits.length >= result.total
    if (wider) wider.hidden = total > 0 || !narrowing
    suggest?.(alarm ? [] : helps?.suggestions(query, selects, result, mark) ?? [])
    helps?.sharing(boxed())
    const counts = await helps?.counts(search, query, selects, helpKinds, result.facets, by, signal)
    if (running !== mine || !counts) return
    helps?.show(selects, counts)
    if (narrow) narrow.hidden = false
  } catch (reason) {
    const error = /** @type {Error & {code?: string}} */ (reason)
    if (running !== mine || error.name === 'AbortError') return
    list.replaceChildren()
    more.hidden = other.hidden = true
    warn([], true)
    suggest?.([])
    said.textContent = error.code === 'mixed' ? words.reload : words.failed
  }
}

/**
 * Loads what is not needed for the first answer, once; undefined where that fails:
 * searching goes on without it.
 */
function aids () {
  helping ??= import(new URL(words.aids, root).href).then((/** @type {Aids} */ module) => {
    suggest = module.aid({ input, section, selects, words, place, again })
    return module
  }).catch(() => helping = undefined)
  return helping
}

/**
 * Shows the helplines, those that answer the words first, and the way out where
 * the words tell of danger.
 * @param {(string | number)[]} order phones or groups, those of the first lines first
 * @param {boolean} [shown]
 */
function warn (order, shown = false) {
  part('search-exit').hidden = !alarm
  if (!help) return
  help.hidden = !shown
  call(order)
}

/** Loads the client of the site's index, once. */
function load () {
  client ??= import(new URL('search/client/search.js', root).href).then((module) => ({
    search: module.createSearch({ base: root.href, lang: words.lang }),
    mark: (text, hits) => module.mark(text, hits, words.lang)
  }))
  client.catch(() => { client = undefined }) // so that the next key tries again
  return client
}

/**
 * What was found, in a sentence that is read out.
 * @param {Result} result
 * @param {number} total
 */
function sentence (result, total) {
  if (!total) return words.nothing
  const read = [...result.corrected.flatMap((c) => c.instead), ...(result.instead ? [result.instead] : [])]
  return [
    words[result.match], // where not all of the query was found
    read.length ? `${words.corrected} ${read.join(', ')}.` : '',
    (found[plural ? plural.select(total) : 'other'] ?? found.other).replace('{n}', total.toLocaleString(words.lang))
  ].filter(Boolean).join(' ')
}

/**
 * @param {HTMLElement} list
 * @param {Result} result
 * @param {(text: string, hits: string[]) => Parts} mark
 * @param {Aids | undefined} helps
 */
function write (list, result, mark, helps) {
  list.replaceChildren(...result.hits.map((hit) => item(/** @type {any} */ (hit), (text) => mark(text, result.words), helps)))
}

/**
 * @param {Hit} hit
 * @param {(text: string) => Parts} mark
 * @param {Aids | undefined} helps
 */
function item (hit, mark, helps) {
  const li = document.createElement('li')
  const a = document.createElement('a')
  a.href = hit.url
  a.append(...marked(mark(hit.title)))
  li.append(element('h3', '', [a, ...origin(a, hit.title_lang)]))
  /** @type {[string, string | undefined][]} */
  const tags = [['tag', name(kinds, hit.kind)], ['state', name(states, hit.status)],
    ['quiet', [hit.place, hit.provider, helps?.distanceTo(hit.points, words)].filter(Boolean).join(' · ')]]
  for (const [className, text] of tags) {
    if (text) li.append(' ', element('span', className, [text]))
  }
  if (hit.summary) {
    const words = element('span', '', marked(mark(hit.summary)))
    li.append(element('p', '', [words, ...origin(words, hit.summary_lang)]))
  }
  const open = helps?.opening(hit.hours)
  if (open) li.append(open)
  if (hit.phone) li.append(element('p', '', [helps?.call(hit.phone) ?? hit.phone]))
  return li
}

/**
 * Marks a text that is in another language, and says so beside it.
 * @param {HTMLElement} e
 * @param {string | undefined} lang
 */
function origin (e, lang) {
  if (!lang) return []
  e.lang = lang
  return [' ', element('small', 'from', [`(${name(from, lang) ?? lang})`])]
}

/**
 * The name of a code; a code of no name has none.
 * @param {Names} names
 * @param {string} code
 */
function name (names, code) {
  return Object.hasOwn(names, code) ? names[code] : undefined
}

/** @param {Parts} parts */
function marked (parts) {
  return parts.map(({ text, hit }) => hit ? element('mark', '', [text]) : text)
}

/**
 * @param {string} name
 * @param {string} className
 * @param {(Node | string)[]} children
 */
function element (name, className, children) {
  const e = document.createElement(name)
  if (className) e.className = className
  e.append(...children)
  return e
}
