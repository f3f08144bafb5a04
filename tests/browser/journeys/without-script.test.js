// A visitor without JavaScript gets from the front page to a service near home, to whoever
// provides it, to its place and back home, by links alone.

import { languages } from '../site/kinds.js'
import { address } from '../site/places.js'
import { expect, test } from '../site/test.js'

test.use({ javaScriptEnabled: false })

for (const language of languages) {
  test(`home, need, service, provider, place, home in ${language}`, async ({ page }) => {
    const home = `${address()}${language}/`
    /** @param {string} room @param {string} [within] follows the first link to a page of the room */
    const follow = async (room, within = 'main') => {
      await page.locator(`${within} a[href*="/${language}/${room}/"]:not([href$="/${room}/"])`).first().click()
      await expect(page).toHaveURL(new RegExp(`^${home}${room}/[a-z0-9.-]+/$`))
      await expect(page.locator('h1')).toHaveCount(1)
    }
    await page.goto(home)
    await follow('needs')
    await page.locator('.choose-place summary').first().click()
    await page.locator('.choose-place details[open] a').first().click()
    await expect(page).toHaveURL(new RegExp(`^${home}needs/[a-z0-9.-]+/[a-z0-9-]+/#[a-z0-9-]+$`))
    // The services of the chosen place are open, those of others are not.
    await expect(page.locator('details.part[open]')).toHaveCount(1)
    await expect(page.locator('details.part[open] a[href^="tel:"]').first()).toBeInViewport()
    await follow('services', 'details[open] .entries')
    await expect(page.locator('main .lead')).toBeVisible()
    await expect(page.locator('main .hours').first()).toBeVisible()
    await expect(page.locator('main address').first()).toBeVisible()
    await expect(page.locator('main a[href^="tel:"]').first()).toBeVisible()
    await follow('providers')
    await follow('places', 'main address')
    await page.locator('header .brand').click()
    await expect(page).toHaveURL(home)
  })

  test(`the search page offers ways to browse in ${language}`, async ({ page }) => {
    await page.goto(`${language}/search/`)
    await expect(page.locator('#search-off')).toBeVisible()
    const links = page.locator('section[aria-labelledby="browse"] a')
    expect(await links.count()).toBeGreaterThanOrEqual(4)
    await links.first().click()
    await expect(page).toHaveURL(new RegExp(`^${address()}${language}/[a-z]+/$`))
  })

  test(`the search form of the front page leads to the search page in ${language}`, async ({ page }) => {
    await page.goto(`${language}/`)
    await page.getByRole('searchbox').fill('mary')
    await page.getByRole('searchbox').press('Enter')
    // What was typed is in no address: the page searches by its script only.
    await expect(page).toHaveURL(`${address()}${language}/search/?`)
  })
}
