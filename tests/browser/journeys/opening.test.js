// Whether it is open: by the country's time, whatever zone the device is in.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { languages } from '../site/kinds.js'
import { repository } from '../site/places.js'
import { expect, test } from '../site/test.js'

/** @param {string} name of a module of the theme that imports nothing */
async function module (name) {
  const text = await readFile(join(repository, 'themes/elinde/components', name), 'utf8')
  return import('data:text/javascript,' + encodeURIComponent(text))
}

const weekdays = 31
/** @type {import('../../../themes/elinde/components/hours/state.js').Hours} */
const office = { s: [[weekdays, 540, 780, 0, '', '2026-12-31'], [weekdays, 840, 1080, 0, '', '2026-12-31']], c: [['2026-12-07', '2026-12-08']] }
const holidays = ['2026-12-14']

/** @type {[string, import('../../../themes/elinde/components/hours/state.js').Hours, string, object][]} */
const cases = [
  ['open', office, '2026-11-23T09:00', { state: 'open', until: 780, minutes: 240 }],
  ['closes soon', office, '2026-11-23T17:20', { state: 'open', until: 1080, minutes: 40 }],
  ['lunch', office, '2026-11-23T13:00', { state: 'closed', opens: { day: 0, date: '2026-11-23', at: 840 } }],
  ['evening', office, '2026-11-23T18:00', { state: 'closed', opens: { day: 1, date: '2026-11-24', at: 540 } }],
  ['weekend', office, '2026-11-28T12:00', { state: 'closed', opens: { day: 2, date: '2026-11-30', at: 540 } }],
  ['closure', office, '2026-12-07T12:00', { state: 'closed', opens: { day: 2, date: '2026-12-09', at: 540 } }],
  ['holiday', office, '2026-12-14T12:00', { state: 'closed', opens: { day: 1, date: '2026-12-15', at: 540 } }],
  ['after the last day known', office, '2027-01-01T12:00', { state: 'unknown' }],
  ['the last evening known', office, '2026-12-31T19:00', { state: 'closed' }],
  ['holiday of unknown hours', { s: [[127, 0, 1440, -1, '', '']] }, '2026-12-14T12:00', { state: 'unknown' }],
  ['round the clock', { s: [[127, 0, 1440, 1, '', '']] }, '2026-12-14T12:00', { state: 'open' }],
  ['over midnight', { s: [[127, 1200, 1440, 1, '', ''], [127, 0, 120, 1, '', '']] }, '2026-11-23T23:00', { state: 'open', until: 120, minutes: 180 }],
  ['closed without an end', { s: office.s, c: [['2026-11-01', '']] }, '2026-11-23T12:00', { state: 'closed' }]
]
for (const [name, hours, local, want] of cases) {
  test(`state: ${name}`, async () => {
    const { stateAt } = await module('hours/state.js')
    expect(stateAt(hours, Date.parse(local + ':00+05:00'), 300, holidays)).toEqual(want)
  })
}

test('a far opening is told by its date', async () => {
  const { say } = await module('hours/say.js')
  const words = { from: '{d} {t}', today: 'today', tomorrow: 'tomorrow', days: 'Mo|Tu|We|Th|Fr|Sa|Su' }
  expect(say({ state: 'closed', opens: { day: 9, date: '2026-12-09', at: 545 } }, words)).toBe('We, 09.12.2026 09:05')
})

// A device set to New York: there it is still night.
test.use({ timezoneId: 'America/New_York' })
for (const language of languages) {
  test(`a service page says so in ${language}`, async ({ page }) => {
    await page.clock.install({ time: new Date('2026-11-24T12:20:00+05:00') })
    await page.goto(`${language}/services/lonely-older-tejen/`)
    const now = page.locator('.now:visible').first()
    await expect(now).toHaveClass('now open')
    await expect(now).toContainText('40')
    await page.clock.setFixedTime(new Date('2026-11-24T13:10:00+05:00'))
    await page.clock.runFor(31_000)
    await expect(now).toHaveClass('now closed')
    await expect(now).toContainText('14:00')
  })
}

for (const language of languages) {
  test(`a closure is told by its days, and no longer once they are over in ${language}`, async ({ page }) => {
    await page.clock.install({ time: new Date('2026-12-04T23:00:00+05:00') })
    await page.goto(`${language}/services/youth-reintegration-mary/`)
    const closure = page.locator('.service > [data-to="2026-12-04"]')
    await expect(page.locator('.now:visible').first()).toBeVisible()
    await expect(closure).toContainText('2026')
    await page.clock.setFixedTime(new Date('2026-12-05T01:00:00+05:00'))
    await page.clock.runFor(31_000)
    await expect(closure).toBeHidden()
  })
}

// The only place of a service is closed for repairs: so is the service, whatever its own
// hours say, on its page and among what is open.
for (const language of languages) {
  test(`a closed place closes its service in ${language}`, async ({ page }) => {
    await page.clock.install({ time: new Date('2026-11-18T10:30:00+05:00') })
    await page.goto(`${language}/services/lonely-older-lebap/`)
    await expect(page.locator('.now:visible').first()).toHaveClass('now closed')
    await expect(page.locator('.now.open')).toHaveCount(0)
    await page.goto(`${language}/find/#place=carjew&open=1`)
    await expect(page.locator('#find-list > li').first()).toBeVisible()
    await expect(page.locator('#find-list a[href$="/lonely-older-lebap/"]')).toHaveCount(0)
  })

  test(`a public holiday is named in ${language}`, async ({ page }) => {
    await page.clock.install({ time: new Date('2026-12-12T10:30:00+05:00') })
    await page.goto(`${language}/services/social-worker-tejen/`)
    const feast = await page.locator('#open-words').getAttribute('data-feast') ?? '?'
    await expect(page.locator('.now.closed:visible').first()).toContainText(feast)
    const next = page.locator('.from span[data-to="2026-12-12"]').first()
    await expect(next).toBeVisible()
    await page.clock.setFixedTime(new Date('2026-12-13T10:30:00+05:00'))
    await page.clock.runFor(31_000)
    await expect(next).toBeHidden()
    await expect(page.locator('.now:visible').first()).not.toContainText(feast)
  })
}
