import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { sampleAgain2016 } from '../../src/catalogue/testing-births.ts'
import { addSessionDraft, beginSession } from '../../src/platform/sessions.ts'
import { slipsOf } from '../../src/modules/slips/index.ts'
import { lacks } from '../../src/testing/tools.ts'
import { openBrowser, openDevice } from './browser.ts'
import { readPaper } from './certificate-paper.ts'
import { openDesk, textOf, type Desk, type Reply } from './desk-client.ts'
import { confirmAsOwner, fileAs, signIn } from './desk-world.ts'
import { officer } from './officers.ts'
import { openWorld, type World } from './world.ts'

const skip = lacks('chromium', 'poppler-utils', 'qpdf', 'zbar-tools')

const QUESTION = 'Sổ đăng ký khai sinh năm 1968 có ghi việc sinh của ông Lộc không?'
const ANSWER = 'Có trong Sổ hộ tịch: số 44, quyển số 01, ngày 12/03/1968.'

const trucBach = {
  scope: 'city',
  unit: '00004',
  unitFrom: '2008-08-01',
  place: 'phường Trúc Bạch, quận Ba Đình, Thành phố Hà Nội',
  line: '',
} as const

let browser: Browser
let world: World
before(async () => {
  browser = await openBrowser()
  world = await openWorld({ now: new Date('2016-08-12T09:00:00+07:00') })
})
after(async () => {
  await world.close()
  await browser.close()
})

test(
  'a birth registered again: the ward asks the commune of 1968 by message and goes on with its answer',
  { skip },
  async () => {
    const answers = sampleAgain2016({ 'previous.agency': trucBach })
    const filed = await fileAs(world, 'birth.re_register', answers)
    const { code, id } = filed.dossier
    const dossier = `/can-bo/ho-so/${code}`
    const clerk = await openDesk(world, 'hang')
    done(await clerk.send(dossier, 'tiep-nhan'))
    const phone = await phoneOf(id)
    const due = async () => {
      await phone.goto(`/ho-so/${id}`)
      return phone.locator('main').innerText()
    }
    assert.match(await due(), /thứ Sáu, 19\/08\/2016/i, 'five working days from receipt')

    const yen = await openDevice(browser, { width: 1366, url: world.url })
    await asks(yen.page, dossier)
    await world.runJobs()
    const waiting = await due()
    assert.match(waiting, /thứ Tư, 24\/08\/2016/i, 'five for the answer, three more to finish')
    assert.match(waiting, /Phường hỏi xác minh UBND phường Trúc Bạch/)
    assert.match(waiting, /Nơi được hỏi trả lời trước thứ Sáu, 19\/08\/2016/)
    const early = await (await openDesk(world, 'yen')).send(dossier, 'xong-buoc', { remark: '' })
    assert.notEqual(early.status, 303, 'the step waits for the answer')

    world.clock.set(new Date('2016-08-17T10:00:00+07:00'))
    const thao = await openDevice(browser, { width: 1366, url: world.url })
    await theOtherCommuneAnswers(thao.page)
    await world.runJobs()
    const answered = await due()
    assert.match(answered, /UBND phường Trúc Bạch đã trả lời xác minh/)
    assert.match(answered, /thứ Hai, 22\/08\/2016/i, 'three working days after the answer')

    const today = await openDesk(world, 'hang')
    await signIn(yen.page, 'yen')
    await goesOn({ clerk: today, page: yen.page, dossier, owned: filed })
    const slips = await slipsOf(await officer(world, 'hang'), code)
    const kinds = slips.map(({ kind }) => kind)
    for (const kind of ['receipt', 'extension', 'transfer'] as const)
      assert.ok(kinds.includes(kind), `${kind} among ${kinds.join(', ')}`)
    await theCertificate(today, code)
    assert.match(await due(), /Đã trả kết quả/)
    assert.deepEqual([...yen.errors, ...thao.errors], [])
  },
)

function done({ status, html }: Reply): void {
  assert.equal(status, 303, textOf(html).slice(0, 3000))
}

/** His own phone, on which he filed. */
async function phoneOf(draftId: string): Promise<Page> {
  const now = world.clock.now()
  const session = await beginSession(world.deps.db, now, { kind: 'citizen' })
  await addSessionDraft(world.deps.db, now, { sessionId: session.id, draftId })
  const { page, context } = await openDevice(browser, {
    width: 390,
    isPhone: true,
    url: world.url,
  })
  await context.addCookies([{ name: 'mc', value: session.secret, url: world.url }])
  return page
}

async function asks(page: Page, dossier: string): Promise<void> {
  await signIn(page, 'yen')
  await page.goto(`${dossier}/xac-minh`)
  await page.getByText('Chưa hỏi nơi nào.').waitFor()
  await page
    .getByRole('group', { name: 'Hỏi phường, xã nào' })
    .getByLabel('Phường, xã, thị trấn')
    .fill('phuong truc bach')
  await page.getByLabel('Nội dung hỏi').fill(QUESTION)
  await page.getByRole('button', { name: 'Gửi câu hỏi' }).click()
  await page.getByRole('heading', { level: 2, name: 'UBND phường Trúc Bạch' }).waitFor()
  assert.match(await page.locator('main').innerText(), /Trả lời trước .*19\/08\/2016/)
}

/** On its own desk it is an ordinary dossier, with what was declared and asked. */
async function theOtherCommuneAnswers(page: Page): Promise<void> {
  await signIn(page, 'thao')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /Trả lời xác minh hộ tịch/ }).waitFor()
  const url = page.url()
  const read = await page.locator('main').innerText()
  for (const known of ['Hoàng Văn Lộc', '44', QUESTION, 'Láng Thượng'])
    assert.ok(read.includes(known), `${known} reached the other commune: ${read}`)
  await page.keyboard.press('F8')
  await page
    .getByRole('heading', { name: /hẹn trả kết quả/ })
    .first()
    .waitFor()
  await page.goto(url)
  const facts = [
    ['Có trong Sổ hộ tịch', 'có'],
    ['Số đăng ký', '44'],
    ['Quyển số', '01'],
    ['Ngày đăng ký', '12/03/1968'],
  ] as const
  for (const [name, value] of facts) await page.getByRole('textbox', { name }).fill(value)
  await page.keyboard.press('F8')
  await page.getByText('Đã trình ký').waitFor()
  const son = await openDesk(world, 'son')
  const path = new URL(url).pathname
  await son.get(path)
  done(await son.send(path, 'ky'))
}

type Going = {
  clerk: Desk
  page: Page
  dossier: string
  owned: Awaited<ReturnType<typeof fileAs>>
}

/** The officer reads the answer, ends the step, proposes; signed and given out. */
async function goesOn({ clerk, page, dossier, owned }: Going): Promise<void> {
  await page.goto(`${dossier}/xac-minh`)
  const read = await page.locator('main').innerText()
  assert.ok(read.includes(ANSWER), read)
  const yen = await openDesk(world, 'yen')
  done(await yen.send(dossier, 'xong-buoc', { remark: 'Bản chính, Sổ hộ tịch đều không còn.' }))
  done(await yen.send(dossier, 'trinh', { remark: 'Đã so với giấy tờ và trả lời xác minh.' }))
  await confirmAsOwner(owned.owner, owned.dossier)
  const vinh = await openDesk(world, 'vinh')
  await vinh.get(dossier)
  done(await vinh.send(dossier, 'ky'))
  await world.runJobs()
  const originals = [
    ...(await clerk.get(`${dossier}/tra-ket-qua`)).html.matchAll(/name="goc" value="([^"]+)"/g),
  ]
  done(
    await clerk.send(`${dossier}/tra-ket-qua`, 'tra-ket-qua', {
      quyen: '01',
      trang: '12',
      'nguoi-nhan': 'Hoàng Văn Lộc',
      goc: originals.map(([, key]) => key!),
    }),
  )
}

/** "Đăng ký lại" stands on the paper and in the book. */
async function theCertificate(clerk: Desk, code: string): Promise<void> {
  const { bytes } = await clerk.get(`/can-bo/ho-so/${code}/ban-dien-tu`)
  const line = (await readPaper(bytes)).text.replaceAll(/\s+/g, ' ')
  for (const words of ['GIẤY KHAI SINH', 'HOÀNG VĂN LỘC', 'Đăng ký lại'])
    assert.ok(line.includes(words), `${words} on the certificate: ${line}`)
  const book = textOf((await clerk.get('/can-bo/so-ho-tich/2016/khai-sinh/1')).html)
  for (const words of ['Hoàng Văn Lộc', 'Ghi chú', 'Đăng ký lại'])
    assert.ok(book.includes(words), `${words} in the book: ${book}`)
}
