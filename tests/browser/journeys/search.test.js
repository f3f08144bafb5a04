// The search page finds while one types, without diacritics and in each language,
// and its results are links that work.

import { faults, prepare, rules } from '../site/axe.js'
import { expect, test } from '../site/test.js'

const results = '#results-list > li'
const help = '#results-help'
const field = '#q' // its role is that of a combobox once somebody types
const suggestions = '#q-list > li'

/** What people type, and a page that must be found by it. */
const finds = [
  { language: 'tk', typed: 'gundizki dikeldis mary', path: 'services/day-rehabilitation-mary/' },
  { language: 'tk', typed: 'yalnyz gartasan tejen', path: 'services/lonely-older-tejen/' },
  { language: 'tk', typed: 'Ýalňyz gartaşan Tejen', path: 'services/lonely-older-tejen/' },
  { language: 'ru', typed: 'одиноких пожилых теджен', path: 'services/lonely-older-tejen/' },
  { language: 'ru', typed: 'жестовый язык мары', path: 'services/sign-language-mary/' },
  { language: 'en', typed: 'sign language ashgabat', path: 'services/sign-language-asgabat/' },
  { language: 'en', typed: 'lonely older peple tejen', path: 'services/lonely-older-tejen/' }
]

for (const { language, typed, path } of finds) {
  test(`"${typed}" finds ${path} in ${language}`, async ({ page }) => {
    await page.goto(`${language}/search/`)
    await page.locator(field).pressSequentially(typed)
    const link = page.locator(`${results} a[href$="/${language}/${path}"]`)
    await expect(link).toBeVisible()
    const title = await link.innerText()
    await link.click()
    await expect(page).toHaveURL(new RegExp(`/${language}/${path}$`))
    await expect(page.locator('h1')).toHaveText(title)
  })
}

test('the page says how many it found, and when it found nothing', async ({ page }) => {
  await page.goto('en/search/')
  await expect(page.locator('#search-off')).toBeHidden()
  await expect(page.locator('#popular a').first()).toBeVisible()
  const said = page.locator('#results-said')
  await page.locator(field).fill('tejen')
  await expect(said).toContainText(/\d/)
  await expect(page.locator('#popular')).toBeHidden()
  expect(await page.locator(results).count()).toBeGreaterThan(2)
  const count = await page.locator(`${results}, #results-other-list > li`).count()
  await expect(said).toContainText(String(count))
  await expect(page.locator(help)).toBeHidden()
  await page.locator(field).fill('xqzvwk')
  await expect(page.locator(results)).toHaveCount(0)
  await expect(said).not.toContainText(/\d/)
  await expect(said).not.toBeEmpty()
  await expect(page.locator(`${help} a`).first()).toBeVisible()
})

test('what is typed stays out of the address, unless an address to share is asked for', async ({ page }) => {
  await page.goto('en/search/')
  const input = page.locator(field)
  await input.fill('tejen')
  await expect(page.locator(results).first()).toBeVisible()
  await expect(page).toHaveURL(/\/en\/search\/$/)
  await input.press('Enter')
  await expect(page).toHaveURL(/\/en\/search\/$/)
  await page.reload()
  await expect(input).toHaveValue('tejen')
  await expect(page.locator(results).first()).toBeVisible()
  await page.locator(`${results} a`).first().click()
  await expect(page).not.toHaveURL(/\/search\//)
  await page.goBack()
  await expect(input).toHaveValue('tejen')
  await expect(page.locator(results).first()).toBeVisible()
  await expect(page).toHaveURL(/\/en\/search\/$/)
  await page.locator('#results-share').click()
  await expect(page).toHaveURL(/\/en\/search\/#q=tejen$/)
  await expect(page.locator('#results-shared')).not.toBeEmpty()
})

test('the switch of languages takes along what was typed, not in an address', async ({ page }) => {
  await page.goto('en/search/')
  await page.locator(field).fill('tejen')
  await expect(page.locator('#results-share')).toBeVisible() // what hands it over is loaded
  await page.locator('#results-narrow summary').click()
  const chosen = { place: 'tejen', need: 'live-alone', type: 'lonely-older-support' }
  for (const [facet, value] of Object.entries(chosen)) await page.locator(`#by-${facet}`).selectOption(value)
  await page.locator('#by-open').evaluate((select) => { /** @type {HTMLSelectElement} */ (select).value = 'now' })
  await page.locator('a[hreflang="ru"]').first().click()
  await expect(page).toHaveURL(/\/ru\/search\/$/)
  await expect(page.locator(field)).toHaveValue('tejen')
  for (const [facet, value] of Object.entries({ ...chosen, open: 'now' })) await expect(page.locator(`#by-${facet}`)).toHaveValue(value)
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
})

test('what shows helplines, of danger or not, is kept in no address', async ({ page }) => {
  await page.goto('en/search/#q=xqzvwk')
  await expect(page.locator(`${help} a`).first()).toBeVisible()
  await expect(page).toHaveURL(/\/en\/search\/$/)
  await expect(page.locator('#results-share')).toBeHidden()
})

/** Fear of somebody of the family, of a child: the line for children stands first. */
for (const { language, typed } of [{ language: 'tk', typed: 'oglum kakasyndan gorkyar' }, { language: 'tk', typed: '14 yasyndaky oglan kakasyndan gorkya' },
  { language: 'tk', typed: 'kakasy cagasyny urup dur' }, { language: 'ru', typed: 'сын боится отца' }, { language: 'en', typed: 'my pupil is afraid of her stepfather' }]) {
  test(`"${typed}" shows in ${language} the line for children`, async ({ page }) => {
    await page.goto(`${language}/search/#q=${encodeURIComponent(typed)}`)
    await expect(page.locator(`${help} a`).first()).toHaveAttribute('href', 'tel:+99300100695')
    await expect(page.locator('.exit a').first()).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`/${language}/search/$`))
  })
}

test('the front page hands what was typed to the search page', async ({ page }) => {
  await page.goto('en/')
  await page.locator(field).fill('sign language')
  await page.locator(field).press('Enter')
  await expect(page).toHaveURL(/\/en\/search\/$/)
  await expect(page.locator(results).first()).toBeVisible()
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
})

/** What people in danger type: the women's helpline stands first, and nothing is kept. */
const danger = [
  { language: 'ru', typed: 'муж бьет' }, { language: 'ru', typed: 'боюсь мужа' }, { language: 'ru', typed: 'муж кричит' },
  { language: 'en', typed: 'my husband hits me' }, { language: 'tk', typed: 'ärim urýar' }, { language: 'tk', typed: 'adamymdan gorkyaryn' },
  { language: 'tk', typed: 'муж бьёт' }, { language: 'tk', typed: 'ayaly uryar' }, { language: 'tk', typed: 'adamsy icip uryar' },
  { language: 'ru', typed: 'безопасное место' }, { language: 'tk', typed: 'goňsym arak icyar' }, { language: 'en', typed: 'neighbour drinks' }
]

for (const { language, typed } of danger) {
  test(`"${typed}" shows in ${language} whom to call, and is kept nowhere`, async ({ page }) => {
    await page.goto(`${language}/`)
    await page.locator(field).fill(typed)
    await page.locator(field).press('Enter')
    const call = page.locator(`${help} a`).first()
    await expect(call).toBeVisible()
    await expect(call).toHaveAttribute('href', 'tel:+99300973574')
    await expect(page.locator('.exit a').first()).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`/${language}/search/$`))
    await page.locator(field).press('Enter')
    await page.locator(`${results} a`).first().click()
    await expect(page).not.toHaveURL(/\/search\//)
    await page.goBack()
    await expect(page).toHaveURL(new RegExp(`/${language}/search/$`))
    expect(await page.evaluate(() => JSON.stringify([history.state, sessionStorage.length, localStorage.length]))).toBe('[null,0,0]')
    // An address that has them loses them.
    await page.goto(`${language}/search/?q=${encodeURIComponent(typed)}`)
    await expect(call).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`/${language}/search/$`))
  })
}

test('on a phone the count and the first result are on the first screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('tk/search/')
  await page.locator(field).fill('derman getirmek carjew')
  await expect(page.locator(`${results} h3`).first()).toBeInViewport({ ratio: 1 })
  await expect(page.locator('#results-said')).toBeInViewport({ ratio: 1 })
  await expect(page.locator(`${results} a.call`).first()).toHaveAttribute('href', /^tel:\+?\d+$/)
})

test('the keyboard leads from the query to a result', async ({ page }) => {
  await page.goto('tk/search/')
  const input = page.locator(field)
  await input.focus()
  await page.keyboard.type('tejen')
  const first = page.locator(`${results} a`).first()
  await expect(first).toBeVisible()
  await expect(page.locator(suggestions).first()).toBeVisible()
  await page.keyboard.press('Escape') // closes the suggestions
  await expect(input).toHaveValue('tejen')
  await page.keyboard.press('ArrowDown')
  await expect(first).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator(`${results} h3 a`).nth(1)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(input).toBeFocused()
  await page.keyboard.press('ArrowDown')
  const target = new URL(await first.getAttribute('href') ?? '', page.url())
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(target.href)
})

test('"more" adds results, moves to the first of them, and is still there after coming back', async ({ page }) => {
  await page.goto('en/search/#q=older')
  await expect(page.locator(results).first()).toBeVisible()
  const before = await page.locator(results).count()
  await page.locator('#results-more').click()
  const added = page.locator(results).nth(before).locator('h3 a')
  await expect(added).toBeFocused()
  const href = await added.getAttribute('href')
  await added.click()
  await expect(page).not.toHaveURL(/\/search\//)
  await page.goBack()
  await expect(added).toHaveAttribute('href', href ?? '')
  await expect(added).toBeInViewport()
})

test('results are narrowed, with counts that hold', async ({ page }) => {
  await page.goto('en/search/#q=care')
  await expect(page.locator(results).first()).toBeVisible()
  await page.locator('#results-narrow summary').click()
  const place = page.getByLabel('Where')
  const option = place.locator('option[value="mary"]')
  const n = Number(/\((\d+)\)/.exec(await option.innerText())?.[1])
  expect(n).toBeGreaterThan(0)
  await place.selectOption('mary')
  await expect(page.locator('#results-said')).toContainText(new RegExp(`\\b${n}\\b`))
  await page.locator(field).fill('xqzvwk')
  await page.locator('#results-wider').click()
  await expect(place).toHaveValue('')
})

test('results stand in nobody\'s way', async ({ page }) => {
  await page.goto('en/search/#q=older')
  await expect(page.locator('#results-more')).toBeVisible()
  await page.locator('#results-narrow summary').click()
  await prepare(page)
  expect(await faults(page, rules.all), 'light').toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await faults(page, rules.colours), 'dark').toEqual([])
})

test('help stands in nobody\'s way', async ({ page }) => {
  await page.goto('ru/search/#q=' + encodeURIComponent('муж бьет'))
  await expect(page.locator(`${help} a`).first()).toBeVisible()
  await prepare(page)
  expect(await faults(page, rules.all), 'light').toEqual([])
})

test('an exact title stands first, whatever list it is in', async ({ page }) => {
  await page.goto('en/search/#q=' + encodeURIComponent('users of social services'))
  await expect(page.locator('#results ol h3 a').first()).toHaveText('Users of social services')
  await expect(page.locator('#results-said')).not.toContainText('No page has all')
})

test('words in quotes are found side by side, or the page says that they are not', async ({ page }) => {
  await page.goto('ru/search/')
  await page.locator(field).fill('"одиноких пожилых людей" теджен')
  await expect(page.locator(results).first()).toContainText('одиноких пожилых людей')
  await page.locator(field).fill('"людей одиноких" теджен')
  await expect(page.locator('#results-said')).toContainText('Рядом эти слова нигде не стоят')
  await expect(page.locator(results).first()).toBeVisible()
})

test('a word that people know is not taken for another, which is offered', async ({ page }) => {
  await page.goto('en/search/')
  await page.locator(field).fill('ball')
  await expect(page.locator(suggestions).first()).toHaveText('call')
  await expect(page.locator(results)).toHaveCount(0)
  await page.locator(suggestions).first().click()
  await expect(page.locator(results).first()).toBeVisible()
  await expect(page.locator(field)).toHaveValue('call ')
})

test('a query is words, whatever they look like', async ({ page }) => {
  const query = '<img src=x onerror=alert(1)> "tejen" AND ../%00 {{ . }}'
  await page.goto(`en/search/?q=${encodeURIComponent(query)}`)
  await expect(page.locator(field)).toHaveValue(query)
  await expect(page.locator('#results-said')).not.toBeEmpty()
  await expect(page.locator('#results img')).toHaveCount(0)
})

for (const { language, typed, title } of [
  { language: 'tk', typed: 'ayaly uryar', title: 'Howpsuzlyk we maslahat' },
  { language: 'tk', typed: 'goňşymy adamsy urýar', title: 'Howpsuzlyk we maslahat' },
  { language: 'ru', typed: 'муж бьет жену', title: 'Безопасность и консультации' },
  { language: 'en', typed: "neighbour's husband beats her", title: 'Safety and counselling' }
]) {
  test(`"${typed}" finds the services for safety first`, async ({ page }) => {
    await page.goto(`${language}/search/`)
    await page.locator(field).fill(typed)
    await expect(page.getByRole('heading', { level: 3 }).nth(0)).toHaveText(title)
  })
}

test('the line for children stands first only where the words speak of a child', async ({ page }) => {
  await page.goto('ru/search/')
  await page.locator(field).fill('отец бьет ребенка')
  await expect(page.locator(`${help} a`).first()).toHaveAttribute('href', 'tel:+99300100695')
  await page.locator(field).fill('муж бьет жену')
  await expect(page.locator(`${help} a`).first()).toHaveAttribute('href', 'tel:+99300973574')
  for (const [language, typed] of [['ru', 'отец пьёт'], ['tk', 'kakam içýär'], ['en', 'my father drinks'], ['en', 'parents are drunk']]) {
    await page.goto(`${language}/search/`)
    await page.locator(field).fill(typed)
    await expect(page.locator(`${help} a`).first(), typed).toHaveAttribute('href', 'tel:+99300100695')
  }
})

for (const { language, typed } of [{ language: 'ru', typed: 'куда жаловаться' }, { language: 'tk', typed: 'nirä arz etmeli' },
  { language: 'en', typed: 'where to complain' }]) {
  test(`"${typed}" leads to the section on complaints`, async ({ page }) => {
    await page.goto(`${language}/search/`)
    await page.locator(field).fill(typed)
    await page.locator(`${results} a`).first().click()
    const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1))
    await expect(page).toHaveURL(new RegExp(`/${language}/your-rights/#`))
    await expect(page.locator(`[id="${anchor}"]`)).toBeVisible()
  })
}

for (const typed of ['куда жлвтсщ', 'щшгнекуцй']) {
  test(`no gibberish is shown as a word similar to ${typed}`, async ({ page }) => {
    await page.goto('ru/search/')
    await page.locator(field).fill(typed)
    await expect(page.locator('#results-said')).not.toHaveText(/^$|…/)
    await expect(page.locator('#results-said')).not.toHaveText(/[a-z;]{3}/)
  })
}

test('suggestions are chosen by keyboard, and by pressing them', async ({ page }) => {
  await page.goto('tk/search/')
  const input = page.locator(field)
  await input.pressSequentially('ideg teje')
  await expect(input).toHaveRole('combobox')
  const option = page.locator(suggestions).first()
  await expect(option).toHaveText(/^Tejen/)
  await expect(input).toHaveAttribute('aria-expanded', 'true')
  await input.press('ArrowDown')
  await expect(option).toHaveAttribute('aria-selected', 'true')
  await expect(input).toHaveAttribute('aria-activedescendant', await option.getAttribute('id') ?? '')
  await prepare(page)
  expect(await faults(page, rules.all)).toEqual([])
  const name = await option.innerText()
  await input.press('Enter')
  await expect(input).toHaveValue(`ideg ${name} `)
  await expect(option).toBeHidden()
  await expect(input).toHaveAttribute('aria-expanded', 'false')
  await expect(page.locator(results).first()).toBeVisible()
  await expect(page).toHaveURL(/\/search\/$/)
  await input.fill('gar')
  await option.click()
  await expect(input).toBeFocused()
  await expect(input).not.toHaveValue('gar')
})

test('words of danger suggest nothing', async ({ page }) => {
  await page.goto('en/search/')
  await page.locator(field).fill('my husband hits me and my child')
  await expect(page.locator(`${help} a`).first()).toBeVisible()
  await expect(page.locator(suggestions)).toHaveCount(0)
})

test('results say whether they are open, and can be narrowed to those that are', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-23T06:00:00Z')) // Monday, 11:00 in Ashgabat
  await page.goto('en/search/#q=care')
  await expect(page.locator(`${results} .now.open`).first()).toContainText('Open now')
  await page.locator('#results-narrow summary').click()
  const open = page.locator('#by-open')
  const n = Number(/\((\d+)\)/.exec(await open.locator('option').nth(1).innerText())?.[1])
  expect(n).toBeGreaterThan(0)
  await open.selectOption('now')
  await expect(page.locator('#results-said')).toHaveText(new RegExp(`^${n} result`))
  const shown = await page.locator(results).count()
  await expect(page.locator(`${results} .now.open`)).toHaveCount(shown)
  // At night what is open is open round the clock.
  await page.clock.setFixedTime(new Date('2026-11-23T22:00:00Z'))
  await page.locator(field).fill('care ')
  await expect(page.locator('#results-said')).not.toHaveText(new RegExp(`^${n} result`))
})

test('results are narrowed by need and by kind, with counts that hold', async ({ page }) => {
  await page.goto('en/search/#q=care')
  await expect(page.locator(results).first()).toBeVisible()
  await page.locator('#results-narrow summary').click()
  const said = page.locator('#results-said')
  const all = await said.innerText()
  for (const facet of ['need', 'kind']) {
    const select = page.locator(`#by-${facet}`)
    const option = select.locator('option:not([hidden])').nth(1)
    const n = Number(/\((\d+)\)$/.exec(await option.innerText())?.[1])
    expect(n, facet).toBeGreaterThan(0)
    await select.selectOption(await option.getAttribute('value'))
    await expect(said, facet).toHaveText(new RegExp(`^${n} result`))
    await select.selectOption('')
    await expect(said, facet).toHaveText(all) // the counts are those of all again
  }
})

test('near me chooses the nearest district and tells how far hits are', async ({ context, page }) => {
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 37.38, longitude: 60.5 })
  await page.goto('en/search/#q=care')
  await expect(page.locator(results).first()).toBeVisible()
  await page.locator('#results-narrow summary').click()
  await page.locator('#results-near').click()
  await expect(page.locator('#results-near-said')).toContainText('Tejen')
  await expect(page.locator('#by-place')).toHaveValue(/tejen/)
  const far = page.locator(`${results} .quiet`, { hasText: 'km' })
  await expect(far.nth(2)).toBeVisible()
  const km = (await far.allInnerTexts()).map((text) => Number(/([\d.]+) km/.exec(text)?.[1]))
  expect(km.length).toBeGreaterThan(2)
  expect(km).toEqual([...km].sort((a, b) => a - b))
})

for (const [fault, damage] of /** @type {const} */ ([
  ['cut', (/** @type {Buffer} */ body) => body.subarray(0, body.length / 2)],
  ['of another build', (/** @type {Buffer} */ body) => Buffer.concat([body.subarray(0, 4), Buffer.alloc(8, 1), body.subarray(12)])],
  ['noise', () => Buffer.from('this is no index')]
])) {
  test(`files of the index that are ${fault} give a message, helplines and lists, and no results`, async ({ page }) => {
    await page.route('**/search/en/t/*', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, body: damage(await answer.body()) })
    })
    await page.goto('en/search/')
    await page.locator(field).fill('care')
    await expect(page.locator('#results-said')).toHaveText(/Search does not work|Load the page again/)
    await expect(page.locator(results)).toHaveCount(0)
    await expect(page.locator(`${help} a`).first()).toBeVisible()
    await expect(page.locator('section[aria-labelledby="browse"] a').first()).toBeVisible()
  })
}

test('a title in another language says so', async ({ page }) => {
  await page.goto('ru/search/#q=' + encodeURIComponent('Ýalňyz gartaşan raýatlara durmuş goldawy, Sakarçäge etraby'))
  const link = page.locator('a[href$="/services/lonely-older-sakarcage/"]')
  const hit = page.locator(results, { has: link })
  await expect(hit.locator(link)).toHaveAttribute('lang', 'tk')
  await expect(hit.locator('h3 .from')).not.toBeEmpty()
})
