// A family in a city that is in no list, or in an etrap where there is no service of
// the kind, learns whom to call; a service that serves parts of a region says which.

import { answerAll, texts, wordsOf } from '../site/checker.js'
import { languages } from '../site/kinds.js'
import { rows } from '../site/rows.js'
import { expect, test } from '../site/test.js'

for (const language of languages) {
  test(`whose city is in no list learns whom to call in ${language}`, async ({ page }) => {
    const { phone = '' } = (await rows('helplines')).find(({ target_groups: groups, first_for: first }) => !groups && !first) ?? {}
    for (const path of ['find/', 'places/', 'places/dasoguz/', 'needs/child-with-disability/', 'needs/child-with-disability/dasoguz/']) {
      await page.goto(`${language}/${path}`)
      await expect(page.locator('main .call', { hasText: phone }).first(), path).toBeVisible()
    }
    await answerAll(page, language, { children: 'child', birth: '2020', disability: 'official', covered: 'citizen', 'child-where': 'with-family' })
    await expect(page.locator('.near .call')).toHaveText(phone)
  })

  test(`where there is none near, the nearest is named in ${language}`, async ({ page }) => {
    const [places, areas] = await Promise.all([rows('places'), rows('service_areas')])
    const name = (/** @type {string} */ id) => places.find((place) => place.id === id)?.[`name_${language}`] ?? ''
    await answerAll(page, language, { children: 'child', birth: '2020', disability: 'official', covered: 'citizen', 'child-where': 'with-family' })
    const words = await wordsOf(page)
    const { type } = await texts(language)
    const card = page.locator('.likely .found', { has: page.getByRole('heading', { name: type('rehabilitation-day'), exact: true }) })
    const nearest = card.locator('[data-where] li').first()
    const choose = (/** @type {string} */ id) => page.locator('#checker-place').selectOption({ label: name(id) })
    const served = areas.filter(({ service_id: id }) => id === 'day-rehabilitation-dasoguz').map(({ place_id: id }) => id)
    expect(served.length).toBeGreaterThan(1)
    await choose('akdepe')
    expect(served).not.toContain('akdepe')
    await expect(card).toContainText(words.nowhere_near)
    await expect(nearest.locator('a[href^="tel:"]')).toBeVisible()
    await expect(nearest.locator('a').first()).toHaveAttribute('href', /day-rehabilitation-dasoguz/)
    // Its name says the whole region: it serves two of its parts.
    for (const id of served) await expect(nearest.locator('.serves')).toContainText(name(id))
    await choose(served[0])
    await expect(card).not.toContainText(words.nowhere_near)
    await page.goto(`${language}/services/day-rehabilitation-dasoguz/`)
    for (const id of served) await expect(page.locator('h1 + .serves')).toContainText(name(id))
  })
}
