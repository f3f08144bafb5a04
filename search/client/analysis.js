// Text → words → folded words → stems, by the same tables as package analysis.

/**
 * The rules of a language; rules/<language>.js holds its table.
 * @typedef {object} Table
 * @property {string} language
 * @property {Record<string, string>} letters letter → letters
 * @property {Record<string, string>} open the same at the beginning of a word and after a vowel
 * @property {[string, string][]} digraphs typed → meant
 * @property {[string, string][]} variants typed → meant, tried besides the word in queries
 * @property {[string, string]} layout keys of another keyboard, the letters on them
 * @property {string} translit pairs "typed:meant" of letters of another alphabet, applied in order
 * @property {string} stop folded words that are not indexed
 * @property {string} stemmer
 * @property {[string, string][]} suffixes suffix, kind of letter before it
 * @property {string} vowels
 * @property {string} glide the vowel that is a consonant beside another
 * @property {number} minimum letters that must be left
 * @property {number} short enough where the last is a consonant
 * @property {Record<string, string>} final last letter of a stem → the letter it stands for
 */

/**
 * @typedef {object} Rules
 * @property {(word: string) => string} fold
 * @property {(surface: string) => boolean} stop
 * @property {(surface: string) => string} stem
 * @property {(surface: string) => string[]} variants
 * @property {Table} table
 */

const longest = 40

/** @type {Record<string, () => Promise<{default: any, stem?: (word: string) => string}>>} */
const tables = {
  en: () => import('./rules/en.js'),
  ru: () => import('./rules/ru.js'),
  tk: () => import('./rules/tk.js'),
}

/** @type {Table} */
const plain = {
  language: '', letters: {}, open: {}, digraphs: [], variants: [], layout: ['', ''], translit: '', stop: '', stemmer: '', suffixes: [], vowels: '', glide: '',
  minimum: 0, short: 0, final: {},
}

/** @type {Map<string, Rules>} */
const loaded = new Map()

/** @param {string} language BCP 47 @returns {string} */
const primary = language => language.toLowerCase().split('-')[0]

/**
 * Loads the rules of a language; one without a table gets the folding that all share.
 * @param {string} language BCP 47
 * @returns {Promise<Rules>}
 */
export async function rulesFor(language) {
  const code = primary(language)
  const known = loaded.get(code)
  if (known) return known
  const load = Object.hasOwn(tables, code) ? tables[code] : undefined
  const module = await load?.()
  const rules = rulesOf({ ...plain, ...module?.default }, module?.stem)
  loaded.set(code, rules)
  return rules
}

/** @param {string} language @returns {Rules} its rules if they were loaded, else those that all share */
export const rulesAtHand = language => loaded.get(primary(language)) ?? rulesOf(plain)

/** @param {Table} table @param {(word: string) => string} [stem] @returns {Rules} */
function rulesOf(table, stem) {
  const stop = new Set(table.stop.split(' '))
  return {
    table,
    fold: word => fold(table, word),
    stop: surface => stop.has(surface),
    stem: stem ?? (surface => strip(table, surface)),
    variants: surface => table.variants.filter(v => surface.includes(v[0])).map(v => surface.replaceAll(v[0], v[1])),
  }
}

/** The joint of the stems in a term of a name; no word has it. */
export const joint = '\x1f'

const longestName = 8

/** @param {string[]} stems of a name @returns {string[]} the terms by which it is recognised: neighbours, the whole */
export const nameTerms = stems => [
  ...stems.slice(1).map((s, i) => stems[i] + joint + s),
  ...(stems.length > 0 && stems.length <= longestName ? [stems.join(joint) + joint] : []),
]

/** @param {string} text @returns {string[]} its words, as they stand in it */
export const split = text => text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** @param {Table} table @param {string} word @returns {string} */
function fold(table, word) {
  let out = ''
  for (const c of [...word].slice(0, longest)) {
    const open = out === '' || table.vowels.includes(out[out.length - 1])
    for (const lower of c.toLowerCase()) out += foldLetter(table, lower, open)
  }
  for (const [typed, meant] of table.digraphs) out = out.replaceAll(typed, meant)
  return out
}

/** @param {Table} table @param {string} c @param {boolean} open @returns {string} */
function foldLetter(table, c, open) {
  if (open && Object.hasOwn(table.open, c)) return table.open[c]
  if (Object.hasOwn(table.letters, c)) return table.letters[c]
  if (/[\u00c0-\u024f\u1e00-\u1eff]/.test(c)) {
    const base = c.normalize('NFD')[0]
    if (base >= 'a' && base <= 'z') return base
  }
  // A mark that did not combine with its letter says nothing in a search.
  return /[\u0300-\u036f]/.test(c) ? '' : c
}

/** @param {Table} table @param {string} word @returns {string} */
function strip(table, word) {
  for (let cut = true; cut;) {
    cut = false
    for (const [suffix, before] of table.suffixes) {
      if (!word.endsWith(suffix) || !mayStand(table, word.slice(0, -suffix.length), before)) continue
      word = word.slice(0, -suffix.length)
      cut = true
      break
    }
  }
  const last = word.slice(-1)
  return word.length >= 3 && Object.hasOwn(table.final, last) ? word.slice(0, -1) + table.final[last] : word
}

/** @param {Table} table @param {string} rest @param {string} before @returns {boolean} */
function mayStand(table, rest, before) {
  if (rest.length < table.short || rest === '') return false
  const vowel = endsInVowel(table, rest)
  if (rest.length < table.minimum && vowel) return false
  return before === '' || (before === 'vowel') === vowel
}

/** @param {Table} table @param {string} word @returns {boolean} the glide is a consonant beside a vowel */
function endsInVowel({ vowels, glide }, word) {
  let vowel = false
  for (let i = 0; i < word.length; i++) {
    if (!vowels.includes(word[i])) vowel = false
    else if (word[i] !== glide) vowel = true
    else if (i === 0) vowel = word.length === 1 || !vowels.includes(word[1])
    else vowel = !vowel
  }
  return vowel
}
