// Says beside each table of hours whether it is open now, and takes away closures that
// are over. Without this module tables and dates say it all.

import { say } from './say.js'
import { stateAt } from './state.js'

const words = /** @type {HTMLElement | null} */ (document.getElementById('open-words'))

function show () {
  const w = /** @type {Record<string, string>} */ (words?.dataset)
  const today = new Date(Date.now() + Number(w.zone) * 60000).toISOString().slice(0, 10)
  const holidays = JSON.parse(w.holidays)
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-open]'))) {
    const state = stateAt(JSON.parse(line.dataset.open ?? ''), Date.now(), Number(w.zone), holidays)
    line.textContent = (state.state === 'closed' && holidays.includes(today) ? `${w.feast} ` : '') + say(state, w)
    line.className = `now ${state.state}`
    // A telephone among others says only that nobody answers.
    line.hidden = line.matches('.calls *') && state.state !== 'closed'
  }
  // A closure, or a holiday to come, that is over is no news.
  for (const note of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-to]'))) note.hidden = `${note.dataset.to}` < today
}

if (words) {
  show()
  // Whom one calls first answers now.
  for (const shut of document.querySelectorAll('.calls .closed')) {
    const line = shut.closest('li')
    line?.parentNode?.append(line)
  }
  setInterval(show, 30000)
}
