// What the other tests rely on sees what it should: faults are put into a page,
// and each is named.

import { faults, prepare, rules } from '../site/axe.js'
import { lost } from '../site/lost.js'
import { expect, test } from '../site/test.js'

/**
 * Puts markup into the front page, which else comes as it is.
 * @param {import('@playwright/test').Page} page
 * @param {string} markup
 */
async function open (page, markup) {
  await page.route('**/en/', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replace('</main>', `${markup}</main>`) })
  })
  await page.goto('en/')
}

const seen = [
  { markup: '<script>document.title = "x"</script>', fault: 'script-src' },
  { markup: '<p style="color: red">x</p>', fault: 'style-src' },
  { markup: '<img src="https://example.org/x.png" alt="">', fault: 'img-src' },
  { markup: '<img src="/icon.svg" alt="">', fault: 'leaves the site' },
  { markup: '<img src="none.png" alt="">', fault: 'status 404' }
]

for (const { markup, fault } of seen) {
  test(`the watched page reports ${markup}`, async ({ page, watch }) => {
    await open(page, markup)
    await expect.poll(() => watch.faults.join('\n')).toContain(fault)
    watch.allowed.push('') // all of it
  })
}

test('axe reports a picture without words and words that cannot be read', async ({ page }) => {
  await open(page, '<img src="../icon.svg"><p class="foot"><font color="#eee">pale</font></p>')
  await prepare(page)
  const found = (await faults(page, rules.all)).join('\n')
  expect(found).toContain('image-alt')
  expect((await faults(page, rules.colours)).join('\n')).toContain('color-contrast')
})

test('what does not fit is lost', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 })
  await open(page, '<table width="900"><tr><td>wide</td><td align="right">far</td></tr></table>')
  expect((await page.evaluate(lost)).join('\n')).toMatch(/scrolls sideways[^]*outside: td\.: far/)
})
