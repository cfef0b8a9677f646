import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { findDossierAt, findLocation, type Dossier } from '../../src/modules/dossiers/index.ts'
import { lacks } from '../../src/testing/tools.ts'
import { openBrowser, openDevice, type Device } from './browser.ts'
import { declareAll } from './couple.ts'
import { openDesk, textOf, type Desk } from './desk-client.ts'
import { signIn } from './desk-world.ts'
import { confirmAndFile, confirmPreview } from './errand-steps.ts'
import { at } from './father.ts'
import { partnersDossier } from './interlinked-world.ts'
import { openWorld, type World } from './world.ts'

const skip = lacks('chromium')

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

const FRIDAY = new Date('2016-08-12T09:00:00+07:00')
const TUESDAY = new Date('2016-08-16T09:30:00+07:00')
const ASKED = new Date('2016-08-19T09:40:00+07:00')
const ANSWERED = new Date('2016-08-22T08:30:00+07:00')
const DONE = new Date('2016-08-26T10:00:00+07:00')

test(
  'a couple files birth, residence and card once and follows the lanes to one hand-over',
  {
    skip,
  },
  async () => {
    const world = await openWorld({ now: FRIDAY })
    const devices: Awaited<ReturnType<typeof openDevice>>[] = []
    const take = async (device: Device): Promise<Page> => {
      devices.push(await openDevice(browser, { ...device, url: world.url }))
      return devices.at(-1)!.page
    }
    try {
      const phone = await take({ width: 390, isPhone: true })
      const screen = await take({ width: 1366 })
      await wholeErrand(world, phone, screen)
      assert.deepEqual(
        devices.flatMap(({ errors }) => errors),
        [],
      )
    } finally {
      for (const { context } of devices) await context.close()
      await world.close()
    }
  },
)

async function wholeErrand(world: World, phone: Page, screen: Page): Promise<void> {
  await declareAll(phone)
  const code = await confirmAndFile(world, phone)
  const own = new URL(phone.url()).pathname.replace('/da-nop', '')
  await toTheBook(world, { phone, code, own })
  world.clock.set(TUESDAY)
  await partnersReceive(world, code)
  await phone.goto(own)
  const working = await told(phone)
  assert.match(working, /Hai cơ quan đang làm cùng lúc/)
  assert.match(working, /Công an quận Đống Đa[\s\S]*Bảo hiểm xã hội quận Đống Đa/)
  world.clock.set(ASKED)
  await policeAsk(world, code)
  await wardTellsTheHousehold(world, { screen, code })
  await phone.goto(own)
  await theSignatureIsNeeded(phone)
  world.clock.set(ANSWERED)
  await wardAnswers(world, { screen, code })
  world.clock.set(DONE)
  await partnersDecide(world, code)
  await phone.goto(own)
  const all = await told(phone)
  for (const words of ['Các cơ quan đã làm xong', '0187/2016', 'TE1010123456789'])
    assert.ok(all.includes(words), `${words} in ${all}`)
  assert.match(await world.newestMessageTo('0912345318'), /các cơ quan đã làm xong/)
  const hang = await openDesk(world, 'hang')
  const collected = { 'nguoi-nhan': 'Nguyễn Đắc Khoa' }
  done(await hang.send(path(code, 'tra-ket-qua'), 'tra-ket-qua', collected))
  await phone.goto(own)
  assert.match(await told(phone), /Ông\/bà đã nhận hộ khẩu cho con và thẻ bảo hiểm y tế/)
}

const path = (code: string, tail = '') => `/can-bo/ho-so/${code}${tail === '' ? '' : `/${tail}`}`

function done(reply: { status: number; html: string }): void {
  assert.equal(reply.status, 303, textOf(reply.html).slice(0, 1500))
}

function told(page: Page): Promise<string> {
  return page.locator('main').innerText()
}

async function leadOf(world: World, code: string): Promise<Dossier> {
  const place = await findLocation(world.deps.db, 'code', code)
  const dossier = place && (await findDossierAt(world.deps.db, place))
  assert(dossier)
  return dossier
}

type Errand = { phone: Page; code: string; own: string }

/** Received, confirmed, signed; the couple signs the book, hands in the household book. */
async function toTheBook(world: World, { phone, code, own }: Errand): Promise<void> {
  const [hang, yen, vinh] = await Promise.all(
    ['hang', 'yen', 'vinh'].map((login) => openDesk(world, login)),
  )
  assert(hang && yen && vinh)
  done(await hang.send(path(code), 'tiep-nhan'))
  await phone.goto(own)
  assert.match(await told(phone), /Chờ cấp số định danh/)
  done(await yen.send(path(code), 'trinh'))
  await confirmPreview(phone, { dossier: own, words: ['NGUYỄN MINH AN'] })
  await vinh.get(path(code))
  done(await vinh.send(path(code), 'ky'))
  await world.runJobs()
  const { html } = await hang.get(path(code, 'tra-ket-qua'))
  const goc = [...html.matchAll(/name="goc" value="([^"]+)"/g)].map(([, key]) => key!)
  const given = { goc, quyen: '01/2016', trang: '12', 'nguoi-nhan': 'Nguyễn Đắc Khoa' }
  done(await hang.send(path(code, 'tra-ket-qua'), 'tra-ket-qua', given))
  await world.runJobs()
}

async function partnersReceive(world: World, code: string): Promise<void> {
  for (const [login, key] of [
    ['huy', 'thuong-tru'],
    ['lan', 'bao-hiem-y-te'],
  ] as const) {
    const desk = await openDesk(world, login)
    const own = await partnersDossier(world, await leadOf(world, code), key)
    const list = textOf((await desk.get('/can-bo/ho-so?hang=filed')).html)
    assert.ok(list.includes('Nguyễn Minh An'), list)
    done(await desk.send(path(own.code), 'tiep-nhan'))
  }
  await world.runJobs()
}

async function policeAsk(world: World, code: string): Promise<void> {
  const huy = await openDesk(world, 'huy')
  const own = await partnersDossier(world, await leadOf(world, code), 'thuong-tru')
  done(
    await huy.send(path(own.code, 'bo-sung'), 'bo-sung', {
      _chon: ['field.household.bookNo'],
      '_ly.field.household.bookNo': 'Số sổ hộ khẩu thiếu một chữ số.',
      '_khac.0': 'Chủ hộ chưa ký Phiếu báo thay đổi hộ khẩu, nhân khẩu.',
    }),
  )
  await world.runJobs()
}

type AtWard = { screen: Page; code: string }

/** From the queue to the page, and a message to who must sign. */
async function wardTellsTheHousehold(world: World, { screen, code }: AtWard): Promise<void> {
  await signIn(screen, 'hang')
  await screen.getByRole('link', { name: /Cơ quan khác hỏi/ }).click()
  await screen.getByRole('link', { name: code.slice(-11) }).click()
  await screen.getByText('Công an quận Đống Đa hỏi').waitFor()
  await screen.getByRole('link', { name: 'Xem và trả lời' }).click()
  await screen.getByLabel('Ai đến').selectOption('chu-ho')
  await screen.getByRole('button', { name: 'Nhắn người dân' }).click()
  await screen.getByText('Đã nhắn người dân đến phường').waitFor()
  assert.match(
    await world.newestMessageTo('0912345318'),
    /mời chủ hộ đến phường ký Phiếu báo thay đổi hộ khẩu, nhân khẩu trước 16h30 ngày 23\/08/,
  )
}

async function theSignatureIsNeeded(phone: Page): Promise<void> {
  await phone.getByRole('heading', { name: 'Cần chữ ký của chủ hộ' }).waitFor()
  const page = await told(phone)
  assert.match(page, /Công an quận Đống Đa yêu cầu phường hoàn thiện hồ sơ/)
  assert.match(page, /trước 16:30 thứ Ba, 23\/08\/2016/)
  assert.match(page, /Phường đang bổ sung/)
}

/** What was declared is filled in; the ward corrects it, and says that the head has signed. */
async function wardAnswers(world: World, { screen, code }: AtWard): Promise<void> {
  await signIn(screen, 'hang')
  await screen.goto(path(code, 'lien-thong/thuong-tru'))
  const me = at(screen)
  await me.press('Gửi trả lời F8')
  await screen.getByRole('heading', { name: 'Có 2 chỗ cần sửa' }).waitFor()
  const bookNo = screen.getByRole('textbox', { name: 'Số sổ hộ khẩu' })
  assert.equal(await bookNo.inputValue(), '110203456', 'nothing is typed twice')
  await bookNo.fill('1102034567')
  await screen.getByRole('checkbox', { name: 'Đã làm' }).check({ force: true })
  await screen.keyboard.press('F8')
  await screen.getByText('Đã gửi trả lời').waitFor()
  await world.runJobs()
}

const results = {
  'thuong-tru': ['huy', 'tuan', { 'fact-confirmation': '0187/2016', 'fact-day': '26/08/2016' }],
  'bao-hiem-y-te': ['lan', 'phuong', { 'fact-card': 'TE1010123456789', 'fact-from': '15/08/2016' }],
} as const

async function partnersDecide(world: World, code: string): Promise<void> {
  for (const [key, [examiner, head, facts]] of Object.entries(results)) {
    const own = await partnersDossier(world, await leadOf(world, code), key)
    const desk: Desk = await openDesk(world, examiner)
    done(await desk.send(path(own.code), 'trinh', facts))
    const chief = await openDesk(world, head)
    await chief.get(path(own.code))
    done(await chief.send(path(own.code), 'ky'))
    await world.runJobs()
  }
  const police = await partnersDossier(world, await leadOf(world, code), 'thuong-tru')
  assert.equal(police.state, 'handed_over', 'the ward has the result')
}
