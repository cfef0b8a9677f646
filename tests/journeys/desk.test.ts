// needs: chromium
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { findDossierAt, type Dossier } from '../../src/modules/dossiers/index.ts'
import { openBrowser, openDevice } from './browser.ts'
import { confirmAsOwner, countedKeys, fileBirth, signIn } from './desk-world.ts'
import { openWorld, type World } from './world.ts'

/** Friday, 12/08/2016, 10:42: received before 15:00, so the result is due the same day. */
const FRIDAY_MORNING = new Date('2016-08-12T10:42:00+07:00')

let world: World
let browser: Browser
let filed: Awaited<ReturnType<typeof fileBirth>>

before(async () => {
  world = await openWorld({ now: FRIDAY_MORNING })
  filed = await fileBirth(world)
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await world.close()
})

async function sitDown(login: string): Promise<{ page: Page; errors: string[] }> {
  const { page, errors } = await openDevice(browser, { width: 1366, url: world.url })
  await signIn(page, login)
  return { page, errors }
}

async function stateNow(dossier: Dossier): Promise<string> {
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  return (await findDossierAt(world.deps.db, at))!.state
}

test('the clerk receives and prints the receipt in at most 12 key presses', async () => {
  const { page, errors } = await sitDown('hang')
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '')
  })
  const keys = countedKeys(page)
  await keys.press('ArrowDown', 'Enter')
  await page.getByRole('heading', { level: 1, name: /Đăng ký khai sinh/ }).waitFor()
  await keys.press('F8')
  await page.getByText('16 giờ 30 phút, thứ Sáu').first().waitFor()
  await keys.press('F8')
  await page.waitForSelector('[data-printed]')
  assert.ok(keys.count() <= 12, `${keys.count()} keys`)
  assert.equal(await stateNow(filed.dossier), 'processing')
  assert.deepEqual(errors, [])
  await page.close()
})

test('the officer enters the number and proposes in at most 12 key presses and typing', async () => {
  const { page, errors } = await sitDown('yen')
  const keys = countedKeys(page)
  await keys.press('ArrowDown', 'Enter')
  await page.getByText('Thẩm tra').first().waitFor()
  await keys.press('n')
  await page.keyboard.type('001316012345')
  await keys.press('F8')
  await page.getByText('Đã trình.').waitFor()
  assert.ok(keys.count() <= 12, `${keys.count()} keys`)
  assert.equal(await stateNow(filed.dossier), 'previewing')
  assert.deepEqual(errors, [])
  await page.close()
})

test('the chairman reads the certificate and signs in at most 4 key presses', async () => {
  await confirmAsOwner(filed.owner, filed.dossier)
  const { page, errors } = await sitDown('vinh')
  const keys = countedKeys(page)
  await keys.press('ArrowDown', 'Enter')
  await page.getByRole('heading', { name: 'Trước khi ký' }).waitFor()
  assert.equal(await page.locator('iframe[title^="Giấy khai sinh"]').count(), 1)
  assert.ok(await page.getByRole('button', { name: /Phóng to/ }).isHidden(), 'for pictures only')
  await keys.press(']')
  await page.getByRole('img', { name: /Giấy chứng sinh/ }).waitFor()
  await keys.press('F8')
  await page.getByText('Không còn hồ sơ nào chờ ký').waitFor()
  assert.ok(keys.count() <= 4, `${keys.count()} keys`)
  assert.equal(await stateNow(filed.dossier), 'signed')
  assert.deepEqual(errors, [])
  await page.close()
})

test('the clerk compares the originals, notes book and page, and hands over', async () => {
  await world.runJobs()
  const { page, errors } = await sitDown('hang')
  await page.goto('/can-bo/tra-ket-qua')
  const keys = countedKeys(page)
  await keys.press('ArrowDown', 'Enter')
  await page.getByRole('heading', { name: 'Sổ đăng ký khai sinh năm 2016: số 1' }).waitFor()
  const originals = page.getByRole('group', { name: /Bản chính/ }).getByRole('checkbox')
  await originals.first().focus()
  for (let n = await originals.count(); n > 0; n -= 1) await keys.press('Space', 'Tab')
  await keys.press('Tab')
  await page.keyboard.type('12')
  await keys.press('F8')
  await page.getByText('Đã trả kết quả và ghi Sổ hộ tịch').waitFor()
  assert.equal(await stateNow(filed.dossier), 'handed_over')
  assert.deepEqual(errors, [])
  await page.close()
})
