// Keeps a region's directory on the device, at a press of its button: nothing is
// stored before. The work is done by sw.js at the root of the site.

const page = /** @type {HTMLElement} */ (document.getElementById('carry'))
const kept = /** @type {HTMLElement} */ (document.getElementById('kept'))
const what = /** @type {HTMLElement} */ (document.getElementById('kept-what'))
const said = /** @type {HTMLElement} */ (document.getElementById('kept-said'))
const forget = /** @type {HTMLButtonElement} */ (document.getElementById('kept-forget'))
const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('button[data-region]'))
const words = /** @type {Record<string, string>} */ (page.dataset)
const root = new URL(words.base, document.baseURI)

/** @typedef {{language: string, region: string, date: string, bytes: number}} State */

if ('serviceWorker' in navigator && 'caches' in window) start()

async function start () {
  forget.addEventListener('click', () => work(async () => {
    await ask('forget')
    said.textContent = words.forgotten
    show(null)
    forget.hidden = true
  }))
  const registration = await navigator.serviceWorker.getRegistration(root.href)
  if (registration?.active && registration.scope === root.href) show(await ask('state'))
  try {
    const { regions } = await (await fetch(new URL(`${words.lang}/offline/packs.json`, root))).json()
    for (const button of buttons) {
      const pack = regions[/** @type {string} */ (button.dataset.region)]
      if (!pack) continue
      button.append(' ', size(pack.bytes))
      button.hidden = false
      button.addEventListener('click', () => work(() => keep(/** @type {string} */ (button.dataset.region))))
    }
  } catch {
    // No network: what is kept is shown, and nothing more can be kept.
  }
}

/** @param {string} region */
async function keep (region) {
  said.textContent = words.busy
  kept.hidden = false
  await navigator.serviceWorker.register(new URL('sw.js', root).href, { scope: root.href, updateViaCache: 'none' })
  await navigator.serviceWorker.ready
  show(await ask('keep', region))
  said.textContent = words.done
}

/** @param {() => Promise<void>} task */
async function work (task) {
  for (const button of [...buttons, forget]) button.disabled = true
  try {
    await task()
  } catch {
    said.textContent = words.failed
    kept.hidden = false
  }
  for (const button of [...buttons, forget]) button.disabled = false
}

/**
 * @param {string} task
 * @param {string} [region]
 * @returns {Promise<State | null>}
 */
async function ask (task, region) {
  const registration = await navigator.serviceWorker.ready
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => {
      if (data.error) reject(new Error(data.error))
      else if (data.all) said.textContent = `${words.busy} ${data.done} / ${data.all}`
      else resolve(data.result)
    }
    registration.active?.postMessage({ do: task, language: words.lang, region }, [port2])
  })
}

/** @param {State | null} state */
function show (state) {
  forget.hidden = !state
  if (!state) {
    what.textContent = ''
    return
  }
  kept.hidden = false
  const name = document.querySelector(`[data-name="${CSS.escape(state.region)}"]`)?.textContent ?? state.region
  what.textContent = `${name}. ${words.asof} ${state.date} `
  what.append(size(state.bytes))
}

/** @param {number} bytes */
function size (bytes) {
  const span = document.createElement('span')
  span.className = 'n'
  span.textContent = words.size.replace('{n}', String(Math.ceil(bytes / 1024)))
  return span
}
