// Another language is another page: a list opens there at the etrap that was open here,
// and the checker, which keeps no answer anywhere, says what is lost.

import { answer, checker, openAt } from '../site/checker.js'
import { languages, pathOf } from '../site/kinds.js'
import { address } from '../site/places.js'
import { expect, test } from '../site/test.js'

for (const language of languages) {
  const other = languages.find((one) => one !== language) ?? ''
  const change = `.langs a[hreflang="${other}"]`

  test(`the etrap stays open from ${language} to another language`, async ({ page }) => {
    await page.goto(`${language}/needs/live-alone/lebap/`)
    await expect(page.locator('#halac')).toBeHidden()
    await page.locator('details.part', { has: page.locator('#halac') }).locator('summary').click()
    await expect(page.locator('#halac')).toBeVisible()
    await page.locator(change).click()
    await expect(page).toHaveURL(`${address()}${other}/needs/live-alone/lebap/#halac`)
    await expect(page.locator('#halac')).toBeVisible()
  })

  test(`the checker in ${language} warns before answers are lost`, async ({ page }) => {
    const words = await openAt(page, language)
    await answer(page, language, { children: 'child' })
    await page.locator(change).click()
    await expect(page.getByRole('alert')).toHaveText(words.language_loses)
    await expect(page).toHaveURL(`${address()}${pathOf(checker, language)}`)
    await page.locator(change).click()
    await expect(page).toHaveURL(`${address()}${pathOf(checker, other)}`)
  })
}
