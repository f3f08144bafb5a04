// Fills the form that reports an error with the record behind "#record=" and the build
// that the reader sees. Nothing is sent: the reader prints, writes or calls.

const record = /** @type {HTMLElement} */ (document.getElementById('report-record'))
const mail = /** @type {HTMLAnchorElement | null} */ (document.getElementById('report-mail'))
const build = /** @type {HTMLElement} */ (document.getElementById('report-build'))
const print = /** @type {HTMLElement} */ (document.getElementById('report-print'))
const address = mail?.getAttribute('href')

/** What stands behind "#record=" is anybody's text: only an id is taken. */
function fill () {
  const id = /^#record=((?:services|providers)\/[a-z0-9-]{1,100})$/.exec(location.hash)?.[1] ?? ''
  record.textContent = id
  if (mail) mail.href = address + (id ? '?subject=' + encodeURIComponent((mail.dataset.subject ?? '').replace('{record}', id)) : '')
}

addEventListener('hashchange', fill)
fill()
print.addEventListener('click', () => window.print())
print.hidden = false
fetch(new URL(build.dataset.root + 'build.json', location.href))
  .then((answer) => answer.json())
  .then((info) => { build.textContent = `· ${String(info.build).slice(0, 12)}` })
  .catch(() => {}) // without a network the day says enough
