// Asks one question after another and says which services may be for somebody.
// Answers are in the variables of this module and nowhere else: no address, no
// storage, no request holds them, and leaving the page forgets them. The history
// of the browser is told the number of a step, so that "back" goes one step back.

import { bounded, dayOf, doubt, next } from './evaluate.js'
import { dayWords, fill, make, say } from './element.js'
import { answerWords, questionForm } from './question.js'
import { callFirst, outcomes, placeChoice, said, whereList } from './result.js'

// The layout has all of these.
const start = /** @type {HTMLElement} */ (document.getElementById('checker-start'))
const begin = /** @type {HTMLButtonElement} */ (document.getElementById('checker-begin'))
const off = /** @type {HTMLElement} */ (document.getElementById('checker-off'))
const checker = /** @type {HTMLElement} */ (document.getElementById('checker'))
const status = /** @type {HTMLElement} */ (document.getElementById('checker-said'))
const nextStep = /** @type {HTMLElement} */ (document.getElementById('checker-next'))
const { root = '', lang = 'en', rules = '', where = '', day: built = '', zone = '' } = checker.dataset
/** @type {import('./result.js').Line | undefined} who tells of a place that is not in the list */
const line = JSON.parse(checker.dataset.ask ?? 'null') ?? undefined
/** @type {Record<string, string>} */
const words = JSON.parse(checker.dataset.words ?? '{}')
/** @type {Record<string, string>} by language */
const from = JSON.parse(checker.dataset.from ?? '{}')
const title = document.title

/** @type {import('./question.js').Given[]} by question */
let given = []
/** @type {number[]} questions in the order in which they were put */
let trail = []
let place = -1
let shown = 0 // the step
/** @type {import('./result.js').Site} */
let site
let most = 0 // questions that may be put

history.replaceState({ step: 0 }, '') // what a reload left of the steps
history.scrollRestoration = 'manual' // whoever comes back after leaving fast sees the top
load()

async function load () {
  try {
    const read = (/** @type {string} */ file) => fetch(root + file, { credentials: 'omit', referrerPolicy: 'no-referrer' }).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status))
      return answer.json()
    })
    const [read1, read2] = await Promise.all([read(rules), read(where)])
    site = { rules: read1, where: read2, words, from, root, lang, ask: line }
    most = new Set(site.rules.sets.flatMap(({ q }) => q)).size
  } catch {
    off.textContent = words.failed
    off.className += ' failed'
    return
  }
  off.hidden = true
  begin.hidden = false
  begin.addEventListener('click', () => go(1))
  window.addEventListener('popstate', () => {
    // A link within the page, as to its content, is no step: it stays at this one.
    if (history.state) show(history.state.step)
    else history.replaceState({ step: shown }, '')
  })
  window.addEventListener('pagehide', forget)
  for (const link of document.querySelectorAll('.langs a')) link.addEventListener('click', warn)
  // Paper unfolds nothing: what is folded together is named there.
  window.addEventListener('beforeprint', () => checker.querySelectorAll('.rest').forEach((rest) => rest.setAttribute('open', '')))
}

const warning = make('p', { class: 'note warn', role: 'alert' })

/**
 * Another language is another page, which knows nothing of the answers: that is said once.
 * @param {Event} event
 */
function warn (event) {
  if (given.length === 0 || warning.isConnected) return
  event.preventDefault()
  checker.before(warning)
  warning.textContent = words.language_loses
}

/** Forgets every answer, on the screen too: a page may come back as it was left. */
function forget () {
  given = []
  trail = []
  place = -1
  warning.remove()
  show(0)
}

/** Today in the country; the day of the build where the device's clock is behind it. */
function today () {
  return Math.max(dayOf(new Date(Date.now() + Number(zone) * 60_000)), Number(built))
}

/**
 * Goes on to a step.
 * @param {number} step
 */
function go (step) {
  history.pushState({ step }, '')
  show(step)
}

/**
 * Shows a step: 0 is the start, then the questions in order, then the result.
 * @param {number} step
 */
function show (step) {
  shown = step
  document.title = title
  status.textContent = ''
  if (step === 1 && trail.length === 0) ask(0)
  const atStart = step < 1 || step > trail.length && given.length === 0
  start.hidden = !atStart
  checker.hidden = atStart
  nextStep.hidden = true
  if (atStart) checker.replaceChildren()
  else if (step <= trail.length) showQuestion(step)
  else showResult()
  const heading = checker.querySelector('h2')
  heading?.focus({ preventScroll: true })
  heading?.scrollIntoView({ behavior: 'instant' })
  if (step > trail.length) showCalls()
}

/** Sees to it that the first number to call is on the screen, however small that is. */
function showCalls () {
  checker.querySelector('.calls a')?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
}

/**
 * Chooses the question after the first ones of the trail, and says whether there
 * is one. What was put later stays if it is still next.
 * @param {number} put how many stay
 */
function ask (put) {
  const before = trail.slice(0, put)
  const mask = site.rules.questions.map((_, n) => before.includes(n))
  const n = next(site.rules, site.rules.sets, answers(before), mask, today())
  if (trail[put] !== n) trail = n < 0 ? before : [...before, n]
  return n >= 0
}

/**
 * The answers to some questions; none to the others.
 * @param {number[]} questions
 */
function answers (questions) {
  return bounded(site.rules, site.rules.questions.map((_, n) => questions.includes(n) ? given[n]?.answer ?? null : null), today())
}

/**
 * The answers as those do who must not miss whom to call: who would rather not say
 * whether there is danger may be in it.
 * @param {number[]} questions
 */
function feared (questions) {
  const asks = (site.rules.lines ?? []).map((line) => line.if[0])
  return answers(questions).map((answer, n) => {
    const test = asks.find(({ q }) => q === n)
    return test?.in && questions.includes(n) && given[n]?.unsaid ? test.in[0] : answer
  })
}

/** @param {number} step */
function showQuestion (step) {
  const n = trail[step - 1]
  const acts = [
    make('button', { class: 'act second', type: 'button', click: () => history.back() }, words.back),
    trail.some((n) => given[n]) && make('button', { class: 'act second', type: 'button', click: () => go(trail.length + 1) }, words.so_far)
  ]
  const before = answers(trail.slice(0, step - 1))
  const call = make('div', { role: 'status' }, ...callFirst(site, before, today(), true))
  const form = questionForm(site.rules.questions[n], {
    step, most, day: today(), year: exampleYear(before[n], site.rules.questions[n]), given: given[n], words, from, acts,
    doubt: (answer) => {
      given[n] = answer
      const other = doubt(site.rules, n, answers(trail.slice(0, step)), today())
      if (other < 0) return
      return { question: site.rules.questions[other], given: given[other], change: () => go(trail.indexOf(other) + 1) }
    },
    take: (answer) => {
      given[n] = answer
      go(ask(step) ? step + 1 : trail.length + 1)
    }
  })
  // Who says that somebody frightens or hurts sees at once whom to call.
  form.addEventListener('change', (event) => {
    const { type, value } = /** @type {HTMLInputElement} */ (event.target)
    const answer = type === 'radio' && /^\d+$/.test(value) ? Number(value) : null
    const after = callFirst(site, before.map((a, i) => i === n ? answer : a), today(), callFirst(site, before, today()).length > 0)
    call.replaceChildren(...after)
    showCalls()
  })
  form.lastElementChild?.before(call)
  checker.replaceChildren(form)
}

/**
 * A year in the middle of those that may be the answer: a child's, once a child is meant.
 * @param {import('./evaluate.js').Answer} known
 * @param {import('./evaluate.js').Question} question
 */
function exampleYear (known, { min = 0, max }) {
  const [first, last] = Array.isArray(known) ? known : [min, max || today()]
  return Math.floor((first + last) / 20000)
}

function showResult () {
  const put = trail.filter((n) => given[n])
  const day = today()
  const danger = callFirst(site, feared(put), day)
  const { sections, counts } = outcomes(site, answers(put), feared(put), day, place)
  const madeUp = site.rules.sets.some((set) => set.rules.some(({ c, x }) => !c && x && !site.rules.sources[x]))
  const notes = [...danger.length ? [] : [words.bring_without], ...madeUp ? [words.example_note] : []]
  const list = put.map((n) => {
    const question = site.rules.questions[n]
    return make('div', { class: question.s ? 'unprinted' : '' }, make('dt', { id: `checker-asked-${n}` }, say(question.t, from)), make('dd', {}, say(answerWords(question, given[n], words), from), ' ',
      make('button', { class: 'act second change', type: 'button', 'aria-describedby': `checker-asked-${n}`, click: () => go(trail.indexOf(n) + 1) }, words.change_answer)))
  })
  checker.replaceChildren(
    make('h2', { tabindex: -1, id: 'checker-heading' }, words.result), ...danger,
    // On paper some services are left out, and their number would tell.
    make('ul', { class: 'said unprinted' }, ...said(words, counts).map((line) => make('li', {}, line))), make('p', { class: 'from unprinted' }, words.new_tab), placeChoice(site, place, near), make('p', { class: 'paper' }, words.paper),
    ...notes.map((note) => make('p', { class: 'from' }, note)), ...sections,
    make('section', { class: 'outcome' }, make('h3', {}, words.your_answers), make('p', { class: 'from' }, fill(words.answered_on, { date: dayWords(day) })), make('dl', {}, ...list)),
    make('div', { class: 'acts-row' },
      danger.length === 0 && make('button', { class: 'act', type: 'button', click: () => window.print() }, words.print),
      make('button', { class: 'act second', type: 'button', click: () => history.back() }, words.back),
      make('button', { class: 'act second', type: 'button', click: () => { history.pushState({ step: 0 }, ''); forget(); begin.focus() } }, words.again)))
  nextStep.hidden = false
  // Who is afraid is not asked to carry paper, nor to show the screen to anybody.
  ;/** @type {HTMLElement} */ (nextStep.firstElementChild).hidden = danger.length > 0
  status.textContent = (danger.length > 0 ? `${words.call_first}. ` : '') + said(words, counts).join('. ')
}

/**
 * Shows where the services are, near a place.
 * @param {number} chosen
 */
function near (chosen) {
  place = chosen
  for (const box of /** @type {NodeListOf<HTMLElement>} */ (checker.querySelectorAll('[data-where]'))) {
    box.replaceChildren(whereList(site, Number(box.dataset.where), place))
  }
}
