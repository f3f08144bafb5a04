// A site with a further language: written from right to left, and with the buttons
// and headings of another, since the theme does not speak it.

import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { faults, prepare, rules } from '../site/axe.js'
import { compile } from '../site/build.js'
import { serve } from '../site/server.js'
import { expect, test } from '../site/test.js'

const paths = ['', 'needs/', 'services/', 'services/example-social-worker/', 'places/', 'providers/', 'find/', 'search/', 'offline/', 'saved/', 'report/']
const name = 'مثال: الأخصائي الاجتماعي'

test('a language written from right to left', async ({ page, watch }) => {
  test.slow()
  watch.allowed.push('leaves the site')
  const folder = await mkdtemp(join(tmpdir(), 'elinde-rtl-'))
  try {
    const elinde = await compile(folder)
    const site = join(folder, 'site')
    await elinde('init', site)
    const config = join(site, 'config.toml')
    await writeFile(config, (await readFile(config, 'utf8')).replace('[title]', '[title]\nar = "الخدمات الاجتماعية"'))
    await appendFile(config, '\n[[languages]]\ncode = "ar"\nname = "العربية"\ndirection = "rtl"\ninterface = "en"\n')
    const services = join(site, 'data', 'services.csv')
    const [head, ...rows] = (await readFile(services, 'utf8')).trimEnd().split('\n')
    await writeFile(services, [`${head.trimEnd()},name_ar`, ...rows.map((row) => `${row.trimEnd()},${name}`)].join('\n') + '\n')
    const tree = join(folder, 'public')
    await elinde('build', '--config', config, '--output', tree, '--quiet')
    const server = await serve(tree)
    try {
      for (const path of paths) {
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: 740 })
          await page.goto(`${server.address}ar/${path}`)
          await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
          await prepare(page)
          expect.soft(await faults(page, rules.all), `${path} at ${width}`).toEqual([])
          const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
          expect.soft(beyond, `${path} at ${width}: pixels to scroll sideways`).toBe(0)
        }
      }
      // Each text says which language it is in: the interface's, its own, or the one it falls back to.
      await page.goto(`${server.address}ar/services/example-social-worker/`)
      await expect(page.locator('html')).toHaveAttribute('lang', 'en')
      await expect(page.locator('h1 [lang=ar]')).toHaveText(name)
      await expect(page.locator('main [lang=tk]').first()).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Where' })).toBeVisible()
      const start = await page.locator('h1').evaluate((e) => getComputedStyle(e).textAlign)
      expect(['right', 'start']).toContain(start)
    } finally {
      await server.close()
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})
