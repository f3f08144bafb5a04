// Keeping two services on the device, passing them on and printing them; nothing
// sensitive can be kept, nothing is sent.

import { languages } from '../site/kinds.js'
import { expect, test } from '../site/test.js'

for (const language of languages) {
  test(`two are saved, shown, passed on, one is removed in ${language}`, async ({ page }) => {
    for (const id of ['lonely-older-tejen', 'social-worker-tejen']) {
      await page.goto(`${language}/services/${id}/`)
      await page.locator('#keep').click()
      await expect(page.locator('#keep')).toHaveAttribute('aria-pressed', 'true')
    }
    await page.locator('#kept').click()
    const items = page.locator('#saved-list > li')
    await expect(items).toHaveCount(2)
    await expect(items.first().locator('a[href^="tel:"]')).toBeVisible()
    const share = await page.locator('a[data-to^="https://wa.me"]').getAttribute('href')
    expect(decodeURIComponent(share ?? '')).toContain(`${language}/services/social-worker-tejen/`)
    await page.emulateMedia({ media: 'print' })
    await expect(items.first()).toBeVisible()
    await expect(page.locator('#saved-acts')).toBeHidden()
    // What one needs on the way: the place, the hours, what to bring, whom to call.
    await expect(items.first()).toContainText('744241')
    await expect(items.first()).toContainText(/09:00.13:00, 14:00.18:00/)
    await expect(items.first().locator('div p').first()).toBeVisible()
    await expect(page.locator('.calls a[href^="tel:"]').first()).toBeVisible()
    await page.emulateMedia({ media: 'screen' })
    const remove = items.first().getByRole('button')
    expect((await remove.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await remove.click()
    await expect(items.first().getByRole('button')).toBeFocused()
    await page.keyboard.press('Enter') // undone
    await expect(page.locator('#saved-list .call')).toHaveCount(2)
    await expect(items.first().locator('a').first()).toBeFocused()
    await items.first().getByRole('button').click()
    await page.reload()
    await expect(items).toHaveCount(1)
    await page.reload()
    await expect(items).toHaveCount(1)
    await items.first().locator('a').first().click()
    await expect(page.locator('#keep')).toHaveAttribute('aria-pressed', 'true')
  })
}

for (const language of languages) {
  test(`the list says what it costs, what stands in the way and where in the house in ${language}`, async ({ page }) => {
    await page.goto(`${language}/services/day-rehabilitation-dasoguz/`)
    const said = []
    for (const part of ['.service > .lead', '.cost dd', '.service > .note time', '.where > p:not(.acts, .from, .now)', '#last-checked time']) {
      const all = await page.locator(part).allInnerTexts()
      expect(all.length, part).toBeGreaterThan(0)
      said.push(...all)
    }
    await page.locator('#keep').click()
    // Whether it is open at this hour would be wrong in the next one.
    const now = await page.locator('.now:visible').first().innerText()
    await page.locator('#kept').click()
    await expect(page.locator('#saved-list > li')).not.toContainText(now)
    for (const media of /** @type {const} */ (['screen', 'print'])) {
      await page.emulateMedia({ media })
      for (const words of said) await expect(page.locator('#saved-list > li')).toContainText(words, { useInnerText: true })
    }
  })
}

for (const language of languages) {
  test(`what is saved opens without a network, what is removed is deleted in ${language}`, async ({ page, context, watch }) => {
    watch.allowed.push('ERR_INTERNET_DISCONNECTED', 'Failed to fetch')
    const path = `${language}/services/lonely-older-tejen/`
    const stored = () => page.evaluate(() => caches.keys())
    await page.goto(path)
    await expect(page.locator('a[href$="/offline/#r-ahal"]')).toBeVisible()
    expect(await stored()).toEqual([])
    await page.locator('#keep').click()
    await expect(page.locator('#keep-said')).toHaveText(/\d+\s(KB|КБ)/)
    await page.goto(`${language}/services/lonely-older-mary/`) // seen, not saved
    await context.setOffline(true)
    await page.goto(`${language}/saved/`)
    await expect(page.locator('#kept-note')).toBeVisible()
    await page.locator('#saved-list a').first().click()
    await expect(page).toHaveURL(new RegExp(path + '$'))
    await expect(page.locator('.key a[href^="tel:"]')).toBeVisible()
    await page.goto(`${language}/services/lonely-older-mary/`)
    await expect(page.locator('#missing')).toBeFocused()
    await context.setOffline(false)
    await page.goto(path)
    await page.locator('#keep').click()
    await expect(page.locator('#keep-said')).not.toBeEmpty()
    expect(await stored()).toEqual([])
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
    // The same from the list, and undone there.
    await page.locator('#keep').click()
    await expect(page.locator('#keep-said')).toHaveText(/\d+\s(KB|КБ)/)
    await page.locator('#kept').click()
    await page.locator('#saved-list button').click()
    await expect.poll(stored).toEqual([])
    await page.locator('#saved-list .gone button').click()
    await expect.poll(stored).not.toEqual([])
  })
}

test('a sensitive page offers neither', async ({ page }) => {
  await page.goto('en/services/s-7q2m/')
  await expect(page.locator('h1')).toBeVisible()
  await expect(page.locator('.keep')).toHaveCount(0)
  expect(await page.content()).not.toContain('wa.me')
})

test('what somebody else wrote into the list leads nowhere else', async ({ page }) => {
  await page.goto('en/saved/')
  await page.evaluate(() => localStorage.setItem('elinde-saved', JSON.stringify([{ h: 'https://evil.example/', n: '<b>x</b>' }, { h: 'javascript:1', n: 'y' }])))
  await page.reload()
  await expect(page.locator('#saved-list a')).toHaveCount(0)
  await expect(page.locator('#saved-list b')).toHaveCount(0)
})

test('what was damaged in the list costs nothing of the rest', async ({ page }) => {
  await page.goto('en/saved/')
  await page.evaluate(() => localStorage.setItem('elinde-saved', JSON.stringify([{ h: 'en/services/a/', n: 'A', w: ['x'], a: 1, t: 2 }, null, { h: 'en/services/b/', n: 'B', t: '+993 12 34-56-78' }])))
  await page.reload()
  await expect(page.locator('#saved-list > li')).toHaveCount(2)
  await expect(page.locator('#saved-list a[href^="tel:"]')).toHaveText('+993 12 34-56-78')
})

test('a browser that keeps nothing says so, and is told of nothing kept', async ({ page }) => {
  await page.goto('en/services/lonely-older-tejen/')
  await page.evaluate(() => {
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }
    navigator.serviceWorker.register = () => {
      document.body.dataset.asked = 'yes'
      throw new Error('nothing is to be kept')
    }
  })
  await page.locator('#keep').click()
  await expect(page.locator('#keep')).toHaveAttribute('aria-pressed', 'false')
  await expect(page.locator('#keep-said')).toHaveText(/was not saved/)
  await expect(page.locator('body')).not.toHaveAttribute('data-asked')
})

// What was kept from a page in one language says so on the list in another.
test('the list says in which language a service was kept', async ({ page }) => {
  await page.goto('tk/services/lonely-older-tejen/')
  await page.locator('#keep').click()
  await page.goto('ru/saved/')
  const from = JSON.parse(await page.locator('#saved').getAttribute('data-from') ?? '')
  await expect(page.locator('#saved-list > li > small')).toHaveText(`(${from.tk})`)
  await page.goto('tk/saved/')
  await expect(page.locator('#saved-list > li > small')).toHaveCount(0)
  // From any page the menu leads to it.
  await page.goto('tk/')
  await page.locator('.nav a[href$="saved/"]').click()
  await expect(page.locator('#saved-list > li')).toHaveCount(1)
})

// Hours that we no longer know: the list says to call, too.
test('the list says that hours are not known', async ({ page }) => {
  await page.goto('en/services/personal-assistant-lebap/')
  const note = (await page.locator('[aria-labelledby=open] .note, .where .note').first().innerText()).slice(0, 40)
  await page.locator('#keep').click()
  await page.goto('en/saved/')
  await expect(page.locator('#saved-list > li')).toContainText(note)
})
