// The list of services that a reader keeps on the device: no account, nothing sent.
// On a service's page a button keeps it, with what one needs on the way; on the page
// of the list they all stand. Both are printed and passed on from here. The pages of
// what is kept open without a network, too: sw.js stores them.

import { able, ask, install, installed, size, weight } from '../keep/ask.js'

/**
 * @typedef {object} Kept
 * @property {string} h address from the root of the site
 * @property {string} n name @property {string} [l] its language
 * @property {string} [t] telephone @property {string[]} a where it is given, what it is
 * @property {string[][]} w hours of the service, then places, each its lines
 * @property {string[]} d documents to bring
 * @property {string[]} c what it costs and how long one waits
 * @property {string[]} s what stands in the way: a pause, closures, a check long ago
 * @property {string} [v] when it was last checked, in words
 */

const key = 'elinde-saved'
const button = /** @type {HTMLElement | null} */ (document.getElementById('keep'))
const share = /** @type {HTMLElement | null} */ (document.getElementById('share'))
const copy = /** @type {HTMLElement | null} */ (document.getElementById('copy'))
const saved = /** @type {HTMLElement | null} */ (document.getElementById('saved'))
const paper = /** @type {HTMLElement | null} */ (document.getElementById('print'))

/** What is kept, which anybody may have written: pages of this site and texts, nothing else. @returns {Kept[]} */
function read () {
  const string = (/** @type {unknown} */ text) => typeof text === 'string' ? text : undefined
  const list = (/** @type {unknown} */ all) => Array.isArray(all) ? all : []
  const strings = (/** @type {unknown} */ all) => list(all).filter((text) => typeof text === 'string')
  try {
    return list(JSON.parse(localStorage.getItem(key) ?? '[]'))
      .filter((one) => typeof one?.n === 'string' && /^[a-z0-9./-]+$/.test(string(one.h) ?? ''))
      .map(({ h, n, l, t, a, w, d, c, s, v }) => ({ h, n, l: string(l), t: string(t), v: string(v),
        a: strings(a), w: list(w).map(strings), d: strings(d), c: strings(c), s: strings(s) }))
  } catch {
    return []
  }
}

/** Whether the browser kept it: some keep nothing. @param {Kept[]} list */
function write (list) {
  try {
    localStorage.setItem(key, JSON.stringify(list))
    return true
  } catch {
    return false
  }
}

/** The words of each part, in one line. @param {ParentNode} from @param {string} parts */
function lines (from, parts) {
  return [...from.querySelectorAll(parts)].map((part) => {
    const copy = /** @type {Element} */ (part.cloneNode(true))
    for (const note of copy.querySelectorAll('.from')) note.remove()
    for (const end of copy.querySelectorAll('br')) end.replaceWith(', ')
    for (const cell of copy.querySelectorAll('td')) cell.before(' ')
    for (const term of copy.querySelectorAll('dt')) term.append(': ')
    return (copy.textContent ?? '').replace(/\s+/g, ' ').trim()
  }).filter(Boolean)
}

/** The service of this page, as it is now. @param {Record<string, string>} words @returns {Kept} */
function service (words) {
  const hours = lines(document, '[aria-labelledby=open] :is(h2, caption, tr, .note, .until)')
  const places = [...document.querySelectorAll('.where')].map((place) => lines(place, 'h3, address, p:not(.acts, .from, .now), caption, tr, .until'))
  const areas = lines(document, '[aria-labelledby=where] > .tags > li').join(', ')
  const about = [...areas ? [`${lines(document, '[aria-labelledby=where] > p')[0]} ${areas}`] : [], ...lines(document, '.service > .lead')]
  return { h: words.href, n: words.name, l: words.lang || undefined, t: words.phone || undefined, a: about,
    w: hours.length ? [hours, ...places] : places, d: lines(document, '[aria-labelledby=bring] li'),
    c: lines(document, '.cost'), s: lines(document, '.service > .note'), v: lines(document, '#last-checked')[0] }
}

/**
 * Stores the page of a service on the device, or deletes it there.
 * @param {'save' | 'unsave'} task
 * @param {URL} root of the site @param {string} path of the page
 * @returns {Promise<number>} bytes on the device; 0 where it did not work
 */
async function store (task, root, path) {
  try {
    if (task === 'save') await install(root)
    else if (!await installed(root)) return 0
    const state = await ask({ do: task, language: path.split('/')[0], path })
    return state ? await weight(state.cache) : 0
  } catch {
    return 0
  }
}

if (button) {
  const words = /** @type {Record<string, string>} */ (button.dataset)
  const name = button.textContent
  const root = new URL(words.base, document.baseURI)
  const said = /** @type {HTMLElement} */ (document.getElementById('keep-said'))
  const draw = () => {
    const is = read().some((one) => one.h === words.href)
    button.setAttribute('aria-pressed', String(is))
    button.textContent = is ? words.kept : name
    const link = /** @type {HTMLElement} */ (document.getElementById('kept'))
    link.hidden = read().length === 0
  }
  button.addEventListener('click', async () => {
    const list = read()
    const rest = list.filter((one) => one.h !== words.href)
    const undo = rest.length < list.length
    said.textContent = ''
    if (!write(undo ? rest : [...list, service(words)])) {
      said.textContent = words.unkept // and the button stays as it was
      return
    }
    draw()
    const bytes = able ? await store(undo ? 'unsave' : 'save', root, words.href) : 0
    said.textContent = undo ? words.gone : bytes ? words.said.replace('{size}', size(bytes, words.size)) : words.lost
  })
  button.hidden = false
  // What was kept is renewed by each visit.
  const list = read()
  if (list.some((one) => one.h === words.href)) write(list.map((one) => one.h === words.href ? service(words) : one))
  draw()
}

if (paper) {
  paper.hidden = false
  paper.addEventListener('click', () => print())
}

const text = () => share?.dataset.text ?? ''
if (share && 'share' in navigator) {
  share.hidden = false
  share.addEventListener('click', () => navigator.share({ text: text() }).catch(() => {}))
}
if (copy && navigator.clipboard) {
  copy.hidden = false
  copy.setAttribute('aria-live', 'polite')
  copy.addEventListener('click', () => navigator.clipboard.writeText(text()).then(() => {
    copy.textContent = copy.dataset.copied ?? ''
  }, () => {}))
}

/** @param {string} name @param {string} words @param {Record<string, string>} [more] attributes */
function element (name, words, more = {}) {
  const e = document.createElement(name)
  e.textContent = words
  for (const [key, value] of Object.entries(more)) e.setAttribute(key, value)
  return e
}

if (saved) {
  const words = /** @type {Record<string, string>} */ (saved.dataset)
  const root = new URL(words.base, document.baseURI)
  const from = JSON.parse(words.from)
  const list = /** @type {HTMLElement} */ (document.getElementById('saved-list'))
  const none = /** @type {HTMLElement} */ (document.getElementById('saved-none'))
  const acts = /** @type {HTMLElement} */ (document.getElementById('saved-acts'))

  /** @param {Kept} one */
  const item = (one) => {
    const li = document.createElement('li')
    li.append(element('a', one.n, { href: new URL(one.h, root).href, lang: one.l ?? one.h.split('/')[0] }))
    const written = one.h.split('/')[0]
    if (written !== document.documentElement.lang && written in from) li.append(' ', element('small', `(${from[written]})`, { class: 'from' }))
    if (one.t) li.append(document.createElement('br'), element('a', one.t, { class: 'call', href: 'tel:' + one.t.replace(/[^+\d]/g, ''), dir: 'ltr' }))
    const more = element('div', '', { lang: one.h.split('/')[0] })
    for (const line of one.a) more.append(element('p', line))
    for (const line of one.s) more.append(element('p', line, { class: 'note warn' }))
    for (const place of one.w) {
      const ul = element('ul', '')
      ul.append(...place.map((line) => element('li', line)))
      more.append(ul)
    }
    if (one.d.length) {
      const ticks = element('ul', '', { class: 'ticks' })
      ticks.append(...one.d.map((name) => element('li', name)))
      more.append(element('p', `${words.bring}:`), ticks)
    }
    for (const line of one.c) more.append(element('p', line))
    if (one.v) more.append(element('p', one.v, { class: 'from' }))
    const remove = element('button', words.remove, { type: 'button', 'aria-label': `${words.remove}: ${one.n}` })
    remove.addEventListener('click', () => {
      const before = read()
      write(before.filter((other) => other.h !== one.h))
      if (able) store('unsave', root, one.h)
      const undo = element('button', words.undo, { type: 'button' })
      undo.addEventListener('click', () => {
        write(before)
        if (able) store('save', root, one.h)
        draw()
        ;/** @type {HTMLElement | null} */ (list.querySelector(`a[href="${CSS.escape(new URL(one.h, root).href)}"]`))?.focus()
      })
      const gone = element('li', `${words.removed} ${one.n} `, { class: 'gone' })
      gone.append(undo)
      li.replaceWith(gone)
      undo.focus()
      frame()
    })
    li.append(more, remove)
    return li
  }
  const frame = () => {
    const all = read()
    none.hidden = all.length > 0
    acts.hidden = all.length === 0
    const text = all.map((one) => `${one.n} ${one.t ?? ''} ${new URL(one.h, root).href}`).join('\n')
    for (const a of /** @type {NodeListOf<HTMLAnchorElement>} */ (acts.querySelectorAll('a[data-to]'))) a.href = a.dataset.to + encodeURIComponent(text)
    if (share) share.dataset.text = text
  }
  const draw = () => {
    list.replaceChildren(...read().map(item))
    frame()
  }
  document.getElementById('saved-off')?.setAttribute('hidden', '')
  window.addEventListener('storage', draw)
  draw()
}
