// Speaks with sw.js, which keeps pages on the device.

export const able = 'serviceWorker' in navigator && 'caches' in window

/** @typedef {{language: string, region: string, date: string, cache: string, saved: string[]}} State */

/** Installs the worker; only when somebody asks to keep something. @param {URL} root of the site */
export async function install (root) {
  await navigator.serviceWorker.register(new URL('sw.js', root).href, { scope: root.href, updateViaCache: 'none' })
}

/** Whether it is installed. @param {URL} root */
export async function installed (root) {
  const registration = able ? await navigator.serviceWorker.getRegistration(root.href) : undefined
  return Boolean(registration?.active && registration.scope === root.href)
}

/**
 * @param {{do: string, language?: string, region?: string, path?: string}} message
 * @param {(done: number, all: number) => void} [tell]
 * @returns {Promise<State | null>} what is kept then
 */
export async function ask (message, tell) {
  const registration = await navigator.serviceWorker.ready
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }) => {
      if (data.error) reject(new Error(data.error))
      else if (data.all) tell?.(data.done, data.all)
      else resolve(data.result)
    }
    registration.active?.postMessage(message, [port2])
  })
}

/** The bytes that a cache holds. @param {string} name */
export async function weight (name) {
  const cache = await caches.open(name)
  let sum = 0
  for (const request of await cache.keys()) sum += (await (await cache.match(request))?.blob())?.size ?? 0
  return sum
}

/**
 * A number of bytes as people read it.
 * @param {number} bytes
 * @param {string} patterns kilobytes with "{n}", "|", megabytes with "{n}" and "{tenths}"
 */
export function size (bytes, patterns) {
  const [small, large = small] = patterns.split('|')
  const n = Math.ceil(bytes / 1024)
  if (n < 1024) return small.replace('{n}', String(n))
  const tenths = Math.ceil(bytes * 10 / 1048576)
  return large.replace('{n}', String(Math.floor(tenths / 10))).replace('{tenths}', String(tenths % 10))
}
