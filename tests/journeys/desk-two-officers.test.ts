// needs: chromium
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser, openDevice } from './browser.ts'
import { fileBirth, signIn } from './desk-world.ts'
import { openWorld, type World } from './world.ts'

/** Friday, 12/08/2016, 10:42: received before 15:00, so the result is due the same day. */
const FRIDAY_MORNING = new Date('2016-08-12T10:42:00+07:00')

let world: World
let browser: Browser

before(async () => {
  world = await openWorld({ now: FRIDAY_MORNING })
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await world.close()
})

test('with JavaScript off the clerk receives a dossier and asks for a supplement', async () => {
  const { dossier } = await fileBirth(world, { 'contact.phone': '0912345401' })
  const url = world.url
  const { page } = await openDevice(browser, { width: 1366, url, javaScript: false })
  await signIn(page, 'hang')
  await page
    .getByRole('link', { name: /160812-/ })
    .first()
    .click()
  await page.getByRole('checkbox', { name: 'Đã đối chiếu: Giới tính' }).check()
  await page.getByRole('button', { name: 'Tiếp nhận, in giấy hẹn' }).click()
  await page.getByRole('link', { name: 'Về hồ sơ' }).click()
  assert.ok(await page.getByRole('checkbox', { name: 'Đã đối chiếu: Giới tính' }).isChecked())
  await page.getByRole('link', { name: 'Yêu cầu bổ sung' }).click()
  await page.getByRole('combobox', { name: 'Lý do: Giấy chứng sinh' }).fill('1')
  await page
    .getByRole('button', { name: 'Đề nghị giá trị cho Họ, chữ đệm, tên', exact: true })
    .click()
  await page.getByLabel('Tên', { exact: true }).fill('Ân')
  await page.getByRole('button', { name: 'Gửi yêu cầu bổ sung' }).click()
  await page.getByText('Đã gửi yêu cầu bổ sung').waitFor()
  await page.getByRole('link', { name: 'Phiếu bổ sung hồ sơ' }).click()
  const slip = page.getByRole('article').first()
  assert.match((await slip.textContent()) ?? '', /Phiếu hướng dẫn hoàn thiện hồ sơ/)
  assert.match((await slip.textContent()) ?? '', /Giấy chứng sinh:\s+Ảnh mờ hoặc thiếu góc/)
  assert.match((await slip.textContent()) ?? '', /Đề nghị ghi: NGUYỄN MINH ÂN/)
  assert.equal(dossier.state, 'filed')
  await page.close()
})

test('the second of two officers is told who did what, and keeps what was typed', async () => {
  const { dossier } = await fileBirth(world, { 'contact.phone': '0912345402' })
  const [clerk, officer] = await Promise.all(
    ['hang', 'yen'].map(async (login) => {
      const { page } = await openDevice(browser, { width: 1366, url: world.url })
      await signIn(page, login)
      return page
    }),
  )
  await officer!.goto(`/can-bo/ho-so/${dossier.code}/tu-choi`)
  await officer!.getByLabel('Lý do', { exact: true }).fill('Không thuộc thẩm quyền của phường.')
  await clerk!.goto(`/can-bo/ho-so/${dossier.code}`)
  await clerk!.keyboard.press('F8')
  await clerk!.getByText('Giấy tiếp nhận hồ sơ').first().waitFor()
  await officer!.keyboard.press('F8')
  const told = officer!.getByRole('alert')
  await told.waitFor()
  const text = (await told.textContent()) ?? ''
  assert.match(text, /Trần Thu Hằng tiếp nhận hồ sơ/)
  assert.match(text, /Không thuộc thẩm quyền của phường\./)
  await officer!.getByRole('button', { name: /Trình/ }).waitFor()
  await clerk!.close()
  await officer!.close()
})

test('a digit in a reason writes the sentence on that key; a tick is kept when moving on', async () => {
  const { dossier } = await fileBirth(world, { 'contact.phone': '0912345403' })
  const { page } = await openDevice(browser, { width: 1366, url: world.url })
  await signIn(page, 'hang')
  await page.goto(`/can-bo/ho-so/${dossier.code}`)
  await page.getByRole('checkbox', { name: 'Đã đối chiếu: Giới tính' }).check()
  await page.keyboard.press('F9')
  const reason = page.getByRole('combobox', { name: 'Lý do: Giấy chứng sinh' })
  await reason.focus()
  await page.keyboard.type('7')
  assert.match(await reason.inputValue(), /^Thiếu mặt sau/)
  await page.getByRole('link', { name: 'Về hồ sơ' }).click()
  assert.ok(await page.getByRole('checkbox', { name: 'Đã đối chiếu: Giới tính' }).isChecked())
  await page.close()
})
