// Choosing by several features: counts that come true, an address that can be shared
// and gone back to, near me without telling anybody, and lists without JavaScript.

import { languages } from '../site/kinds.js'
import { address } from '../site/places.js'
import { expect, test } from '../site/test.js'

for (const language of languages) {
  test(`the counts come true in ${language}`, async ({ page }) => {
    await page.goto(`${language}/find/#place=tejen`) // the first counts are those of the place
    const home = page.locator('input[name=mode]').first()
    const label = page.locator('label:has(input[name=mode])').first()
    await expect(label).toContainText('(')
    const said = Number((await label.textContent())?.match(/\((\d+)\)/)?.[1])
    expect(said).toBeGreaterThan(0)
    await home.check()
    await expect(page.locator('#find-said')).toContainText(String(said))
    await expect(page.locator('#find-list > li')).toHaveCount(said)
    await expect(page).toHaveURL(`${address()}${language}/find/#place=tejen&mode=at-home`)
    await page.reload()
    await expect(page.locator('#find-list > li')).toHaveCount(said)
    await page.locator('#find-list a').first().click()
    await expect(page.locator('h1')).toHaveCount(1)
    await page.goBack()
    await expect(page.locator('#find-list > li')).toHaveCount(said)
    await expect(home).toBeChecked()
  })
}

test('open now is by the country’s time', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-24T11:00:00+05:00') })
  await page.goto('en/find/#place=tejen&open=1')
  await expect(page.locator('#find-list .now.open').first()).toBeVisible()
  const items = await page.locator('#find-list > li').count()
  expect(await page.locator('#find-list .now.open').count()).toBe(items)
  await page.clock.setFixedTime(new Date('2026-11-24T03:00:00+05:00'))
  await page.reload()
  await expect(page.locator('#find-said')).not.toBeEmpty()
  expect(await page.locator('#find-list .now.open').count()).toBeLessThan(items)
})

test('who skips to the content keeps the choice', async ({ page }) => {
  await page.goto('en/find/#place=tejen')
  await expect(page.locator('#find-list > li').first()).toBeVisible()
  await page.locator('.skip').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await expect(page).toHaveURL(/#place=tejen$/)
  await expect(page.locator('#find-place')).toHaveValue('tejen')
})

test('near me sorts by distance and sends nothing', async ({ page, context }) => {
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 37.38, longitude: 60.5 })
  await page.goto('en/find/')
  await expect(page.locator('#find-list > li').first()).toBeVisible()
  /** @type {string[]} */
  const asked = []
  page.on('request', (request) => asked.push(request.url()))
  await page.locator('#find-near').click()
  await expect(page.locator('#find-place')).not.toHaveValue('')
  await expect(page.locator('#find-list .by').first()).toContainText('km')
  const far = (await page.locator('#find-list .by').allTextContents()).flatMap((t) => t.match(/([\d.,]+) km/)?.[1] ?? []).map((n) => Number(n.replace(',', '')))
  expect(far).toEqual(far.toSorted((a, b) => a - b))
  expect(asked.filter((url) => !url.startsWith(address()) || /37\.38|60\.5/.test(url))).toEqual([])
})

for (const language of languages) {
  test(`on a telephone the button says how many there are in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 })
    await page.goto(`${language}/find/`)
    await expect(page.locator('#find-go')).toContainText(/\d/)
    await expect(page.locator('#find-go')).toBeInViewport()
    await expect(page.locator('input[name=free]')).toBeHidden()
    await page.locator('#find-more-filters summary').click()
    await page.locator('input[name=free]').check()
    await expect(page.locator('#find-more-n')).toHaveText('(1)')
    await page.locator('#find-place').selectOption('tejen')
    const items = page.locator('#find-list > li')
    await expect(page).toHaveURL(/#place=tejen/)
    await expect.poll(async () => (await page.locator('#find-go').textContent())?.match(/\d+/)?.[0] === String(await items.count())).toBe(true)
    await page.locator('#find-go').click()
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused()
    await expect(page.locator('#find-head')).toBeInViewport()
    await expect(items.getByRole('heading', { level: 3 })).toHaveCount(await items.count())
    await page.reload()
    await expect(page.locator('input[name=free]')).toBeVisible()
  })

  test(`a place that the browser does not tell is asked for beside the button in ${language}`, async ({ page, context }) => {
    await context.clearPermissions()
    await page.goto(`${language}/find/`)
    await page.locator('#find-near').click()
    const said = page.locator('#find-near-said')
    await expect(said).toHaveText(await page.locator('#find').getAttribute('data-denied') ?? '')
    const [button, line] = [await page.locator('#find-near').boundingBox(), await said.boundingBox()]
    expect((line?.y ?? 1e9) - (button?.y ?? 0)).toBeLessThan(100)
    await page.locator('#find-place').selectOption('tejen')
    await expect(said).toBeEmpty()
  })
}

test('where nothing is open, those that open next', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-24T03:00:00+05:00') })
  await page.goto('en/find/#place=tejen&open=1&mode=at-home')
  await expect(page.locator('#find-said')).toHaveText(await page.locator('#find').getAttribute('data-later') ?? '')
  expect(await page.locator('#find-list .now.open').count()).toBe(0)
  const first = page.locator('#find-list > li').first()
  await expect(first.locator('.now.closed')).toContainText('today')
})

test('nothing sensitive is in the files', async ({ request }) => {
  for (const region of ['mary', 'asgabat', 'lebap']) {
    const answer = await request.get(`${address()}en/find/${region}.json`)
    const text = await answer.text()
    expect(text).toContain('social-worker')
    expect(text).not.toContain('/services/s-')
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the lists are there', async ({ page }) => {
    await page.goto('ru/find/')
    await expect(page.locator('#find')).toBeHidden()
    await page.locator('#find-off a').first().click()
    await expect(page).toHaveURL(`${address()}ru/needs/`)
  })
})
