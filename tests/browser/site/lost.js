// What a narrow window loses.

/**
 * Runs in a page: lists the texts that are cut off or lie outside the window, and
 * what stays in place and covers much of it. Boxes that scroll by themselves, as
 * those of wide tables do, lose nothing.
 * @returns {string[]}
 */
export function lost () {
  /** @type {string[]} */
  const found = []
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth > width) found.push('the page scrolls sideways')
  /** @type {(e: Element | null) => boolean} */
  const scrolls = (e) => e !== null && e !== document.documentElement &&
    (['auto', 'scroll'].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement))
  for (const element of document.body.querySelectorAll('*')) {
    const ownText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())
    const style = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const name = `${element.localName}.${element.className}: ${element.textContent?.trim().slice(0, 40)}`
    const stays = style.position === 'fixed' || style.position === 'sticky' && (style.top !== 'auto' || style.bottom !== 'auto')
    if (stays && box.height > innerHeight / 3) found.push(`covers the content: ${name}`)
    // What is for screen readers alone lies outside on purpose.
    if (!ownText || !element.checkVisibility() || element.matches('.skip, .vh') || scrolls(element)) continue
    if (box.left < -1 || box.right > width + 1) found.push(`outside: ${name}`)
    if (style.overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1) found.push(`cut off: ${name}`)
  }
  return found
}
