// Writes a page a language with every component of the theme and its examples, to
// be looked at by people: npm run components -- <folder>.

import { chromium } from '@playwright/test'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import setUp from './site/build.js'
import { gallery } from './site/components.js'
import { languages } from './site/kinds.js'

const folder = process.argv[2]
if (!folder) throw new Error('give a folder to write to: npm run components -- <folder>')

const tearDown = await setUp()
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' })
try {
  await mkdir(folder, { recursive: true })
  const page = await browser.newPage({ javaScriptEnabled: false })
  for (const language of languages) {
    await writeFile(join(folder, `components.${language}.html`), await gallery(page, language))
  }
} finally {
  await browser.close()
  await tearDown()
}
