// No answer leaves the memory of the page: the network, what the browser stores,
// its history and the addresses are watched while somebody answers, and leaving or
// reloading forgets.

import { kindOf, languages, pathOf } from '../site/kinds.js'
import { expect, test } from '../site/test.js'

const checker = kindOf('eligibility checker')

/** What the browser keeps for the site, as text. Runs in the page. */
async function kept () {
  const databases = await indexedDB.databases()
  const caches = 'caches' in globalThis ? await globalThis.caches.keys() : []
  return JSON.stringify({ local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie, databases, caches, name: window.name })
}

/** @param {import('@playwright/test').Page} page */
async function begin (page) {
  await page.goto(pathOf(checker, 'en'))
  await page.locator('#checker-begin').click()
}

/** Answers the day of birth and four questions more, the first answer each. @param {import('@playwright/test').Page} page */
async function some (page) {
  await page.locator('#checker .option input').nth(1).check()
  await page.locator('#checker form button').first().click()
  for (const [name, value] of [['day', '5'], ['month', '3'], ['year', '1948']]) await page.locator(`#checker-${name}`).fill(value)
  await page.locator('#checker form button').first().click()
  for (let i = 0; i < 4; i++) {
    await page.locator('#checker .option input').first().check()
    await page.locator('#checker form button').first().click()
  }
}

for (const language of languages) {
  test(`nothing is sent, stored or put into an address in ${language}`, async ({ page, context }) => {
    /** @type {string[]} */
    const sent = []
    await page.goto(pathOf(checker, language))
    await expect(page.locator('#checker-begin')).toBeVisible() // all that is asked for is there
    const address = page.url()
    const before = await page.evaluate(kept)
    // Also what no event of a request tells: beacons, sockets, workers, messages.
    await page.evaluate(() => {
      /** @type {any} */
      const all = globalThis
      all.told = []
      const watch = (/** @type {any} */ on, /** @type {string} */ name) => {
        const old = on[name]
        on[name] = function (/** @type {any[]} */ ...args) { all.told.push(`${name} ${JSON.stringify(args)}`); return old.apply(this, args) }
      }
      for (const name of ['fetch', 'WebSocket', 'EventSource', 'Worker', 'BroadcastChannel', 'postMessage', 'open']) watch(globalThis, name)
      watch(navigator, 'sendBeacon')
      watch(XMLHttpRequest.prototype, 'open')
      watch(Storage.prototype, 'setItem')
      for (const name of ['pushState', 'replaceState']) watch(history, name)
    })
    context.on('request', (request) => sent.push(request.url()))
    await page.locator('#checker-begin').click()
    await some(page)
    while (await page.locator('#checker form').count()) {
      await page.locator('#checker .option input').last().check()
      await page.locator('#checker form button').first().click()
      expect(page.url()).toBe(address)
    }
    await page.locator('#checker-place').selectOption({ index: 4 })
    await page.goBack()
    await page.goForward()
    expect(sent).toEqual([])
    expect(page.url()).toBe(address)
    expect(await page.evaluate(kept)).toBe(before)
    expect(await page.evaluate(() => JSON.stringify([location.search, location.hash, document.referrer.includes('?')]))).toBe('["","",false]')
    expect(await context.cookies()).toEqual([])
    // The history holds the number of the step and no more.
    /** @type {string[]} */
    const told = await page.evaluate(() => /** @type {any} */ (globalThis).told)
    expect(told.length).toBeGreaterThan(5)
    for (const line of told) expect(line).toMatch(/^pushState \[\{"step":\d+\},""\]$/)
  })
}

test('a reload forgets', async ({ page }) => {
  await begin(page)
  await some(page)
  await page.reload()
  await expect(page.locator('#checker')).toBeHidden()
  await page.locator('#checker-begin').click()
  await page.locator('#checker form button').first().click() // skips who needs help
  await expect(page.locator('#checker-year')).toHaveValue('')
  await expect(page.locator('#checker input:checked')).toHaveCount(0)
  // Nor do the steps of before lead to anything.
  await page.goBack()
  await page.goBack()
  await expect(page.locator('.found')).toHaveCount(0)
})

test('leaving forgets, also where the browser keeps the page to come back to', async ({ page }) => {
  await begin(page)
  await some(page)
  await page.locator('header .brand').click()
  await expect(page).toHaveURL(/\/en\/$/)
  await page.goBack()
  await expect(page.locator('#checker .found')).toHaveCount(0)
  await expect(page.locator('#checker input:checked')).toHaveCount(0)
  await page.locator('#checker-begin').click()
  await page.locator('#checker form button').first().click() // skips who needs help
  await expect(page.locator('#checker-year')).toHaveValue('')
  expect(await page.content()).not.toContain('1948')
})

test('a page that is kept shows nothing of the answers', async ({ page }) => {
  await begin(page)
  await some(page)
  await page.evaluate(() => { window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })) })
  await expect(page.locator('#checker')).toBeEmpty()
  expect(await page.content()).not.toContain('1948')
})

test('"forget everything" does', async ({ page }) => {
  await begin(page)
  await some(page)
  await page.locator('#checker form button').nth(2).click()
  await page.locator('#checker .acts-row button').last().click()
  await expect(page.locator('#checker-begin')).toBeFocused()
  await page.locator('#checker-begin').click()
  await page.locator('#checker form button').first().click() // skips who needs help
  await expect(page.locator('#checker-year')).toHaveValue('')
})

test('the way out is on every step, and a link tells no address', async ({ page }) => {
  await begin(page)
  await expect(page.locator('.exit a').first()).toBeVisible()
  await some(page)
  await expect(page.locator('.exit a').first()).toBeInViewport()
  await expect(page.locator('meta[name=referrer]')).toHaveAttribute('content', 'no-referrer')
})
