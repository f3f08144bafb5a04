// A list in folded parts: another language opens at the part that was opened last.

let last = location.hash
for (const part of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('details.part'))) {
  part.addEventListener('toggle', () => {
    const { id = '' } = part.lastElementChild ?? {}
    if (part.open) last = `#${id}`
  })
}
for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.langs a'))) {
  link.addEventListener('click', () => { link.hash = last })
}
