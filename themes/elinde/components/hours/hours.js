// Says beside each table of hours whether it is open now, and takes away closures that
// are over. Without this module tables and dates say it all.

import { say } from './say.js'
import { stateAt } from './state.js'

const words = /** @type {HTMLElement | null} */ (document.getElementById('open-words'))

function show () {
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-open]'))) {
    const w = /** @type {Record<string, string>} */ (words?.dataset)
    const state = stateAt(JSON.parse(line.dataset.open ?? ''), Date.now(), Number(w.zone), JSON.parse(w.holidays))
    line.textContent = say(state, w)
    line.className = `now ${state.state}`
    line.hidden = false
  }
  // A closure that is over is no news.
  const today = new Date(Date.now() + Number(words?.dataset.zone) * 60000).toISOString().slice(0, 10)
  for (const note of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-to]'))) note.hidden = `${note.dataset.to}` < today
}

if (words) {
  show()
  setInterval(show, 30000)
}
