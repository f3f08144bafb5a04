// Which parts of a text answer a query.

import { rulesAtHand } from './analysis.js'

/**
 * Splits a text at the words that were searched for. The rules of the language are there once it was searched.
 * @param {string} text
 * @param {string[]} words folded, as a result lists them; the last may be the beginning of a word
 * @param {string} lang of the text
 * @returns {{ text: string, hit: boolean }[]} parts whose texts joined are the input (in NFC)
 */
export function mark(text, words, lang) {
  const rules = rulesAtHand(lang)
  const stems = new Set(words.map(w => rules.stem(w)))
  const begun = words[words.length - 1] ?? ''
  /** @type {{ text: string, hit: boolean }[]} */
  const parts = []
  for (const part of text.normalize('NFC').split(/([\p{L}\p{M}\p{N}]+)/u)) {
    if (part === '') continue
    const surface = rules.fold(part)
    const hit = surface !== '' && /[\p{L}\p{N}]/u.test(part) && !rules.stop(surface) &&
      (stems.has(rules.stem(surface)) || ([...begun].length >= 3 && surface.startsWith(begun)))
    const last = parts[parts.length - 1]
    if (last && last.hit === hit && !hit) last.text += part
    else parts.push({ text: part, hit })
  }
  return parts
}
