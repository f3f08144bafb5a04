// The data packages held against the validator of the standard's own project: each
// descriptor against its profile, each cell against its type and constraints, each key.
// It knows version 1 of the standard: labels of missing values, which version 2 adds,
// are taken off, and what is no table is left to other tests.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
// @ts-expect-error It comes without types.
import datapackage from 'datapackage'
import { repository, tree } from '../site/places.js'

/** @typedef {{name: string, path: string, format?: string, missingValues?: any[], schema?: any}} Resource */

/**
 * Reads all tables of a package and gives what is wrong and how many rows there were.
 * @param {{resources: Resource[]}} descriptor
 * @param {string} folder of its files
 * @returns {Promise<{faults: string[], rows: number}>}
 */
async function read (descriptor, folder) {
  const resources = descriptor.resources.filter(({ schema, path }) => schema && path.endsWith('.csv')).map((resource) => {
    const { fields, missingValues, ...rest } = resource.schema
    return { ...resource, schema: { ...rest, fields, missingValues: plain(missingValues ?? resource.missingValues) } }
  })
  const names = new Set(resources.map(({ name }) => name))
  for (const { schema } of resources) {
    schema.foreignKeys = (schema.foreignKeys ?? []).filter((/** @type {any} */ key) => key.reference.resource === '' || names.has(key.reference.resource))
  }
  const pack = await datapackage.Package.load({ ...descriptor, resources }, { basePath: folder, strict: false })
  const faults = pack.errors.map((/** @type {Error} */ error) => error.message)
  let rows = 0
  for (const resource of pack.resources) {
    try {
      rows += (await resource.read({ relations: true })).length
    } catch (error) {
      const { message, errors = [] } = /** @type {{message: string, errors?: Error[]}} */ (error)
      faults.push(`${resource.name}: ${[message, ...errors.map((e) => e.message)].join('; ')}`)
    }
  }
  return { faults, rows }
}

/** @param {any[]} [missing] */
function plain (missing = ['']) {
  return missing.map((value) => value.value ?? value)
}

/** @param {string} file */
const json = async (file) => JSON.parse(await readFile(file, 'utf8'))

for (const [what, path, least] of /** @type {[string, string, number][]} */ ([['the current files', 'downloads', 6000], ['a release', 'downloads/releases/2026-q3', 5000]])) {
  test(`the package of ${what} is valid`, async () => {
    const folder = join(tree(), path)
    const { faults, rows } = await read(await json(join(folder, 'datapackage.json')), folder)
    expect(faults).toEqual([])
    expect(rows).toBeGreaterThan(least)
  })
}

test('the package of the exports is valid', async () => {
  const folder = join(repository, 'data')
  const { faults, rows } = await read(await json(join(folder, 'datapackage.json')), folder)
  expect(faults).toEqual([])
  expect(rows).toBeGreaterThan(9000)
})

test('the package of HSDS is valid as it is', async () => {
  const pack = await datapackage.Package.load(join(tree(), 'hsds/package.zip'))
  expect(pack.errors).toEqual([])
  let rows = 0
  for (const resource of pack.resources) rows += (await resource.read({ relations: true })).length
  expect(rows).toBeGreaterThan(7000)
})

test('the validator sees faults', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'elinde-package-'))
  try {
    const from = join(repository, 'data')
    const descriptor = await json(join(from, 'datapackage.json'))
    descriptor.resources = descriptor.resources.filter((/** @type {Resource} */ { name }) => name === 'places')
    const places = await readFile(join(from, 'places.csv'), 'utf8')
    for (const [fault, broken] of Object.entries({
      'a type': places.replace(',39.1,', ',north,'), 'a choice': places.replace(',welayat,', ',county,'),
      'a key': places.replace('\nahal,turkmenistan,', '\nahal,nowhere,'), 'an id': places.replace('\nbalkan,', '\nahal,')
    })) {
      expect(broken, fault).not.toBe(places)
      await writeFile(join(folder, 'places.csv'), broken)
      expect((await read(structuredClone(descriptor), folder)).faults, fault).not.toEqual([])
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})
