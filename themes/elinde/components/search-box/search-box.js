// Hands the query to the search page through the storage of this tab, from which
// that page takes it at once: an address would stay in the history.

const input = /** @type {HTMLInputElement} */ (document.getElementById('q'))
const form = /** @type {HTMLFormElement} */ (input.form)

if (!document.getElementById('results')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    try {
      sessionStorage.setItem('query', input.value)
    } catch {
      // Without storage people type it again.
    }
    location.href = form.action
  })
}
