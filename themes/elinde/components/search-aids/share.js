// What is typed leaves the search page only where somebody wants it to: in an
// address to share, and to the page in another language.

const button = () => document.getElementById('results-share')

/** @param {boolean} hidden whether no address is offered */
export function sharing (hidden) { button()?.toggleAttribute('hidden', hidden) }

/**
 * @param {HTMLInputElement} input
 * @param {() => {query: string, by: Record<string, string>}} place where somebody is
 * @param {string} said once the address has the query
 */
export function share (input, place, said) {
  const status = /** @type {HTMLElement} */ (document.getElementById('results-shared'))
  button()?.addEventListener('click', () => {
    const now = place()
    history.replaceState(now, '', '#' + new URLSearchParams({ q: now.query, ...now.by }))
    status.textContent = said
  })
  input.addEventListener('input', () => {
    status.textContent = ''
    sharing(true) // until it is known what the words tell of
  })
  for (const a of document.querySelectorAll('a[hreflang]')) {
    a.addEventListener('click', () => {
      try {
        sessionStorage.setItem('query', input.value)
        sessionStorage.setItem('by', JSON.stringify(place().by))
      } catch {
        // Without storage people type it again.
      }
    })
  }
}
