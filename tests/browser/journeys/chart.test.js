// A chart is read off by its periods with keys alone; a line is brought forward.

import { expect, test } from '../site/test.js'

test('a slider says what stands at each period', async ({ page }) => {
  await page.goto('en/statistics/home-care-older/')
  const slider = page.getByRole('slider', { name: 'Read off a period' }).first()
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(slider).toHaveAttribute('aria-valuetext', 'Q4 2023: 2,904')
  await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute('aria-valuetext', /^Q1 2024: 2,846/)
  await expect(page.locator('figure.wide output')).toHaveText('Q1 2024: 2,846')
  await expect(page.locator('figure.wide .on')).toHaveCount(1)
})

test('one line is brought forward', async ({ page }) => {
  await page.goto('en/statistics/service-users/by/')
  const button = page.getByRole('button', { name: 'Women and girls' })
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  expect(await page.locator('figure .s1.dim').count()).toBeGreaterThan(0)
  expect(await page.locator('figure .s0.dim').count()).toBe(0)
})
