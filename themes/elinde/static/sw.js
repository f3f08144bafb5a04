// Keeps a region's directory on a device for times without a network. It is
// installed only when somebody asks for it on the page "On paper and without
// internet", and removed there.
//
// What comes from the network is always shown first, so nobody is held on an old
// version; what is kept says so and tells the date of its data. Only pages that the
// generator marks with <meta name="keep"> are kept: none that is sensitive, no
// search, no query. A new build of the site replaces all that is kept.

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
 * @property {string} region
 * @property {string} cache its name
 * @property {string} date of the data, in words
 * @property {string} note above a page that is kept
 * @property {number} bytes of the region's files
 * @property {string[]} seen addresses, the last seen last
 */

let looked = 0
/** @type {Promise<unknown>} writes of the state, one after the other */
let queue = Promise.resolve()

worker.addEventListener('install', () => worker.skipWaiting())
worker.addEventListener('activate', event => event.waitUntil(worker.clients.claim()))

worker.addEventListener('message', event => {
  const [port] = event.ports
  const { do: task, language, region } = event.data
  /** @type {Record<string, () => Promise<unknown>>} */
  const tasks = {
    keep: () => keep(language, region, (done, all) => port?.postMessage({ done, all })),
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
  else if (address.pathname.startsWith(scope.pathname + 'assets/') || address.pathname === scope.pathname + 'icon.svg') event.respondWith(asset(event))
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
    return kept ? noted(kept, state) : instead(address, state)
  }
}

/**
 * What is shown for a page that is not kept: for the search, the region's file,
 * which has a search; else the page that says so, and what is kept. The address
 * that was asked for is not in it: it may be one to keep quiet about.
 * @param {URL} address
 * @param {State} state
 */
async function instead (address, { language, region, cache }) {
  const file = new URL(`${language}/offline/${region}.${language}.html`, scope)
  if (/^[^/]+\/search\/$/.test(address.pathname.slice(scope.pathname.length))) return Response.redirect(file.href)
  return Response.redirect(new URL(`${language}/offline/#missing`, scope).href)
}

/**
 * A kept page with a line above it. The single file says its date itself.
 * @param {Response} response
 * @param {State} state
 */
async function noted (response, { note }) {
  const text = await response.text()
  const safe = note.replace(/[&<>]/g, c => `&#${c.charCodeAt(0)};`)
  return html(text.replace('<main ', `<p class="demo" role="status" id="kept-note">${safe}</p><main `), response.headers)
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
  if (!state || !response.ok || query || response.redirected || !/html/.test(response.headers.get('content-type') ?? '')) return
  const text = await response.text()
  if (!text.includes(mark)) return
  const cache = await caches.open(state.cache)
  await cache.put(address, html(text, response.headers))
  const list = [...state.seen.filter(other => other !== address), address]
  // Those of the region stay; of the others the oldest goes.
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
 * Fetches a region's files, and those seen before, into a cache of its own; only
 * when all are there does it take the place of the old one.
 * @param {string} language
 * @param {string} region
 * @param {(done: number, all: number) => void} tell
 * @returns {Promise<State | null>}
 */
async function keep (language, region, tell) {
  const { build } = await json('build.json')
  const packs = await json(`${language}/offline/packs.json`)
  const old = await readState()
  if (!Object.hasOwn(packs.regions, region)) {
    await forgetCaches() // the site has it no more: what is old must not stay
    return null
  }
  const { files, bytes } = packs.regions[region]
  const name = prefix + build + ' ' + Date.now()
  try {
    const cache = await caches.open(name)
    let done = 0
    /** @param {string} path @param {boolean} needed */
    const take = async (path, needed) => {
      const address = new URL(path, scope).href
      const response = await fetch(address, { cache: 'no-cache' })
      if (response.ok) await put(cache, address, response, path)
      else if (needed) throw new Error(`${path}: ${response.status}`)
      return response.ok
    }
    const waiting = [...files]
    await Promise.all([1, 2, 3, 4].map(async () => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        await take(path, true)
        tell(++done, files.length)
      }
    }))
    const own = new Set(files.map((/** @type {string} */ path) => new URL(path, scope).href))
    const again = []
    for (const address of old?.seen ?? []) {
      if (!own.has(address) && await take(address, false)) again.push(address)
    }
    /** @type {State} */
    const state = { build, language, region, cache: name, date: packs.date, note: packs.note, bytes, seen: again }
    await writeState(state)
    await forgetCaches(name)
    return state
  } catch (error) {
    await caches.delete(name)
    throw error
  }
}

/**
 * Puts a file into a cache. The single file has inline code under a policy of its
 * own, which the server's would refuse.
 * @param {Cache} cache
 * @param {string} address
 * @param {Response} response
 * @param {string} path
 */
async function put (cache, address, response, path) {
  if (!/html/.test(response.headers.get('content-type') ?? '')) return cache.put(address, response)
  const text = await response.text()
  const single = path.endsWith('.html') && text.includes('http-equiv="Content-Security-Policy"')
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
