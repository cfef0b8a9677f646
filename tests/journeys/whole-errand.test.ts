import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { lacks } from '../../src/testing/tools.ts'
import { openBrowser, openDevice, type Device } from './browser.ts'
import { readPaper } from './certificate-paper.ts'
import { signIn } from './desk-world.ts'
import {
  answerSupplement,
  askForSupplement,
  confirmAndFile,
  confirmPreview,
  handOver,
  propose,
  receiveAndPrint,
  sign,
} from './errand-steps.ts'
import { declareBirthToday } from './father-today.ts'
import { declareBirth } from './father.ts'
import { openWorld, type World } from './world.ts'

const skip = lacks('chromium', 'poppler-utils', 'qpdf', 'zbar-tools')

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

const errands = [
  {
    what: 'on 12/08/2016 at the ward Láng Thượng',
    now: new Date('2016-08-12T09:00:00+07:00'),
    declare: declareBirth,
    javaScript: true,
    personalNumber: '001316012345',
    code: /^000\.01\.87\.H26-160812-0001$/,
    agency: 'Ủy ban nhân dân phường Láng Thượng\n',
    day: 'thứ Sáu, 12/08/2016',
  },
  {
    what: 'on 20/11/2026 at the ward Láng, the father without JavaScript',
    now: new Date('2026-11-20T09:00:00+07:00'),
    declare: declareBirthToday,
    javaScript: false,
    personalNumber: '001326012345',
    code: /^\S+-261120-0001$/,
    agency: 'Ủy ban nhân dân phường Láng\n',
    day: 'thứ Sáu, 20/11/2026',
  },
]

type Errand = (typeof errands)[number]

const MINUTE = 60_000
const FAMILY = ['Nguyễn Minh Ân', 'Trần Thị Bích Ngọc', 'Nguyễn Đắc Khoa']

for (const errand of errands)
  test(`a birth ${errand.what}, from the phone to the certificate`, { skip }, async () => {
    const world = await openWorld({ now: errand.now })
    try {
      await wholeErrand(world, errand)
    } finally {
      await world.close()
    }
  })

async function wholeErrand(world: World, errand: Errand): Promise<void> {
  const devices: Awaited<ReturnType<typeof openDevice>>[] = []
  const take = async (device: Device): Promise<Page> => {
    devices.push(await openDevice(browser, { ...device, url: world.url }))
    return devices.at(-1)!.page
  }
  const sitDown = async (login: string): Promise<Page> => {
    const page = await take({ width: 1366 })
    await signIn(page, login)
    return page
  }
  const phone = await take({ width: 390, isPhone: true, javaScript: errand.javaScript })
  await errand.declare(phone)
  const code = await confirmAndFile(world, phone)
  assert.match(code, errand.code)
  const dossier = new URL(phone.url()).pathname.replace('/da-nop', '')

  world.clock.advance(5 * MINUTE)
  const clerk = await sitDown('hang')
  await receiveAndPrint(clerk)
  const officer = await sitDown('yen')
  await askForSupplement(officer)
  world.clock.advance(5 * MINUTE)
  await answerSupplement(phone, dossier)
  await propose(officer, errand.personalNumber)
  await confirmPreview(phone, { dossier, words: ['NGUYỄN MINH ÂN', errand.personalNumber] })
  const chairman = await sitDown('vinh')
  await sign(chairman)
  await world.runJobs()
  const pdf = await certificateAt(clerk, code)
  await ensureCheckPage(world, pdf, { ...errand, verdict: 'Đã ký, chưa trả cho người dân' })
  await handOver(clerk)
  await phone.goto(dossier)
  const told = await phone.locator('main').innerText()
  assert.match(told, /Đã trả kết quả/)
  assert.match(told, /Ông\/bà đã ký Sổ hộ tịch và nhận Giấy khai sinh/)
  await ensureCheckPage(world, pdf, { ...errand, verdict: 'Giấy tờ có giá trị' })
  for (const { context, errors } of devices) {
    assert.deepEqual(errors, [])
    await context.close()
  }
}

/** The signed paper as the desk opens it. */
async function certificateAt(clerk: Page, code: string): Promise<Uint8Array> {
  const reply = await clerk.request.get(`/can-bo/ho-so/${code}/ban-dien-tu`)
  assert.equal(reply.status(), 200)
  return reply.body()
}

type Expected = Pick<Errand, 'agency' | 'day'> & { verdict: string }

/** What is on the paper holds; what its QR tells a stranger names nobody. */
async function ensureCheckPage(world: World, pdf: Uint8Array, expected: Expected): Promise<void> {
  const { signature, text, qr } = await readPaper(pdf)
  assert.match(signature, /Signature is Valid\./)
  assert.match(signature, /Total document signed/)
  const line = text.replaceAll(/\s+/g, ' ')
  for (const name of ['NGUYỄN MINH ÂN', 'Trần Thị Bích Ngọc', 'Nguyễn Đắc Khoa', 'Phạm Quang Vinh'])
    assert.ok(line.includes(name), `${name} on the certificate: ${line}`)
  assert.ok(!line.includes('MINH AN '), 'the name before the supplement is gone')
  assert.match(qr, new RegExp(`^${world.url}/kiem-tra/[\\w-]{22}$`))
  const { page, context } = await openDevice(browser, {
    width: 390,
    isPhone: true,
    url: world.url,
  })
  await page.goto(qr)
  const told = await page.locator('body').innerText()
  for (const fact of ['Giấy khai sinh', expected.agency, expected.day, expected.verdict])
    assert.ok(told.includes(fact), `${fact} in: ${told}`)
  const html = (await page.content()).toLocaleLowerCase('vi')
  for (const name of [...FAMILY, 'Minh An', 'Phạm Quang Vinh'])
    assert.ok(!html.includes(name.toLocaleLowerCase('vi')), `${name} is shown to a stranger`)
  await context.close()
}
