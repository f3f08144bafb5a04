// Whoever says that somebody at home frightens or hurts them is told first whom to
// call, is sent for no papers, and learns who speaks with the family.

import { faults, prepare, rules } from '../site/axe.js'
import { answer, answerAll, openAt, texts, wordsOf } from '../site/checker.js'
import { languages } from '../site/kinds.js'
import { lost } from '../site/lost.js'
import { rows } from '../site/rows.js'
import { expect, test } from '../site/test.js'

// By day all lines answer.
test.beforeEach(({ page }) => page.clock.setFixedTime(new Date('2026-11-24T12:00:00+05:00')))

test('who is frightened at home reads of that first, with the number of the region', async ({ page }) => {
  await answerAll(page, 'en', { birth: '1948-03-05', covered: 'citizen', alone: 'yes', hardship: 'money', hurt: 'yes', woman: 'yes' })
  const { type } = await texts('en')
  const first = page.locator('.found').first()
  await expect(first.getByRole('heading', { name: type('women-safety') })).toBeVisible()
  const places = await rows('places')
  for (const [place, service] of [['bayramaly', 's-9p7t'], ['kopetdag', 's-7q2m']]) {
    await page.locator('#checker-place').selectOption({ label: places.find(({ id }) => id === place)?.name_en ?? '' })
    const phone = (await rows('services')).find(({ id }) => id === service)?.phone ?? ''
    await expect(first.locator('[data-where] a[href^="tel:"]')).toHaveText([phone])
    await expect(first.locator('[data-where] a:not([href^="tel:"])')).toHaveCount(0)
  }
  // Links lead to new windows: leaving the page forgets the answers.
  for (const link of await page.locator('#checker a:not([href^="tel:"]), #checker-next a').all()) await expect(link).toHaveAttribute('target', '_blank')
})

// Anyone who is frightened, of any age and sex, finds a line of his own above all lists.
for (const language of languages) {
  for (const [who, answers, lines] of /** @type {[string, Record<string, string>, string[]][]} */ ([
    ['a boy of 15', { children: 'child', birth: '2011', hurt: 'yes', woman: 'no' }, ['children', 'anyone']],
    ['a girl of 15', { children: 'child', birth: '2011', hurt: 'yes', woman: 'yes' }, ['children', 'anyone']],
    ['a man', { children: 'none', birth: '1985', hurt: 'yes', woman: 'no' }, ['anyone']],
    ['a woman', { children: 'parent', birth: '1985', hurt: 'yes', woman: 'yes' }, ['trust', 'anyone']]
  ])) {
    test(`${who} who is frightened is told whom to call first in ${language}`, async ({ page }) => {
      await answerAll(page, language, { covered: 'citizen', 'child-where': 'with-family', ...answers })
      const helplines = await rows('helplines')
      const box = page.locator('#checker .calls')
      await expect(box.locator('a[href^="tel:"]')).toHaveText(lines.map((id) => helplines.find((line) => line.id === id)?.phone ?? ''))
      const words = await wordsOf(page)
      await expect(page.locator('[role=status]')).toContainText(words.call_first)
      // Nobody who is afraid is asked to carry paper or to show the screen.
      await expect(page.getByRole('button', { name: words.print, exact: true })).toHaveCount(0)
      await expect(page.locator('#checker-next > p').first()).toBeHidden()
      const top = async (/** @type {string} */ part) => (await page.locator(part).first().boundingBox())?.y ?? 0
      expect(await top('#checker .calls')).toBeLessThan(await top('#checker .outcome'))
      // Nobody in danger is sent away: the social worker is meant, and women and children have a service of their own.
      const { type } = await texts(language)
      await expect(page.locator('.outcome.likely h4', { hasText: type('district-social-worker') })).toBeVisible()
      await expect(page.locator('.outcome.likely h4', { hasText: type('women-safety') })).toHaveCount(answers.woman === 'yes' || answers.children === 'child' ? 1 : 0)
      // Papers may lie where the danger is: nobody is told to fetch them.
      const worker = page.locator('.outcome.likely .found', { hasText: type('district-social-worker') })
      await expect(worker.getByText((await wordsOf(page)).bring_nothing)).toBeVisible()
      const papers = (await rows('terms')).filter(({ scheme }) => scheme === 'document').map((term) => term[`name_${language}`])
      expect(papers.length).toBeGreaterThan(5)
      expect((await worker.locator('li').allInnerTexts()).filter((text) => papers.includes(text))).toEqual([])
      await prepare(page)
      await page.evaluate(() => scrollTo(0, 0))
      expect(await faults(page, rules.all)).toEqual([])
      await page.setViewportSize({ width: 320, height: 256 })
      expect(await page.evaluate(lost)).toEqual([])
      await page.emulateMedia({ media: 'print' })
      await expect(box).toBeHidden()
      const calm = (await rows('rules')).find(({ id }) => id === 'worker-calm')
      for (const one of await page.locator('li', { hasText: calm?.[`met_${language}`] }).all()) await expect(one).toBeHidden()
    })
  }
}

test('a number is there as soon as somebody says that there is danger', async ({ page }) => {
  const words = await openAt(page, 'en')
  expect([await answer(page, 'en', { children: 'child' }), await answer(page, 'en', { birth: '2012' })]).toEqual(['children', 'birth'])
  await expect(page.locator('#checker .calls')).toBeHidden()
  await page.getByRole('radio', { name: words.yes, exact: true }).check()
  const line = (await rows('helplines')).find(({ id }) => id === 'children')?.phone ?? ''
  await expect(page.locator('#checker .calls a[href^="tel:"]').first()).toHaveText(line)
})

// The line for children is shut at night: the one that answers comes first, then when
// the other opens.
for (const language of languages) {
  test(`at night the line that answers comes first in ${language}`, async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-11-24T23:30:00+05:00'))
    await answerAll(page, language, { children: 'child', birth: '2012', hurt: 'yes', woman: 'no', covered: 'citizen', 'child-where': 'with-family' })
    const phones = Object.fromEntries((await rows('helplines')).map(({ id, phone }) => [id, phone]))
    const box = page.locator('#checker .calls')
    await expect(box.locator('a[href^="tel:"]')).toHaveText([phones.anyone, phones.children])
    await expect(box.locator('li').nth(0).locator('.closed')).toHaveCount(0)
    await expect(box.locator('li').nth(1).locator('.closed')).toContainText('08:00')
    // So it is on a page of a group and on that of the helplines.
    await page.goto(`${language}/groups/children-without-parental-care/`)
    await expect(page.locator('.calls a')).toHaveText([phones.anyone, phones.children])
    await expect(page.locator('.calls .now:visible')).toContainText('08:00')
    await page.goto(`${language}/helplines/`)
    await expect(page.locator('.lines .closed')).toHaveCount(4)
    await expect(page.locator('.lines .open')).toHaveCount(2)
  })
}

// A frightened child is not led to a service that speaks with the father: what is
// known of that stands on each card, and those that do come last.
for (const language of languages) {
  test(`each service says whether it speaks with the family in ${language}`, async ({ page }) => {
    await answerAll(page, language, { children: 'child', birth: '2012', hurt: 'yes', woman: 'no', covered: 'citizen', 'child-where': 'with-family', hardship: 'trouble' })
    const words = await wordsOf(page)
    const { type } = await texts(language)
    const services = await rows('services')
    const types = new Set((await rows('rules')).map((rule) => rule.service_type))
    const said = new Map([...types].map((id) => {
      const told = new Set(services.filter((service) => service.service_type === id).map((service) => service.speaks_with_family))
      return [type(id), told.has('yes') ? words.family_yes : told.size === 1 && told.has('no') ? words.family_no : words.family_unknown]
    }))
    const seen = []
    for (const section of await page.locator('.outcome:not(.not)').filter({ has: page.locator('.found') }).all()) {
      const ranks = []
      for (const card of await section.locator('.found').all()) {
        const text = said.get(await card.locator('h4').innerText()) ?? ''
        await expect(card.locator('.note')).toContainText(text)
        await expect(card.getByText(words.family_ask)).toHaveCount(text === words.family_yes ? 1 : 0)
        ranks.push([words.family_no, words.family_unknown, words.family_yes].indexOf(text))
      }
      expect(ranks).toEqual(ranks.toSorted())
      seen.push(...ranks)
    }
    expect(seen).toContain(1)
    expect(seen).toContain(2)
    // On paper it would tell what was answered.
    await page.emulateMedia({ media: 'print' })
    for (const note of await page.locator('.found .note').all()) await expect(note).toBeHidden()
  })
}

// On a small telephone, and for a reader who has doubled the text, the first number
// is on the screen as soon as there is danger, and wherever one goes from there.
for (const language of languages) {
  for (const size of [16, 32]) {
    test(`the first number is on a small screen, text of ${size} pixels, in ${language}`, async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 640 })
      const session = await page.context().newCDPSession(page)
      await session.send('Page.setFontSizes', { fontSizes: { standard: size } })
      const words = await openAt(page, language)
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(`${size}px`)
      const seen = async () => {
        const { y = 0, height = 0 } = await page.locator('#checker .calls a').first().boundingBox() ?? {}
        const bar = await page.locator('.exit').boundingBox()
        expect(y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0))
        expect(Math.floor(y + height)).toBeLessThanOrEqual(640)
      }
      await answer(page, language, { children: 'child' })
      await answer(page, language, { birth: '2012' })
      await page.getByRole('radio', { name: words.yes, exact: true }).check()
      await seen()
      await page.getByRole('button', { name: words.continue }).click()
      await page.getByRole('button', { name: words.so_far }).click()
      await expect(page.locator('#checker h2')).toBeFocused()
      await seen()
    })
  }
}

// The page of a service that one goes to in danger asks for no papers, on the screen
// and on paper.
for (const language of languages) {
  test(`a sensitive page says to come without papers in ${language}`, async ({ page }) => {
    await page.goto(`${language}/eligibility/`)
    const { bring_nothing: nothing } = await wordsOf(page)
    const sensitive = (await rows('services')).filter((service) => service.sensitive === 'yes' && service.status === 'active')
    for (const id of new Set(sensitive.map((service) => service.service_type))) {
      await page.goto(`${language}/services/${sensitive.find((service) => service.service_type === id)?.id}/`)
      for (const media of /** @type {const} */ (['screen', 'print'])) {
        await page.emulateMedia({ media })
        await expect(page.getByText(nothing)).toBeVisible()
      }
    }
  })
}
