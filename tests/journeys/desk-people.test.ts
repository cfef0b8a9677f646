// needs: chromium
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { receive, type Dossier } from '../../src/modules/dossiers/index.ts'
import { findStaffByLogin } from '../../src/modules/accounts/index.ts'
import { recordBirth } from '../../src/modules/persons/index.ts'
import { plainDate } from '../../src/platform/plain-date.ts'
import { openBrowser, openDevice } from './browser.ts'
import { fileBirth, signIn } from './desk-world.ts'
import { openWorld, type World } from './world.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const AGENCY = 'ubnd-00187-2008'

let world: World
let browser: Browser
let dossier: Dossier

/** A child in the book since spring; in August a birth is declared with day and month swapped. */
before(async () => {
  world = await openWorld({ now: new Date('2016-08-12T10:00:00+07:00') })
  browser = await openBrowser()
  await recordBirth(world.ctx, world.deps.db, {
    entry: { agencyId: AGENCY, book: 'birth', year: 2016, no: 41 },
    person: {
      name: 'Nguyễn Quỳnh Chi',
      sex: 'female',
      birthDate: plainDate('2016-05-03'),
      motherName: 'Trần Thị Thủy',
    },
  })
  const filed = await fileBirth(world, {
    'child.name': { full: 'Nguyễn Quình Chi' },
    'child.birthDate': '2016-03-05',
    'mother.name': { full: 'Trần Thị Thuỷ' },
  })
  const hang = (await findStaffByLogin(world.deps.db, 'hang'))!
  const actor = { kind: 'staff', staffId: hang.id, agencyId: AGENCY, roles: ['counterOfficer'] }
  const ctx = { ...world.ctx, actor: actor as typeof actor & { kind: 'staff' } }
  const { code, version } = filed.dossier
  dossier = await receive(ctx, { code, version, requestKey: 'nhan-1' })
})
after(async () => {
  await browser?.close()
  await world?.close()
})

async function soundForAxe(page: Page): Promise<void> {
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    // Put there by the line above.
    const tool = (
      globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
    ).axe
    return (await tool.run()).violations.map(({ id }) => id)
  })
  assert.deepEqual(found, [])
}

test('the officer compares the child with one in the book and says: not the same', async () => {
  const { page } = await openDevice(browser, { url: world.url, width: 1366 })
  await signIn(page, 'yen')
  await page.goto(`/can-bo/ho-so/${dossier.code}`)
  const warning = page.getByRole('region', { name: 'Người có thể trùng: NGUYỄN QUỲNH CHI' })
  await warning.getByText('tên đọc giống nhau').waitFor()
  await warning.getByText('ngày và tháng đảo nhau').waitFor()
  await soundForAxe(page)
  await warning.getByRole('link', { name: 'So sánh' }).click()
  await page.getByRole('heading', { name: 'So sánh với người đã ghi nhận' }).waitFor()
  await page.getByRole('cell', { name: 'số 41/2016' }).waitFor()
  await soundForAxe(page)
  await page.keyboard.press('F8')
  await page.getByText('Đã ghi nhận: không phải cùng một người.').waitFor()
  assert.equal(await warning.count(), 0)
})

test('the officer looks a person up without marks; no name stands in the address', async () => {
  const { page } = await openDevice(browser, { url: world.url, width: 390 })
  await signIn(page, 'hang')
  await page.getByRole('link', { name: 'Tra cứu người' }).click()
  await page.getByLabel('Họ và tên').fill('nguyen quinh chi')
  await page.getByLabel('Năm').fill('2016')
  await page.keyboard.press('Enter')
  await page.getByText('Tìm thấy 1 người').waitFor()
  assert.equal(new URL(page.url()).search, '')
  await soundForAxe(page)
  await page.getByRole('link', { name: 'NGUYỄN QUỲNH CHI, sinh 03/05/2016' }).click()
  await page.getByRole('cell', { name: 'số 41/2016' }).waitFor()
})
