// A text that is not translated is shown in the source language, marked as such
// for screen readers and people.

import { expect, test } from '../site/test.js'

const pages = [
  { language: 'en', path: 'services/lonely-older-tagtabazar/' },
  { language: 'ru', path: 'services/lonely-older-sakarcage/' }
]

for (const { language, path } of pages) {
  test(`${path} in ${language}`, async ({ page }) => {
    await page.goto(`tk/${path}`)
    const source = await page.locator('h1').innerText()
    await page.goto(`${language}/${path}`)
    const heading = page.locator('h1').locator('css=[lang="tk"]').first()
    await expect(heading).toBeVisible()
    expect(source).toContain(await heading.innerText())
    await expect(page.locator('main .prose [lang="tk"], main .prose[lang="tk"], main [lang="tk"] .prose').first()).toBeVisible()
  })
}
