// Structured data parses and says of every service and provider what the page says.

import { expect, test } from '@playwright/test'
import { files, text } from '../site/tree.js'

const block = /<script type="application\/ld\+json">(.*?)<\/script>/gs

/** What each page of a room is about, by schema.org. @type {Record<string, RegExp>} */
const rooms = {
  services: /^GovernmentService$|^Service$/,
  providers: /^(Government)?Organization$|^NGO$/
}

for (const [room, type] of Object.entries(rooms)) {
  test(`pages of ${room}`, async () => {
    const pages = (await files()).filter((file) => new RegExp(`^[a-z]+/${room}/[^/]+/index\\.html$`).test(file))
    let described = 0
    for (const file of pages) {
      const page = await text(file)
      // A page that says that a record is gone describes nothing.
      if (page.includes('content="noindex"')) continue
      for (const [, json] of page.matchAll(block)) {
        const data = JSON.parse(json)
        expect(data['@context'], file).toBe('https://schema.org')
        expect(data['@type'], file).toMatch(type)
        expect(page, file).toContain(`<link rel="canonical" href="${data.url}">`)
        expect(data.inLanguage ?? file.split('/')[0], file).toBe(file.split('/')[0])
        described++
      }
    }
    expect(described).toBeGreaterThan(pages.length / 2)
  })
}

test('every block of structured data in the tree parses', async () => {
  for (const file of (await files()).filter((file) => file.endsWith('.html'))) {
    for (const [, json] of (await text(file)).matchAll(block)) expect(() => JSON.parse(json), file).not.toThrow()
  }
})
