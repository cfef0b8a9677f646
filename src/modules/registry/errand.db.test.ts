import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { LANG_THUONG, openCore, type Core, type Officer } from '../../testing/core.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { assignSigner, recordAbsence } from '../accounts/index.ts'
import {
  answerSupplement,
  confirmPreview,
  disputePreview,
  fold,
  mark,
  open,
  propose,
  receive,
  requestSupplement,
  sendBack,
  verifyChain,
  viewForStaff,
  viewForOwner,
  type DeskAct,
  type Dossier,
} from '../dossiers/index.ts'
import { fileSigner, verifyPdf } from '../papers/index.ts'
import { plainDate } from '../../platform/plain-date.ts'
import { listSlips } from '../slips/index.ts'
import {
  checkCertificate,
  crossOut,
  findEntry,
  handOver,
  issueCertificate,
  lapseUncollected,
  originalsToCompare,
  readCertificate,
  sign,
  signMany,
  verifyUrl,
} from './index.ts'
import { findCertificate } from './certificate-store.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let core: Core
const officers = new Map<Officer, Ctx>()
let phone = 912_346_000

before(async () => {
  core = await openCore()
  for (const login of ['hang', 'yen', 'vinh', 'mai', 'lanha'] as const) {
    officers.set(login, await core.officer(login))
  }
})
after(() => core.close())

const by = (login: Officer) => officers.get(login)!
let keys = 0
const act = (dossier: Dossier): DeskAct => ({
  ...{ code: dossier.code, version: dossier.version, requestKey: `key-${++keys}` },
})

const refuses = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal, String(error))
  assert.equal(error.code, code, JSON.stringify(error.data))
  return true
}

async function filed() {
  return core.filedBirth({ 'contact.phone': `0${++phone}` })
}

/** Filed, received, proposed and confirmed: waits for the signature. */
async function toSign() {
  const { dossier, owner } = await filed()
  const received = await receive(by('hang'), act(dossier))
  const proposed = await propose(by('yen'), { ...act(received), remark: 'Đã so với dữ liệu.' })
  const waiting = await confirmPreview(owner, { dossierId: dossier.id, requestKey: `c-${++keys}` })
  assert.equal(proposed.state, 'previewing')
  assert.equal(waiting.state, 'signing')
  return { dossier: waiting, owner }
}

async function signedBy(login: Officer) {
  const { dossier, owner } = await toSign()
  await open(by(login), dossier)
  return { dossier: await sign(by(login), act(dossier)), owner }
}

/** Every dossier's events fold to its row, and the agency's chain holds. */
async function ensureFolds(dossier: Dossier) {
  const view = await viewForStaff(by('hang'), dossier.code)
  const { state, step, version } = view.dossier
  assert.deepEqual(fold(view.events), { state, step, version })
  assert.equal(await verifyChain(core.database.db, dossier.agencyId), undefined)
}

test('receipt starts the legal clock: same day, with a numbered slip and the due date', async () => {
  const { dossier } = await filed()
  const received = await receive(by('hang'), act(dossier))
  assert.equal(received.state, 'processing')
  assert.equal(received.step, 'tham-tra')
  assert.equal(received.dueAt?.toISOString(), '2016-08-12T09:30:00.000Z') // 16:30
  const slips = await listSlips(core.database.db, {
    ...{ agencyId: dossier.agencyId, dossierId: dossier.id },
  })
  assert.equal(slips[0]?.kind, 'receipt')
  await ensureFolds(received)
})

test('a repeated request changes nothing; a second officer is told that it changed', async () => {
  const { dossier } = await filed()
  const given = act(dossier)
  const first = await receive(by('hang'), given)
  const again = await receive(by('hang'), given)
  assert.equal(again.version, first.version)
  await assert.rejects(receive(by('yen'), act(dossier)), refuses('dossier-changed'))
  await ensureFolds(first)
})

test('two officers deciding at once: one wins, the other is refused, nothing is done twice', async () => {
  const { dossier } = await filed()
  const results = await Promise.allSettled([
    receive(by('hang'), act(dossier)),
    receive(by('yen'), act(dossier)),
  ])
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1)
  const view = await viewForStaff(by('hang'), dossier.code)
  assert.deepEqual(
    view.events.map(({ kind }) => kind),
    ['filed', 'received'],
  )
})

test('a supplement asks once for everything; the answer keeps both values and stops the clock', async () => {
  const { dossier, owner } = await filed()
  const received = await receive(by('hang'), act(dossier))
  const asked = await requestSupplement(by('yen'), {
    ...act(received),
    items: [
      {
        ...{ kind: 'field', about: 'mother.birthYear', proposed: 1991 },
        reason: 'Giấy chứng sinh ghi năm 1991.',
      },
      { kind: 'paper', about: 'giay-ket-hon', reason: 'Ảnh bị lóa, không đọc được số.' },
    ],
  })
  assert.equal(asked.state, 'supplementing')
  const { definition } = await viewForStaff(by('hang'), dossier.code)
  assert.ok(definition.components.some(({ key }) => key === 'giay-ket-hon'))
  await assert.rejects(
    answerSupplement(owner, {
      ...{ dossierId: dossier.id, requestKey: 'a-1', set: {}, files: [] },
      answers: [{ itemId: '1', accepted: true }],
    }),
    refuses('supplement-incomplete'),
  )
  core.clock.set(new Date('2016-08-15T09:00:00+07:00'))
  const { sha256, sizeBytes } = await core.files.store(Buffer.from('new photo'), {
    sizeBytesMax: 1000,
  })
  const answered = await answerSupplement(owner, {
    ...{ dossierId: dossier.id, requestKey: 'a-2', set: {} },
    answers: [{ itemId: '1', accepted: true }],
    files: [
      {
        ...{ id: '01900000-0000-7000-8000-00000000abcd', field: 'file.marriage' },
        ...{ component: 'giay-ket-hon', sha256, sizeBytes, mime: 'image/png', name: 'ket-hon.png' },
        addedAt: core.clock.now(),
      },
    ],
  })
  assert.equal(answered.state, 'processing')
  const view = await viewForOwner(owner, dossier.id)
  assert.equal(view.declarations[0]!.answers['mother.birthYear'], 1991)
  assert.equal(view.declarations[1]!.answers['mother.birthYear'], 1990)
  assert.ok(answered.dueAt! > received.dueAt!)
  await assert.rejects(
    requestSupplement(by('yen'), {
      ...act(answered),
      items: [{ kind: 'other', about: null, reason: 'Thêm nữa' }],
    }),
    refuses('supplement-second-needs-reason'),
  )
  await ensureFolds(answered)
  core.clock.set(new Date('2016-08-12T14:00:00+07:00'))
})

test('a difference from the papers must be closed and explained before a proposal', async () => {
  const { dossier } = await filed()
  const received = await receive(by('hang'), act(dossier))
  const given = { code: dossier.code, field: 'mother.birthYear', verdict: 'differs' as const }
  await mark(by('yen'), { ...given, paperSays: '1991', closedAs: null })
  await assert.rejects(propose(by('yen'), act(received)), refuses('difference-open'))
  await mark(by('yen'), { ...given, paperSays: '1991', closedAs: 'birth-notice-wrong' })
  await assert.rejects(propose(by('yen'), act(received)), refuses('proposal-needs-remark'))
  const proposed = await propose(by('yen'), { ...act(received), remark: 'Bệnh viện cấp lại.' })
  assert.equal(proposed.state, 'previewing')
})

test('the counter officer may not propose, nobody may sign without having opened', async () => {
  const { dossier } = await filed()
  const received = await receive(by('hang'), act(dossier))
  await assert.rejects(propose(by('hang'), act(received)), refuses('act-not-yours'))
  const waiting = await toSign()
  await assert.rejects(sign(by('vinh'), act(waiting.dossier)), refuses('not-opened'))
})

test('the citizen disputes a preview and the signer sends back: both return to the proposer', async () => {
  const { dossier, owner } = await filed()
  const received = await receive(by('hang'), act(dossier))
  await propose(by('yen'), { ...act(received), remark: 'Đủ giấy tờ.' })
  const disputed = await disputePreview(owner, {
    ...{ dossierId: dossier.id, requestKey: `d-${++keys}`, remark: 'Sai chữ đệm.' },
  })
  assert.deepEqual([disputed.state, disputed.step], ['processing', 'tham-tra'])
  const waiting = await toSign()
  const back = await sendBack(by('vinh'), { ...act(waiting.dossier), reason: 'Thiếu kết hôn.' })
  assert.deepEqual([back.state, back.step], ['processing', 'tham-tra'])
  await ensureFolds(back)
})

test('only the chairman, or the vice-chairman assigned that day, signs', async () => {
  const { dossier } = await toSign()
  await open(by('mai'), dossier)
  await assert.rejects(sign(by('mai'), act(dossier)), refuses('signer-not-assigned'))
  const mai = by('mai').actor
  assert.ok(mai.kind === 'staff')
  await assignSigner(core.system, {
    ...{ agencyId: LANG_THUONG, day: plainDate('2016-08-12'), staffId: mai.staffId },
  })
  const signed = await sign(by('mai'), act(dossier))
  const entry = await findEntry(core.system, { agencyId: dossier.agencyId, dossierId: dossier.id })
  assert.equal(entry?.signerTitle, 'KT. CHỦ TỊCH / PHÓ CHỦ TỊCH')
  assert.equal(signed.state, 'signed')
  const other = await toSign()
  const vinh = by('vinh').actor
  assert.ok(vinh.kind === 'staff')
  await recordAbsence(core.system, {
    ...{ staffId: vinh.staffId, fromDay: plainDate('2016-08-19') },
    toDay: plainDate('2016-08-19'),
  })
  core.clock.set(new Date('2016-08-19T09:00:00+07:00'))
  await open(by('vinh'), other.dossier)
  await assert.rejects(sign(by('vinh'), act(other.dossier)), refuses('signer-not-assigned'))
  core.clock.set(new Date('2016-08-12T14:00:00+07:00'))
})

test('the register numbers entries from 1 each year, without a gap, also under concurrency', async () => {
  const waiting = await Promise.all(Array.from({ length: 4 }, () => toSign()))
  for (const { dossier } of waiting) await open(by('vinh'), dossier)
  await Promise.all(waiting.map(({ dossier }) => sign(by('vinh'), act(dossier))))
  const { rows } = await core.database.db.query<{ no: number }>(
    `select no from register_entry where agency_id = $1 and year = 2016 order by no`,
    [LANG_THUONG],
  )
  assert.deepEqual(
    rows.map(({ no }) => no),
    Array.from({ length: rows.length }, (_, index) => index + 1),
  )
})

test('several opened dossiers are signed in one go; an unopened one is told, not signed', async () => {
  const first = await toSign()
  const second = await toSign()
  await open(by('vinh'), first.dossier)
  const results = await signMany(by('vinh'), { acts: [act(first.dossier), act(second.dossier)] })
  assert.deepEqual(
    results.map((result) => (result.ok ? 'signed' : result.refusal.code)),
    ['signed', 'not-opened'],
  )
})

test('the certificate is made once from the entry, valid and whole; its QR tells no names', async () => {
  const home = await mkdtemp(join(tmpdir(), 'motcua-keys-'))
  const { dossier } = await signedBy('vinh')
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const signer = await fileSigner(home, { demo: true })
  const deps = { files: core.files, signer, publicUrl: 'http://localhost:1' }
  await issueCertificate(core.system, deps, at)
  await issueCertificate(core.system, deps, at)
  const pdf = await readCertificate(core.system, core.files, at)
  const { signatures } = await verifyPdf(pdf, await signer.trustedRoots())
  assert.equal(signatures.length, 1)
  assert.equal(signatures[0]!.valid && signatures[0]!.coversWholeDocument, true)
  const certificate = await findCertificate(core.database.db, at)
  const token = verifyUrl('', certificate!).split('/').at(-1)!
  const checked = await checkCertificate(core.system, token)
  assert.deepEqual(
    [checked.kind.vi, checked.agencyId, checked.day, checked.verdict],
    ['Giấy khai sinh', LANG_THUONG, '2016-08-12', 'not-yet-collected'],
  )
  await assert.rejects(
    checkCertificate(core.system, 'x'.repeat(22)),
    refuses('certificate-unknown'),
  )
  const view = await viewForStaff(by('hang'), dossier.code)
  assert.equal(view.events.filter(({ kind }) => kind === 'certificateIssued').length, 1)
  await ensureFolds(view.dossier)
  await rm(home, { recursive: true })
})

test('the birth is registered only at hand-over, with originals, book and page', async () => {
  const { dossier } = await signedBy('vinh')
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const view = await viewForStaff(by('hang'), dossier.code)
  const originals = originalsToCompare(view.definition, view.declarations[0]!.answers)
  const compared = originals.map(({ key }) => key)
  assert.ok(compared.length >= 2)
  const given = { ...act(dossier), collector: 'Người yêu cầu, CMND', compared }
  await assert.rejects(
    handOver(by('hang'), { ...given, compared: compared.slice(1), paperBook: '01', paperPage: 7 }),
    refuses('originals-not-compared'),
  )
  await assert.rejects(handOver(by('hang'), given), refuses('book-page-missing'))
  assert.equal((await findEntry(core.system, at))?.act, null)
  const done = await handOver(by('hang'), { ...given, paperBook: '01/2016', paperPage: 7 })
  assert.equal(done.state, 'handed_over')
  const entry = await findEntry(core.system, at)
  assert.deepEqual(
    [entry?.act?.kind, entry?.act?.paperBook, entry?.act?.paperPage],
    ['registered', '01/2016', 7],
  )
  await ensureFolds(done)
})

test('an entry whose originals differ is crossed out and its number is never used again', async () => {
  const { dossier } = await signedBy('vinh')
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const crossed = await crossOut(by('yen'), { ...act(dossier), reason: 'Bản chính khác ảnh.' })
  assert.equal(crossed.state, 'lapsed')
  const entry = await findEntry(core.system, at)
  assert.equal(entry?.act?.kind, 'crossed-out')
  const next = await signedBy('vinh')
  const nextEntry = await findEntry(core.system, {
    ...{ agencyId: next.dossier.agencyId, dossierId: next.dossier.id },
  })
  assert.equal(nextEntry!.no, entry!.no + 1)
})

test('what nobody collected is crossed out when the year is over, not a second before', async () => {
  const { dossier } = await signedBy('vinh')
  core.clock.set(new Date('2016-12-31T23:59:59+07:00'))
  assert.equal(await lapseUncollected(core.system), 0)
  core.clock.set(new Date('2017-01-01T00:00:00+07:00'))
  assert.ok((await lapseUncollected(core.system)) > 0)
  const view = await viewForStaff(by('hang'), dossier.code)
  assert.equal(view.dossier.state, 'lapsed')
  assert.equal(await lapseUncollected(core.system), 0)
  await ensureFolds(view.dossier)
  core.clock.set(new Date('2016-08-12T14:00:00+07:00'))
})

test('the application role can neither change nor remove events and register entries', async () => {
  const { db } = core.database
  for (const sql of [
    'update dossier_event set kind = kind',
    'delete from dossier_event',
    'update register_entry set signer_title = signer_title',
    'delete from register_entry',
    'delete from register_act',
    'update declaration set no = no',
  ]) {
    await assert.rejects(db.query(sql), /permission denied/, sql)
  }
})

test('a changed event is found by recomputing the chain', async () => {
  const { owner, db } = core.database
  assert.equal(await verifyChain(db, LANG_THUONG), undefined)
  await owner.query(
    `update dossier_event set facts = facts || '{"channel": "counter"}'
     where agency_id = $1 and seq = 1`,
    [LANG_THUONG],
  )
  assert.deepEqual(await verifyChain(db, LANG_THUONG), { seq: 1, fault: 'hash' })
  await owner.query(
    `update dossier_event set facts = facts || '{"channel": "online"}'
     where agency_id = $1 and seq = 1`,
    [LANG_THUONG],
  )
  assert.equal(await verifyChain(db, LANG_THUONG), undefined)
})
