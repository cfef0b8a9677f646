import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCore, type Core } from '../../testing/core.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  confirmPreview,
  open,
  propose,
  receive,
  type DeskAct,
  type Dossier,
} from '../dossiers/index.ts'
import {
  printOnBlank,
  readCertificate,
  receiveBlanks,
  savePrinter,
  sign,
  signMany,
  spoilBlank,
  viewBlanks,
} from './index.ts'

let core: Core
let hang: Ctx
let keys = 0

before(async () => {
  core = await openCore()
  hang = await core.officer('hang')
})
after(() => core.close())

const refuses = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal, String(error))
  assert.equal(error.code, code, JSON.stringify(error.data))
  return true
}
const act = (dossier: Dossier): DeskAct => ({
  code: dossier.code,
  version: dossier.version,
  requestKey: `b-${++keys}`,
})

async function signing(phone: string): Promise<Dossier> {
  const { dossier, owner } = await core.filedBirth({ 'contact.phone': phone })
  const received = await receive(hang, act(dossier))
  await propose(await core.officer('yen'), { ...act(received), remark: 'Đủ.' })
  return confirmPreview(owner, { dossierId: dossier.id, requestKey: `b-${++keys}` })
}

test('blanks are counted from the first serial, and a serial is never received twice', async () => {
  assert.equal(await receiveBlanks(hang, { firstSerial: 'KS-000998', count: 5 }), 5)
  assert.equal(await receiveBlanks(hang, { firstSerial: 'ks-001000', count: 4 }), 1)
  const { counts, next } = await viewBlanks(hang)
  assert.deepEqual(counts, { 'in-stock': 6, used: 0, spoiled: 0 })
  assert.equal(next, 'KS-000998')
  for (const [firstSerial, count] of [
    ['KS', 1],
    ['KS-001', 0],
    ['KS-001', 1001],
    ['KS-999', 2],
    ['', 1],
    ['kèo 1', 1],
  ] as const) {
    await assert.rejects(
      receiveBlanks(hang, { firstSerial, count }),
      refuses('blank-serial-unclear'),
      firstSerial,
    )
  }
})

test('values print onto a blank with the offsets of the printer; the blank is used by one dossier', async () => {
  await assert.rejects(
    savePrinter(hang, { id: 'quay-1', name: 'Quầy 1', dxMm: 31, dyMm: 0 }),
    refuses('printer-offset-unclear'),
  )
  await savePrinter(hang, { id: 'quay-1', name: 'Quầy 1', dxMm: 1.5, dyMm: -2 })
  const waiting = await signing('0912500001')
  const given = { code: waiting.code, serial: 'KS-000998', printerId: 'quay-1' }
  await assert.rejects(printOnBlank(hang, given), refuses('act-not-now'))
  const vinh = await core.officer('vinh')
  await open(vinh, waiting)
  await sign(vinh, act(waiting))
  await assert.rejects(
    printOnBlank(hang, { ...given, printerId: 'khong-co' }),
    refuses('printer-unknown'),
  )
  const pdf = await printOnBlank(hang, given)
  assert.equal(Buffer.from(pdf.subarray(0, 5)).toString(), '%PDF-')
  await printOnBlank(hang, given)
  const other = await signing('0912500002')
  await open(vinh, other)
  await sign(vinh, act(other))
  await assert.rejects(
    printOnBlank(hang, { ...given, code: other.code }),
    refuses('blank-not-in-stock'),
  )
  await assert.rejects(
    spoilBlank(hang, { serial: 'KS-000998', reason: '' }),
    refuses('reason-missing'),
  )
  await spoilBlank(hang, { serial: 'KS-000998', reason: 'Kẹt giấy.' })
  const { counts } = await viewBlanks(hang)
  assert.deepEqual(counts, { 'in-stock': 5, used: 0, spoiled: 1 })
})

test('a certificate is not handed out before its job has made it', async () => {
  const waiting = await signing('0912500003')
  const at = { agencyId: waiting.agencyId, dossierId: waiting.id }
  await assert.rejects(
    readCertificate(core.system, core.files, at),
    refuses('certificate-not-ready'),
  )
})

test('nothing is entered into a closed book, and a batch has an end', async () => {
  const waiting = await signing('0912500004')
  const vinh = await core.officer('vinh')
  await open(vinh, waiting)
  const close = (day: string | null) =>
    core.database.db.query(`update register_book set closed_on = $1`, [day])
  await close('2016-12-31')
  await assert.rejects(sign(vinh, act(waiting)), refuses('book-closed'))
  await close(null)
  assert.equal((await sign(vinh, act(waiting))).state, 'signed')
  const acts = Array.from({ length: 51 }, () => act(waiting))
  await assert.rejects(signMany(vinh, { acts }), refuses('batch-too-long'))
})
