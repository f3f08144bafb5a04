// Judges answers by the rules of eligibility/<language>.json, as the generator's
// package eligibility does: a test holds the two together over every answer. No
// function here reads or writes anything but its arguments.

/**
 * @typedef {string | {t: string, l?: string, d?: string}} Text a text, with its language where that is not the page's
 * @typedef {{id: string, k: string, t: Text, h?: Text, o?: Text[], n?: number, min?: number, max?: number, s?: boolean, w?: number[],
 *   x?: (Test & {by: number})[]}} Question
 * @typedef {{q: number, in?: number[], lo?: number, hi?: number, a?: boolean, m?: boolean}} Test m: of several options, a bit each, one is enough
 * @typedef {Test & {e: 'r' | 'x' | 'v', g?: number, from?: number, to?: number, y: Text, n: Text, c?: string, x?: string}} Rule
 * @typedef {{q: number[], rules: Rule[], of?: any}} RuleSet
 * @typedef {{questions: Question[], sets: RuleSet[], lines?: {if: Test[], of: any}[]}} File
 * @typedef {number | [number, number] | null | undefined} Answer an index, a bit for each option of several, a whole number or a day as yyyymmdd; first and last day where only the
 *   year or month is known; null: none; undefined: the question does not arise
 * @typedef {'likely' | 'not' | 'cannot-tell'} Outcome
 * @typedef {-1 | 0 | 1} Truth no, unknown, yes: and is the minimum, or the maximum
 * @typedef {{rule: Rule, truth: Truth, decides: boolean, moot: boolean}} Reason moot: its question did not arise
 */

// Answers that are looked at, at most, to find what can still change an outcome.
const mostLooked = 1 << 14

/**
 * The outcome of a set of rules on a day, with what became of each rule in force.
 * @param {File} file
 * @param {RuleSet} set
 * @param {Answer[]} given one per question; those to questions that do not arise are ignored
 * @param {number} day as yyyymmdd
 * @returns {{outcome: Outcome, reasons: Reason[]}}
 */
export function evaluate (file, set, given, day) {
  const answers = settle(file, given)
  const verdict = weigh(set, answers, day)
  const reasons = set.rules.filter((rule) => inForce(rule, day)).map((rule) => {
    const truth = truthOf(rule, answers, day)
    return { rule, truth, decides: decides(verdict, rule, truth), moot: answers[rule.q] === undefined }
  })
  return { outcome: verdict.outcome, reasons }
}

/**
 * The first question that arises, was not put and can still change the outcome of
 * one of the sets; -1 for none.
 * @param {File} file
 * @param {RuleSet[]} sets
 * @param {Answer[]} given
 * @param {boolean[]} put
 * @param {number} day
 */
export function next (file, sets, given, put, day) {
  const wanted = new Set(sets.flatMap((set) => open(file, set, given, put, day)))
  const answers = settle(file, given)
  return file.questions.findIndex(({ w }, n) =>
    wanted.has(n) && !put[n] && (!w || w.indexOf(/** @type {number} */ (answers[w[0]]), 1) > 0))
}

/**
 * The answers nearest to the given ones that make the outcome likely, or no longer
 * likely, and which questions they change; null where none do. Answers that nobody can
 * change stay.
 * @param {File} file
 * @param {RuleSet} set
 * @param {Answer[]} given
 * @param {number} day
 * @returns {{answers: Answer[], changed: number[]} | null}
 */
export function change (file, set, given, day) {
  // Those on which others depend come last: their answers make others moot.
  const depended = new Set(set.q.map((n) => file.questions[n].w?.[0]))
  const order = [...set.q.filter((n) => !depended.has(n)), ...set.q.filter((n) => depended.has(n))]
  const all = order.map((n) => tries(file, set, n, day))
  if (all.reduce((size, list) => size * Math.max(list.length, 1), 1) > mostLooked) return null
  const choices = all.map((list, i) => list.filter((a) => mayBe(file.questions[order[i]], given[order[i]], a)))
  const answers = [...given]
  const likely = () => weigh(set, settle(file, answers), day).outcome === 'likely'
  const was = likely()
  /** @type {number[]} */
  const changed = []
  /** @type {(from: number, want: number) => boolean} */
  const walk = (from, want) => {
    if (want === 0) return likely() !== was
    for (let i = from; i <= order.length - want; i++) {
      const n = order[i]
      changed.push(n)
      for (const a of choices[i]) {
        if (a === given[n]) continue
        answers[n] = a
        if (walk(i + 1, want - 1)) return true
      }
      answers[n] = given[n]
      changed.pop()
    }
    return false
  }
  for (let want = 1; want <= set.q.length; want++) {
    if (walk(0, want)) return { answers, changed }
  }
  return null
}

/**
 * Whether an answer can become another: nobody is born on another day, and who the
 * help is for, which such a day can contradict, is the same.
 * @param {Question} question
 * @param {Answer} given
 * @param {number} other
 */
function mayBe ({ k, x }, given, other) {
  if (Array.isArray(given)) return other >= given[0] && other <= given[1]
  return typeof given !== 'number' || k !== 'date' && !x
}

/**
 * The helplines to be shown before anything else, in their order: those whose first
 * test holds and whose others may.
 * @param {File} file
 * @param {Answer[]} given
 * @param {number} day
 */
export function calls (file, given, day) {
  const answers = settle(file, given)
  return (file.lines ?? []).filter((line) => line.if.every((test, i) => truthOf(test, answers, day) > (i > 0 ? -1 : 0)))
}

/**
 * Whether an answer spares somebody a document.
 * @param {File} file
 * @param {Test[]} tests by which it is spared
 * @param {Answer[]} given
 */
export function spared (file, tests, given) {
  const answers = settle(file, given)
  return tests.some((test) => truthOf(test, answers, 0) === 1)
}

/**
 * The first question whose answer contradicts the answer to question n; -1 for none.
 * @param {File} file
 * @param {number} n
 * @param {Answer[]} given
 * @param {number} day
 */
export function doubt (file, n, given, day) {
  const answers = settle(file, given)
  const out = (/** @type {number} */ from, /** @type {number} */ to) => (file.questions[from].x ?? []).some((test) =>
    chose(file.questions[from], answers[from], test.by) && test.q === to && truthOf(test, answers, day) === 1)
  return file.questions.findIndex((_, i) => out(n, i) || out(i, n))
}

/**
 * The answers, with what others say of a birthday that is not known: who needs help
 * as a child is no grown-up, whatever the day.
 * @param {File} file
 * @param {Answer[]} given
 * @param {number} day
 * @returns {Answer[]}
 */
export function bounded ({ questions }, given, day) {
  return given.map((answer, n) => {
    if (answer !== null || questions[n].k !== 'date') return answer
    let [first, last] = [questions[n].min || 10101, questions[n].max || day]
    for (const { by, q, a, lo, hi } of questions.flatMap(({ x = [] }, from) => x.filter((test) => chose(questions[from], given[from], test.by)))) {
      if (q !== n || !a) continue
      if (hi === undefined && lo !== undefined) first = Math.max(first, day - lo * 10000 + 1)
      if (lo === undefined && hi !== undefined) last = Math.min(last, day - (hi + 1) * 10000)
    }
    return first > (questions[n].min || 10101) || last < (questions[n].max || day) ? [first, last] : null
  })
}

/**
 * The answers as the rules see them.
 * @param {File} file
 * @param {Answer[]} given
 * @returns {Answer[]}
 */
export function settle (file, given) {
  /** @type {Answer[]} */
  const answers = []
  /** @type {(n: number) => Answer} */
  const answer = (n) => {
    if (n in answers) return answers[n]
    const { w } = file.questions[n]
    let a = /** @type {Answer} */ (given[n] ?? null)
    if (w) {
      const parent = answer(w[0])
      if (parent === null) a = null
      else if (w.indexOf(/** @type {number} */ (parent), 1) < 0) a = undefined
    }
    answers[n] = a
    return a
  }
  file.questions.forEach((_, n) => answer(n))
  return answers
}

/** @param {Rule} rule @param {number} day */
function inForce ({ from, to }, day) {
  return (!from || day >= from) && (!to || day <= to)
}

/**
 * @param {Test} rule
 * @param {Answer[]} answers
 * @param {number} day
 * @returns {Truth}
 */
function truthOf (rule, answers, day) {
  const a = answers[rule.q]
  if (a === null) return 0
  if (Array.isArray(a)) {
    const [first, last] = a.map((one) => holds(rule, one, day))
    // What a rule asks for may lie between the two.
    const [low, high] = rule.a ? [age(a[1], day), age(a[0], day)] : a
    if (first !== last || !first && (rule.lo ?? 0) > low && (rule.hi ?? Infinity) < high) return 0
    return first ? 1 : -1
  }
  return a !== undefined && holds(rule, a, day) ? 1 : -1 // no comparison holds of undefined either
}

/**
 * Whether an answer is, or holds, an option.
 * @param {Question} question
 * @param {Answer} answer
 * @param {number} option
 */
export function chose ({ k }, answer, option) {
  return typeof answer === 'number' && (k === 'choices' ? Boolean(answer >> option & 1) : answer === option)
}

/** @param {number} born @param {number} day @returns {number} whole years */
function age (born, day) {
  return Math.floor((day - born) / 10000)
}

/** @param {Test} rule @param {number} a @param {number} day */
function holds (rule, a, day) {
  if (rule.in) return rule.m ? rule.in.some((option) => a >> option & 1) : rule.in.includes(a)
  if (rule.a) {
    if (a > day) return false
    a = age(a, day)
  }
  return (rule.lo === undefined || a >= rule.lo) && (rule.hi === undefined || a <= rule.hi)
}

/**
 * @param {RuleSet} set
 * @param {Answer[]} answers
 * @param {number} day
 */
function weigh (set, answers, day) {
  /** @type {Truth[]} */
  const groups = []
  /** @type {Truth} */
  let exclude = -1
  /** @type {Truth} */
  let review = -1
  for (const rule of set.rules) {
    if (!inForce(rule, day)) continue
    const truth = truthOf(rule, answers, day)
    if (rule.e === 'x') exclude = most(exclude, truth)
    else if (rule.e === 'v') review = most(review, truth)
    else {
      const g = rule.g ?? 0
      if (!(g in groups) || truth < groups[g]) groups[g] = truth
    }
  }
  const said = Object.values(groups)
  const require = said.length ? said.reduce(most) : /** @type {Truth} */ (0)
  /** @type {Outcome} */
  let outcome = 'cannot-tell'
  if (exclude === 1 || require === -1) outcome = 'not'
  else if (require === 1 && exclude === -1 && review === -1) outcome = 'likely'
  return { outcome, require, exclude, groups }
}

/** @param {Truth} a @param {Truth} b */
function most (a, b) {
  return a > b ? a : b
}

/**
 * Whether the outcome rests on a rule.
 * @param {ReturnType<typeof weigh>} verdict
 * @param {Rule} rule
 * @param {Truth} truth
 */
function decides ({ outcome, require, exclude, groups }, rule, truth) {
  const group = groups[rule.g ?? 0]
  if (outcome === 'likely') return rule.e === 'r' && group === 1
  if (outcome === 'not') return exclude === 1 ? rule.e === 'x' && truth === 1 : rule.e === 'r' && truth === -1
  return rule.e === 'r' ? require === 0 && truth === 0 && group === 0 : truth !== -1
}

/**
 * The questions of a set not put yet of which two answers lead to different
 * outcomes, whatever else is answered to the others.
 * @param {File} file
 * @param {RuleSet} set
 * @param {Answer[]} given
 * @param {boolean[]} put
 * @param {number} day
 */
function open (file, set, given, put, day) {
  const left = set.q.filter((n) => !put[n])
  const choices = left.map((n) => tries(file, set, n, day))
  /** @type {Answer[]} */
  const answers = file.questions.map((_, n) => put[n] ? given[n] : null)
  const outcome = () => weigh(set, settle(file, answers), day).outcome
  if (outcome() !== 'cannot-tell') return [] // further answers never take it back
  if (choices.reduce((size, list) => size * Math.max(list.length, 1), 1) > mostLooked) return left
  return left.filter((n, own) => {
    /** @type {(i: number) => boolean} */
    const varies = (i) => {
      if (i === own) return varies(i + 1)
      if (i < left.length) return choices[i].some((a) => { answers[left[i]] = a; return varies(i + 1) })
      return new Set(choices[own].map((a) => { answers[n] = a; return outcome() })).size > 1
    }
    const found = varies(0)
    for (const i of left) answers[i] = null
    return found
  })
}

/**
 * Answers such that every other one is judged as one of them: all options, and of
 * numbers and days those on both sides of each boundary.
 * @param {File} file
 * @param {RuleSet} set
 * @param {number} n of the question
 * @param {number} day
 * @returns {number[]}
 */
function tries (file, set, n, day) {
  const question = file.questions[n]
  const rules = set.rules.filter((rule) => rule.q === n)
  if (question.k === 'choices') {
    // Every set of the options that lead to different outcomes, of those alike the first.
    const alone = (/** @type {Rule} */ rule) => rule.e === 'r' && !rule.from && !rule.to && !set.rules.some((other) => other !== rule && other.e === 'r' && (other.g ?? 0) === (rule.g ?? 0))
    const [ways, others] = [rules.filter(alone), rules.filter((rule) => !alone(rule))]
    const seen = new Set()
    return (question.o ?? []).reduce((/** @type {number[]} */ list, _, i) => {
      const of = (/** @type {Rule} */ rule) => holds(rule, 1 << i, day)
      const key = [...others.map(of), ways.some(of)].join()
      if (!key.includes('true') || seen.has(key) || list.length > mostLooked) return list
      seen.add(key)
      return [...list, ...list.map((a) => a | 1 << i)]
    }, [0])
  }
  if (question.o) return [...question.o.keys()]
  if (question.k === 'yes-no') return [0, 1]
  if (question.k === 'place') {
    /** @type {Map<string, number>} */
    const classes = new Map()
    for (let i = 0; i < (question.n ?? 0); i++) {
      const key = rules.map((rule) => holds(rule, i, day)).join()
      if (!classes.has(key)) classes.set(key, i)
    }
    return [...classes.values()]
  }
  const low = question.min ?? 0
  const high = question.k === 'date' ? question.max || day : question.max ?? 0
  const list = new Set([low, high])
  for (const rule of rules) {
    // The last answer below a boundary, and the first above.
    for (const edge of [rule.lo === undefined ? undefined : rule.lo - 1, rule.hi]) {
      if (edge === undefined) continue
      const pair = question.k === 'number' ? [edge, edge + 1] : around(rule.a ? day - (edge + 1) * 10000 : edge)
      for (const a of pair) if (a > low && a < high) list.add(a)
    }
  }
  return [...list].sort((a, b) => a - b)
}

/**
 * The last day not after n, which the calendar may not have, and the day after it.
 * @param {number} n as yyyymmdd
 */
function around (n) {
  const date = new Date(0)
  date.setUTCFullYear(Math.floor(n / 10000), Math.floor(n / 100) % 100 - 1, n % 100)
  while (dayOf(date) > n) date.setUTCDate(date.getUTCDate() - 1)
  const last = dayOf(date)
  date.setUTCDate(date.getUTCDate() + 1)
  return [last, dayOf(date)]
}

/**
 * A date's day in UTC as yyyymmdd.
 * @param {Date} date
 */
export function dayOf (date) {
  return date.getUTCFullYear() * 10000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate()
}
