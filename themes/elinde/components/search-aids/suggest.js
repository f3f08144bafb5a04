// Names that begin as the last word does: an editable combobox with a list, by the
// ARIA Authoring Practices. The names are those that the page already has in its
// filters, so that a suggestion costs no request.

/** @typedef {{ text: string, before?: string }} Name before: what stays of the query */

const most = matchMedia('(max-width: 30rem)').matches ? 1 : 3 // on a phone the results come first
const named = ['place', 'need', 'group', 'type'] // facets whose values people search for

/**
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 * @param {() => void} search
 */
export function combobox (input, list, search) {
  let at = -1

  /** @param {number} i the active option; -1 for none */
  const choose = (i) => {
    at = i
    for (const [n, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(n === i))
    if (i < 0) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', list.children[i].id)
  }

  /** @param {Name[]} names */
  const show = (names) => {
    list.replaceChildren(...names.map(({ text, before = '' }, i) => {
      const option = document.createElement('li')
      option.id = `q-${i}`
      option.setAttribute('role', 'option')
      option.dataset.before = before
      option.textContent = text
      return option
    }))
    list.hidden = names.length === 0
    input.setAttribute('aria-expanded', String(names.length > 0))
    choose(-1)
  }

  /** @param {Element} option */
  const take = (option) => {
    input.value = `${option instanceof HTMLElement ? option.dataset.before : ''}${option.textContent} `
    show([])
    input.focus()
    search()
  }

  const roles = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id }
  for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value)
  // The field must not lose the focus to what is pressed.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element && event.target.closest('[role=option]')
    if (option) take(option)
  })
  input.addEventListener('keydown', (event) => {
    const last = list.children.length - 1
    if (list.hidden || event.isComposing) return
    if (event.key === 'ArrowDown') choose(at < last ? at + 1 : 0)
    else if (event.key === 'ArrowUp') choose(at < 0 ? last : at - 1)
    else if (event.key === 'Enter' && at >= 0) take(list.children[at])
    else if (event.key === 'Escape') show([])
    else return
    event.preventDefault()
    event.stopImmediatePropagation() // the arrows lead on to the results once the list is closed
  }, true)
  return show
}

/**
 * @param {string} query
 * @param {HTMLSelectElement[]} selects whose options are the names
 * @param {{ match: string, words: string[], offers: { word: string, instead: string[] }[] }} result of the query
 * @param {(text: string, hits: string[]) => { text: string, hit: boolean }[]} mark
 * @returns {Name[]} the query with near words for those that no page has, or names: those with a word that begins as the last of the query, before those where it is not the first
 */
export function suggestions (query, selects, result, mark) {
  const offered = result.offers.flatMap(({ word, instead }) => instead.map((other) => ({
    text: mark(query, [word]).map((part) => (part.hit ? other : part.text)).join('') })))
  if (offered.length) return offered.slice(0, most)
  const [last] = /[\p{L}\p{M}\p{N}]+$/u.exec(query) ?? []
  const word = result.words.at(-1)
  if (!last || !word || result.match !== 'all') return []
  const names = selects.filter((s) => named.includes(`${s.dataset.facet}`)).flatMap((s) => [...s.options].slice(1)
    .map((o) => ({ text: (o.dataset.name ?? o.text).trim(), place: s.dataset.facet === 'place' })))
  /** @param {string} text */
  const fits = (text) => mark(text, [word]).some((part) => part.hit)
  /** @param {string} text */
  const rank = (text) => fits(text.split(' ')[0]) ? 0 : 1
  return names.filter(({ text }) => text !== query.trim() && fits(text))
    .sort((a, b) => rank(a.text) - rank(b.text) || a.text.length - b.text.length).slice(0, most)
    // Where somebody lives goes with what was typed before; the name of a need says it all.
    .map(({ text, place }) => ({ text, before: place ? query.slice(0, -last.length) : '' }))
}
