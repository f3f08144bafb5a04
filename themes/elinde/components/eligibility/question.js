// Shows one question and reads its answer. Nothing is sent: the form's method is
// "dialog", which goes nowhere even where no script prevents it.

import { dayWords, fill, make, say } from './element.js'
import { chose } from './evaluate.js'

/**
 * @typedef {import('./evaluate.js').Question} Question
 * @typedef {{answer: number | [number, number] | null, unsaid?: boolean, typed?: string[]}} Given an answer; null: not known, or not said
 * @typedef {Record<string, string>} Words
 */

/**
 * The form of a question.
 * @param {Question} question
 * @param {object} page
 * @param {number} page.step which question it is
 * @param {number} page.most how many questions there are at most
 * @param {number} page.day of the answer, as yyyymmdd
 * @param {number} page.year an example of a year that may be the answer
 * @param {Given | undefined} page.given the answer that was given before
 * @param {Words} page.words
 * @param {Words} page.from notes on texts in other languages
 * @param {(given: Given) => {question: Question, given: Given, change: () => void} | undefined} page.doubt says what an answer contradicts, and how
 *   to change that
 * @param {(given: Given) => void} page.take gets the answer
 * @param {(Node | false)[]} page.acts further buttons
 * @returns {HTMLElement}
 */
export function questionForm (question, { step, most, day, year, given, words, from, doubt, take, acts }) {
  const hint = make('div', { id: 'checker-hint' }, question.h ? make('p', { class: 'from' }, say(question.h, from)) : null,
    question.k === 'date' && make('p', { class: 'from' }, fill(words.date_hint, { year })))
  const problem = make('div')
  const typed = typing(question, words, given)
  const options = optionsOf(question, words)
  const several = question.k === 'choices'
  const chosen = given && (given.answer === null ? (given.unsaid ? 'unsaid' : 'unknown') : typed.length ? '' : !several ? String(given.answer) : given.answer ? '' : 'none')
  const alone = [...several ? [{ value: 'none', label: words.none_of }] : [], { value: 'unknown', label: words.unknown }, { value: 'unsaid', label: words.unsaid }]
  const radios = [...options, ...alone].map(({ value, label }, i) =>
    make('label', { class: 'option' },
      make('input', { type: several ? 'checkbox' : 'radio', name: 'answer', value, id: `checker-option-${i}`,
        checked: value === chosen || several && chose(question, given?.answer, i),
        change: (event) => {
          typed.forEach(({ input }) => { input.value = '' })
          // Some answers go with no other.
          if (several) form.querySelectorAll('input').forEach((other, n) => { if (other !== event.target && Math.max(i, n) >= options.length) other.checked = false })
        } }),
      make('span', {}, say(label, from))))
  for (const { input } of typed) input.addEventListener('input', () => radios.forEach((label) => { /** @type {HTMLInputElement} */ (label.control).checked = false }))
  const fields = make('fieldset', { 'aria-describedby': 'checker-hint' },
    make('legend', {}, make('h2', { tabindex: -1, id: 'checker-heading' }, say(question.t, from))), hint, problem,
    typed.length > 0 && make('div', { class: 'parts' }, ...typed.map(({ label }) => label)),
    typed.length > 0 && make('p', {}, words.or), ...radios)
  const summary = make('div')
  const inputs = typed.length ? typed.map(({ input }) => input) : radios.map((label) => label.control)
  let doubted = '' // the answer that was asked about
  const form = make('form', { method: 'dialog', novalidate: true, autocomplete: 'off', submit: (event) => {
    event.preventDefault()
    const { error, ...read } = readAnswer(question, form, typed.map(({ input }) => input.value.trim()), day, year, words)
    if (error !== undefined) return tellProblem(error)
    // Somebody who means both says so by going on.
    const other = JSON.stringify(read.answer) === doubted ? undefined : doubt(read)
    if (!other) return take(read)
    doubted = JSON.stringify(read.answer)
    tellDoubt(other)
  } }, summary, make('p', { class: 'from' }, fill(words.question_n, { n: step, most })), fields,
  make('div', { class: 'acts-row' }, make('button', { class: 'act' }, words.continue), ...acts))

  /** @param {NonNullable<ReturnType<doubt>>} other */
  function tellDoubt (other) {
    inputs.forEach((input) => input?.removeAttribute('aria-invalid'))
    fields.className = ''
    fields.setAttribute('aria-describedby', 'checker-hint')
    problem.replaceChildren()
    tell(words.doubt, make('p', {}, words.doubt_text), make('p', {}, say(other.question.t, from), ' ', make('b', {}, say(answerWords(other.question, other.given, words), from))),
      make('p', {}, make('button', { class: 'act second', type: 'button', click: other.change }, words.doubt_change)), make('p', {}, words.doubt_both))
  }

  /** @param {string} title @param {Node[]} body */
  function tell (title, ...body) {
    const box = make('div', { class: title === words.doubt ? 'summary doubt' : 'summary', role: 'alert', tabindex: -1, 'aria-labelledby': 'checker-problem' }, make('h2', { id: 'checker-problem' }, title), ...body)
    summary.replaceChildren(box)
    box.focus()
  }

  /** @param {string} error */
  function tellProblem (error) {
    const first = typed[0]?.input ?? /** @type {HTMLLabelElement} */ (radios[0]).control
    fields.className = 'wrong'
    fields.setAttribute('aria-describedby', 'checker-error checker-hint')
    inputs.forEach((input) => input?.setAttribute('aria-invalid', 'true'))
    problem.replaceChildren(make('p', { class: 'wrong-text', id: 'checker-error' }, `${words.error} ${error}`))
    // A link, as people know it; it moves the focus and leaves the address alone.
    const link = make('a', { href: `#${first?.id}`, click: (event) => { event.preventDefault(); first?.focus() } }, error)
    tell(words.problem, make('ul', {}, make('li', {}, link)))
  }
  return form
}

/**
 * The answers to choose.
 * @param {Question} question
 * @param {Words} words
 */
function optionsOf (question, words) {
  if (question.k === 'yes-no') return [{ value: '0', label: words.yes }, { value: '1', label: words.no }]
  return (question.o ?? []).map((label, i) => ({ value: String(i), label }))
}

/**
 * The fields of an answer that is typed.
 * @param {Question} question
 * @param {Words} words
 * @param {Given | undefined} given
 */
function typing (question, words, given) {
  const names = question.k === 'date' ? ['day', 'month', 'year'] : question.k === 'number' ? ['number'] : []
  return names.map((name, i) => {
    const input = make('input', { id: `checker-${name}`, inputmode: 'numeric', autocomplete: 'off', class: name === 'year' ? 'wide' : '', value: given?.typed?.[i] ?? '',
      'aria-labelledby': name === 'number' ? 'checker-heading' : null })
    return { input, label: make('div', {}, name !== 'number' && make('label', { for: input.id }, words[name]), input) }
  })
}

/**
 * Reads the form.
 * @param {Question} question
 * @param {HTMLFormElement} form
 * @param {string[]} typed
 * @param {number} day
 * @param {number} year an example
 * @param {Words} words
 * @returns {Given & {error?: string}}
 */
function readAnswer (question, form, typed, day, year, words) {
  const checked = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('input:checked'))
  const chosen = checked[0]?.value
  if (chosen === 'unknown' || chosen === 'unsaid') return { answer: null, unsaid: chosen === 'unsaid' }
  if (chosen === 'none') return { answer: 0 }
  if (question.k === 'choices' && chosen !== undefined) return { answer: [...checked].reduce((sum, { value }) => sum | 1 << Number(value), 0) }
  if (typed.length === 0 && chosen !== undefined) return { answer: Number(chosen) }
  // Whoever goes on without an answer has skipped the question.
  if (typed.every((part) => part === '')) return { answer: null, unsaid: true }
  if (question.k === 'number') {
    const { min = 0, max = 0 } = question
    const n = Number(typed[0])
    const fits = /^-?\d{1,9}$/.test(typed[0]) && n >= min && n <= max
    return fits ? { answer: n, typed } : { answer: null, error: fill(words.error_number, { min, max }) }
  }
  const min = question.min ?? 0
  const max = question.max || day
  const [d, m, y] = typed
  if (typed.some((part) => !/^\d*$/.test(part))) return { answer: null, error: words.error_figures }
  if (y.length !== 4) return { answer: null, error: fill(words.error_year, { year }) }
  if (d && !m) return { answer: null, error: words.error_month }
  const first = dayOfCalendar(+y, m ? +m : 1, d ? +d : 1)
  const last = d ? first : dayOfCalendar(+y, m ? +m : 12, new Date(Date.UTC(+y, m ? +m : 12, 0)).getUTCDate())
  if (first === null || last === null) return { answer: null, error: fill(words.error_date, { year }) }
  if (last < min || first > max) return { answer: null, error: fill(words.error_date_range, { min: dayWords(min), max: dayWords(max) }) }
  return { answer: d ? first : [Math.max(first, min), Math.min(last, max)], typed }
}

/**
 * A day as yyyymmdd, if the calendar has it.
 * @param {number} y
 * @param {number} m
 * @param {number} d
 */
function dayOfCalendar (y, m, d) {
  const date = new Date(0)
  date.setUTCFullYear(y, m - 1, d)
  return date.getUTCMonth() === m - 1 && date.getUTCDate() === d ? y * 10000 + m * 100 + d : null
}

/**
 * An answer in words.
 * @param {Question} question
 * @param {Given} given
 * @param {Words} words
 * @returns {import('./evaluate.js').Text}
 */
export function answerWords (question, { answer, unsaid, typed = [] }, words) {
  if (answer === null) return unsaid ? words.unsaid : words.unknown
  if (Array.isArray(answer)) return typed.filter(Boolean).map((part) => part.padStart(2, '0')).join('.')
  if (question.k === 'date') return dayWords(answer)
  if (question.k === 'choices') {
    const labels = optionsOf(question, words).filter((_, i) => chose(question, answer, i)).map(({ label }) => typeof label === 'string' ? label : label.t)
    return labels.join('; ') || words.none_of
  }
  return optionsOf(question, words)[answer]?.label ?? String(answer)
}
