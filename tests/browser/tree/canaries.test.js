// Nothing of what must not be published stands in any file of the built tree:
// neither the marks that data/NOTICE.md names nor any value of a confidential
// place or of the rows that site/build.js plants into a release whose day has not
// come (of a tree given by ELINDE_TREE they prove nothing).

import { expect, test } from '@playwright/test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { carried } from '../site/pack.js'
import { languages } from '../site/kinds.js'
import { rows } from '../site/rows.js'
import { bytes, files, text } from '../site/tree.js'

const marks = ['kanareýka', 'канарейк', 'kanareyka', '74999', '+993 00 77', '+9930077', '99300 77',
  'sary-garlawaç', 'жёлтая-ласточка', 'yellow-swallow']

// As short as this, a value may stand in a file for many reasons.
const tooShort = 5

test('the demonstration holds something to be kept back', async () => {
  const values = await withheld()
  expect(values).toContain('918273645')
  expect(values).toContain('97531')
  expect(values.length).toBeGreaterThan(30)
})

test('no file of the tree holds any of it', async () => {
  test.setTimeout(120_000)
  const all = await files()
  expect(all.length).toBeGreaterThan(1000)
  const searched = [...new Set([...marks, ...await withheld()])]
  const found = []
  for (const file of all) {
    const content = open(file, await bytes(file)).toLowerCase()
    found.push(...searched.filter((value) => content.includes(value) || file.toLowerCase().includes(value)).map((value) => `${file}: ${value}`))
  }
  expect(found).toEqual([])
})

test('the page of a service does not lead to the etrap of a confidential place', async () => {
  const locations = await rows('locations')
  const links = await rows('service_locations')
  let told = 0
  for (const hidden of await confidential()) {
    for (const { service_id: service } of links.filter(({ location_id: id }) => id === hidden.id)) {
      const here = links.filter(({ service_id: id }) => id === service).map(({ location_id: id }) => id)
      // Some have an office that all may know in the same etrap.
      if (locations.some(({ id, place_id: place, confidential }) => here.includes(id) && place === hidden.place_id && confidential !== 'yes')) continue
      for (const language of languages) {
        expect(await text(`${language}/services/${service}/index.html`), service).not.toContain(`/places/${hidden.place_id}/`)
        told++
      }
    }
  }
  expect(told).toBeGreaterThan(0)
})

/** Locations that must not be told. */
async function confidential () {
  return (await rows('locations')).filter(({ confidential }) => confidential === 'yes')
}

/**
 * The text of a file, out of its packing.
 * @param {string} file
 * @param {Buffer} content
 */
function open (file, content) {
  if (file.endsWith('.gz')) return gunzipSync(content).toString()
  if (file.endsWith('.br')) return brotliDecompressSync(content).toString()
  const page = content.toString()
  return page + carried(page)
}

/**
 * The values that the exports of the demonstration want kept back.
 * @returns {Promise<string[]>} in lower case
 */
async function withheld () {
  const hidden = await confidential()
  const ids = new Set(hidden.map(({ id }) => id))
  const links = (await rows('service_locations')).filter(({ location_id: id }) => ids.has(id))
  const observations = await rows('observations', 'tests/embargo')
  return [
    ...hidden.flatMap((row) => [...own(row, /^(name|address|directions|postal|phone|email)/), ...decimals(row)]),
    ...links.flatMap((row) => own(row, /^(phone|note)/)),
    ...observations.flatMap((row) => own(row, /^(obs_value|comment)/))
  ].filter((value) => value.length >= tooShort).map((value) => value.toLowerCase())
}

/** @param {Record<string, string>} row @param {RegExp} columns */
function own (row, columns) {
  return Object.keys(row).filter((column) => columns.test(column)).map((column) => row[column])
}

/**
 * The digits behind the point of a coordinate: they tell it whatever the sign
 * between is, and whatever stands before.
 * @param {Record<string, string>} row
 */
function decimals (row) {
  return [row.latitude, row.longitude].map((degrees) => degrees.split('.')[1] ?? '')
}
