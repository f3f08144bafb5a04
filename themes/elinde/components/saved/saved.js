// The list of services that a reader keeps on the device: no account, nothing sent.
// On a service's page a button keeps it; on the page of the list they all stand.

/** @typedef {{h: string, n: string, l?: string, t?: string}} Kept address from the root of the site, name, its language, telephone */

const key = 'elinde-saved'
const button = /** @type {HTMLElement | null} */ (document.getElementById('keep'))
const share = /** @type {HTMLElement | null} */ (document.getElementById('share'))
const saved = /** @type {HTMLElement | null} */ (document.getElementById('saved'))

/** @returns {Kept[]} */
function read () {
  try {
    const list = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(list) ? list.filter((one) => typeof one?.h === 'string' && typeof one?.n === 'string') : []
  } catch {
    return []
  }
}

/** @param {Kept[]} list */
function write (list) {
  try {
    localStorage.setItem(key, JSON.stringify(list))
  } catch {} // a browser that keeps nothing: the button stays as it was
}

if (button) {
  const words = /** @type {Record<string, string>} */ (button.dataset)
  const name = button.textContent
  const draw = () => {
    const is = read().some((one) => one.h === words.href)
    button.setAttribute('aria-pressed', String(is))
    button.textContent = is ? words.kept : name
    const link = /** @type {HTMLElement} */ (document.getElementById('kept'))
    link.hidden = read().length === 0
  }
  button.addEventListener('click', () => {
    const list = read()
    const rest = list.filter((one) => one.h !== words.href)
    write(rest.length < list.length ? rest : [...list, { h: words.href, n: words.name, l: words.lang || undefined, t: words.phone || undefined }])
    draw()
  })
  button.hidden = false
  draw()
}

if (share && 'share' in navigator) {
  share.hidden = false
  share.addEventListener('click', () => navigator.share({ text: share.dataset.text }).catch(() => {}))
}

if (saved) {
  const words = /** @type {Record<string, string>} */ (saved.dataset)
  const root = new URL(words.base, document.baseURI)
  const list = /** @type {HTMLElement} */ (document.getElementById('saved-list'))
  const none = /** @type {HTMLElement} */ (document.getElementById('saved-none'))
  const acts = /** @type {HTMLElement} */ (document.getElementById('saved-acts'))
  const draw = () => {
    const all = read()
    none.hidden = all.length > 0
    acts.hidden = all.length === 0
    list.replaceChildren(...all.map((one) => {
      const li = document.createElement('li')
      const a = document.createElement('a')
      // Only pages of this site: what is kept may have been written by anybody.
      if (!/^[a-z0-9./-]+$/.test(one.h)) return li
      a.href = new URL(one.h, root).href
      a.textContent = one.n
      if (one.l) a.lang = one.l
      li.append(a)
      if (one.t) {
        const call = document.createElement('a')
        call.className = 'call'
        call.href = 'tel:' + one.t.replace(/[^+\d]/g, '')
        call.textContent = one.t
        call.dir = 'ltr'
        li.append(document.createElement('br'), call, ' ')
      }
      const remove = document.createElement('button')
      remove.type = 'button'
      remove.textContent = words.remove
      remove.setAttribute('aria-label', `${words.remove}: ${one.n}`)
      remove.addEventListener('click', () => {
        write(read().filter((other) => other.h !== one.h))
        draw()
        ;/** @type {HTMLElement} */ (document.querySelector('main')).focus()
      })
      li.append(' ', remove)
      return li
    }))
    const text = all.map((one) => `${one.n} ${one.t ?? ''} ${new URL(one.h, root).href}`).join('\n')
    for (const a of /** @type {NodeListOf<HTMLAnchorElement>} */ (acts.querySelectorAll('a[data-to]'))) a.href = a.dataset.to + encodeURIComponent(text)
    if (share) share.dataset.text = text
  }
  document.getElementById('saved-print')?.addEventListener('click', () => print())
  document.getElementById('saved-off')?.setAttribute('hidden', '')
  window.addEventListener('storage', draw)
  draw()
}
