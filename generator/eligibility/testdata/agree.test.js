// Compares the browser's evaluator with the generator's. go test
// ./generator/eligibility writes the cases and puts evaluate.js beside this file.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { change, evaluate, next } from './evaluate.js'

const letters = { '-1': 'n', 0: 'm', 1: 'y' }

for (const { name, file, day, evaluated, asked, changed } of JSON.parse(readFileSync('cases.json', 'utf8'))) {
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
    for (const [s, answers, to, questions] of changed) {
      const got = change(file, file.sets[s], answers, day)
      assert.deepEqual(got?.changed ?? null, questions, JSON.stringify([s, answers]))
      assert.deepEqual(got?.answers ?? null, to, JSON.stringify([s, answers]))
    }
  })
}
