// Makes elements. Texts are written as text and never as HTML.

/**
 * An element with attributes and children; false, null and undefined are left out.
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Record<string, string | boolean | number | null | undefined | ((event: Event) => void)>} [attributes] a function listens
 *   to the event of that name
 * @param {(Node | string | false | null | undefined)[]} children
 * @returns {HTMLElementTagNameMap[N]}
 */
export function make (name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value)
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value === true ? '' : String(value))
  }
  element.append(...children.filter((child) => child !== false && child !== null && child !== undefined))
  return element
}

/**
 * A text of the rule file, marked and noted where it is in another language.
 * @param {import('./evaluate.js').Text} text
 * @param {Record<string, string>} from notes by language
 * @returns {Node}
 */
export function say (text, from) {
  if (typeof text === 'string') return document.createTextNode(text)
  const whole = document.createDocumentFragment()
  whole.append(make('span', { lang: text.l, dir: text.d }, text.t))
  if (text.l) whole.append(' ', make('small', { class: 'from' }, `(${from[text.l] ?? text.l})`))
  return whole
}

/**
 * A message with its placeholders filled.
 * @param {string} message
 * @param {Record<string, string | number>} values
 */
export function fill (message, values) {
  return message.replace(/\{(\w+)\}/g, (whole, name) => name in values ? String(values[name]) : whole)
}

/**
 * A day as people here write it.
 * @param {number} day as yyyymmdd
 */
export function dayWords (day) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0')
  return `${two(day % 100)}.${two(Math.floor(day / 100) % 100)}.${Math.floor(day / 10000)}`
}
