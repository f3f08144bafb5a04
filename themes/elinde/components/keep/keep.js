// Keeps a region's directory on the device, at a press of its button: nothing is
// stored before. The work is done by sw.js at the root of the site, which also
// leads here, with "#missing", where a page is asked for that is not kept.

import { able, ask, install, installed, size, weight } from './ask.js'

/** @typedef {import('./ask.js').State} State */

const page = /** @type {HTMLElement} */ (document.getElementById('carry'))
const kept = /** @type {HTMLElement} */ (document.getElementById('kept'))
const what = /** @type {HTMLElement} */ (document.getElementById('kept-what'))
const pages = /** @type {HTMLElement} */ (document.getElementById('kept-pages'))
const forget = /** @type {HTMLButtonElement} */ (document.getElementById('kept-forget'))
const forgotten = /** @type {HTMLElement} */ (document.getElementById('kept-said'))
const missing = /** @type {HTMLElement} */ (document.getElementById('missing'))
const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('button[data-region]'))
const words = /** @type {Record<string, string>} */ (page.dataset)
const root = new URL(words.base, document.baseURI)
let busy = false

if (able) start()

async function start () {
  forget.addEventListener('click', () => work(forgotten, async () => {
    await ask({ do: 'forget' })
    localStorage.removeItem('elinde-saved') // the reader's list: ../saved/saved.js
    await show(null)
    forgotten.textContent = words.forgotten
    forgotten.focus()
  }))
  if (location.hash === '#missing') {
    missing.hidden = false
    document.getElementById('kept-list')?.setAttribute('open', '')
    missing.focus()
  }
  if (await installed(root)) await show(await ask({ do: 'state' }))
  try {
    const { regions } = await (await fetch(new URL(`${words.lang}/offline/packs.json`, root))).json()
    for (const button of buttons) {
      const region = /** @type {string} */ (button.dataset.region)
      if (!regions[region]) continue
      button.querySelector('.n')?.replaceWith(number(regions[region].bytes))
      button.hidden = false
      button.addEventListener('click', () => work(said(region), () => keep(region)))
    }
  } catch {
    // No network: what is kept is shown, and nothing more can be kept.
  }
}

/** Where it is said what became of a region's button: beside it. @param {string} region */
function said (region) {
  return /** @type {HTMLElement} */ (document.querySelector(`[data-said="${CSS.escape(region)}"]`))
}

/** @param {string} region */
async function keep (region) {
  said(region).textContent = words.busy
  const bar = document.createElement('progress')
  bar.setAttribute('aria-label', words.busy)
  said(region).after(bar)
  try {
    await install(root)
    await show(await ask({ do: 'keep', language: words.lang, region }, (done, all) => {
      bar.max = all
      bar.value = done
    }))
  } finally {
    bar.remove()
  }
  const see = document.createElement('a')
  see.href = '#kept'
  see.textContent = words.see
  said(region).replaceChildren(words.done, ' ', see)
}

/**
 * One thing at a time. Buttons keep the focus meanwhile, so they are not disabled.
 * @param {HTMLElement} place where a failure is said
 * @param {() => Promise<void>} task
 */
async function work (place, task) {
  if (busy) return
  busy = true
  for (const button of [...buttons, forget]) button.setAttribute('aria-disabled', 'true')
  try {
    await task()
  } catch {
    place.textContent = words.failed
  }
  for (const button of [...buttons, forget]) button.removeAttribute('aria-disabled')
  busy = false
}

/** @param {State | null} state */
async function show (state) {
  kept.hidden = !state
  for (const button of buttons) said(/** @type {string} */ (button.dataset.region)).textContent = state && button.dataset.region === state.region ? words.here : ''
  if (!state) return
  const name = document.querySelector(`[data-name="${CSS.escape(state.region)}"]`)?.textContent ?? state.region
  what.textContent = `${name && `${name}. `}${words.asof} ${state.date} `
  what.append(number(await weight(state.cache)))
  pages.replaceChildren(...await list(state.cache))
}

/** The pages in a cache, by their headings, since a title may be a discreet one. @param {string} name */
async function list (name) {
  const cache = await caches.open(name)
  const links = []
  for (const request of await cache.keys()) {
    if (/\.(css|js|json|svg)$/.test(request.url) || request.url === location.href.replace(/#.*/, '')) continue
    const heading = (await (await cache.match(request))?.text())?.match(/<h1[^]*?<\/h1>/)?.[0] ?? ''
    const a = document.createElement('a')
    a.href = request.url
    a.lang = request.url.slice(root.href.length).split('/')[0]
    a.textContent = new DOMParser().parseFromString(heading, 'text/html').body.textContent
    links.push(a)
  }
  const order = new Intl.Collator(words.lang)
  /** Ways in come before what they lead to. @param {HTMLAnchorElement} a */
  const depth = (a) => Math.min(a.href.slice(root.href.length).split('/').length, 4)
  return links.sort((a, b) => depth(a) - depth(b) || order.compare(a.text, b.text)).map((a) => {
    const item = document.createElement('li')
    item.append(a)
    return item
  })
}

/** @param {number} bytes */
function number (bytes) {
  const span = document.createElement('span')
  span.className = 'n'
  span.textContent = size(bytes, words.size)
  return span
}
