// Somebody keeps the directory of their region, loses the network and opens the
// site again. What is sensitive is never kept, a new build replaces what is, and
// everything can be deleted.

import { languages } from '../site/kinds.js'
import { address, tree } from '../site/places.js'
import { rows } from '../site/rows.js'
import { serve } from '../site/server.js'
import { expect, test } from '../site/test.js'

// A lost network is what these tests are about.
const lost = ['ERR_INTERNET_DISCONNECTED', 'ERR_FAILED', 'Failed to fetch']
const button = '[data-region="mary"]'

/**
 * Presses the button and waits until all is stored.
 * @param {import('@playwright/test').Page} page
 */
async function keep (page) {
  await page.locator(button).click()
  await expect(page.locator('#kept-forget')).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('#kept-forget')).toBeEnabled()
}

/**
 * All that the browser keeps: addresses and texts.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<Record<string, string>>} text by address
 */
function stored (page) {
  return page.evaluate(async () => {
    /** @type {Record<string, string>} */
    const found = {}
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) found[request.url] = await (await cache.match(request))?.text() ?? ''
    }
    return found
  })
}

for (const language of languages) {
  test(`losing the network in ${language}`, async ({ page, context, watch }) => {
    watch.allowed.push(...lost)
    await page.goto(`${language}/services/lonely-older-mary/`)
    await page.goto(`${language}/offline/`)
    expect(await stored(page), 'nothing is kept before somebody asks').toEqual({})
    await expect(page.locator(button)).toHaveText(/\d\s(KB|КБ|MB|МБ)/)
    await keep(page)
    await expect(page.locator('#kept-what')).toContainText('2026')
    // What became of it is said at the button that was pressed, which keeps the focus.
    await expect(page.locator('[data-said="mary"]')).not.toBeEmpty()
    await expect(page.locator(button)).toBeFocused()
    await expect(page.locator('[data-said="lebap"]')).toBeEmpty()

    const seen = `${language}/services/lonely-older-tejen/`
    const sensitive = `${language}/services/s-7q2m/`
    const typed = `${language}/search/?q=kreslo`
    for (const path of [seen, sensitive, typed]) await page.goto(path)
    await page.goto(`${language}/offline/`)
    await expect.poll(async () => Object.keys(await stored(page))).toContain(address() + seen)

    await context.setOffline(true)
    await page.goto(`${language}/`)
    await expect(page.locator('#kept-note')).toContainText('2026')
    await page.goto(`${language}/offline/mary/`)
    await page.locator('.card a[href^="tel:"]').first().waitFor()
    await page.goto(`${language}/services/lonely-older-mary/`)
    await expect(page.locator('h1')).toBeVisible()
    await expect(page.locator('main a[href^="tel:"]').first()).toBeVisible()
    await page.goto(seen)
    await expect(page.locator('#kept-note')).toBeVisible()
    await page.goto(sensitive)
    await expect(page).toHaveURL(`${address()}${language}/offline/#missing`)
    await expect(page.locator('#missing')).toBeFocused()
    await expect(page.locator('#missing a[href^="tel:"]').first()).toBeInViewport()
    await expect(page.locator('#kept-pages a[href$="/lonely-older-mary/"]')).toBeVisible()
    await expect(page.locator('#kept-pages a[href$="/s-7q2m/"]')).toHaveCount(0)
    await page.locator('#kept-pages a[href$="/lonely-older-tejen/"]').click()
    await expect(page.locator('#kept-note')).toBeVisible()
    await page.goto(`${language}/search/`)
    await expect(page).toHaveURL(`${address()}${language}/offline/mary.${language}.html`)
    await page.locator('#q').fill('lukmança pensiya hyzmat мама home')
    await expect(page.locator('#results-said')).not.toBeEmpty()
    // What was typed on another page is searched there.
    await page.goto(`${language}/`)
    await page.locator('#q').fill('lukmança pensiya hyzmat мама home')
    await page.keyboard.press('Enter')
    await page.waitForURL(/mary\.\w+\.html/)
    await expect(page.locator('#q')).toHaveValue(/lukmança/)
    await expect(page.locator('#results-said')).not.toBeEmpty()

    await context.setOffline(false)
    await page.goto(`${language}/`)
    await expect(page.locator('#kept-note')).toHaveCount(0)
    await page.goto(`${language}/offline/`)
    await page.evaluate(() => localStorage.setItem('elinde-saved', '[]'))
    await page.locator('#kept-forget').click()
    await expect(page.locator('#kept-forget')).toBeHidden()
    expect(await page.evaluate(() => localStorage.length), 'the list is deleted with the rest').toBe(0)
    expect(await stored(page)).toEqual({})
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
  })
}

for (const language of languages) {
  test(`every way from the home page that is not marked opens without a network in ${language}`, async ({ page, context, watch }) => {
    test.slow()
    watch.allowed.push(...lost)
    await page.goto(`${language}/offline/`)
    await keep(page)
    // The size that is shown is that of what lies on the device.
    const bytes = await page.evaluate(async () => {
      let sum = 0
      for (const name of (await caches.keys()).filter((name) => !name.endsWith('state'))) {
        const cache = await caches.open(name)
        for (const request of await cache.keys()) sum += (await (await cache.match(request))?.blob())?.size ?? 0
      }
      return sum
    })
    const point = language === 'en' ? '.' : ','
    const size = bytes > 1023 * 1024 ? (Math.ceil(bytes * 10 / 1048576) / 10).toFixed(1).replace('.', point) : String(Math.ceil(bytes / 1024))
    for (const where of ['#kept-what', button]) {
      expect((await page.locator(where).textContent())?.match(/([\d.,]+)\s(?:KB|КБ|MB|МБ)/)?.[1], where).toBe(size)
    }

    await context.setOffline(true)
    await page.goto(`${language}/`)
    const marked = page.locator('main a:has(.away)')
    await expect(marked.first()).toBeVisible()
    await expect(marked.first().getByRole('img')).toHaveAccessibleName(/\S/)
    const ways = await page.locator('main a:not(:has(.away))').evaluateAll((links) => links.map((link) => /** @type {HTMLAnchorElement} */ (link).href))
    for (const way of ['eligibility/', 'needs/live-alone/', 'needs/', 'find/', 'places/mary/', 'places/', 'groups/older-persons/', 'how-to-get-help/']) {
      expect(ways).toContain(`${address()}${language}/${way}`)
    }
    for (const way of ways) {
      await page.goto(way)
      await expect(page.locator('h1').first(), way).toBeVisible()
      expect(page.url(), way).not.toContain('#missing')
    }
    await page.goto(`${language}/needs/live-alone/`)
    await expect(page).toHaveURL(`${address()}${language}/needs/live-alone/mary/`)
    await page.locator('.part summary').first().click()
    await expect(page.locator('.entries a[href^="tel:"]').first()).toBeVisible()
    await page.goto(`${language}/places/yoloten/`)
    await expect(page).toHaveURL(`${address()}${language}/offline/mary/#p-yoloten`)
    await page.goto(`${language}/find/#place=mary`)
    await expect(page.locator('#find-list > li').first()).toBeVisible()
    await page.goto(`${language}/eligibility/`)
    await page.locator('#checker-begin').click()
    await expect(page.locator('#checker input').first()).toBeVisible()
    // What is not kept says so.
    await page.goto(`${language}/places/lebap/`)
    await expect(page.locator('#missing')).toBeFocused()
  })
}

test('pages that are looked at push out neither the region nor the reader’s list', async ({ page }) => {
  /** Waits for what the worker has to do, and gives what it keeps. */
  const state = () => page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    const { port1, port2 } = new MessageChannel()
    const answer = new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data.result) })
    active?.postMessage({ do: 'state' }, [port2])
    return answer
  })
  const region = address() + 'en/offline/mary/'
  const saved = address() + 'en/services/lonely-older-lebap/'
  const other = address() + 'en/services/lonely-older-tejen/'
  await page.goto('en/offline/')
  await keep(page)
  await page.goto(saved)
  await page.locator('#keep').click()
  await expect(page.locator('#keep-said')).toContainText(/[KM]B/)
  await page.goto(region)
  // As if many pages had been looked at since these two.
  const seen = [region, saved, ...Array.from({ length: 58 }, (_, i) => `${address()}en/services/other-${i}/`)]
  await state()
  await page.evaluate(async (seen) => {
    const name = (await caches.keys()).find((name) => name.endsWith('state')) ?? ''
    const cache = await caches.open(name)
    const [request] = await cache.keys()
    const now = await (await cache.match(request))?.json()
    await cache.put(request, new Response(JSON.stringify({ ...now, seen })))
  }, seen)
  await page.goto(other)
  await expect.poll(async () => Object.keys(await stored(page))).toContain(other)
  await state()
  const kept = Object.keys(await stored(page))
  expect(kept).toContain(region)
  expect(kept).toContain(saved)
})

test('nothing sensitive is kept', async ({ page }) => {
  const hidden = (await rows('services')).filter(({ sensitive }) => sensitive === 'yes')
  await page.goto('en/offline/')
  await keep(page)
  for (const path of ['places/mary/', 'services/s-7q2m/', 'needs/', 'search/?q=fear', 'helplines/', 'statistics/i.8239907c8c/']) await page.goto('en/' + path)
  await page.goto('en/offline/')
  const all = await stored(page)
  expect(Object.keys(all).length).toBeGreaterThan(20)
  for (const [where, text] of Object.entries(all)) {
    expect(where).not.toContain('?')
    expect(where).not.toContain('i.8239907c8c')
    for (const { id, name_en: name } of hidden) {
      expect(where, id).not.toContain(id)
      if (/\.(js|css|svg)$/.test(where) || !name) continue
      expect(text.includes(name), `${where} tells of ${id}`).toBe(false)
    }
  }
})

test('a new build replaces what is kept, and the network comes first', async ({ page, watch, context }) => {
  watch.allowed.push('leaves the site', ...lost)
  let build = 'first'
  const server = await serve(tree(), (file, content) => {
    if (file.endsWith('/build.json')) return JSON.stringify({ build })
    return file.endsWith('/en/helplines/index.html') ? content.toString().replace('<h1>', `<h1>${build} `) : content
  })
  try {
    await page.goto(`${server.address}en/offline/`)
    await keep(page)
    build = 'second'
    await page.goto(`${server.address}en/helplines/`)
    await expect(page.locator('h1')).toContainText('second')
    await page.goto(`${server.address}en/offline/`)
    await expect.poll(() => page.evaluate(() => caches.keys())).toContainEqual(expect.stringContaining('second'))
    await expect.poll(() => page.evaluate(() => caches.keys())).not.toContainEqual(expect.stringContaining('first'))
    await context.setOffline(true)
    await page.goto(`${server.address}en/helplines/`)
    await expect(page.locator('h1')).toContainText('second')
  } finally {
    await server.close()
  }
})
