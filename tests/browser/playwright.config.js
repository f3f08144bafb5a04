import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: '*/*.test.js',
  globalSetup: './site/build.js',
  outputDir: 'results',
  fullyParallel: true,
  // Two, however many cores: the same run everywhere.
  workers: 2,
  // A machine that stalls is not the site's fault: once more, and what passes only
  // then is listed as flaky at the end, to be mended.
  retries: 1,
  forbidOnly: true,
  reporter: process.stdout.isTTY ? 'line' : 'dot',
  timeout: 60_000,
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: '/usr/bin/chromium' },
    viewport: { width: 1280, height: 800 },
    // Colours are measured, so nothing may be on its way from one to another.
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'en'
  }
})
