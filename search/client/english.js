// The English Snowball stemmer (Porter 2), after its published description.
// Words come folded: lower case, no apostrophes.

const vowel = /[aeiouy]/
const double = /(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/

/** Words that do not follow the rules. */
const whole = new Map(Object.entries({
  skis: 'ski', skies: 'sky', dying: 'die', lying: 'lie', tying: 'tie', idly: 'idl', gently: 'gentl', ugly: 'ugli',
  early: 'earli', only: 'onli', singly: 'singl',
}))
for (const w of 'sky news howe atlas cosmos bias andes'.split(' ')) whole.set(w, w)

/** Words that stay as they are after the first step. */
const kept = new Set('inning outing canning herring earring proceed exceed succeed'.split(' '))

/** @param {string} pairs "suffix:replacement ..." @returns {[string, string][]} longest first */
const table = pairs => /** @type {[string, string][]} */ (pairs.split(' ').map(p => p.split(':')))
  .sort((a, b) => b[0].length - a[0].length)

const second = table('tional:tion enci:ence anci:ance abli:able entli:ent izer:ize ization:ize ational:ate ation:ate ' +
  'ator:ate alism:al aliti:al alli:al fulness:ful ousli:ous ousness:ous iveness:ive iviti:ive biliti:ble bli:ble ' +
  'ogi:og fulli:ful lessli:less li:')
const third = table('tional:tion ational:ate alize:al icate:ic iciti:ic ical:ic ful: ness: ative:')
const fourth = table('al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: ism: ate: iti: ous: ive: ize: ion:')

/**
 * @param {string} w
 * @param {number} from
 * @returns {number} the end of the first consonant that follows a vowel
 */
function region(w, from) {
  for (let i = from + 1; i < w.length; i++) if (vowel.test(w[i - 1]) && !vowel.test(w[i])) return i + 1
  return w.length
}

/** @param {string} w @returns {boolean} whether w ends in a short syllable */
const short = w => /[^aeiouy][aeiouy][^aeiouywxY]$/.test(w) || /^[aeiouy][^aeiouy]$/.test(w)

/**
 * @param {string} word folded
 * @returns {string} its stem
 */
export function english(word) {
  const fixed = whole.get(word)
  if (fixed !== undefined) return fixed
  if ([...word].length < 3) return word
  let w = ''
  for (const c of word) w += c === 'y' && (w === '' || vowel.test(w[w.length - 1])) ? 'Y' : c
  const prefix = /^(gener|commun|arsen)/.exec(w)
  const r1 = prefix ? prefix[0].length : region(w, 0)
  const r2 = region(w, r1)

  w = plural(w)
  if (kept.has(w)) return w
  w = past(w, r1)
  w = w.replace(/(.[^aeiouy])[yY]$/, '$1i')
  for (const [suffix, to] of second) {
    if (!w.endsWith(suffix)) continue
    const rest = w.slice(0, -suffix.length)
    if (rest.length < r1 || (suffix === 'ogi' && !rest.endsWith('l')) || (suffix === 'li' && !/[cdeghkmnrt]$/.test(rest))) break
    w = rest + to
    break
  }
  for (const [suffix, to] of third) {
    if (!w.endsWith(suffix)) continue
    const rest = w.slice(0, -suffix.length)
    if (rest.length >= (suffix === 'ative' ? r2 : r1)) w = rest + to
    break
  }
  for (const [suffix] of fourth) {
    if (!w.endsWith(suffix)) continue
    const rest = w.slice(0, -suffix.length)
    if (rest.length >= r2 && (suffix !== 'ion' || /[st]$/.test(rest))) w = rest
    break
  }
  const rest = w.slice(0, -1)
  if (w.endsWith('e')) {
    if (rest.length >= r2 || (rest.length >= r1 && !short(rest))) w = rest
  } else if (w.endsWith('ll') && rest.length >= r2) w = rest
  return w.replaceAll('Y', 'y')
}

/** @param {string} w @returns {string} */
function plural(w) {
  if (w.endsWith('sses')) return w.slice(0, -2)
  if (/ie[ds]$/.test(w)) return w.slice(0, w.length > 4 ? -2 : -1)
  if (/(us|ss)$/.test(w) || !w.endsWith('s')) return w
  return vowel.test(w.slice(0, -2)) ? w.slice(0, -1) : w
}

/** @param {string} w @param {number} r1 @returns {string} */
function past(w, r1) {
  const eed = /(eed|eedly)$/.exec(w)
  if (eed) return eed.index >= r1 ? w.slice(0, eed.index) + 'ee' : w
  const ed = /(ed|edly|ing|ingly)$/.exec(w)
  if (!ed || !vowel.test(w.slice(0, ed.index))) return w
  w = w.slice(0, ed.index)
  if (/(at|bl|iz)$/.test(w)) return w + 'e'
  if (double.test(w)) return w.slice(0, -1)
  return w.length === r1 && short(w) ? w + 'e' : w
}
