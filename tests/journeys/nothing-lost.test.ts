import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { createApp, type App } from '../../src/web/app.ts'
import { lacks } from '../../src/testing/tools.ts'
import { openBrowser, openDevice } from './browser.ts'
import { confirmAndFile } from './errand-steps.ts'
import { declared } from './family.ts'
import { at } from './father.ts'
import { openWorld, type World } from './world.ts'

const skip = lacks('chromium')
/** What the browser shows when no answer came. */
const BROKEN = 'chrome-error://chromewebdata/'
const DAY = 24 * 3_600_000
const FRIDAY = new Date('2016-08-12T09:00:00+07:00')

let world: World
let browser: Browser
let restarted: App | undefined
before(async () => {
  world = await openWorld({ now: FRIDAY })
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await restarted?.close()
  await world.close()
})

type Row = {
  answers: Record<string, unknown>
  resumeCode: string
  revision: number
  keptAside: Record<string, unknown>
}

async function draftNow(id: string): Promise<Row> {
  const { rows } = await world.deps.db.query<Row>(
    `select answers, resume_code as "resumeCode", revision, kept_aside as "keptAside"
       from draft where id = $1`,
    [id],
  )
  return rows[0]!
}

async function phone(): Promise<Page> {
  const { page } = await openDevice(browser, { width: 390, isPhone: true, url: world.url })
  return page
}

/** A draft answered to its end, opened on this phone by its resume code. */
async function opened(page: Page, draftId: string): Promise<void> {
  const me = at(page)
  await page.goto('/tiep-tuc')
  await me.type('Mã tiếp tục', (await draftNow(draftId)).resumeCode)
  await me.press('Mở tờ khai')
  await page.waitForURL(new RegExp(`/to-khai/${draftId}/`))
}

async function begun(change: Parameters<typeof declared>[1] = {}) {
  const { draftId } = await declared(world, change)
  const page = await phone()
  await opened(page, draftId)
  return { draftId, page, me: at(page), path: `/to-khai/${draftId}` }
}

test(
  'a connection that drops while a page is sent loses nothing that was saved',
  { skip },
  async () => {
    const { draftId, page, me, path } = await begun()
    const saved = (await draftNow(draftId)).answers
    await page.goto(`${path}/me`)
    await me.type('Năm sinh của mẹ', '1991')
    await page.route('**/me', (route) => route.abort('connectionreset'), { times: 1 })
    await me.save()
    await page.waitForURL(BROKEN)
    await page.goto(path)
    assert.deepEqual((await draftNow(draftId)).answers, saved)
    await page.goto(`${path}/me`)
    assert.equal(await page.getByLabel('Họ và tên mẹ').inputValue(), 'Trần Thị Bích Ngọc')
    await me.type('Năm sinh của mẹ', '1991')
    await me.save()
    assert.deepEqual((await draftNow(draftId)).answers, { ...saved, 'mother.birthYear': 1991 })
    await page.context().close()
  },
)

test(
  'half a page on a broken line changes nothing, and the next page is answered',
  { skip },
  async () => {
    const { draftId, page, path } = await begun()
    const before = await draftNow(draftId)
    await page.goto(`${path}/me`)
    const token = await page.locator('form [name=_csrf]').first().inputValue()
    const body = new URLSearchParams({ _csrf: token, 'mother.birthYear': '1970' }).toString()
    const cookies = await page.context().cookies()
    const socket = connect(Number(new URL(world.url).port), '127.0.0.1')
    await once(socket, 'connect')
    socket.write(
      [
        `POST ${path}/me HTTP/1.1`,
        `Host: ${new URL(world.url).host}`,
        `Origin: ${world.url}`,
        `Cookie: ${cookies.map(({ name, value }) => `${name}=${value}`).join('; ')}`,
        'Content-Type: application/x-www-form-urlencoded',
        `Content-Length: ${body.length + 500}`,
        '',
        body,
      ].join('\r\n'),
    )
    socket.end()
    await once(socket.resume(), 'close')
    await page.reload()
    assert.deepEqual(await draftNow(draftId), before)
    assert.equal(await page.getByLabel('Năm sinh của mẹ').inputValue(), '1990')
    await page.context().close()
  },
)

test('an answer that never arrives does not file twice', { skip }, async () => {
  const { draftId, page, me, path } = await begun({ 'contact.phone': '0912345801' })
  await page.goto(`${path}/kiem-tra`)
  await me.press('Tiếp tục: xác nhận số điện thoại')
  await me.press('Gửi mã')
  await page.getByLabel('Mã xác nhận').waitFor()
  const code = /\d{6}/.exec(await world.newestMessageTo('0912345801'))?.[0] ?? ''
  await me.type('Mã xác nhận', code)
  await me.press('Xác nhận')
  await page.route(
    '**/nop',
    async (route) => {
      await route.fetch({ maxRedirects: 0 })
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  await me.press('Nộp hồ sơ')
  await page.waitForURL(BROKEN)
  await page.goto(`${path}/nop`)
  assert.equal(await me.heading(), 'Đã nộp hồ sơ')
  const { rows } = await world.deps.db.query('select code from dossier where id = $1', [draftId])
  assert.equal(rows.length, 1)
  await page.context().close()
})

test(
  'a tab closed and opened again offers the declaration, with its answers',
  { skip },
  async () => {
    const { page, path } = await begun()
    const context = page.context()
    await page.close()
    const again = await context.newPage()
    await again.goto('/to-khai/moi/dang-ky-khai-sinh')
    await again.getByRole('link', { name: /Làm tiếp\s*: Nguyễn Minh An/ }).click()
    await again.goto(`${path}/tre`)
    assert.equal(await again.getByLabel('Họ', { exact: true }).inputValue(), 'Nguyễn')
    assert.equal(await again.getByLabel('Tên', { exact: true }).inputValue(), 'An')
    await context.close()
  },
)

test(
  'a restarted server takes the page that was open before, and every answer is there',
  { skip },
  async () => {
    const { draftId, page, me, path } = await begun()
    const saved = (await draftNow(draftId)).answers
    await page.goto(`${path}/me`)
    await me.type('Năm sinh của mẹ', '1992')
    await world.app.close()
    restarted = await createApp(world.deps)
    world.app = restarted
    await restarted.listen(Number(new URL(world.url).port), '127.0.0.1')
    await me.save()
    await page.waitForURL(/\/cha$/)
    assert.deepEqual((await draftNow(draftId)).answers, { ...saved, 'mother.birthYear': 1992 })
    await page.context().close()
  },
)

test(
  'a session that ended gives way to the resume code; all answers are there',
  { skip },
  async () => {
    const { draftId, page, me, path } = await begun()
    const saved = (await draftNow(draftId)).answers
    await page.goto(`${path}/me`)
    await me.type('Năm sinh của mẹ', '1993')
    // Another device keeps the declaration alive while this one lies unused for 31 days.
    world.clock.advance(20 * DAY)
    const other = await phone()
    await opened(other, draftId)
    await other.goto(`${path}/me`)
    await at(other).save()
    world.clock.advance(11 * DAY)
    await me.save()
    await page.getByText('Nội dung ông/bà đã điền vẫn còn ở đây').waitFor()
    const context = page.context()
    const tab = await context.newPage()
    assert.equal((await tab.goto(`${path}/me`))?.status(), 404)
    await at(tab).follow('Mở tờ khai bằng mã tiếp tục')
    await at(tab).type('Mã tiếp tục', (await draftNow(draftId)).resumeCode)
    await at(tab).press('Mở tờ khai')
    await tab.waitForURL(new RegExp(draftId))
    assert.deepEqual((await draftNow(draftId)).answers, saved)
    await me.press('Gửi lại')
    await page.waitForURL(/\/cha$/)
    assert.deepEqual((await draftNow(draftId)).answers, { ...saved, 'mother.birthYear': 1993 })
    for (const one of [page, other]) await one.context().close()
    world.clock.set(FRIDAY)
  },
)

test(
  'the law changes while a declaration is open: told, nothing lost, filed by the new one',
  { skip },
  async () => {
    world.clock.set(new Date('2024-06-05T21:00:00+07:00'))
    const { draftId, page, me, path } = await begun({
      'contact.phone': '0912345802',
      'child.birthDate': '2024-05-20',
      'requester.paperKind': 'cccd',
      'requester.idNumber': '001088004902',
    })
    const before = await draftNow(draftId)
    assert.equal(before.revision, 4)
    world.clock.set(new Date('2024-06-07T09:00:00+07:00'))
    await page.goto(`${path}/kiem-tra`)
    assert.equal(await me.heading(), 'Quy định đã thay đổi từ khi ông/bà mở tờ khai')
    const told = await page.locator('main').innerText()
    for (const part of [
      'Từ 06/06/2024',
      ...['Hỏi thêm', 'Phường, xã nơi cha hoặc mẹ cư trú', 'Ai cư trú ở phường, xã đó?'],
      ...['Không còn hỏi', 'Công an Thành phố Hà Nội', 'Số 12, ngõ 157 phố Pháo Đài Láng'],
      ...['Hỏi theo cách khác', 'Cần sửa lại mục này.', 'Thông tư 04/2024/TT-BTP'],
    ])
      assert.ok(told.includes(part), `${part} in: ${told}`)
    assert.equal((await draftNow(draftId)).revision, 4, 'not before the citizen agrees')
    await me.press('Đồng ý, chuyển sang mẫu mới')
    await page.getByRole('heading', { level: 1 }).waitFor()
    const adopted = await draftNow(draftId)
    assert.equal(adopted.revision, 5)
    assert.deepEqual({ ...adopted.keptAside, ...adopted.answers }, before.answers)

    await page.goto(`${path}/nguoi-di-dang-ky`)
    await me.ward('Phường, xã nơi cha hoặc mẹ cư trú', 'Láng Thượng')
    await me.choose('Cả cha và mẹ')
    await me.save()
    await page.goto(`${path}/me?loi=1`)
    assert.match(await page.getByRole('alert').innerText(), /phải đủ 12 chữ số/)
    await page.getByLabel('Số định danh cá nhân').fill('001190004456')
    await me.save()
    await page.goto(`${path}/kiem-tra`)
    await confirmAndFile(world, page)
    const { rows } = await world.deps.db.query('select revision from dossier where id = $1', [
      draftId,
    ])
    assert.deepEqual(rows, [{ revision: 5 }])
    await page.context().close()
  },
)
