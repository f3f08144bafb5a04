// The page of filters. All is done on the device: the services of a region are
// fetched as one file, the choice stands behind "#" in the address, which no
// server sees, and where the reader is leaves the device never.

import { best } from '../hours/best.js'
import { say } from '../hours/say.js'
import { answers, counter, distance } from './choose.js'

/** @typedef {import('./choose.js').Found} Found */

const form = /** @type {HTMLFormElement} */ (document.getElementById('find'))
const words = /** @type {Record<string, string>} */ (form.dataset)
const clock = /** @type {Record<string, string>} */ (/** @type {HTMLElement} */ (document.getElementById('open-words')).dataset)
const place = /** @type {HTMLSelectElement} */ (document.getElementById('find-place'))
const near = /** @type {HTMLElement} */ (document.getElementById('find-near'))
const said = /** @type {HTMLElement} */ (document.getElementById('find-said'))
const list = /** @type {HTMLElement} */ (document.getElementById('find-list'))
const more = /** @type {HTMLElement} */ (document.getElementById('find-more'))
const nearSaid = /** @type {HTMLElement} */ (document.getElementById('find-near-said'))
const folded = /** @type {HTMLDetailsElement} */ (document.getElementById('find-more-filters'))
const foldedCount = /** @type {HTMLElement} */ (document.getElementById('find-more-n'))
const go = /** @type {HTMLElement} */ (document.getElementById('find-go'))
const root = new URL(words.base, document.baseURI)
const found = JSON.parse(words.found)
const showing = JSON.parse(words.show)
const states = JSON.parse(words.states)
const from = JSON.parse(words.from)
const holidays = JSON.parse(clock.holidays)
const pageSize = 20
// Browsers do not know Turkmen, which writes numbers as Russian does.
const number = new Intl.NumberFormat([words.lang, 'ru'])

/** @type {Map<string, Promise<Found[]>>} by region */
const files = new Map()
/** @type {[number, number] | undefined} where the reader is, once the device was asked */
let here
let shown = pageSize
let turn = 0

/** Reads the choice out of the address. */
function read () {
  const given = new URLSearchParams(location.hash.slice(1))
  for (const e of /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (form.querySelectorAll('[name]'))) {
    const values = (given.get(e.name) ?? '').split('.')
    if (e instanceof HTMLInputElement) e.checked = values.includes(e.value)
    else e.value = [...e.options].some((o) => o.value === values[0]) ? values[0] : ''
  }
}

/** Puts the choice into the address, without a step of "back" for each tick. */
function write () {
  const parts = Object.entries(chosen()).filter(([, values]) => values.length).map(([key, values]) => `${key}=${values.join('.')}`)
  history.replaceState(null, '', parts.length ? '#' + parts.join('&') : location.pathname)
  for (const a of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.langs a'))) a.hash = location.hash
}

/** @returns {Record<string, string[]>} values by facet, as the form has them */
function chosen () {
  /** @type {Record<string, string[]>} */
  const choice = {}
  for (const [key, value] of new FormData(form)) if (value) (choice[key] ??= []).push(String(value))
  return choice
}

/** Regions to fetch for the choice. */
function regions () {
  const region = place.selectedOptions[0]?.dataset.region
  if (region) return [region]
  if (!words.whole) return []
  return [...new Set([...place.options].flatMap((o) => o.dataset.region ?? []))]
}

/** @param {string} region */
function load (region) {
  let file = files.get(region)
  if (!file) {
    file = fetch(new URL(`${words.lang}/find/${region}.json`, root)).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status))
      return answer.json()
    })
    file.catch(() => files.delete(region)) // so that the next choice tries again
    files.set(region, file)
  }
  return file
}

async function show () {
  const mine = ++turn
  const wanted = regions()
  if (!wanted.length) {
    said.textContent = words.choose
    list.replaceChildren()
    return
  }
  const answered = await Promise.allSettled(wanted.map(load))
  if (mine !== turn) return
  const lists = answered.flatMap((one) => one.status === 'fulfilled' ? [one.value] : [])
  if (!lists.length) {
    said.textContent = words.failed
    return
  }
  const all = [...new Map(lists.flat().map((one) => [one.h, one])).values()]
  const now = Date.now()
  /** @type {Map<Found, import('../hours/state.js').State | undefined>} what was asked for so far */
  const known = new Map()
  /** @param {Found} one */
  const stateOf = (one) => {
    if (!known.has(one)) known.set(one, best(one.o ?? [], now, Number(clock.zone), holidays))
    return known.get(one)
  }
  /** @param {Found} one */
  const isOpen = (one) => stateOf(one)?.state === 'open'
  const choice = chosen()
  if (place.value) choice.place = around(place.value)
  let hits = all.filter((one) => answers(one, choice, isOpen))
  const later = hits.length ? [] : opening(all.filter((one) => answers(one, choice, isOpen, 'open')), stateOf)
  if (later.length) hits = later
  const point = here ?? pointOf(place.selectedOptions[0])
  /** @type {Map<Found, number>} */
  const far = new Map(point ? hits.map((one) => [one, distance(one, point)]) : [])
  if (point && !later.length) hits.sort((a, b) => (far.get(a) ?? 0) - (far.get(b) ?? 0) || 0)
  said.textContent = later.length ? words.later : hits.length ? count(found, hits.length) : words.none
  if (lists.length < wanted.length) said.append(' ', words.part)
  go.textContent = hits.length ? count(showing, hits.length) : words.go
  list.replaceChildren(...hits.slice(0, shown).map((one) => item(one, stateOf(one), here && far.get(one))))
  more.hidden = hits.length <= shown
  counts(all, choice, isOpen, () => mine === turn)
}

/**
 * Those that open next, the first of them first.
 * @param {Found[]} all @param {(one: Found) => import('../hours/state.js').State | undefined} stateOf
 */
function opening (all, stateOf) {
  /** @type {[number, Found][]} */
  const next = []
  for (const one of all) {
    const state = stateOf(one)
    if (state?.state === 'closed' && state.opens) next.push([state.opens.day * 1440 + state.opens.at, one])
  }
  return next.sort(([a], [b]) => a - b).map(([, one]) => one)
}

/** A place, its region and the country: a service for one of them is for it. @param {string} id */
function around (id) {
  const region = place.selectedOptions[0]?.dataset.region ?? ''
  const inside = id === region ? [...place.options].filter((o) => o.dataset.region === region).map((o) => o.value) : [id, region]
  return [...inside, words.country ?? '']
}

/**
 * Writes beside each value how many services it leaves, a few values at a time, so that
 * the page answers meanwhile.
 * @param {Found[]} all @param {Record<string, string[]>} choice
 * @param {(one: Found) => boolean} isOpen @param {() => boolean} wanted false once the choice is another
 */
async function counts (all, choice, isOpen, wanted) {
  const ticked = folded.querySelectorAll(':checked:not([value=""])').length
  foldedCount.textContent = ticked ? `(${number.format(ticked)})` : ''
  let of = counter(all, choice, '', isOpen)
  let facet = ''
  let began = 0
  for (const e of /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (form.querySelectorAll('[name]'))) {
    if (e === place) continue
    for (const option of e instanceof HTMLInputElement ? [e] : [...e.options].slice(1)) {
      if (performance.now() - began > 10) {
        await new Promise((go) => setTimeout(go))
        if (!wanted()) return
        began = performance.now()
      }
      if (facet !== e.name) of = counter(all, choice, facet = e.name, isOpen)
      const n = of([option.value])
      const label = option instanceof HTMLOptionElement ? option : /** @type {HTMLElement} */ (option.nextElementSibling)
      label.dataset.name ??= label.textContent ?? ''
      label.textContent = `${label.dataset.name} (${number.format(n)})`
      label.classList.toggle('none', n === 0)
    }
  }
}

/** @param {Found} one @param {import('../hours/state.js').State} [state] @param {number} [km] */
function item (one, state, km) {
  const li = document.createElement('li')
  const a = element('a', '', one.n)
  a.setAttribute('href', new URL(one.h, root).href)
  const heading = element('h3', '', '')
  heading.append(a)
  li.append(heading)
  const summary = element('p', '', one.s)
  if (one.l) {
    a.lang = summary.lang = one.l
    heading.append(' ', element('small', 'from', `(${from[one.l] ?? one.l})`))
  }
  if (one.st) heading.append(' ', element('b', 'state', states[one.st] ?? one.st))
  if (one.a) li.append(element('p', 'serves', one.a))
  li.append(summary)
  if (state) li.append(element('p', `now ${state.state}`, say(state, clock)))
  const distanceWords = km !== undefined && km < Infinity ? words.km.replace('{n}', km.toLocaleString([words.lang, 'ru'], { maximumFractionDigits: km < 10 ? 1 : 0 })) : ''
  li.append(element('p', 'by', [one.p, one.m ? words.free : one.c ?? '', distanceWords].filter(Boolean).join('\u00a0· ')))
  if (one.t) {
    const call = element('a', 'call', one.t)
    call.setAttribute('href', 'tel:' + one.t.replace(/[^+\d]/g, ''))
    call.dir = 'ltr'
    li.append(call)
  }
  return li
}

/** @param {string} name @param {string} className @param {string} text */
function element (name, className, text) {
  const e = document.createElement(name)
  if (className) e.className = className
  e.textContent = text
  return e
}

/** @param {Record<string, string>} forms @param {number} n */
function count (forms, n) {
  let form = 'other'
  try {
    form = new Intl.PluralRules(words.lang).select(n)
  } catch {}
  return (forms[form] ?? forms.other).replace('{n}', number.format(n))
}

function change () {
  shown = pageSize
  write()
  show()
}

form.addEventListener('change', (event) => {
  if (event.target === place) {
    nearSaid.textContent = ''
    here = undefined
  }
  change()
})
form.addEventListener('reset', () => setTimeout(() => {
  nearSaid.textContent = ''
  here = undefined
  change()
}))
// Results follow every change; the button leads to them.
form.addEventListener('submit', (event) => {
  event.preventDefault()
  const head = document.getElementById('find-head')
  head?.focus({ preventScroll: true })
  head?.scrollIntoView()
})
window.addEventListener('hashchange', () => {
  // A link within the page is no choice: the address gets its own back.
  if (/^#[^=]+$/.test(location.hash)) return write()
  read()
  show()
})
more.addEventListener('click', () => {
  const at = shown
  shown += pageSize
  show().then(() => /** @type {HTMLElement | null} */ (list.children[at]?.querySelector('a'))?.focus())
})
near.addEventListener('click', () => {
  nearSaid.textContent = words.looking
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    here = [coords.latitude, coords.longitude]
    place.value = nearest(here)
    nearSaid.textContent = words.nearest.replace('{p}', place.selectedOptions[0]?.textContent ?? '')
    change()
  }, ({ code, PERMISSION_DENIED: denied }) => {
    nearSaid.textContent = code === denied ? words.denied : words.lost
  }, { timeout: 15000, maximumAge: 600000 })
})
near.hidden = !('geolocation' in navigator)

/** A point in a place to choose. @param {HTMLOptionElement | undefined} option */
function pointOf (option) {
  return /** @type {[number, number] | undefined} */ (option?.dataset.at?.split(',').map(Number))
}

/** The place to choose whose point is nearest. @param {[number, number]} at */
function nearest (at) {
  let id = ''
  let least = Infinity
  for (const option of place.options) {
    const point = pointOf(option)
    if (!point) continue
    const km = distance(/** @type {Found} */ (/** @type {unknown} */ ({ x: [point] })), at)
    if (km < least) [id, least] = [option.value, km]
  }
  return id
}

document.getElementById('find-off')?.setAttribute('hidden', '')
read()
// There is room for all filters on a wide screen; what is chosen is never hidden.
folded.open = matchMedia('(min-width: 64em)').matches || folded.querySelector(':checked:not([value=""])') !== null
write()
show()
