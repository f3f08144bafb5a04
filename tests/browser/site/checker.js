// How a family goes through the checker, in a language.

import { kindOf, pathOf } from './kinds.js'
import { rows } from './rows.js'
import { expect } from './test.js'

export const checker = kindOf('eligibility checker')

/** What the tables say of questions, their answers and the names of types, in a language. */
export async function texts (/** @type {string} */ language) {
  const text = `text_${language}`
  const questions = await rows('questions')
  const options = await rows('question_options')
  const terms = await rows('terms')
  return {
    question: new Map(questions.map((q) => [q[text], q])),
    option: (/** @type {string} */ question, /** @type {string} */ id) => options.find((o) => o.question_id === question && o.id === id)?.[`label_${language}`],
    type: (/** @type {string} */ id) => terms.find((t) => t.scheme === 'service_type' && t.id === id)?.[`name_${language}`] ?? ''
  }
}

/** @param {import('@playwright/test').Page} page */
export async function wordsOf (page) {
  return JSON.parse(await page.locator('#checker').getAttribute('data-words') ?? '')
}

/**
 * Answers the question on the screen, and gives its id.
 * @param {import('@playwright/test').Page} page
 * @param {string} language
 * @param {Record<string, string>} answers
 */
export async function answer (page, language, answers) {
  const words = await wordsOf(page)
  const { question, option } = await texts(language)
  const heading = page.locator('#checker h2')
  await expect(heading).toBeFocused()
  const asked = question.get(await heading.innerText())
  if (!asked) throw new Error(`nobody knows the question ${await heading.innerText()}`)
  const given = answers[asked.id] ?? { date: 'unknown', choice: 'none', choices: 'none', 'yes-no': 'no' }[asked.kind] ?? 'unknown'
  const [year, month, day] = given.split('-')
  if (asked.kind === 'date' && /^\d/.test(given)) {
    await page.getByLabel(words.day, { exact: true }).fill(day ?? '')
    await page.getByLabel(words.month, { exact: true }).fill(month ?? '')
    await page.getByLabel(words.year, { exact: true }).fill(year)
  } else {
    const label = words[asked.kind === 'choices' && given === 'none' ? 'none_of' : given] ?? option(asked.id, given)
    await page.getByRole(asked.kind === 'choices' ? 'checkbox' : 'radio', { name: label, exact: true }).check()
  }
  await page.getByRole('button', { name: words.continue }).click()
  return asked.id
}

/**
 * Goes through the questions to the result.
 * @param {import('@playwright/test').Page} page
 * @param {string} language
 * @param {Record<string, string>} answers
 */
export async function answerAll (page, language, answers) {
  await page.goto(pathOf(checker, language))
  await page.locator('#checker-begin').click()
  const asked = []
  while (await page.locator('#checker form').count()) {
    asked.push(await answer(page, language, answers))
    expect(asked.length).toBeLessThan(20)
  }
  return asked
}

/** @param {import('@playwright/test').Page} page @param {string} language */
export async function openAt (page, language) {
  await page.goto(pathOf(checker, language))
  await page.locator('#checker-begin').click()
  return wordsOf(page)
}
