// Holds the client's analysis to the vectors that Go wrote.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { rulesFor, split } from '../analysis.js'

const vectors = JSON.parse(readFileSync(process.env.VECTORS ?? new URL('../../analysis/testdata/vectors.json', import.meta.url), 'utf8'))

for (const [language, texts] of Object.entries(vectors)) {
  test(`reads ${language} as Go does`, async () => {
    const rules = await rulesFor(language)
    assert.ok(texts.length > 10)
    for (const { text, words, stems } of texts) {
      const folded = split(text).map(rules.fold).filter(w => w !== '')
      assert.deepEqual(folded, words, text)
      assert.deepEqual(folded.filter(w => !rules.stop(w)).map(rules.stem), stems, text)
    }
  })
}

test('takes half a letter for no letter', () => {
  assert.deepEqual(split('\ud800hyzmat\udc00 kömek'), ['hyzmat', 'kömek'])
})
