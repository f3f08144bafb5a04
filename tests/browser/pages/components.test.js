// Every component of the theme has examples, and each of them stands in the
// demonstration in every language, shows something, on the screen or on paper, and
// fits a narrow one.

import { components, examples, gallery } from '../site/components.js'
import { languages } from '../site/kinds.js'
import { expect, test } from '../site/test.js'

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })

test('every component has examples', async () => {
  const own = await examples()
  expect([...new Set(own.map(({ component }) => component))]).toEqual(await components())
})

for (const language of languages) {
  test(`examples in ${language}`, async ({ page }) => {
    test.slow()
    for (const { component, page: path, select } of await examples()) {
      const name = `${component}: ${path} ${select}`
      await page.emulateMedia({ media: component === 'sheet' ? 'print' : 'screen' })
      await page.goto(`${language}/${path}`)
      const found = page.locator(`css=${select}`).first()
      expect(await found.count(), name).toBe(1)
      await expect.soft(found, name).toBeVisible()
      expect.soft((await found.innerText()).trim(), name).not.toBe('')
      if (!select.startsWith('table')) expect.soft((await found.boundingBox())?.width, name).toBeLessThanOrEqual(360)
    }
  })
}

test('one page shows them all', async ({ page }) => {
  const html = await gallery(page, 'en')
  for (const component of await components()) expect(html).toContain(`<h2 lang="en">${component}</h2>`)
  await page.goto('about:blank') // where the site's policy does not bind
  await page.setContent(html)
  await expect(page.locator('.map svg')).toBeVisible()
  await expect(page.locator('.sheet')).toBeVisible()
})
