// Three families find out which help may be for them, in three languages; back and
// forth without loss, by keyboard, with errors, at 400 %.

import { faults, prepare, rules } from '../site/axe.js'
import { answer, answerAll, checker, openAt, texts, wordsOf } from '../site/checker.js'
import { languages, pathOf } from '../site/kinds.js'
import { lost } from '../site/lost.js'
import { rows } from '../site/rows.js'
import { expect, test } from '../site/test.js'

/**
 * Answers by the id of the question; what is not named is answered "none" or "no".
 * Outcomes by service type, as the site groups them.
 * @type {{family: string, answers: Record<string, string>, outcomes: Record<string, string[]>, unasked: string[]}[]}
 */
const families = [
  {
    family: 'a lonely grandmother',
    answers: { birth: '1948-03-05', covered: 'citizen', alone: 'yes', hardship: 'money' },
    outcomes: { likely: ['day-and-home-care', 'district-social-worker', 'lonely-older-support'], 'cannot-tell': [], not: ['adolescents-justice', 'personal-assistant'] },
    unasked: ['police', 'left-institution', 'child-where', 'drink', 'woman']
  },
  {
    family: 'a family whose child has a disability that is not official',
    answers: { birth: '1990-05-17', covered: 'citizen', hardship: 'money', children: 'parent', 'child-where': 'with-family', 'child-disability': 'unofficial' },
    outcomes: { likely: ['active-family-support', 'day-and-home-care', 'district-social-worker', 'families-of-children-with-disabilities'], 'cannot-tell': ['rehabilitation-day'], not: ['lonely-older-support'] },
    unasked: ['police', 'baby-hard', 'woman']
  },
  {
    family: 'a boy of 6 without papers',
    answers: { children: 'child', birth: '2020', covered: 'citizen', hardship: 'none', 'child-where': 'with-family', disability: 'unofficial' },
    outcomes: { likely: ['day-and-home-care', 'district-social-worker', 'families-of-children-with-disabilities'], 'cannot-tell': ['rehabilitation-day'], not: ['newborn-and-young-mothers', 'personal-assistant'] },
    unasked: ['child-disability', 'young-mother', 'police']
  },
  {
    family: 'a girl of 17 who expects a baby and would rather not say what happens at home',
    answers: { children: 'child', birth: '2009-06-01', covered: 'permanent', hardship: 'trouble', 'child-where': 'with-family', baby: 'expected', 'young-mother': 'yes', hurt: 'unsaid', orphan: 'unknown' },
    outcomes: { likely: ['active-family-support', 'difficult-life-families', 'district-social-worker', 'newborn-and-young-mothers'], 'cannot-tell': ['women-safety'], not: ['personal-assistant'] },
    unasked: ['woman', 'child-disability']
  }
]

for (const language of languages) {
  for (const { family, answers, outcomes, unasked } of families) {
    test(`${family} in ${language}`, async ({ page }) => {
      const { type } = await texts(language)
      const asked = await answerAll(page, language, answers)
      expect(asked.filter((id) => unasked.includes(id))).toEqual([])
      expect(new Set(asked).size).toBe(asked.length)
      await expect(page.locator('#checker h2')).toBeFocused()
      for (const [outcome, types] of Object.entries(outcomes)) {
        const names = await page.locator(`.outcome.${outcome} h4`).allInnerTexts()
        for (const id of types) expect(names, outcome).toContain(type(id))
        if (outcome !== 'not') expect(names.toSorted(), outcome).toEqual(types.map(type).toSorted())
      }
      // Each has its reasons, each reason its clause or the word that it is an example.
      const found = page.locator('.found')
      const ruled = new Set((await rows('rules')).map(({ service_type: id }) => id))
      expect(await found.count()).toBe(ruled.size)
      for (const one of await found.all()) {
        const lists = one.locator('ul:not([data-where] ul) li, .implied')
        expect(await lists.count(), await one.innerText()).toBeGreaterThan(0)
      }
      const sensitive = (await rows('terms')).filter(({ scheme, id, sensitive }) => scheme === 'service_type' && ruled.has(id) && sensitive === 'yes')
      await expect(page.locator('.found.unprinted')).toHaveCount(sensitive.length)
      // Where: near the place chosen, with a telephone.
      await page.getByLabel((await rows('questions')).find(({ id }) => id === 'home')?.[`text_${language}`] ?? '').selectOption({ index: 8 })
      await expect(page.locator('.likely [data-where] a[href^="tel:"]').first()).toBeVisible()
      await expect(page.locator('[role=status]')).toContainText(/\d/)
    })
  }

  test(`the result of a family goes on paper in ${language}`, async ({ page }) => {
    await answerAll(page, language, { ...families[0].answers, hurt: 'yes', woman: 'yes' })
    const { type } = await texts(language)
    await expect(page.getByRole('heading', { name: type('women-safety') })).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.likely .found:not(.unprinted)').first()).toBeVisible()
    await expect(page.locator('#checker-next')).toBeHidden() // who is afraid is not told to carry paper
    await expect(page.locator('#checker dl dd').first()).toBeVisible()
    // What may endanger her is on no paper: neither the service nor the answers.
    await expect(page.locator('h4', { hasText: type('women-safety') })).toBeHidden()
    const hidden = (await rows('questions')).filter(({ sensitive }) => sensitive === 'yes').map((q) => q[`text_${language}`])
    for (const text of hidden) for (const one of await page.locator('dt', { hasText: text }).all()) await expect(one).toBeHidden()
  })
}

test('back loses nothing, and another answer leads elsewhere', async ({ page }) => {
  const words = await openAt(page, 'en')
  for (let i = 0; i < 4; i++) await answer(page, 'en', families[0].answers)
  await page.goBack()
  await page.goBack()
  await page.goBack()
  await expect(page.getByLabel(words.year, { exact: true })).toHaveValue('1948')
  await page.goForward() // to what comes first of all that may be asked of anybody: whether there is danger
  await expect(page.getByRole('radio', { name: words.no, exact: true })).toBeChecked()
  await page.getByRole('button', { name: words.back }).click()
  await expect(page.getByLabel(words.day, { exact: true })).toHaveValue('05')
  await page.getByLabel(words.year, { exact: true }).fill('2011')
  await page.getByRole('button', { name: words.continue }).click()
  await expect(page.getByRole('alert')).toContainText(words.doubt) // an adult, born in 2011
  await page.getByRole('button', { name: words.continue }).click()
  await expect(page.getByRole('radio', { name: words.no, exact: true })).toBeChecked()
  await page.getByRole('button', { name: words.continue }).click()
  await expect(page.getByRole('radio', { name: 'A citizen of Turkmenistan' })).toBeChecked()
  const asked = []
  while (await page.locator('#checker form').count()) asked.push(await answer(page, 'en', families[0].answers))
  expect(asked).toContain('police') // a teenager is asked, a grandmother is not
  // From the result an answer is changed, and the way back to the result is short.
  await page.getByRole('button', { name: /^Change/ }).nth(1).click()
  await expect(page.getByLabel(words.year, { exact: true })).toHaveValue('2011')
  await page.getByRole('button', { name: words.so_far }).click()
  await expect(page.locator('.outcome').first()).toBeVisible()
})

test('nothing is said before anything is answered, and little with nothing known', async ({ page }) => {
  const words = await openAt(page, 'en')
  await expect(page.getByRole('button', { name: words.so_far })).toHaveCount(0)
  while (await page.locator('#checker form').count()) {
    await page.getByLabel(words.unknown, { exact: true }).check()
    await page.getByRole('button', { name: words.continue }).click()
  }
  await expect(page.locator('.found')).toHaveCount(17)
  await expect(page.locator('.outcome.cannot-tell .found')).toHaveCount(17)
})

test('errors are told at the top and beside the field', async ({ page }) => {
  const words = await openAt(page, 'en')
  const next = page.getByRole('button', { name: words.continue })
  await answer(page, 'en', {})
  for (const [day, month, year, why] of /** @type {const} */ ([['30', '2', '1960', 'error_date'], ['29', '2', '1961', 'error_date'], ['1', '3', '45', 'error_year'], ['x', '1', '1960', 'error_figures'], ['5', '', '1960', 'error_month'], ['1', '1', '1899', ''], ['', '', '2999', '']])) {
    await page.getByLabel(words.day, { exact: true }).fill(day)
    await page.getByLabel(words.month, { exact: true }).fill(month)
    await page.getByLabel(words.year, { exact: true }).fill(year)
    await next.click()
    const summary = page.getByRole('alert')
    await expect(summary).toBeFocused()
    await expect(summary).toContainText(words.problem)
    await expect(page.locator('#checker-error')).toContainText((words[why] ?? '.').split('{year}')[0])
    await expect(page.locator('fieldset')).toHaveAttribute('aria-describedby', /checker-error/)
    await expect(page.getByLabel(words.day, { exact: true })).toHaveAttribute('aria-invalid', 'true')
  }
  await prepare(page)
  expect(await faults(page, rules.all)).toEqual([])
  await page.getByRole('alert').getByRole('link').click()
  await expect(page.getByLabel(words.day, { exact: true })).toBeFocused()
  expect(new URL(page.url()).hash).toBe('')
  await page.getByLabel(words.day, { exact: true }).fill('29')
  await page.getByLabel(words.month, { exact: true }).fill('2')
  await page.getByLabel(words.year, { exact: true }).fill('1960')
  await next.click()
  await expect(page.locator('#checker-error')).toHaveCount(0)
})

test('the example of a year is one in which such a person may be born', async ({ page }) => {
  for (const [children, year] of /** @type {const} */ ([['child', /20[01]\d/], ['none', /19\d\d/]])) {
    await openAt(page, 'en')
    await answer(page, 'en', { children })
    await expect(page.locator('#checker-hint')).toContainText(year)
  }
})

// Documents depend on whom the service is for: no child is sent for a certificate of pension.
for (const language of languages) {
  test(`a child is told of no pension, an adult of no certificate of birth in ${language}`, async ({ page }) => {
    const documents = (await rows('terms')).filter(({ scheme }) => scheme === 'document')
    const [pension, birth] = ['pension-certificate', 'birth-certificate'].map((id) => documents.find((one) => one.id === id)?.[`name_${language}`] ?? '')
    const { type } = await texts(language)
    for (const [answers, told] of /** @type {[Record<string, string>, number][]} */ ([
      [{ children: 'child', birth: '2015', disability: 'official', 'daily-care': 'yes', covered: 'citizen', 'child-where': 'with-family' }, 0],
      [{ children: 'none', birth: '1948', disability: 'official', 'daily-care': 'yes', covered: 'citizen' }, 1]
    ])) {
      await answerAll(page, language, answers)
      const card = page.locator('.found', { has: page.getByRole('heading', { name: type('day-and-home-care'), exact: true }) })
      await expect(card.locator('li').first()).toBeAttached()
      await expect(page.locator('.outcome.likely h4', { hasText: type('day-and-home-care') })).toBeVisible()
      await expect(card.locator('li', { hasText: pension })).toHaveCount(told)
      await expect(card.locator('li', { hasText: birth })).toHaveCount(1 - told)
    }
  })
}

test('a question is skipped by going on, and how many there are is said', async ({ page }) => {
  const words = await openAt(page, 'en')
  await expect(page.locator('#checker form')).toContainText(/Question 1 of at most \d\d/)
  while (await page.locator('#checker form').count()) await page.getByRole('button', { name: words.continue }).click()
  await expect(page.locator('.outcome.cannot-tell .found')).toHaveCount(17)
  await expect(page.locator('#checker dd').first()).toContainText(words.unsaid)
})

for (const language of languages) {
  test(`an adult born as a child is asked about gently in ${language}`, async ({ page }) => {
    const words = await openAt(page, language)
    await answer(page, language, { children: 'parent' })
    await page.getByLabel(words.year, { exact: true }).fill('2015')
    await page.getByRole('button', { name: words.continue }).click()
    const box = page.getByRole('alert')
    await expect(box).toBeFocused()
    await expect(box).toContainText(words.doubt)
    const { option } = await texts(language)
    await expect(box).toContainText(option('children', 'parent') ?? '')
    await prepare(page)
    await page.evaluate(() => scrollTo(0, 0)) // the way out covers half a link of the menu, wherever one stops
    expect(await faults(page, rules.all)).toEqual([])
    await page.setViewportSize({ width: 320, height: 256 })
    expect(await page.evaluate(lost)).toEqual([])
    // It is no error: whoever means both goes on.
    await page.getByRole('button', { name: words.continue }).click()
    await expect(page.getByLabel(words.year, { exact: true })).toHaveCount(0)
    await page.goBack()
    await page.getByRole('button', { name: words.continue }).click()
    // Or mends the other answer, and is not asked again.
    await page.getByRole('alert').getByRole('button').click()
    await page.getByRole('radio', { name: option('children', 'child'), exact: true }).check()
    await page.getByRole('button', { name: words.continue }).click()
    await expect(page.getByLabel(words.year, { exact: true })).toHaveValue('2015')
    await page.getByRole('button', { name: words.continue }).click()
    await expect(page.getByLabel(words.year, { exact: true })).toHaveCount(0)
  })
}

test('nothing moves while the checker loads', async ({ page }) => {
  for (const viewport of [{ width: 360, height: 740 }, { width: 1280, height: 800 }]) {
    await page.setViewportSize(viewport)
    for (const language of languages) {
      await page.goto(pathOf(checker, language))
      await expect(page.locator('#checker-begin')).toBeVisible()
      // The observer is told at once of what was; where nothing was, of nothing.
      const shift = await page.evaluate(() => new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().reduce((sum, entry) => sum + /** @type {any} */ (entry).value, 0))).observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve(0))))
      }))
      expect(shift, `${language} at ${viewport.width}`).toBeLessThan(0.01)
    }
  }
})

test('a keyboard is enough', async ({ page }) => {
  await page.goto(pathOf(checker, 'en'))
  await expect(page.locator('#checker-begin')).toBeVisible() // a hidden button cannot be focused
  await page.locator('#checker-begin').focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('#checker h2')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Year', { exact: true })).toBeVisible()
  for (const part of ['5', '3', '1948']) {
    await page.keyboard.press('Tab')
    await page.keyboard.type(part)
  }
  await page.keyboard.press('Enter')
  await expect(page.locator('#checker h2')).toBeFocused()
  for (let step = 0; step < 20 && await page.locator('#checker form').count(); step++) {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowUp') // the last: I’d rather not say
    await page.keyboard.press('Enter')
  }
  await expect(page.locator('.outcome').first()).toBeVisible()
})

for (const language of languages) {
  test(`questions and results stand in nobody's way in ${language}`, async ({ page }) => {
    await page.goto(pathOf(checker, language))
    await page.locator('#checker-begin').click()
    await prepare(page)
    const look = async (/** @type {string} */ what) => {
      for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 740 }]) {
        await page.setViewportSize(viewport)
        await page.emulateMedia({ colorScheme: 'light' })
        expect.soft(await faults(page, rules.all), `${what}, light`).toEqual([])
        await page.emulateMedia({ colorScheme: 'dark' })
        expect.soft(await faults(page, rules.colours), `${what}, dark`).toEqual([])
      }
      await page.setViewportSize({ width: 320, height: 256 })
      expect.soft(await page.evaluate(lost), `${what}, zoomed`).toEqual([])
    }
    await look('a choice')
    await answer(page, language, families[0].answers)
    await look('a day')
    while (await page.locator('#checker form').count()) await answer(page, language, families[0].answers)
    await look('the result')
  })
}

test('several difficulties are chosen together, and none of them clears the rest', async ({ page }) => {
  const words = await openAt(page, 'en')
  const { question, option } = await texts('en')
  const several = [...question.values()].find(({ id }) => id === 'hardship')
  while (await page.locator('#checker h2').innerText() !== several?.text_en) await answer(page, 'en', { children: 'parent', covered: 'citizen' })
  const box = (/** @type {string} */ name) => page.getByRole('checkbox', { name, exact: true })
  const [care, breadwinner] = ['care', 'breadwinner'].map((id) => box(option('hardship', id) ?? ''))
  await care.check()
  await box(words.none_of).check()
  await expect(care).not.toBeChecked()
  await care.check()
  await expect(box(words.none_of)).not.toBeChecked()
  await breadwinner.check()
  await page.getByRole('button', { name: words.continue }).click()
  while (await page.locator('#checker form').count()) await answer(page, 'en', { children: 'parent', 'child-where': 'with-family' })
  await expect(page.locator('#checker dl')).toContainText(`${option('hardship', 'care')}; ${option('hardship', 'breadwinner')}`)
  await expect(page.locator('.outcome.likely h4')).toContainText([/social worker/i, /families with children/i])
})

test('whom anybody may ask is never told to be for somebody else', async ({ page }) => {
  await answerAll(page, 'en', { children: 'child', birth: '2011', covered: 'citizen', 'child-where': 'elsewhere', police: 'yes' })
  const words = await wordsOf(page)
  await expect(page.locator('.outcome.not h4').filter({ hasText: /social worker/i })).toHaveCount(0)
  await expect(page.locator('.outcome.cannot-tell').getByText(words.anyway)).toBeVisible()
})
