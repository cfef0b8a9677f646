import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { routes } from '../../src/web/routes.ts'
import { lacks } from '../../src/testing/tools.ts'
import { openBrowser, openDevice } from './browser.ts'
import { everyPage, type Visitors } from './every-page-world.ts'
import type { Visit } from './pages.ts'
import { openWorld, type World } from './world.ts'

const skip = lacks('chromium')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Bytes of HTML after gzip. */
const BUDGETS = { citizen: 8 * 1024, desk: 14 * 1024 } as const

let world: World
let browser: Browser
let visits: readonly Visit[]
let visitors: Visitors

before(async () => {
  if (skip) return
  world = await openWorld()
  browser = await openBrowser()
  ;({ visits, visitors } = await everyPage(world))
})
after(async () => {
  await browser?.close()
  await world?.close()
})

test('every page that can be opened is in the list of pages looked at', { skip }, () => {
  const pages = routes.filter(({ method, url }) => method === 'GET' && !url.startsWith('/api/'))
  const visited = new Set(visits.map(({ route }) => route))
  const unvisited = pages.map(({ url }) => url).filter((url) => !visited.has(url))
  assert.deepEqual(unvisited, [])
})

async function openFor(who: Visit['who']): Promise<{ page: Page; errors: string[] }> {
  const { context, page, errors } = await openDevice(browser, { url: world.url, width: 390 })
  await context.addCookies(visitors[who].map((cookie) => ({ ...cookie, url: world.url })))
  return { page, errors }
}

type Violation = { id: string; nodes: { html: string }[] }

/** The rules of WCAG 2.0–2.2 A and AA and the best practices. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    // Put there by the line above.
    const tool = (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } })
      .axe
    return (await tool.run()).violations
  })
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  )
}

async function overflow(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return ''
    const wide = [...document.querySelectorAll('body *')].findLast(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    )
    return `${scrollWidth} px in ${clientWidth}: ${wide?.outerHTML.slice(0, 120)}`
  })
}

/** What the desk itself says, without names, codes and other data. */
const DESK_SAYS =
  '.rail h2, .rail a, thead th, .filters label, .seg a, .keys li, .kl dd, button, h1'
const VIETNAMESE = /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u01b0\u1ea0-\u1ef9]/u

/** Texts of an English desk that are still Vietnamese. */
async function leftInVietnamese(page: Page, visit: Visit): Promise<string[]> {
  // The heading of a dossier is its procedure's name and the child's.
  const isDossier = visit.route.startsWith('/can-bo/ho-so/:dossierId')
  const selector = isDossier ? DESK_SAYS.replace(', h1', '') : DESK_SAYS
  const texts = await page.locator(selector).allTextContents()
  if (!isDossier) texts.push((await page.title()).replace(' – Một Cửa', ''))
  assert.ok(texts.length > 1, visit.path)
  return texts.filter((text) => VIETNAMESE.test(text))
}

async function look(page: Page, visit: Visit): Promise<string[]> {
  const wrong: string[] = []
  const response = await page.goto(visit.path)
  if (response?.status() !== (visit.status ?? 200)) wrong.push(`status ${response?.status()}`)
  const html = await response!.body()
  const size = gzipSync(html).length
  const budget = visit.path.startsWith('/can-bo') ? BUDGETS.desk : BUDGETS.citizen
  if (size > budget) wrong.push(`${size} bytes of HTML gzipped, budget ${budget}`)
  const lang = await page.locator('html').getAttribute('lang')
  const isEnglish = visit.path.startsWith('/en/') || visit.who === 'hangEnglish'
  if (lang !== (isEnglish ? 'en' : 'vi')) wrong.push(`lang ${lang}`)
  if (visit.who === 'hangEnglish')
    wrong.push(...(await leftInVietnamese(page, visit)).map((text) => `in Vietnamese: ${text}`))
  for (const width of [390, 1366]) {
    await page.setViewportSize({ width, height: 800 })
    wrong.push(...(await violations(page)).map((line) => `axe at ${width}: ${line}`))
  }
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = await overflow(page)
  if (wide !== '' && !visit.isPaper) wrong.push(`at 320 px: ${wide}`)
  return wrong
}

for (const who of ['anyone', 'citizen', 'hang', 'hangEnglish', 'yen', 'vinh'] as const) {
  test(
    `pages of ${who}: sound for axe at both widths, no overflow at 320 px, within budget`,
    { skip },
    async () => {
      const { page, errors } = await openFor(who)
      const faults: string[] = []
      const mine = visits.filter((visit) => visit.who === who && !visit.isBytes)
      assert.ok(mine.length > 0)
      for (const visit of mine) {
        errors.length = 0
        const wrong = [...(await look(page, visit)), ...errors]
        faults.push(...wrong.map((line) => `${visit.path} — ${line}`))
      }
      assert.deepEqual(faults, [])
    },
  )
}
