// Compares the browser's evaluator with the generator's. go test
// ./generator/eligibility writes the cases and puts evaluate.js beside this file.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { calls, change, doubt, evaluate, next, spared } from './evaluate.js'

const letters = { '-1': 'n', 0: 'm', 1: 'y' }

for (const { name, file, day, evaluated, asked, changed, told, documents } of JSON.parse(readFileSync('cases.json', 'utf8'))) {
  test(`${name} on ${day}`, () => {
    assert.ok(evaluated.length > 0 && asked.length > 0 && changed.length > 0)
    for (const [s, answers, outcome, truths, decides] of evaluated) {
      const got = evaluate(file, file.sets[s], answers, day)
      const said = JSON.stringify([s, answers])
      assert.equal(got.outcome, outcome, said)
      assert.equal(got.reasons.map((r) => letters[r.truth]).join(''), truths, said)
      assert.equal(got.reasons.map((r) => (r.decides ? 'x' : '.')).join(''), decides, said)
    }
    for (const [answers, put, question] of asked) {
      assert.equal(next(file, file.sets, answers, put, day), question, JSON.stringify([answers, put]))
    }
    for (const [answers, doubts, lines, without] of told) {
      assert.deepEqual(answers.map((_, n) => doubt(file, n, answers, day)), doubts, JSON.stringify(answers))
      assert.deepEqual(calls(file, answers, day).map(({ of }) => of), lines, JSON.stringify(answers))
      assert.deepEqual(documents.filter(([, by]) => spared(file, by, answers)).map(([id]) => id), without, JSON.stringify(answers))
    }
    for (const [s, answers, to, questions] of changed) {
      const got = change(file, file.sets[s], answers, day)
      assert.deepEqual(got?.changed ?? null, questions, JSON.stringify([s, answers]))
      assert.deepEqual(got?.answers ?? null, to, JSON.stringify([s, answers]))
    }
  })
}

// Of somebody of whom only the year is known nothing is said that one of its days
// would not bear out, and in most years something is said.
test('a year stands for each of its days', () => {
  const { file, day } = JSON.parse(readFileSync('cases.json', 'utf8')).find((one) => one.name === 'demonstration')
  const birth = file.questions.findIndex(({ id }) => id === 'birth')
  const told = { likely: 0, not: 0, 'cannot-tell': 0 }
  for (const set of file.sets.filter(({ q }) => q.includes(birth))) {
    for (let year = 1930; year < 2026; year++) {
      const answers = file.questions.map(() => 0)
      const of = (a) => { answers[birth] = a; return evaluate(file, set, answers, day) }
      const whole = of([year * 10000 + 101, year * 10000 + 1231])
      const days = [101, 228, 301, 630, 1115, 1116, 1117, 1231].map((d) => of(year * 10000 + d))
      told[whole.outcome]++
      for (const [i, { truth }] of whole.reasons.entries()) {
        const each = new Set(days.map(({ reasons }) => reasons[i].truth))
        assert.deepEqual(truth === 0 ? 2 : [...each], truth === 0 ? each.size : [truth], `${year} ${i}`)
      }
      if (whole.outcome !== 'cannot-tell') assert.ok(days.every(({ outcome }) => outcome === whole.outcome))
    }
  }
  assert.ok(told.likely > 50 && told['cannot-tell'] > 0 && told['cannot-tell'] < 20, JSON.stringify(told))
})

test('a range of days inside the year that is known decides nothing', () => {
  const file = { questions: [{ id: 'b', k: 'date', t: '?' }], sets: [{ q: [0], rules: [{ q: 0, e: 'r', lo: 20000301, hi: 20000331, y: 'y', n: 'n' }] }] }
  assert.equal(evaluate(file, file.sets[0], [[20000101, 20001231]], 20260101).outcome, 'cannot-tell')
  assert.equal(evaluate(file, file.sets[0], [[20010101, 20011231]], 20260101).outcome, 'not')
})
