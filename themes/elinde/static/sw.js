// Keeps a region's directory on a device for times without a network, or single
// services. It is installed only when somebody asks for it, on the page "On paper and
// without internet" or by saving a service to the list, and removed with them.
//
// What comes from the network is always shown first, so nobody is held on an old
// version; what is kept says so, tells the date of its data, and marks the links that
// need the network. Only pages that the generator marks with <meta name="keep"> are
// kept: none that is sensitive, no search, no query. A new build of the site replaces
// all that is kept.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
const scope = new URL(worker.registration.scope)
const prefix = `elinde ${scope.pathname} `
const stateName = prefix + 'state'
const stateAddress = new URL('kept-state', scope).href
const patience = 6000 // milliseconds for the network where a page is kept
const pause = 10 * 60_000 // milliseconds between two looks for a new build
const mostSeen = 60 // pages somebody saw, beside those of the region
const mark = '<meta name="keep"'

/**
 * @typedef {object} State of what is kept
 * @property {string} build of the site
 * @property {string} language
 * @property {string} region; "" where single services are kept only
 * @property {string} cache its name
 * @property {string} date of the data, in words
 * @property {string} note above a page that is kept
 * @property {string} away beside a link to what is not
 * @property {string[]} files the region's addresses, or those that every list needs
 * @property {Record<string, string>} instead what answers for a page that is not kept
 * @property {string[]} seen addresses, the last seen last; with a region only
 * @property {string[]} saved addresses of services in the reader's list
 */

let looked = 0
/** @type {Promise<unknown>} writes of the state, one after the other */
let queue = Promise.resolve()

worker.addEventListener('install', () => worker.skipWaiting())
worker.addEventListener('activate', event => event.waitUntil(worker.clients.claim()))

worker.addEventListener('message', event => {
  const [port] = event.ports
  const { do: task, language, region, path } = event.data
  /** @type {Record<string, () => Promise<unknown>>} */
  const tasks = {
    keep: () => keep(language, region, (done, all) => port?.postMessage({ done, all })),
    save: () => save(language, new URL(path, scope).href),
    unsave: () => unsave(new URL(path, scope).href),
    state: readState,
    forget
  }
  if (!Object.hasOwn(tasks, task)) return
  event.waitUntil(inTurn(tasks[task]).then(
    result => port?.postMessage({ result }),
    error => port?.postMessage({ error: String(error) })))
})

worker.addEventListener('fetch', event => {
  const { request } = event
  const address = new URL(request.url)
  if (request.method !== 'GET' || address.origin !== scope.origin || !address.pathname.startsWith(scope.pathname)) return
  if (request.mode === 'navigate') event.respondWith(page(event, address))
  else if (/^(assets\/.*|icons?\.svg)$/.test(address.pathname.slice(scope.pathname.length))) event.respondWith(asset(event))
  else if (/\/(find|eligibility)\/[a-z-]+\.json$/.test(address.pathname)) event.respondWith(data(event, address))
})

/**
 * A page from the network, or, where that fails or takes too long, the kept one.
 * @param {FetchEvent} event
 * @param {URL} address
 */
async function page (event, address) {
  const state = await readState()
  const plain = address.origin + address.pathname
  const kept = state && !address.search ? await caches.match(plain, { cacheName: state.cache }) : undefined
  const network = fetch(event.request)
  try {
    const response = await (kept ? inTime(network) : network)
    if (state) event.waitUntil(inTurn(() => seen(response.clone(), plain, address.search)).then(renew))
    return response
  } catch (error) {
    network.catch(() => {}) // it may still fail, later
    if (!state) throw error
    return kept ? noted(kept, plain, state) : instead(address, state)
  }
}

/**
 * What is shown for a page that is not kept: for a page of the whole country that of
 * the region, for the search the region's file, which has a search; else the page
 * that says so, and what is kept. The address that was asked for is not in it: it may
 * be one to keep quiet about.
 * @param {URL} address
 * @param {State} state
 */
function instead (address, { language, instead }) {
  const other = instead[address.pathname.slice(scope.pathname.length)]
  return Response.redirect(new URL(other ?? `${language}/offline/#missing`, scope).href)
}

/**
 * What filters or the checker read: from the network, else as it is kept.
 * @param {FetchEvent} event
 * @param {URL} address
 */
async function data (event, { pathname, href }) {
  const state = await readState()
  const other = state?.instead[pathname.slice(scope.pathname.length)]
  const kept = state ? await caches.match(other ? new URL(other, scope).href : href, { cacheName: state.cache }) : undefined
  const network = fetch(event.request)
  if (!kept) return network
  return inTime(network).catch(() => kept)
}

/**
 * A kept page with a line above it, and a sign at each link to a page that is not
 * kept. The single file says its date itself.
 * @param {Response} response
 * @param {string} address
 * @param {State} state
 */
async function noted (response, address, { note, away, cache, instead }) {
  const keys = await (await caches.open(cache)).keys()
  const kept = new Set(keys.map(({ url }) => url))
  for (const path of Object.keys(instead)) kept.add(new URL(path, scope).href)
  const sign = `<span class="away" role="img" aria-label="${safe(away)}">⊘</span>`
  const text = (await response.text()).replace(/(<a [^>]*href="([^"]*)"[^>]*>)(.*?)<\/a>/gs, (all, start, href, words) => {
    const to = new URL(href, address)
    to.hash = ''
    return to.href.startsWith(scope.href) && !kept.has(to.href) ? start + words + sign + '</a>' : all
  })
  return html(text.replace('<main ', `<p class="demo" role="status" id="kept-note">${safe(note)}</p><main `), response.headers)
}

/** @param {string} text */
function safe (text) {
  return text.replace(/[&<>"]/g, c => `&#${c.charCodeAt(0)};`)
}

/** @param {FetchEvent} event for a file of the site's look, whose name changes with it */
async function asset (event) {
  const state = await readState()
  const kept = state ? await caches.match(event.request.url, { cacheName: state.cache }) : undefined
  if (kept) return kept
  const response = await fetch(event.request)
  if (state && response.ok) {
    const copy = response.clone()
    event.waitUntil(inTurn(async () => {
      const now = await readState() // all may have been deleted meanwhile
      if (now) await (await caches.open(now.cache)).put(event.request.url, copy)
    }))
  }
  return response
}

/**
 * Keeps a page that somebody saw, if it may be kept.
 * @param {Response} response
 * @param {string} address
 * @param {string} query
 */
async function seen (response, address, query) {
  const state = await readState()
  if (!state?.region || !response.ok || query || response.redirected || !/html/.test(response.headers.get('content-type') ?? '')) return
  const text = await response.text()
  if (!text.includes(mark)) return
  const cache = await caches.open(state.cache)
  await cache.put(address, html(text, response.headers))
  // Those of the region and of the reader's list stay; of the others the oldest goes.
  const own = new Set([...state.files.map(path => new URL(path, scope).href), ...state.saved])
  const list = [...state.seen.filter(other => other !== address), address].filter(other => !own.has(other))
  for (const old of list.splice(0, Math.max(0, list.length - mostSeen))) await cache.delete(old)
  await writeState({ ...state, seen: list })
}

/** Replaces what is kept where the site was built anew; looks now and then. */
async function renew () {
  if (Date.now() - looked < pause) return
  looked = Date.now()
  const { build } = await json('build.json')
  await inTurn(async () => {
    const state = await readState()
    if (state && state.build !== build) await keep(state.language, state.region, () => {})
  })
}

/**
 * Fetches a region's files, and what was seen and saved before, into a cache of its
 * own; only when all are there does it take the place of the old one. Without a region
 * it takes what every list needs.
 * @param {string} language
 * @param {string} region
 * @param {(done: number, all: number) => void} tell
 * @param {string[]} more services to save
 * @returns {Promise<State | null>}
 */
async function keep (language, region, tell, more = []) {
  const { build } = await json('build.json')
  const { date, note, away, regions } = await json(`${language}/offline/packs.json`)
  const old = await readState()
  if (region && !Object.hasOwn(regions, region)) {
    await forgetCaches() // the site has it no more: what is old must not stay
    return null
  }
  const { files, instead } = await json(`${language}/offline/${region || 'list'}.json`)
  const name = prefix + build + ' ' + Date.now()
  try {
    const cache = await caches.open(name)
    let done = 0
    const waiting = [...files]
    await Promise.all([1, 2, 3, 4].map(async () => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        await take(cache, new URL(path, scope).href, true)
        tell(++done, files.length)
      }
    }))
    const own = new Set(files.map((/** @type {string} */ path) => new URL(path, scope).href))
    /** @param {string[]} list @param {boolean} all */
    const again = async (list, all) => {
      const taken = []
      for (const address of list) if (own.has(address) ? all : await take(cache, address, false)) taken.push(address)
      return taken
    }
    /** @type {State} */
    const state = { build, language, region, cache: name, date, note, away, files, instead,
      saved: await again([...new Set([...old?.saved ?? [], ...more])], true), seen: await again(region ? old?.seen ?? [] : [], false) }
    await writeState(state)
    await forgetCaches(name)
    return state
  } catch (error) {
    await caches.delete(name)
    throw error
  }
}

/**
 * Keeps the page of a service in the reader's list, and tells what is kept now.
 * @param {string} language
 * @param {string} address
 */
async function save (language, address) {
  const state = await readState()
  if (!state) return keep(language, '', () => {}, [address])
  if (state.saved.includes(address)) return state
  const cache = await caches.open(state.cache)
  if (!await cache.match(address)) await take(cache, address, true)
  const now = { ...state, saved: [...state.saved, address] }
  await writeState(now)
  return now
}

/** Forgets the page of a service, and all where nothing else is kept. @param {string} address */
async function unsave (address) {
  const state = await readState()
  if (!state) return null
  const saved = state.saved.filter(other => other !== address)
  if (!state.region && !saved.length) return forget()
  const own = state.files.some(path => new URL(path, scope).href === address) || state.seen.includes(address)
  if (!own) await (await caches.open(state.cache)).delete(address)
  const now = { ...state, saved }
  await writeState(now)
  return now
}

/**
 * Fetches a file into a cache; false where it is not there, which is an error of a
 * needed one.
 * @param {Cache} cache
 * @param {string} address
 * @param {boolean} needed
 */
async function take (cache, address, needed) {
  const response = await fetch(address, { cache: 'no-cache' })
  if (response.ok) await put(cache, address, response)
  else if (needed) throw new Error(`${address}: ${response.status}`)
  return response.ok
}

/**
 * Puts a file into a cache. The single file has inline code under a policy of its
 * own, which the server's would refuse.
 * @param {Cache} cache
 * @param {string} address
 * @param {Response} response
 */
async function put (cache, address, response) {
  if (!/html/.test(response.headers.get('content-type') ?? '')) return cache.put(address, response)
  const text = await response.text()
  const single = address.endsWith('.html') && text.includes('http-equiv="Content-Security-Policy"')
  if (!single && !text.includes(mark)) return
  return cache.put(address, html(text, single ? new Headers() : response.headers))
}

/** @param {string} text @param {Headers} from */
function html (text, from) {
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8' })
  for (const name of ['Content-Security-Policy', 'Referrer-Policy', 'X-Content-Type-Options']) {
    const value = from.get(name)
    if (value) headers.set(name, value)
  }
  return new Response(text, { headers })
}

/** @returns {Promise<State | null>} */
async function readState () {
  const response = await caches.match(stateAddress, { cacheName: stateName })
  return response ? response.json() : null
}

/** @param {State} state */
async function writeState (state) {
  const cache = await caches.open(stateName)
  await cache.put(stateAddress, new Response(JSON.stringify(state), { headers: { 'Content-Type': 'application/json' } }))
}

/** Removes all that is kept, and this worker. */
async function forget () {
  await forgetCaches()
  await worker.registration.unregister()
  return null
}

/** @param {string} [but] the name of a cache that stays, with the state */
async function forgetCaches (but) {
  const names = (await caches.keys()).filter(name => name.startsWith(prefix) && name !== but && (!but || name !== stateName))
  await Promise.all(names.map(name => caches.delete(name)))
}

/** @param {string} path */
async function json (path) {
  const response = await fetch(new URL(path, scope), { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.json()
}

/** @param {Promise<Response>} network @returns {Promise<Response>} */
function inTime (network) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('slow')), patience)
    network.then(resolve, reject)
  })
}

/** @template T @param {() => Promise<T>} task @returns {Promise<T>} */
function inTurn (task) {
  const turn = queue.then(task, task)
  queue = turn.catch(() => {})
  return turn
}
