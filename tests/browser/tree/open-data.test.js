// What programs read, held against other people's validators: the catalogue against
// the shapes of DCAT-AP 3, the description of the addresses against the schema of
// OpenAPI 3.1.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { Validator as OpenAPI } from '@seriousme/openapi-schema-validator'
import jsonld from 'jsonld'
import { Parser, Store, Writer } from 'n3'
import SHACL from 'rdf-validate-shacl'
import { text } from '../site/tree.js'

test('the catalogue conforms to DCAT-AP 3', async () => {
  const shapes = await readFile(join(import.meta.dirname, '../standards/dcat-ap-3.ttl'), 'utf8')
  const data = new Parser().parse(await text('downloads/catalog.ttl'))
  expect(data.length).toBeGreaterThan(3000)
  const report = await new SHACL(new Store(new Parser().parse(shapes))).validate(new Store(data))
  const faults = report.results.map((r) => `${r.focusNode?.value} ${r.path?.value} ${r.message.map(({ value }) => value)}`)
  expect(faults).toEqual([])
})

test('the shapes see a fault', async () => {
  const shapes = await readFile(join(import.meta.dirname, '../standards/dcat-ap-3.ttl'), 'utf8')
  const broken = (await text('downloads/catalog.ttl')).replaceAll('dcat:accessURL', 'dcat:noURL')
  const report = await new SHACL(new Store(new Parser().parse(shapes))).validate(new Store(new Parser().parse(broken)))
  expect(report.conforms).toBe(false)
})

test('the catalogue says the same as Turtle and as JSON-LD', async () => {
  const writer = new Writer({ format: 'N-Quads' })
  writer.addQuads(new Parser().parse(await text('downloads/catalog.ttl')))
  /** @type {string} */
  const turtle = await new Promise((resolve, reject) => writer.end((fault, result) => fault ? reject(fault) : resolve(result)))
  const other = await jsonld.toRDF(JSON.parse(await text('downloads/catalog.jsonld')), { format: 'application/n-quads' })
  expect(await canonical(String(other))).toBe(await canonical(turtle))
})

/**
 * The statements in an order that does not depend on names of nameless nodes.
 * @param {string} quads
 * @returns {Promise<string>}
 */
function canonical (quads) {
  return jsonld.canonize(/** @type {any} */ (quads), { inputFormat: 'application/n-quads', format: 'application/n-quads', algorithm: 'URDNA2015' })
}

test('a linter finds nothing in the description of the addresses', async () => {
  const config = await createConfig({ extends: ['recommended'], rules: { 'operation-4xx-response': 'error', 'no-unused-components': 'error' } })
  /** @param {string} source */
  const lint = async (source) => (await lintFromString({ source, absoluteRef: 'openapi.json', config })).map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`)
  const source = await text('downloads/openapi.json')
  expect(await lint(source)).toEqual([])
  expect((await lint(source.replace('"name": "indicator"', '"name": "other"'))).join()).toContain('path-parameters-defined')
})

test('the description of the addresses is OpenAPI 3.1', async () => {
  const result = await new OpenAPI().validate(JSON.parse(await text('downloads/openapi.json')))
  expect(result.errors ?? []).toEqual([])
  expect(result.valid).toBe(true)
})
