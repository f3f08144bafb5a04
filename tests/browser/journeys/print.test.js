// A service page goes on paper with what one needs on the way: the telephone, the
// opening hours and the address; not what only a screen can use.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { languages } from '../site/kinds.js'
import { expect, test } from '../site/test.js'

/**
 * What a telephone reads in a code on the paper: the decoder is not ours.
 * @param {import('@playwright/test').Locator} code
 */
async function scanned (code) {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  await prepareZXingModule({ overrides: { wasmBinary: (await readFile(wasm)).buffer }, fireImmediately: true })
  return (await readBarcodes(await code.screenshot(), { formats: ['QRCode'] })).map(({ text }) => text)
}

for (const language of languages) {
  test(`a service in ${language}`, async ({ page }) => {
    await page.goto(`${language}/services/lonely-older-tejen/`)
    await page.emulateMedia({ media: 'print' })
    for (const part of ['h1', 'main a[href^="tel:"]', 'main table.hours', 'main address']) {
      await expect(page.locator(part).first()).toBeVisible()
    }
    await expect(page.locator('main a[href^="tel:"]').first()).toHaveText(/\+993 00 \d\d-\d\d-\d\d/)
    // Browsers leave backgrounds out: what is white on a button would be lost.
    await expect(page.locator('main a[href^="tel:"]').first()).toHaveCSS('color', 'rgb(0, 0, 0)')
    for (const part of ['header nav', '.skip', 'form']) await expect(page.locator(part).first()).toBeHidden()
    // The way to the current version, and until when this one holds.
    const sheet = page.locator('.sheet')
    await expect(sheet.locator('svg')).toBeVisible()
    await expect(sheet).toContainText(`/${language}/services/lonely-older-tejen/`)
    await expect(sheet.locator('time')).toHaveCount(2)
    const current = await page.locator('link[rel=canonical]').getAttribute('href')
    expect(current).toContain(`/${language}/services/lonely-older-tejen/`)
    expect(await scanned(sheet.locator('svg'))).toEqual([current])
    const paper = (await page.pdf({ format: 'A4' })).toString('latin1')
    expect(paper.slice(0, 5)).toBe('%PDF-')
    const sheets = paper.match(/\/Type\s*\/Page\b/g) ?? []
    expect(sheets.length).toBeGreaterThanOrEqual(1)
    expect(sheets.length).toBeLessThanOrEqual(3)
  })
}

for (const language of languages) {
  test(`a sensitive service in ${language} prints no address of its page`, async ({ page }) => {
    await page.goto(`${language}/services/s-7q2m/`)
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.sheet')).toBeVisible()
    await expect(page.locator('.sheet svg')).toHaveCount(0)
    await expect(page.locator('.sheet')).not.toContainText('http')
    await expect(page.locator('.exit')).toBeHidden()
  })

  test(`a booklet in ${language} begins with the helplines`, async ({ page }) => {
    await page.goto(`${language}/offline/mary/`)
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.imprint svg')).toBeVisible()
    expect(await scanned(page.locator('.imprint svg'))).toEqual([await page.locator('link[rel=canonical]').getAttribute('href')])
    await expect(page.locator('.booklet h2').first()).toHaveId('helplines')
    for (const part of ['header nav', 'footer', 'details', '.imprint a']) await expect(page.locator(part).first()).toBeHidden()
    const wide = await page.locator('.imprint p').first().evaluate((e) => e.getBoundingClientRect().width)
    expect(wide).toBeGreaterThan(300)
    const paper = (await page.pdf({ format: 'A4' })).toString('latin1')
    const sheets = paper.match(/\/Type\s*\/Page\b/g) ?? []
    expect(sheets.length).toBeGreaterThanOrEqual(4)
    expect(sheets.length).toBeLessThanOrEqual(20)
  })
}
