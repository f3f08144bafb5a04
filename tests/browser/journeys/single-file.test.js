// A file from a stick: somebody opens it with no network, searches without
// diacritics, gets to the service and reads more of it.

import { join } from 'node:path'
import { languages } from '../site/kinds.js'
import { tree } from '../site/places.js'
import { expect, test } from '../site/test.js'

/** @type {Record<string, {query: string, found: RegExp, woman: string, child: string}>} */
const words = {
  tk: { query: 'durmus isgari tejen', found: /durmuş işgäri/i, woman: 'adamym uryar', child: 'kakamdan gorkyaryn' },
  ru: { query: 'мама дневной центр', found: /дневн/i, woman: 'муж бьет', child: 'папа дерется' },
  en: { query: 'social worker', found: /social worker/i, woman: 'my husband hits me', child: 'dad gets angry and i hide' }
}

for (const language of languages) {
  test(`searching a file in ${language}`, async ({ page, context, watch }) => {
    watch.allowed.push('leaves the site: file:') // where it comes from
    await context.setOffline(true)
    const file = 'file://' + join(tree(), language, 'offline', `${language === 'tk' ? 'ahal' : 'mary'}.${language}.html`)
    await page.goto(file)
    await expect(page.locator('h1')).toBeVisible()
    await expect(page.locator('#helplines')).toBeInViewport({ ratio: 0 })
    await page.getByRole('searchbox').fill(words[language].query)
    const first = page.locator('#results-list a').first()
    await expect(first).toContainText(words[language].found)
    await first.click()
    const card = page.locator('.card:target')
    await expect(card).toBeInViewport()
    await expect(card.locator('a[href^="tel:"]').first()).toBeVisible()
    await card.locator('summary').first().click()
    await expect(card.locator('details')).toHaveAttribute('open', '')
    // What was searched for stands nowhere but in the field.
    expect(page.url()).toMatch(/\.html#s-[a-z0-9-]+$/)
  })

  test(`words of danger in a file in ${language} show whom to call`, async ({ page, context, watch }) => {
    watch.allowed.push('leaves the site: file:')
    await context.setOffline(true)
    await page.goto('file://' + join(tree(), language, 'offline', `mary.${language}.html`))
    const help = page.locator('#results-help')
    const call = help.locator('a:visible')
    const input = page.getByRole('searchbox')
    await expect(help).toBeHidden()
    for (const [typed, first] of [[words[language].woman, 'tel:+99300973574'], [words[language].child, 'tel:+99300100695']]) {
      await input.fill(typed)
      await expect(call.first()).toHaveAttribute('href', first)
      await expect(call).toHaveCount(3)
    }
    await input.fill(words[language].query)
    await expect(page.locator('#results-list a').first()).toContainText(words[language].found)
    await input.fill('xqzvwk')
    await expect(page.locator('#results-list a')).toHaveCount(0)
    await expect(help).toBeVisible()
    await input.fill('')
    await expect(help).toBeHidden()
    expect(await page.evaluate(() => JSON.stringify([location.hash, sessionStorage.length, localStorage.length]))).toBe('["",0,0]')
  })

  test(`reading a file without JavaScript in ${language}`, async ({ browser, watch }) => {
    watch.allowed.push('leaves the site: file:')
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true })
    const page = await context.newPage()
    await page.goto('file://' + join(tree(), language, 'offline', `mary.${language}.html`))
    await expect(page.getByRole('searchbox')).toBeHidden()
    await page.locator('.toc a').last().click()
    await expect(page.locator('.chapter').last().locator('h2')).toBeInViewport()
    await context.close()
  })
}
