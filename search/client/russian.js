// The Russian Snowball stemmer, after its published description. Words come
// folded: lower case, ё written е.

/** @param {string} s @returns {string[]} longest first */
const list = s => s.split(' ').sort((a, b) => b.length - a.length)

const gerundAfterA = new Set(list('в вши вшись'))
const gerund = list('в вши вшись ив ивши ившись ыв ывши ывшись')
const adjective = list('ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею')
const participleAfterA = new Set(list('ем нн вш ющ щ'))
const participle = list('ем нн вш ющ щ ивш ывш ующ')
const verbAfterA = new Set(list('ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно'))
const verb = list('ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно ила ыла ена ейте уйте ите или ыли ей уй ил ыл ' +
  'им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю')
const noun = list('а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я')
const none = new Set(/** @type {string[]} */ ([]))

/**
 * @param {string} s the part of the word that may change
 * @param {string[]} endings longest first
 * @param {Set<string>} afterA those that must follow а or я
 * @returns {string | undefined} s without its longest ending, if it has one that may go
 */
function without(s, endings, afterA) {
  const ending = endings.find(e => s.endsWith(e))
  if (ending === undefined) return undefined
  const rest = s.slice(0, -ending.length)
  return afterA.has(ending) && !/[ая]$/.test(rest) ? undefined : rest
}

/** @param {string} s @returns {string} */
function inflection(s) {
  const g = without(s, gerund, gerundAfterA)
  if (g !== undefined) return g
  s = s.replace(/(ся|сь)$/, '')
  const a = without(s, adjective, none)
  if (a !== undefined) return without(a, participle, participleAfterA) ?? a
  return without(s, verb, verbAfterA) ?? without(s, noun, none) ?? s
}

/**
 * @param {string} word folded
 * @returns {string} its stem
 */
export function russian(word) {
  const first = word.search(/[аеиоуыэюя]/)
  if (first < 0) return word
  const head = word.slice(0, first + 1)
  // The second region begins after the second consonant that follows a vowel.
  const r2 = /^.*?[аеиоуыэюя][^аеиоуыэюя].*?[аеиоуыэюя][^аеиоуыэюя]/u.exec(word)?.[0].length ?? Infinity
  let s = inflection(word.slice(first + 1)).replace(/и$/, '')
  const derived = /(ость|ост)$/.exec(s)
  if (derived && head.length + derived.index >= r2) s = s.slice(0, derived.index)
  const best = /(ейше|ейш)$/.exec(s)
  if (best) return head + s.slice(0, best.index).replace(/нн$/, 'н')
  if (s.endsWith('нн')) return head + s.slice(0, -1)
  return head + s.replace(/ь$/, '')
}
