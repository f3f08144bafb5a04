// A family that knows little: nothing is told about it that it did not say, what it
// said is held to, and it learns whom to call.

import { answerAll, wordsOf } from '../site/checker.js'
import { languages } from '../site/kinds.js'
import { rows } from '../site/rows.js'
import { expect, test } from '../site/test.js'

const answers = { children: 'child', birth: '2020', covered: 'citizen', hardship: 'none', 'child-where': 'with-family', disability: 'unofficial' }

/** What the sentences of some rules say. @param {string} language @param {string} side @param {(rule: Record<string, string>) => boolean} of */
const said = async (language, side, of) => new Set((await rows('rules')).filter(of).map((rule) => rule[`${side}_${language}`]).filter(Boolean))

for (const language of languages) {
  test(`a child of whom nothing else is known in ${language}`, async ({ page }) => {
    const ids = (await rows('questions')).map(({ id }) => id)
    await answerAll(page, language, { ...Object.fromEntries(ids.map((id) => [id, 'unknown'])), children: 'child' })
    const words = await wordsOf(page)
    await expect(page.getByRole('heading', { name: words.ask_first, exact: true })).toBeVisible()
    // A child is not 60, and not 18, whatever its birthday, and never will be this year.
    const grown = await said(language, 'met', ({ question_id: id, op, value }) => id === 'birth' && op === 'ge' && Number.parseInt(value) >= 18)
    expect(grown.size).toBeGreaterThan(0)
    const told = await page.locator('.outcome li').allTextContents()
    for (const text of told) for (const sentence of grown) expect(text).not.toContain(sentence)
    // What is not known is a question that was put, and no fact about the family.
    const texts = (await rows('questions')).map((question) => question[`text_${language}`])
    const open = (await page.locator(`.outcome.cannot-tell h5:text-is("${words.open}") + ul li`).allTextContents()).map((text) => text.trim())
    expect(open.length).toBeGreaterThan(5)
    for (const text of open) expect(texts.some((question) => text.startsWith(question)), text).toBe(true)
    // The nearest are open, the rest is folded, and paper names it.
    await expect(page.locator('.outcome.cannot-tell > .found')).toHaveCount(3)
    await expect(page.locator('.outcome.cannot-tell > .rest')).not.toHaveAttribute('open')
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.rest .found:not(.unprinted) h4').first()).toBeVisible()
    await expect(page.locator('.rest .found:not(.unprinted) li').first()).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
    // The worker of the place chosen, with a telephone, before all cards.
    await page.locator('#checker-place').selectOption({ index: 8 })
    await expect(page.locator('.outcome [data-where] a[href^="tel:"]').first()).toBeVisible()
    expect(await page.locator('.outcome').first().locator('.found').count()).toBe(0)
  })

  test(`nothing is said of what was not asked in ${language}`, async ({ page }) => {
    const asked = await answerAll(page, language, answers)
    expect(asked).not.toContain('woman')
    const words = await wordsOf(page)
    const against = (await page.locator(`.outcome.not h5:text-is("${words.against}") + ul li`).allTextContents()).join('\n')
    expect(against).not.toBe('')
    const unasked = await said(language, 'unmet', ({ question_id: id }) => !asked.includes(id))
    const told = await said(language, 'unmet', ({ question_id: id }) => asked.includes(id))
    for (const sentence of unasked) if (!told.has(sentence)) expect(against).not.toContain(sentence)
  })

  test(`who would rather not say what happens at home learns whom to call in ${language}`, async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-11-24T12:00:00+05:00')) // the line for children answers by day
    await answerAll(page, language, { ...answers, birth: '2011', hurt: 'unsaid' })
    const words = await wordsOf(page)
    const children = (await rows('helplines')).find(({ id }) => id === 'children')
    await expect(page.locator('#checker .calls a').first()).toHaveText(children?.phone ?? '')
    await expect(page.locator('#checker .calls a').first()).toBeInViewport()
    await expect(page.getByText(words.bring_without)).toHaveCount(0)
  })

  test(`what follows from other answers is said to follow in ${language}`, async ({ page }) => {
    // The women's service asks only whether it is a woman, and that only of the frightened.
    await page.route(/eligibility\/rules\.json/, async (route) => {
      const response = await route.fetch()
      const file = await response.json()
      const woman = file.questions.findIndex((/** @type {{id: string}} */ { id }) => id === 'woman')
      for (const set of file.sets) if (set.q.includes(woman)) set.rules = set.rules.filter((/** @type {{q: number}} */ { q }) => q === woman)
      await route.fulfill({ response, json: file })
    })
    await answerAll(page, language, answers)
    const words = await wordsOf(page)
    await expect(page.locator('.outcome.not .implied')).toHaveText([words.implied])
  })
}
