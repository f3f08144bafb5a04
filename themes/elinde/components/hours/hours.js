// Says beside each table of hours whether it is open now. Without this module the
// tables say it all.

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
}

if (words) {
  show()
  setInterval(show, 30000)
}
