// The test function of all browser tests: a page that is watched. What no visitor
// should ever cause fails the test that caused it.

import { expect, test as base } from '@playwright/test'
import { address } from './places.js'

/**
 * @typedef {object} Watch
 * @property {string[]} faults what went wrong on the page so far
 * @property {string[]} allowed parts of faults that this test provokes
 */

/** @type {import('@playwright/test').Fixtures<{watch: Watch}, {}, import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions>} */
const fixtures = {
  // Playwright wants a pattern here, even an empty one.
  baseURL: async ({}, use) => use(address()),

  watch: [async ({ context }, use) => {
    /** @type {Watch} */
    const watch = { faults: [], allowed: [] }
    context.on('page', (page) => observe(page, watch.faults))
    await use(watch)
    const left = watch.faults.filter((fault) => !watch.allowed.some((part) => fault.includes(part)))
    expect(left, 'what no visitor should cause').toEqual([])
  }, { auto: true }]
}

/**
 * `test` with the address of the site as baseURL and with `watch`: at the end of
 * a test nothing may have been reported by the console, refused by the
 * Content-Security-Policy, thrown by a script, missing from the server or asked
 * of another address than the site's.
 */
export const test = base.extend(fixtures)

export { expect }

/**
 * @param {import('@playwright/test').Page} page
 * @param {string[]} faults
 */
function observe (page, faults) {
  page.on('console', (message) => {
    // A refusal of the policy is reported as an error as well.
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()} (${page.url()})`)
  })
  page.on('pageerror', (error) => faults.push(`script: ${error.message} (${page.url()})`))
  page.on('request', (request) => {
    if (!inside(request.url(), page)) faults.push(`leaves the site: ${request.url()} (${page.url()})`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`status ${response.status()}: ${response.url()}`)
  })
}

/**
 * Whether what a page asks for belongs to the site: to its folder, or to its
 * server for a page that stands in place of an unknown address.
 * @param {string} url
 * @param {import('@playwright/test').Page} page
 */
function inside (url, page) {
  const site = address()
  return url.startsWith(page.url().startsWith(site) ? site : new URL(site).origin + '/')
}
