// Fills the form that reports an error with the record behind "#record=" and the build
// that the reader sees. Nothing is sent: the reader prints, writes or calls.

const record = /** @type {HTMLElement} */ (document.getElementById('report-record'))
const links = /** @type {[HTMLAnchorElement, string, string][]} */ ([['report-mail', '?subject='], ['report-sms', '?body=']].flatMap(([id, key]) => {
  const link = /** @type {HTMLAnchorElement | null} */ (document.getElementById(id))
  return link ? [[link, link.href, key]] : []
}))
const named = /** @type {HTMLElement} */ (document.getElementById('report-name'))
const build = /** @type {HTMLElement} */ (document.getElementById('report-build'))
const print = /** @type {HTMLElement} */ (document.getElementById('report-print'))

/** What stands behind "#record=" is anybody's text: only an id is taken. */
function fill () {
  const id = /^#record=((?:services|providers)\/[a-z0-9-]{1,100})$/.exec(location.hash)?.[1] ?? ''
  record.textContent = id
  const subject = (record.dataset.subject ?? '').replace('{record}', id)
  for (const [link, address, key] of links) link.href = address + (id ? key + encodeURIComponent(subject) : '')
  named.textContent = ''
  if (id) name(id)
}

/** Shows name and telephone as the record's page has them, which people know again. @param {string} id */
async function name (id) {
  const answer = await fetch(new URL(`../${id}/`, location.href)).catch(() => null) // without a network the id says enough
  if (!answer?.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const words = ['h1', '.key .call bdi'].map((part) => page.querySelector(part)?.textContent?.trim()).filter(Boolean).join(', ')
  if (record.textContent === id) named.textContent = words
}

addEventListener('hashchange', fill)
fill()
print.addEventListener('click', () => window.print())
print.hidden = false
fetch(new URL(build.dataset.root + 'build.json', location.href))
  .then((answer) => answer.json())
  .then((info) => { build.textContent = `· ${String(info.build).slice(0, 12)}` })
  .catch(() => {}) // without a network the day says enough
