// The site is used by keyboard alone: the way to the content comes first, whatever
// has the focus shows it, and the header is passed in the order it is read in.

import { expect, test } from '../site/test.js'

/** The focused element: its words, and whether it can be seen to have the focus.
 * @param {import('@playwright/test').Page} page */
function focused (page) {
  return page.evaluate(() => {
    const element = /** @type {HTMLElement} */ (document.activeElement)
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    return {
      words: element.innerText.trim(),
      href: element.getAttribute('href'),
      ringed: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      // The browser scrolls by whole pixels.
      inView: box.left > -1 && box.right < innerWidth + 1 && box.top > -1 && box.bottom < innerHeight + 1 && box.width > 0
    }
  })
}

test('the first stop skips to the content', async ({ page }) => {
  await page.goto('en/services/lonely-older-tejen/')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toMatchObject({ href: '#main', ringed: true, inView: true })
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.locator('main a').first()).toBeFocused()
})

test('who skips to the content keeps the step of the checker', async ({ page }) => {
  await page.goto('en/eligibility/')
  await page.locator('#checker-begin').click()
  const heading = page.locator('#checker h2')
  const first = await heading.innerText()
  await page.locator('#checker form button').first().click()
  await expect(heading).not.toHaveText(first)
  const second = await heading.innerText()
  await page.locator('.skip').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await expect(heading).toHaveText(second)
  await page.goBack() // the way to the content was no step
  await expect(heading).toHaveText(first)
  await page.goBack()
  await expect(page.locator('#checker-begin')).toBeVisible()
})

test('who skips to the content keeps what was searched', async ({ page }) => {
  await page.goto('en/search/')
  await page.locator('#q').fill('tejen')
  await expect(page.locator('#results-list > li').first()).toBeVisible()
  await page.locator('.skip').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await expect(page.locator('#q')).toHaveValue('tejen')
  await expect(page.locator('#results-list > li').first()).toBeVisible()
})

for (const width of [1280, 360]) {
  test(`the header is passed in order at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 })
    await page.goto('en/')
    const stops = page.locator('header :is(a, summary, button, input):visible')
    const order = await stops.evaluateAll((elements) => elements.map((element) => /** @type {HTMLElement} */ (element).innerText.trim()))
    expect(order.length).toBeGreaterThan(2)
    await page.keyboard.press('Tab')
    for (const words of order) {
      await page.keyboard.press('Tab')
      expect(await focused(page)).toMatchObject({ words, ringed: true, inView: true })
    }
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('header'))).toBeNull()
  })
}

test('the menu of a narrow page opens and leads on', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('en/')
  const summary = page.locator('header summary')
  await summary.focus()
  await page.keyboard.press('Enter')
  const first = page.locator('header details a').first()
  await expect(first).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(first).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/en\/needs\/$/)
})

test('every stop of a service page can be seen', async ({ page }) => {
  await page.goto('tk/services/s-7q2m/')
  const count = await page.locator('a:visible, summary:visible, button:visible, input:visible').count()
  for (let stop = 0; stop < count; stop++) {
    await page.keyboard.press('Tab')
    const { words, ringed, inView } = await focused(page)
    expect.soft({ words, ringed, inView }).toEqual({ words, ringed: true, inView: true })
  }
})
