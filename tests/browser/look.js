// Writes a screenshot of every kind of page in each language, wide and narrow,
// into a folder, to be looked at by people: npm run look -- <folder>.

import { chromium } from '@playwright/test'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import setUp from './site/build.js'
import { everyPage } from './site/kinds.js'
import { address } from './site/places.js'

const widths = [360, 1280]

const folder = process.argv[2]
if (!folder) throw new Error('give a folder to write to: npm run look -- <folder>')

const tearDown = await setUp()
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' })
try {
  await mkdir(folder, { recursive: true })
  for (const width of widths) {
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    for (const { kind, language, path } of everyPage()) {
      await page.goto(new URL(path, address()).href)
      const name = `${kind.name.replaceAll(/[ ,]+/g, '-')}.${language}.${width}.png`
      await page.screenshot({ path: join(folder, name), fullPage: true })
    }
    await page.close()
  }
} finally {
  await browser.close()
  await tearDown()
}
