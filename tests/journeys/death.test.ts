import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { sampleDeath2016 } from '../../src/catalogue/testing-death.ts'
import { slipsOf } from '../../src/modules/slips/index.ts'
import { lacks } from '../../src/testing/tools.ts'
import { openBrowser, openDevice, type Device } from './browser.ts'
import { readPaper } from './certificate-paper.ts'
import { openDesk, textOf, type Desk } from './desk-client.ts'
import { fileAs, signIn } from './desk-world.ts'
import { confirmAndFile, confirmPreview } from './errand-steps.ts'
import { officer } from './officers.ts'
import { declareDeathAtHome, goOnToRegister } from './son.ts'
import { openWorld, type World } from './world.ts'

const skip = lacks('chromium', 'poppler-utils', 'qpdf', 'zbar-tools')

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

const FRIDAY = new Date('2016-08-12T09:00:00+07:00')
const MONDAY = new Date('2016-08-15T09:30:00+07:00')
const WEDNESDAY = new Date('2016-08-17T10:00:00+07:00')

for (const javaScript of [true, false])
  test(
    `a death at home with deletion of residence, from the notice to everything at one place${
      javaScript ? '' : ', the son without JavaScript'
    }`,
    { skip },
    async () => {
      const world = await openWorld({ now: FRIDAY })
      try {
        await wholeErrand(world, javaScript)
      } finally {
        await world.close()
      }
    },
  )

type Desks = Readonly<Record<'hang' | 'yen' | 'vinh', Desk>>

async function wholeErrand(world: World, javaScript: boolean): Promise<void> {
  const devices: Awaited<ReturnType<typeof openDevice>>[] = []
  const take = async (device: Device): Promise<Page> => {
    devices.push(await openDevice(browser, { ...device, url: world.url }))
    return devices.at(-1)!.page
  }
  const desks = await sitDown(world)
  const phone = await take({ width: 390, isPhone: true, javaScript })
  const notice = await theNotice(world, phone, desks)
  await goOnToRegister(phone, notice)
  const code = await confirmAndFile(world, phone)
  const dossier = pathOf(phone)
  await toTheSignature(world, { phone, desks, code, dossier })
  await theExtract(desks.hang, code)
  world.clock.set(MONDAY)
  await atTheCounter(world, { desks: await sitDown(world), code, phone, dossier })
  const police = await take({ width: 1366 })
  await thePoliceDelete(world, police)
  const again = await sitDown(world)
  await everythingAtOnePlace(world, { desks: again, code, phone, dossier })
  await theBook(again.hang)
  await aSecondDeath(world, again)
  for (const { context, errors } of devices) {
    assert.deepEqual(errors, [])
    await context.close()
  }
}

/** The ward's officers sign in each day. */
async function sitDown(world: World): Promise<Desks> {
  return {
    hang: await openDesk(world, 'hang'),
    yen: await openDesk(world, 'yen'),
    vinh: await openDesk(world, 'vinh'),
  }
}

const pathOf = (page: Page) => new URL(page.url()).pathname.replace('/da-nop', '')
const at = (code: string, tail = '') => `/can-bo/ho-so/${code}${tail}`
const told = (page: Page) => page.locator('main').innerText()

/** Done, or the test says what the desk was told. */
function done({ status, html }: Awaited<ReturnType<Desk['post']>>): void {
  assert.equal(status, 303, textOf(html).slice(0, 3000))
}

/** The ward makes the Giấy báo tử itself, the same day; nothing is registered without it. */
async function theNotice(world: World, phone: Page, { hang, yen, vinh }: Desks): Promise<string> {
  await declareDeathAtHome(phone)
  const code = await confirmAndFile(world, phone)
  const dossier = pathOf(phone)
  await phone.goto(dossier)
  assert.doesNotMatch(await told(phone), /Việc tiếp theo của ông\/bà/)
  done(await hang.send(at(code), 'tiep-nhan'))
  done(await yen.send(at(code), 'trinh', { remark: 'Tổ trưởng dân phố xác nhận.' }))
  await vinh.get(at(code))
  done(await vinh.send(at(code), 'ky'))
  await world.runJobs()
  const paper = await readPaper(await paperOf(hang, code))
  const line = paper.text.replaceAll(/\s+/g, ' ')
  for (const words of ['GIẤY BÁO TỬ', 'ĐẶNG THỊ NGOÃN', '1/2016', 'Tuổi già'])
    assert.ok(line.includes(words), `${words} on the notice: ${line}`)
  return dossier
}

async function paperOf(desk: Desk, code: string): Promise<Uint8Array> {
  const { status, bytes } = await desk.get(at(code, '/ban-dien-tu'))
  assert.equal(status, 200)
  return bytes
}

type Errand = { phone: Page; desks: Desks; code: string; dossier: string }

async function toTheSignature(world: World, { phone, desks, code, dossier }: Errand) {
  const { hang, yen, vinh } = desks
  const shown = textOf((await hang.get(at(code))).html)
  for (const known of ['Đặng Thị Ngoãn', '110203456', '1/2016', 'Tuổi già', 'Nguyễn Đắc Phúc'])
    assert.ok(shown.includes(known), `${known} reached the desk: ${shown}`)
  done(await hang.send(at(code), 'tiep-nhan'))
  done(await yen.send(at(code), 'trinh', { remark: 'Đã so với Giấy báo tử.' }))
  await confirmPreview(phone, { dossier, words: ['ĐẶNG THỊ NGOÃN', '1931'] })
  await vinh.get(at(code))
  done(await vinh.send(at(code), 'ky'))
  await world.runJobs()
  const slips = await slipsOf(await officer(world, 'hang'), code)
  assert.deepEqual(
    slips.map(({ kind }) => kind),
    ['receipt'],
  )
}

/** What is printed, as a stranger's programs read it. */
async function theExtract(hang: Desk, code: string): Promise<void> {
  const { signature, text } = await readPaper(await paperOf(hang, code))
  assert.match(signature, /Signature is Valid\./)
  const line = text.replaceAll(/\s+/g, ' ')
  for (const words of ['TRÍCH LỤC KHAI TỬ', 'ĐẶNG THỊ NGOÃN', '1/TLKT', '1931', 'Phạm Quang Vinh'])
    assert.ok(line.includes(words), `${words} on the extract: ${line}`)
  assert.match(line, /12 tháng 0?8 năm 2016/)
}

/** He brings the household book and signs the register: now the police can begin. */
async function atTheCounter(world: World, { desks, code, phone, dossier }: Errand) {
  const { hang } = desks
  const collected = {
    quyen: '01',
    trang: '7',
    'nguoi-nhan': 'Nguyễn Đắc Phúc',
    goc: ['giay-bao-tu', 'giay-to-tuy-than', 'so-ho-khau'],
  }
  done(await hang.send(at(code, '/tra-ket-qua'), 'tra-ket-qua', collected))
  await world.runJobs()
  await phone.goto(dossier)
  const lane = await told(phone)
  assert.match(lane, /Công an quận Đống Đa/)
  assert.match(lane, /Đã gửi, chờ nhận/)
}

/** The police of the district at their own desk: an ordinary dossier of theirs. */
async function thePoliceDelete(world: World, page: Page): Promise<void> {
  await signIn(page, 'huy')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /Xóa đăng ký thường trú/ }).waitFor()
  const url = page.url()
  for (const known of ['Đặng Thị Ngoãn', '110203456', '1/2016'])
    assert.ok((await told(page)).includes(known), `${known} was typed once`)
  await page.keyboard.press('F8')
  await page
    .getByRole('heading', { name: /hẹn trả kết quả/ })
    .first()
    .waitFor()
  await world.runJobs()
  world.clock.set(WEDNESDAY)
  await signIn(page, 'huy')
  await page.goto(url)
  await page.getByLabel('Số giấy xác nhận xóa đăng ký').fill('0042/XNCT')
  await page.getByLabel('Ngày xóa đăng ký thường trú').fill('17/08/2016')
  await page.keyboard.press('F8')
  await page.getByText('Đã trình ký').waitFor()
  const tuan = await openDesk(world, 'tuan')
  const path = new URL(url).pathname
  await tuan.get(path)
  done(await tuan.send(path, 'ky'))
  await world.runJobs()
}

async function everythingAtOnePlace(world: World, { desks, code, phone, dossier }: Errand) {
  const { hang } = desks
  const message = await world.newestMessageTo('0912345319')
  assert.match(message, /nhan|nhận/i)
  await phone.goto(dossier)
  const lane = await told(phone)
  for (const words of ['Công an quận Đống Đa đã làm xong', '0042/XNCT', '17/08/2016'])
    assert.ok(lane.includes(words), `${words} in ${lane}`)
  done(
    await hang.send(at(code, '/tra-ket-qua'), 'tra-ket-qua', { 'nguoi-nhan': 'Nguyễn Đắc Phúc' }),
  )
  await world.runJobs()
  await phone.goto(dossier)
  assert.match(await told(phone), /Đã trả kết quả/)
  const slips = await slipsOf(await officer(world, 'hang'), code)
  assert.deepEqual(slips.map(({ kind }) => kind).toSorted(), ['control', 'receipt', 'transfer'])
}

/** The page of the paper book, with its place. */
async function theBook(hang: Desk): Promise<void> {
  const page = textOf((await hang.get('/can-bo/so-ho-tich/2016/khai-tu/1')).html)
  for (const words of ['Sổ đăng ký khai tử năm 2016', 'Đặng Thị Ngoãn', 'Quyển 01', 'trang 7'])
    assert.ok(
      page.toLocaleLowerCase('vi').includes(words.toLocaleLowerCase('vi')),
      `${words}: ${page}`,
    )
}

/** Her death stands: nobody dies twice. */
async function aSecondDeath(world: World, { hang, yen }: Desks): Promise<void> {
  const answers = sampleDeath2016({ 'contact.phone': '0912345390', 'notice.number': '219/2016' })
  const { dossier } = await fileAs(world, 'death.register', answers)
  done(await hang.send(at(dossier.code), 'tiep-nhan'))
  const refused = await yen.send(at(dossier.code), 'trinh', { remark: 'Đã so.' })
  assert.notEqual(refused.status, 303)
  assert.match(textOf(refused.html), /đã.*khai tử/)
}
