// The way out of a sensitive page. The link works without this; with it the page
// is gone at once, as if the other one were being loaded, Shift three times does the same, and "back" does not lead here.

const title = document.title
const link = /** @type {HTMLAnchorElement} */ (document.querySelector('.exit > a'))
const within = 5000 // milliseconds for three times Shift
/** @type {number[]} */
let pressed = []
/** @type {HTMLElement | undefined} */
let blank

for (const hint of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.exit-keys'))) hint.hidden = false

link.addEventListener('click', (event) => {
  event.preventDefault()
  leave()
})
// A way within the page, or to another one of the site, which may be as sensitive, must
// not leave a step that "back" finds after the exit.
document.addEventListener('click', (event) => {
  const way = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (!(way instanceof HTMLAnchorElement) || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return
  if (way.origin !== location.origin || way.target || way.download) return
  event.preventDefault()
  location.replace(way.href)
})
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Shift' || event.repeat) {
    if (event.key !== 'Shift') pressed = []
    return
  }
  const now = Date.now()
  pressed = [...pressed.filter((t) => now - t < within), now]
  if (pressed.length === 3) leave()
})
// A browser may bring the page back as it was left, blank.
window.addEventListener('pageshow', (event) => {
  pressed = []
  if (event.persisted && blank) {
    blank.remove()
    blank = undefined
    document.title = title
  }
})
function leave () {
  if (!blank) {
    blank = document.createElement('div')
    blank.className = 'exit-blank'
    document.title = blank.textContent = link.host // a page that loads, and not one that was closed
    document.body.append(blank)
  }
  // Without a network the browser's own page would say that something was left.
  location.replace(navigator.onLine ? link.href : 'about:blank')
}
