// The search page: reads ?q=, searches while one types, and writes the results as
// a list. Every text that comes from the index is written with textContent.
// Where this module does not run, the page's own words say that search is off.

// The layout of the search page has all of these.
const section = /** @type {HTMLElement} */ (document.getElementById('results'))
const input = /** @type {HTMLInputElement} */ (document.getElementById('q'))
const form = /** @type {HTMLFormElement} */ (input.form)
const said = /** @type {HTMLElement} */ (document.getElementById('results-said'))
const list = /** @type {HTMLElement} */ (document.getElementById('results-list'))
const more = /** @type {HTMLElement} */ (document.getElementById('results-more'))
const other = /** @type {HTMLElement} */ (document.getElementById('results-other'))
const otherList = /** @type {HTMLElement} */ (document.getElementById('results-other-list'))
const off = /** @type {HTMLElement} */ (document.getElementById('search-off'))
const words = /** @type {Record<string, string>} */ (section.dataset)

// People look for help first: figures and articles stand in a list of their own,
// or their short texts would outrank the services.
const helpKinds = ['service', 'provider', 'place', 'helpline']
const otherKinds = ['indicator', 'page']
const pageSize = 20
const otherSize = 5
const pause = 200 // milliseconds between the last key and the search

/**
 * @typedef {import('../../../../search/client/search.js')} Client the module of the site's index
 * @typedef {Awaited<ReturnType<ReturnType<Client['createSearch']>>>} Result
 * @typedef {{text: string, hit: boolean}[]} Parts of a text, hits told from the rest
 * @typedef {Record<string, string>} Names by code
 * @typedef {Record<string, string>} Hit what a document shows, texts all
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
const plural = pluralRules(words.lang)

/** @type {Promise<{search: ReturnType<Client['createSearch']>, mark: (text: string, hits: string[]) => Parts}> | undefined} */
let client
/** @type {AbortController | undefined} of the search under way */
let running
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer

off.hidden = true
input.value = new URLSearchParams(location.search).get('q') ?? ''
form.addEventListener('submit', (event) => {
  event.preventDefault()
  remember('pushState')
  show(input.value, 0)
})
input.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(() => {
    remember('replaceState')
    show(input.value, 0)
  }, pause)
})
window.addEventListener('popstate', () => {
  input.value = new URLSearchParams(location.search).get('q') ?? ''
  carry()
  show(input.value, 0)
})
carry()
more.addEventListener('click', () => show(input.value, list.children.length))
show(input.value, 0)

/**
 * Puts the query into the address, so that it can be shared and gone back to.
 * @param {'pushState' | 'replaceState'} how
 */
function remember (how) {
  const address = new URL(location.href)
  if (input.value.trim()) address.searchParams.set('q', input.value)
  else address.searchParams.delete('q')
  history[how](null, '', address)
  carry()
}

/** Lets the language switch keep the query. */
function carry () {
  for (const a of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a[hreflang]'))) {
    const address = new URL(a.href)
    address.search = location.search
    a.href = address.href
  }
}

/**
 * Searches and shows the hits from offset on; a later call overtakes an earlier.
 * @param {string} query
 * @param {number} offset
 */
async function show (query, offset) {
  clearTimeout(timer)
  running?.abort()
  if (!query.trim()) {
    section.hidden = true
    list.replaceChildren()
    other.hidden = true
    return
  }
  section.hidden = false
  const mine = running = new AbortController()
  if (offset === 0) said.textContent = words.loading
  try {
    const { search, mark } = await load()
    const signal = mine.signal
    const result = await search(query, { limit: pageSize, offset, signal, filters: { kind: helpKinds } })
    const others = await search(query, { limit: otherSize, signal, filters: { kind: otherKinds } })
    if (running !== mine) return
    const first = write(list, result, mark, offset)
    write(otherList, others, mark, 0)
    other.hidden = others.total === 0
    said.textContent = sentence(result.total ? result : others, result.total + others.total)
    more.hidden = list.children.length >= result.total
    if (offset > 0) first?.focus()
  } catch (reason) {
    const error = /** @type {Error & {code?: string}} */ (reason)
    if (running !== mine || error.name === 'AbortError') return
    list.replaceChildren()
    more.hidden = other.hidden = true
    said.textContent = error.code === 'mixed' ? words.reload : words.failed
  }
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
  if (total === 0) return words.none
  const corrected = result.corrected.flatMap((c) => c.instead)
  return [
    result.match === 'some' ? words.some : '',
    corrected.length ? `${words.corrected} ${corrected.join(', ')}.` : '',
    foundWords(total)
  ].filter(Boolean).join(' ')
}

/** @param {number} n */
function foundWords (n) {
  const message = found[plural.select(n)] ?? found.other
  return message.replace('{n}', n.toLocaleString(words.lang))
}

/**
 * Writes the hits and gives the link of the first.
 * @param {HTMLElement} list
 * @param {Result} result
 * @param {(text: string, hits: string[]) => Parts} mark
 * @param {number} offset
 */
function write (list, result, mark, offset) {
  const items = result.hits.map((hit) => item(/** @type {any} */ (hit), (text) => mark(text, result.words)))
  if (offset === 0) list.replaceChildren(...items)
  else list.append(...items)
  return items[0]?.querySelector('a')
}

/**
 * @param {Hit} hit
 * @param {(text: string) => Parts} mark
 */
function item (hit, mark) {
  const li = document.createElement('li')
  const a = document.createElement('a')
  a.href = hit.url
  a.append(...marked(mark(hit.title)))
  li.append(a, ...origin(a, hit.title_lang))
  /** @type {[string, string | undefined][]} */
  const tags = [['tag', name(kinds, hit.kind)], ['state', name(states, hit.status)], ['quiet', hit.place]]
  for (const [className, text] of tags) {
    if (text) li.append(' ', element('span', className, [text]))
  }
  if (hit.summary) {
    const words = element('span', '', marked(mark(hit.summary)))
    li.append(element('p', '', [words, ...origin(words, hit.summary_lang)]))
  }
  if (hit.phone) li.append(element('p', '', [hit.phone]))
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

/**
 * Plural rules of the language; English ones where the browser has none.
 * @param {string} lang
 */
function pluralRules (lang) {
  try {
    return new Intl.PluralRules(lang)
  } catch {
    return new Intl.PluralRules('en')
  }
}
