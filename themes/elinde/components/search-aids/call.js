// A telephone to call at once.

/** @param {string} phone */
export function call (phone) {
  const a = document.createElement('a')
  a.className = 'call'
  a.href = 'tel:' + phone.replace(/[^+\d]/g, '')
  a.dir = 'ltr'
  a.textContent = phone
  return a
}
