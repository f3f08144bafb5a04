// What makes the search page easier and is not needed for the first answer: it is
// loaded when somebody begins to type.

export { counts, filters, show } from './count.js'
export { opening } from './hours.js'
export { walk } from './keys.js'
export { distanceTo, locate } from './near.js'
export { combobox, suggestions } from './suggest.js'
