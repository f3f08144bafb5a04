// Reads a chart over time off by its periods: a slider under it, for fingers and
// keys, says what stands there, and names bring one line forward. Without this
// module each mark has its title, and the table has it all.

for (const figure of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('figure[data-move]'))) {
  const svg = /** @type {SVGElement} */ (figure.querySelector('svg.line'))
  /** Marks by how far they stand across, in per cents. @type {Map<number, Element[]>} */
  const places = new Map()
  for (const mark of svg.querySelectorAll('[data-key]')) {
    /** @param {string} name */
    const length = (name) => parseFloat(mark.getAttribute(name) ?? '0')
    const x = Math.round(mark.classList.contains('c') ? length('x') + length('width') / 2 : length('cx') + length('x'))
    places.set(x, [...(places.get(x) ?? []), mark])
  }
  const order = [...places.keys()].sort((a, b) => a - b)
  const tools = document.createElement('div')
  tools.className = 'scrub'
  const label = document.createElement('label')
  const slider = document.createElement('input')
  const said = document.createElement('output')
  slider.type = 'range'
  slider.max = String(order.length - 1)
  slider.value = slider.max
  label.append(figure.dataset.move ?? '', slider)
  said.setAttribute('aria-hidden', 'true') // the slider says it
  tools.append(label, said)

  /** @param {number} n */
  const show = (n) => {
    for (const mark of svg.querySelectorAll('.on')) mark.classList.remove('on')
    const marks = places.get(order[n]) ?? []
    for (const mark of marks) mark.classList.add('on')
    said.textContent = marks.map((mark) => mark.querySelector('title')?.textContent).join('; ')
    slider.setAttribute('aria-valuetext', said.textContent)
  }
  slider.addEventListener('input', () => show(Number(slider.value)))
  svg.addEventListener('pointermove', (event) => {
    const { left, width } = svg.getBoundingClientRect()
    const x = 100 * (event.clientX - left) / width
    const n = order.reduce((best, at, i) => Math.abs(at - x) < Math.abs(order[best] - x) ? i : best, 0)
    slider.value = String(n)
    show(n)
  })

  const lines = [...svg.querySelectorAll('g.s')]
  for (const [i, line] of lines.length > 1 ? lines.entries() : []) {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = [...line.querySelectorAll('.whose')].map((name) => name.textContent).join(' ')
    button.setAttribute('aria-pressed', 'false')
    button.addEventListener('click', () => {
      const on = button.getAttribute('aria-pressed') !== 'true'
      for (const other of tools.querySelectorAll('button')) other.setAttribute('aria-pressed', String(on && other === button))
      for (const part of svg.querySelectorAll('.s')) part.classList.toggle('dim', on && !part.classList.contains(`s${i}`))
    })
    tools.append(button)
  }
  figure.append(tools)
}
