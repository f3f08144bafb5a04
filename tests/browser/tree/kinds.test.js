// Whatever layout the theme has, a kind of page stands for it in these tests, and
// every kind is a page of the demonstration.

import { expect, test } from '@playwright/test'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { everyPage, kinds } from '../site/kinds.js'
import { repository } from '../site/places.js'
import { files } from '../site/tree.js'

test('every layout has a kind of page', async () => {
  const layouts = (await readdir(join(repository, 'themes/elinde/layouts')))
    .filter((file) => file.endsWith('.html') && file !== 'baseof.html')
    .map((file) => file.slice(0, -'.html'.length))
  expect([...new Set(kinds.map(({ layout }) => layout))].toSorted()).toEqual(layouts.toSorted())
})

test('every kind has a page in each language', async () => {
  const built = new Set(await files())
  const wanted = everyPage().map(({ path }) => path.replace(/^\//, '').replace(/(^|\/)$/, '$1index.html'))
  expect(wanted.filter((file) => !built.has(file))).toEqual([])
})
