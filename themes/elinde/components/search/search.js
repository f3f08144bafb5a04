// The search page: reads ?q=, searches while one types, and writes the results as
// a list. Every text that comes from the index is written with textContent.
// Where this module does not run, the page's own words say that search is off.

const section = document.getElementById('results')
const input = document.getElementById('q')
const said = document.getElementById('results-said')
const list = document.getElementById('results-list')
const more = document.getElementById('results-more')
const off = document.getElementById('search-off')
const words = section.dataset

const pageSize = 20
const pause = 200 // milliseconds between the last key and the search

const root = new URL(words.base, document.baseURI)
const kinds = JSON.parse(words.kinds)
const found = JSON.parse(words.found)
const states = JSON.parse(words.states)
const from = JSON.parse(words.from)
const plural = pluralRules(words.lang)

let client // a promise of { search, mark }
let running // AbortController of the search under way
let timer

off.hidden = true
input.value = new URLSearchParams(location.search).get('q') ?? ''
input.form.addEventListener('submit', (event) => {
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

/** Puts the query into the address, so that it can be shared and gone back to. */
function remember (how) {
  const address = new URL(location.href)
  if (input.value.trim()) address.searchParams.set('q', input.value)
  else address.searchParams.delete('q')
  history[how](null, '', address)
  carry()
}

/** Lets the language switch keep the query. */
function carry () {
  for (const a of document.querySelectorAll('a[hreflang]')) {
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
    return
  }
  section.hidden = false
  const mine = running = new AbortController()
  if (offset === 0) said.textContent = words.loading
  try {
    const { search, mark } = await load()
    const result = await search(query, { limit: pageSize, offset, signal: mine.signal })
    if (running !== mine) return
    const first = write(result, mark, offset)
    said.textContent = sentence(result)
    more.hidden = list.children.length >= result.total
    if (offset > 0) first?.focus()
  } catch (error) {
    if (running !== mine || error.name === 'AbortError') return
    list.replaceChildren()
    more.hidden = true
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

/** What was found, in a sentence that is read out. */
function sentence (result) {
  if (result.total === 0) return words.none
  const corrected = result.corrected.flatMap((c) => c.instead)
  return [
    result.match === 'some' ? words.some : '',
    corrected.length ? `${words.corrected} ${corrected.join(', ')}.` : '',
    foundWords(result.total)
  ].filter(Boolean).join(' ')
}

function foundWords (n) {
  const message = found[plural.select(n)] ?? found.other
  return message.replace('{n}', n.toLocaleString(words.lang))
}

/** Writes the hits and gives the link of the first. */
function write (result, mark, offset) {
  const items = result.hits.map((hit) => item(hit, (text) => mark(text, result.words)))
  if (offset === 0) list.replaceChildren(...items)
  else list.append(...items)
  return items[0]?.querySelector('a')
}

function item (hit, mark) {
  const li = document.createElement('li')
  const a = document.createElement('a')
  a.href = hit.url
  a.append(...marked(mark(hit.title)))
  li.append(a, ...origin(a, hit.title_lang))
  for (const [className, text] of [['tag', name(kinds, hit.kind)], ['state', name(states, hit.status)], ['quiet', hit.place]]) {
    if (text) li.append(' ', element('span', className, [text]))
  }
  if (hit.summary) {
    const words = element('span', '', marked(mark(hit.summary)))
    li.append(element('p', '', [words, ...origin(words, hit.summary_lang)]))
  }
  if (hit.phone) li.append(element('p', '', [hit.phone]))
  return li
}

/** Marks a text that is in another language, and says so beside it. */
function origin (e, lang) {
  if (!lang) return []
  e.lang = lang
  return [' ', element('small', 'from', [`(${name(from, lang) ?? lang})`])]
}

/** The name of a code; a code of no name has none. */
function name (names, code) {
  return Object.hasOwn(names, code) ? names[code] : undefined
}

function marked (parts) {
  return parts.map(({ text, hit }) => hit ? element('mark', '', [text]) : text)
}

function element (name, className, children) {
  const e = document.createElement(name)
  if (className) e.className = className
  e.append(...children)
  return e
}

/** Plural rules of the language; English ones where the browser has none. */
function pluralRules (lang) {
  try {
    return new Intl.PluralRules(lang)
  } catch {
    return new Intl.PluralRules('en')
  }
}
