// Where the reader is, told to nobody: the nearest district is chosen, and hits say
// how far they are.

import { distance } from '../find/choose.js'

/** @type {[number, number] | undefined} */
let here
let nearest = '' // place

/** @param {HTMLSelectElement} places whether the reader's own place is chosen */
export const near = (places) => nearest !== '' && places?.value === nearest

/** @template {{ [key: string]: any }} H @param {H[]} hits @returns {H[]} the nearest first, those of no place last */
export function byDistance (hits) {
  /** @param {H} hit */
  const km = (hit) => hit.points ? far(hit.points) : 1e9
  return [...hits].sort((a, b) => km(a) - km(b))
}

/** @param {string} points "lat,lon" parted by ";" */
const far = (points) => here ? distance(/** @type {any} */ ({ x: points.split(';').map((p) => p.split(',').map(Number)) }), here) : Infinity

/**
 * Asks where the reader is and chooses the nearest place of a list.
 * @param {HTMLSelectElement} places
 * @param {HTMLElement} said what comes of it is read out here
 * @param {Record<string, string>} words
 * @param {() => void} then
 */
export function locate (places, said, words, then) {
  if (!navigator.geolocation) {
    said.textContent = words.lost
    return
  }
  said.textContent = words.looking
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    here = [coords.latitude, coords.longitude]
    const [place] = [...places.options].filter((o) => o.dataset.at)
      .sort((a, b) => far(a.dataset.at ?? '') - far(b.dataset.at ?? ''))
    if (!place) return
    places.value = nearest = place.value
    said.textContent = words.nearest.replace('{p}', (place.dataset.name ?? place.text).trim())
    then()
  }, ({ code, PERMISSION_DENIED: denied }) => {
    said.textContent = code === denied ? words.denied : words.lost
  }, { timeout: 15000, maximumAge: 600000 })
}

/**
 * How far a hit is, in words; "" where that is not known.
 * @param {string | undefined} points the hit's, as the index shows them
 * @param {Record<string, string>} words
 */
export function distanceTo (points, words) {
  const km = points ? far(points) : Infinity
  return km < Infinity ? words.km.replace('{n}', km.toLocaleString(words.lang, { maximumFractionDigits: km < 10 ? 1 : 0 })) : ''
}
