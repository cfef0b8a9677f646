import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { procedureCommand } from '../../src/cli/procedure.ts'
import { invite, issueToken, type StaffRole } from '../../src/modules/accounts/index.ts'
import { plainDate } from '../../src/platform/plain-date.ts'
import { root } from '../../src/platform/root.ts'
import { lacks } from '../../src/testing/tools.ts'
import { ask } from '../../src/web/api/testing.ts'
import { actOn, fileIt, newKey } from '../../src/web/api/testing-errand.ts'
import { openBrowser, openDevice } from './browser.ts'
import { readPaper } from './certificate-paper.ts'
import { confirmAndFile } from './errand-steps.ts'
import { at } from './father.ts'
import { openWorld, type World } from './world.ts'

const skip = lacks('chromium', 'poppler-utils', 'qpdf', 'zbar-tools')

const FIXTURE = join(root, 'tests/fixtures/department-four-steps.json')
const NOW = '2016-08-12T09:00:00+07:00'
const PROCEDURE = 'press.visitor_card'
const AGENCY = 'so-tu-phap'
const PASSWORD = 'mot cau that dai de nho'

/** Invented people of the department. */
const staff = [
  { login: 'so.nga', name: 'Lương Thúy Nga', role: 'counterOfficer' },
  { login: 'so.toan', name: 'Đào Khánh Toàn', role: 'specialist' },
  { login: 'so.hue', name: 'Bùi Thị Huệ', role: 'divisionHead' },
  { login: 'so.huong', name: 'Vũ Thị Hường', role: 'director' },
] as const satisfies readonly { login: string; name: string; role: StaffRole }[]

let world: World
let browser: Browser
const desks = new Map<StaffRole, Page>()
const errors: string[][] = []

before(async () => {
  world = await openWorld({ now: new Date(NOW) })
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await world.close()
})

/** `motcua procedure …` beside the running product, on its database. */
async function motcua(...args: string[]): Promise<string> {
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const env = {
    DATABASE_URL: world.database.url,
    DATABASE_OWNER_URL: world.database.ownerUrl,
    MOTCUA_DEMO: '1',
    MOTCUA_NOW: NOW,
  }
  const code = await procedureCommand.run(args, { out: say, err: say, env })
  assert.equal(code, 0, said.join('\n'))
  return said.join('\n')
}

async function device(width: number): Promise<Page> {
  const opened = await openDevice(browser, { width, isPhone: width < 400, url: world.url })
  errors.push(opened.errors)
  return opened.page
}

test('no code of the product knows the procedure that is published', () => {
  const { key, slug } = JSON.parse(readFileSync(FIXTURE, 'utf8')) as Record<string, string>
  const code = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path),
  )
  assert.ok(code.length > 300)
  const knowing = code.filter((path) => {
    const text = readFileSync(join(root, 'src', path), 'utf8')
    return text.includes(key!) || text.includes(slug!)
  })
  assert.deepEqual(knowing, [])
})

test(
  'until it is published nobody finds it; then everybody, without a restart',
  { skip },
  async () => {
    const page = await device(390)
    const find = async () => {
      await page.goto('/thu-tuc?q=xac+nhan+cong+tac+vien')
      return page.locator('main').innerText()
    }
    assert.doesNotMatch(await find(), /cộng tác viên tư pháp/)
    assert.match(await motcua('publish', FIXTURE), /press\.visitor_card 1 {2}published/)
    const stage = ['stage', PROCEDURE, '--agency', AGENCY, '--stage', 'official']
    await motcua(...stage, '--source', 'Quyết định thử', '--from', '2016-08-10')
    assert.match(await find(), /Xác nhận cộng tác viên tư pháp/)
    await page.context().close()
  },
)

test('invited staff of the department set their passwords and sign in', { skip }, async () => {
  for (const { login, name, role } of staff) {
    const span = { fromDay: plainDate('2016-01-01'), toDay: null }
    const mandates = [{ agencyId: AGENCY, roles: [role], ...span }]
    const { token } = await invite(world.ctx, { login, name, mandates })
    const page = await device(1366)
    await page.goto(`/can-bo/loi-moi/${token}`)
    await page.getByLabel('Mật khẩu mới').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.waitForURL('/can-bo/dang-nhap')
    await page.getByLabel('Tên đăng nhập').fill(login)
    await page.getByLabel('Mật khẩu').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.waitForURL('/can-bo/ho-so')
    assert.match(await page.locator('body').innerText(), /Sở Tư pháp/)
    desks.set(role, page)
  }
})

test('a dossier goes through its four steps in the browser, to the letter', { skip }, async () => {
  const phone = await device(390)
  const code = await fileFromPhone(phone)
  const dossier = new URL(phone.url()).pathname.replace('/da-nop', '')
  await pressF8('counterOfficer', 'Giấy tiếp nhận hồ sơ')
  await pressF8('specialist', 'Đã xong bước này')
  await pressF8('divisionHead', 'Đã xong bước này')
  await pressF8('specialist', 'Đã trình ký')
  await pressF8('director', 'Không còn hồ sơ nào chờ ký')
  await world.runJobs()
  const clerk = desks.get('counterOfficer')!
  await handOver(clerk)
  await phone.goto(dossier)
  assert.match(await phone.locator('main').innerText(), /Ông\/bà đã nhận Phiếu xác nhận/)
  const reply = await clerk.request.get(`/can-bo/ho-so/${code}/ban-dien-tu`)
  const { signature, text, qr } = await readPaper(await reply.body())
  assert.match(signature, /Signature is Valid\./)
  assert.match(text, /Hoàng Thị Sâm/i)
  await phone.goto(qr)
  assert.match(await phone.locator('main').innerText(), /Phiếu xác nhận[\s\S]*Sở Tư pháp/)
  const { rowCount } = await world.deps.db.query('select 1 from register_entry')
  assert.equal(rowCount, 0, 'a procedure without a register writes none')
  assert.deepEqual(errors.flat(), [])
})

/** Everything a citizen does, on one page of questions. Returns the dossier's code. */
async function fileFromPhone(phone: Page): Promise<string> {
  const me = at(phone)
  await phone.goto('/thu-tuc?q=giay+xac+nhan+cua+so')
  await me.follow('Xác nhận cộng tác viên tư pháp')
  await me.follow('Nộp trực tuyến')
  await me.type('Họ và tên', 'Hoàng Thị Sâm')
  await me.choose('Việc khác')
  await me.type('Số điện thoại di động', '0912 600 001')
  await me.save()
  await me.type('Việc gì', 'Phổ biến pháp luật ở tổ dân phố')
  await me.save()
  await phone.getByRole('heading', { level: 1, name: 'Kiểm tra và nộp' }).waitFor()
  assert.match(await phone.locator('main').innerText(), /Sở Tư pháp/)
  const code = await confirmAndFile(world, phone)
  assert.match(code, /-160812-0001$/)
  notOfAWard(await phone.locator('main').innerText())
  await me.follow('Theo dõi hồ sơ')
  notOfAWard(await phone.locator('main').innerText())
  return code
}

function notOfAWard(text: string): void {
  assert.doesNotMatch(text, /phường|hộ tịch/i, 'a department is no ward and keeps no such book')
}

/** Opens the first dossier of the queue and does the step's main act. */
async function pressF8(role: StaffRole, told: string): Promise<void> {
  const page = desks.get(role)!
  await page.goto('/can-bo/ho-so')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /Xác nhận cộng tác viên/ }).waitFor()
  await page.keyboard.press('F8')
  await page.getByText(told).first().waitFor()
}

async function handOver(clerk: Page): Promise<void> {
  await clerk.goto('/can-bo/tra-ket-qua')
  await clerk.keyboard.press('ArrowDown')
  await clerk.keyboard.press('Enter')
  await clerk.getByRole('heading', { level: 1, name: /Trả kết quả: HOÀNG THỊ SÂM/i }).waitFor()
  notOfAWard(await clerk.locator('main').innerText())
  await clerk.keyboard.press('F8')
  await clerk.getByText('Đã trả kết quả').first().waitFor()
  notOfAWard(await clerk.locator('main').innerText())
}

test('a second dossier goes through /api/v1 with tokens, to the letter', { skip }, async () => {
  const { app } = world
  const phone = '0912600002'
  const given = { 'person.name': { full: 'Hoàng Văn Sáng' }, 'contact.phone': phone }
  const answers = { ...given, 'work.kind': 'hoa-giai' }
  const body = { procedure: PROCEDURE, answers }
  const begun = await ask(app, { method: 'POST', path: '/drafts', body })
  assert.equal(begun.status, 201, begun.text)
  const draft = { draftId: String(begun.body['id']), token: String(begun.body['token']), phone }
  const { token } = draft
  const path = `/drafts/${draft.draftId}`
  await ask(app, { method: 'POST', path: `${path}/phone-codes`, token, body: { phone } })
  const code = /\d{6}/.exec(await world.newestMessageTo(phone))![0]
  const confirming = { path: `${path}/phone-confirmation`, token, body: { phone, code } }
  assert.equal((await ask(app, { method: 'POST', ...confirming })).status, 200)
  const filed = await fileIt(app, draft, newKey())
  assert.equal(filed.status, 201, filed.text)
  assert.match(String(filed.body['code']), /-160812-0002$/)
  await carryByApi(String(filed.body['code']))
  const mine = await ask(app, { path: `/dossiers/${String(filed.body['dossierId'])}`, token })
  assert.equal(mine.body['state'], 'handed_over')
})

async function carryByApi(code: string): Promise<void> {
  const { app } = world
  const tokens = new Map<StaffRole, string>()
  for (const { login, role } of staff) {
    const label = 'thử'
    tokens.set(role, (await issueToken(world.ctx, { login, label, days: 30 })).token)
  }
  const act = async (role: StaffRole, name: string, more: object = {}): Promise<void> => {
    const token = tokens.get(role)!
    const { body } = await ask(app, { path: `/desk/dossiers/${code}`, token })
    const { version } = body['dossier'] as { version: number }
    const done = await actOn(app, { code }, { name, token, body: { version, ...more } })
    assert.equal(done.status, 200, `${name} by ${role}: ${done.text}`)
  }
  await act('counterOfficer', 'receive')
  await assert.rejects(act('director', 'complete-step'), /act-not-yours/)
  await act('specialist', 'complete-step')
  await act('divisionHead', 'complete-step', { remark: 'Đã xác minh.' })
  await act('specialist', 'propose')
  await act('director', 'sign')
  await world.runJobs()
  const token = tokens.get('counterOfficer')!
  const letter = await ask(app, { path: `/desk/dossiers/${code}/certificate`, token })
  assert.match((await readPaper(letter.bytes)).text, /Hoàng Văn Sáng/i)
  await act('counterOfficer', 'hand-over', { compared: [], collector: 'Người yêu cầu.' })
}
