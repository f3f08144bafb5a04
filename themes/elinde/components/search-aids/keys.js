// Arrow keys lead from the field through the results and back.

/** @param {HTMLInputElement} input @param {HTMLElement} section of the results */
export function walk (input, section) {
  /** @param {KeyboardEvent} event */
  const step = (event) => {
    if (event.target instanceof HTMLSelectElement) return
    const links = [...section.querySelectorAll('h3 a')].map((a) => /** @type {HTMLElement} */ (a))
    const at = links.indexOf(/** @type {HTMLElement} */ (event.target))
    const next = event.key === 'ArrowDown' ? links[at + 1] : at < 0 ? undefined : event.key === 'ArrowUp' ? links[at - 1] ?? input : event.key === 'Escape' ? input : undefined
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  section.addEventListener('keydown', step)
  input.addEventListener('keydown', step)
}
