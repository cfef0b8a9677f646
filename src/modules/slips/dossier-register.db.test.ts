// needs: poppler-utils, qpdf
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { LANG_HA, LANG_THUONG, type Core } from '../../testing/core.ts'
import { newKey, openErrand, refuses, type Errand } from '../../testing/errand.ts'
import { plainDate } from '../../platform/plain-date.ts'
import {
  moveDue,
  open,
  proposeRefusal,
  receive,
  refuse,
  viewForStaff,
  withdraw,
} from '../dossiers/index.ts'
import { asFile, run } from '../papers/testing.ts'
import { handOver, originalsToCompare } from '../registry/index.ts'
import {
  listDossierRegister,
  printDossierRegister,
  thisMonth,
  type RegisterPlace,
  type RegisterRow,
} from './index.ts'

let errand: Errand
let core: Core
let by: Errand['by']
let act: Errand['act']
let filed: Errand['filed']

before(async () => {
  errand = await openErrand()
  ;({ core, by, act, filed } = errand)
})
after(() => core.close())

async function received() {
  const { dossier, owner } = await filed()
  return { dossier: await receive(by('hang'), act(dossier)), owner }
}

const period = (from: string, to: string, agencyId = LANG_THUONG) => ({
  from: plainDate(from),
  to: plainDate(to),
  agencyId,
})

const FRIDAY = period('2016-08-12', '2016-08-12')

async function rowOf(code: string): Promise<RegisterRow> {
  const { rows } = await listDossierRegister(by('hang'), FRIDAY)
  const row = rows.find((one) => one.code === code)
  assert.ok(row)
  return row
}

test('a dossier is in the register from its receipt on, under the number of the receipt', async () => {
  const unread = await filed()
  const { dossier } = await received()
  const { rows, total } = await listDossierRegister(by('hang'), FRIDAY)
  assert.equal(total, rows.length)
  assert.ok(!rows.some(({ code }) => code === unread.dossier.code))
  assert.deepEqual(
    rows.map(({ no }) => no),
    rows.map((_, index) => index + 1),
  )
  const row = await rowOf(dossier.code)
  assert.equal(row.procedure, 'Đăng ký khai sinh')
  assert.equal(row.sets, '01')
  assert.equal(row.name, 'Nguyễn Đắc Khoa')
  assert.match(row.address, /^Số 12, ngõ 157 phố Pháo Đài Láng, phường Láng Thượng/)
  assert.match(row.phone, /^09•• ••• \d{3}$/)
  assert.deepEqual([row.receivedOn, row.dueOn], ['12/08/2016', '12/08/2016'])
  assert.deepEqual([row.returnedOn, row.returnedHow, row.remark], ['', '', ''])
})

test('what became of it stands in the same line: handed over, moved, refused, withdrawn, late', async () => {
  const refused = await received()
  const proposed = await proposeRefusal(by('yen'), { ...act(refused.dossier), reason: 'Trùng.' })
  await open(by('vinh'), proposed)
  await refuse(by('vinh'), act(proposed))
  assert.equal((await rowOf(refused.dossier.code)).remark, 'Từ chối giải quyết')
  const left = await received()
  await withdraw(left.owner, { dossierId: left.dossier.id, requestKey: `w-${newKey()}` })
  assert.equal((await rowOf(left.dossier.code)).remark, 'Người nộp rút hồ sơ')
  const moved = await received()
  const to = new Date('2016-08-16T16:00:00+07:00')
  await moveDue(by('vinh'), { ...act(moved.dossier), to, reason: 'Mất điện.' })
  const row = await rowOf(moved.dossier.code)
  assert.deepEqual([row.dueOn, row.remark], ['12/08/2016', 'Hạn trả mới 16/08/2016'])
  const { dossier } = await errand.signedBy('vinh')
  const late = await received()
  core.clock.set(new Date('2016-08-15T09:00:00+07:00'))
  assert.equal((await rowOf(late.dossier.code)).remark, 'Quá hạn')
  const view = await viewForStaff(by('hang'), dossier.code)
  const originals = originalsToCompare(view.definition, view.declarations[0]!.answers)
  const compared = originals.map(({ key }) => key)
  const handing = { ...act(dossier), compared, paperBook: '01', paperPage: 9, collector: 'cha' }
  await handOver(by('hang'), handing)
  const returned = await rowOf(dossier.code)
  assert.deepEqual([returned.returnedOn, returned.returnedHow], ['15/08/2016', 'Tại quầy'])
  core.clock.set(new Date('2016-08-12T14:00:00+07:00'))
})

test('both days belong to the period, whatever the hour', async () => {
  core.clock.set(new Date('2016-08-17T23:59:00+07:00'))
  const evening = await received()
  core.clock.set(new Date('2016-08-18T00:00:00+07:00'))
  const midnight = await received()
  core.clock.set(new Date('2016-08-12T14:00:00+07:00'))
  const codes = async (from: string, to: string) =>
    (await listDossierRegister(by('hang'), period(from, to))).rows.map(({ code }) => code)
  assert.deepEqual(await codes('2016-08-17', '2016-08-17'), [evening.dossier.code])
  assert.deepEqual(await codes('2016-08-18', '2016-08-18'), [midnight.dossier.code])
  assert.deepEqual(await codes('2016-08-17', '2016-08-18'), [
    evening.dossier.code,
    midnight.dossier.code,
  ])
})

const refusedPeriods: [string, string, string | undefined][] = [
  ['2016-08-12', '2016-08-11', 'period-reversed'],
  ['2016-08-12', '2016-08-12', undefined],
  ['2016-01-01', '2016-12-31', undefined],
  ['2016-01-01', '2017-01-01', 'period-too-long'],
  ['2017-01-01', '2017-12-31', undefined],
  ['2017-01-01', '2018-01-01', 'period-too-long'],
  ['2016-02-29', '2017-02-28', undefined],
  ['2016-02-29', '2017-03-01', 'period-too-long'],
]

for (const [from, to, code] of refusedPeriods)
  test(`a period from ${from} to ${to} is ${code ? `refused: ${code}` : 'shown'}`, async () => {
    const asked = period(from, to)
    for (const ask of [listDossierRegister, printDossierRegister])
      if (code) await assert.rejects(ask(by('hang'), asked), refuses(code))
      else await ask(by('hang'), asked)
  })

test('the register of another agency does not exist, for its screen and for its print', async () => {
  const asked = period('2016-08-01', '2016-08-31')
  await assert.rejects(listDossierRegister(by('lanha'), asked), refuses('not-found'))
  await assert.rejects(printDossierRegister(by('lanha'), asked), refuses('not-found'))
  const theirs = period('2016-08-01', '2016-08-31', LANG_HA)
  assert.equal((await listDossierRegister(by('lanha'), theirs)).total, 0)
  const nobody = core.citizen([], '0912346001')
  await assert.rejects(listDossierRegister(nobody, asked), refuses('not-found'))
  const unknown = { ...asked, agencyId: 'ubnd-khong-co' }
  await assert.rejects(listDossierRegister(by('hang'), unknown), refuses('not-found'))
})

test('a long period is read page by page and printed whole, each dossier once', async () => {
  await manyReceipts(230)
  const asked = period('2016-10-01', '2016-10-31')
  const seen: number[] = []
  let after: RegisterPlace | undefined
  for (;;) {
    const page = await listDossierRegister(by('hang'), { ...asked, ...(after ? { after } : {}) })
    assert.ok(page.rows.length <= 50)
    assert.equal(page.total, 230)
    seen.push(...page.rows.map(({ no }) => no))
    if (!page.next) break
    after = page.next
  }
  const expected = Array.from({ length: 230 }, (_, index) => 1001 + index)
  assert.deepEqual(seen, expected)
  const parts: Uint8Array[] = []
  for await (const part of await printDossierRegister(by('hang'), asked)) parts.push(part)
  const path = asFile(Buffer.concat(parts))
  assert.equal((await run('qpdf', ['--check', path])).code, 0)
  const { output: text } = await run('pdftotext', ['-layout', path, '-'])
  const printed = [...text.matchAll(/(?<!\d)(1[012]\d\d)(?!\d)/g)].map(([, no]) => Number(no))
  assert.deepEqual(
    printed.toSorted((a, b) => a - b),
    expected,
  )
  const flowing = text.replace(/\s+/g, ' ')
  for (const words of [
    'SỔ THEO DÕI HỒ SƠ',
    'Quyển số 01/2016, từ ngày 01/10/2016 đến ngày 31/10/2016',
    'Tổng số: 230 hồ sơ.',
  ])
    assert.ok(flowing.includes(words), words)
})

test('before a period is chosen the page offers the month so far', () => {
  const month = thisMonth(new Date('2016-08-31T17:30:00Z')) // 00:30 on 01/09 in Hà Nội
  assert.deepEqual(month, { from: '2016-09-01', to: '2016-09-01' })
})

/** Receipts of October, copied from one: the register reads rows, however they came. */
async function manyReceipts(count: number): Promise<void> {
  const { dossier } = await received()
  const { owner } = core.database
  await owner.query(
    `insert into slip (agency_id, kind, year, no, dossier_id, occasion, issued_at, issued_by,
       content, content_sha256)
     select agency_id, kind, year, 1000 + n, dossier_id, 1000 + n,
       timestamptz '2016-10-03 08:00+07' + n * interval '10 minutes', issued_by, content,
       content_sha256
     from slip, generate_series(1, $2::int) as n where dossier_id = $1 and kind = 'receipt'`,
    [dossier.id, count],
  )
}
