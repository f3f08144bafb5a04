// Whom to call first: the lines of a box in the order that words ask for.

const most = 3

/**
 * @param {HTMLElement | null} box with the helplines; null where the site has none
 * @returns {(order: (string | number)[]) => void} shows three lines, those of the phones or groups that are named first
 */
export function callFirst (box) {
  const lines = [...box?.querySelectorAll('li') ?? []]
  return (order) => {
    /** @param {HTMLElement} li */
    const rank = (li) => {
      /** @type {unknown[]} */
      const of = [li.querySelector('a')?.textContent, ...`${li.dataset.groups}`.split(' ')]
      const at = order.findIndex((name) => of.includes(name))
      return at < 0 ? 99 : at
    };
    [...lines].sort((a, b) => rank(a) - rank(b)).forEach((li, i) => {
      li.hidden = i >= most
      li.parentNode?.append(li)
    })
  }
}
