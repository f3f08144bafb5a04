// What a query may have been meant to be: in other letters, or with words a few edits
// away. It is loaded when a word was not found, and imports nothing, so that the bundler
// parts it from the rest.

const minTypo = 4
const minTypos = 8
const boost = 0.5

/**
 * Reads a query anew in which a word stands for nothing: where none does, in other letters;
 * then with typing errors; then in other letters with errors.
 * @template {{ words: unknown[], missing: boolean }} P
 * @param {string} query
 * @param {import('./analysis.js').Rules[]} rules
 * @param {P} strict as it was read
 * @param {(query: string, correct: boolean) => Promise<P>} read
 * @returns {Promise<P>}
 */
export async function forgive(query, rules, strict, read) {
  const others = strict.words.length > 0 ? [] : [...new Set(rules.flatMap(r => alternates(r.table, query)))]
  for (const instead of others) {
    const plan = await read(instead, false)
    if (!plan.missing && plan.words.length > 0) return { ...plan, instead }
  }
  const plan = await read(query, true)
  if (plan.words.length > 0) return plan
  for (const instead of others) {
    const other = await read(instead, true)
    // Of another keyboard and mistyped is much to suppose: all words must be some.
    if (!other.missing && other.words.length > 0) return { ...other, instead }
  }
  return plan
}

/** @param {import('./analysis.js').Table} table @param {string} query @returns {string[]} what it may have been meant to be, in the letters of the language */
function alternates({ layout, translit }, query) {
  query = [...query.normalize('NFC')].map(lower).join('')
  let written = query
  for (const pair of translit.split(' ')) {
    const [typed, meant] = pair.split(':')
    if (typed) written = written.replaceAll(typed, meant)
  }
  const keys = [...query].map(c => layout[1][layout[0].indexOf(c)] ?? c).join('')
  return [...new Set([keys, written])].filter(s => s !== query)
}

/** @param {string} c @returns {string} as Go does it, which makes one letter of one */
const lower = c => (c === 'İ' ? 'i' : c.toLowerCase())

/**
 * Takes near words for one that was not found, and notes them in it.
 * @param {import('./plan.js').WordInPlanning} word
 * @param {import('./analysis.js').Rules[]} rules
 * @param {import('./terms.js').Terms} terms
 * @param {(a: string, b: string) => boolean} before
 * @param {(lines: string[]) => string[]} fronted
 * @param {(stems: string[]) => Promise<string[]>} indexed gives those in the index
 * @returns {Promise<Map<string, number>>} stems, and how much they count
 */
export async function correct(word, rules, terms, before, fronted, indexed) {
  const choices = new Map()
  const known = terms.contents.known && fronted((await terms.files.text('known.bin')).split('\n'))
  for (const [edits, letters] of [[1, minTypo], [2, minTypos]]) {
    if (choices.size > 0) break
    // What another script makes of the word is nothing that its writer knows.
    for (const s of word.surfaces.filter(s => [...s].length >= letters && cyrillic(s) === cyrillic(word.surface))) {
      for (const other of near(await wordsOf(terms), s, edits).sort((a, b) => (before(a, b) ? -1 : 1))) {
        const found = (await indexed(rules.map(r => r.stem(other)))).filter(stem => !choices.has(stem))
        for (const stem of found) choices.set(stem, boost)
        if (found.length > 0) word.corrected.push(other)
      }
    }
  }
  // A word that people know is not read as another.
  if (!known || !known.includes(word.surface)) return choices
  word.offered = word.corrected
  word.corrected = []
  return new Map()
}

/** @type {WeakMap<import('./terms.js').Terms, Promise<string[]>>} */
const lists = new WeakMap()

/** @param {import('./terms.js').Terms} terms @returns {Promise<string[]>} the words of all documents */
function wordsOf(terms) {
  let list = lists.get(terms)
  if (!list) {
    list = terms.files.bits('words.bin')
      .then(read => [...new Set(terms.words(read, read.number() - 1).flatMap(w => w.surfaces))])
    lists.set(terms, list)
    list.catch(() => lists.delete(terms))
  }
  return list
}

/** @param {string} s */
const cyrillic = s => /\p{Script=Cyrillic}/u.test(s)

/**
 * @param {string[]} words
 * @param {string} surface
 * @param {number} edits
 * @returns {string[]} those that so many edits make of the other
 */
export function near(words, surface, edits) {
  const own = lettersIn(surface)
  const letters = [...surface]
  return words.filter(word => bits(lettersIn(word) ^ own) <= 2 * edits && word !== surface && within(letters, [...word], edits))
}

/** @param {string} word @returns {number} a bit for each letter that it has; an edit changes two at most */
function lettersIn(word) {
  let has = 0
  for (let i = 0; i < word.length; i++) has |= 1 << (word.charCodeAt(i) & 31)
  return has
}

/** @param {number} n @returns {number} how many bits are set */
function bits(n) {
  let count = 0
  for (; n; n &= n - 1) count++
  return count
}

/** @param {string[]} a @param {string[]} b @param {number} edits @returns {boolean} whether at most so many edits make b of a */
export function within(a, b, edits) {
  let from = 0
  while (from < a.length && from < b.length && a[from] === b[from]) from++
  let end = 0
  while (end < a.length - from && end < b.length - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const x = a.slice(from, a.length - end)
  const y = b.slice(from, b.length - end)
  if (Math.max(x.length, y.length) <= edits) return true
  // Rows of the table of distances between the beginnings of x and of y.
  /** @type {number[]} */
  let last = []
  let next = [...y.keys(), y.length]
  for (let i = 0; i < x.length; i++) {
    const earlier = last
    last = next
    next = [i + 1]
    for (let j = 0; j < y.length; j++) {
      let d = Math.min(last[j] + (x[i] === y[j] ? 0 : 1), last[j + 1] + 1, next[j] + 1)
      if (i > 0 && j > 0 && x[i] === y[j - 1] && x[i - 1] === y[j]) d = Math.min(d, earlier[j - 1] + 1)
      next.push(d)
    }
    if (Math.min(...next) > edits) return false
  }
  return next[y.length] <= edits
}
