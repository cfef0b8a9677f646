import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LANG_THUONG, type Core } from '../../testing/core.ts'
import { openErrand, refuses, type Errand } from '../../testing/errand.ts'
import { plainDate } from '../../platform/plain-date.ts'
import {
  assignSigner,
  findStaffByLogin,
  findStaffInSession,
  recordAbsence,
} from '../accounts/index.ts'
import { open, verifyChain, viewForStaff } from '../dossiers/index.ts'
import { fileSigner, verifyPdf } from '../papers/index.ts'
import { findCertificate } from './certificate-store.ts'
import {
  checkCertificate,
  crossOut,
  findEntry,
  handOver,
  issueCertificate,
  lapseUncollected,
  originalsToCompare,
  readCertificate,
  replaceCertificate,
  sign,
  signMany,
  verifyUrl,
} from './index.ts'

let errand: Errand
let core: Core
let by: Errand['by']
let act: Errand['act']
let toSign: Errand['toSign']
let ensureFolds: Errand['ensureFolds']
let signedBy: Errand['signedBy']

before(async () => {
  errand = await openErrand()
  ;({ core, by, act, toSign, signedBy, ensureFolds } = errand)
})
after(() => core.close())

test('only the chairman, or the vice-chairman assigned that day, signs', async () => {
  const { dossier } = await toSign()
  await open(by('mai'), dossier)
  await assert.rejects(sign(by('mai'), act(dossier)), refuses('signer-not-assigned'))
  const mai = by('mai').actor
  assert.ok(mai.kind === 'staff')
  await assignSigner(core.system, {
    agencyId: LANG_THUONG,
    day: plainDate('2016-08-12'),
    staffId: mai.staffId,
  })
  const signed = await sign(by('mai'), act(dossier))
  const entry = await findEntry(core.system, { agencyId: dossier.agencyId, dossierId: dossier.id })
  assert.equal(entry?.signerTitle, 'KT. CHỦ TỊCH / PHÓ CHỦ TỊCH')
  assert.equal(signed.state, 'signed')
  const other = await toSign()
  const vinh = by('vinh').actor
  assert.ok(vinh.kind === 'staff')
  await recordAbsence(core.system, {
    staffId: vinh.staffId,
    fromDay: plainDate('2016-08-19'),
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

test('a replaced original is another file of the same entry; the old QR says so', async () => {
  const home = await mkdtemp(join(tmpdir(), 'motcua-keys-'))
  const { dossier } = await signedBy('vinh')
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const signer = await fileSigner(home, { demo: true })
  const deps = { files: core.files, signer, publicUrl: 'http://localhost:1' }
  const given = { reason: 'Tệp đã gửi nhầm người.' }
  await assert.rejects(
    replaceCertificate(by('yen'), { ...act(dossier), ...given }),
    refuses('act-not-now'),
  )
  await issueCertificate(core.system, deps, at)
  const old = await findCertificate(core.database.db, at)
  const seen = (await viewForStaff(by('hang'), dossier.code)).dossier
  await assert.rejects(
    replaceCertificate(by('hang'), { ...act(seen), ...given }),
    refuses('act-not-yours'),
  )
  const input = { ...act(seen), ...given }
  const replaced = await replaceCertificate(by('yen'), input)
  assert.equal((await replaceCertificate(by('yen'), input)).version, replaced.version)
  await issueCertificate(core.system, deps, at)
  const made = await findCertificate(core.database.db, at)
  assert.deepEqual([made?.no, made?.token === old?.token], [2, false])
  assert.equal((await checkCertificate(core.system, old!.token)).verdict, 'replaced')
  assert.equal((await checkCertificate(core.system, made!.token)).verdict, 'not-yet-collected')
  await ensureFolds((await viewForStaff(by('hang'), dossier.code)).dossier)
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
    agencyId: next.dossier.agencyId,
    dossierId: next.dossier.id,
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

test('what a merged ward left unsigned is entered into the book of the ward that holds it', async () => {
  const { dossier } = await toSign()
  core.clock.set(new Date('2025-07-02T09:00:00+07:00'))
  const lang = 'ubnd-00199-202507'
  const staff = await findStaffByLogin(core.database.db, 'vinh')
  const day = plainDate('2025-07-02')
  const asked = { staffId: staff!.id, agencyId: lang, day }
  const found = await findStaffInSession(core.database.db, asked)
  assert.ok(found, 'the chairman has a mandate at the new ward')
  const { staffId, agencyId, roles } = found
  const vinh = core.as({ kind: 'staff', staffId, agencyId, roles })
  await open(vinh, dossier)
  await sign(vinh, act(dossier))
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const entry = await findEntry(core.system, at)
  assert.deepEqual([entry?.agencyId, entry?.no, entry?.year], [lang, 1, 2025])
  assert.equal(dossier.agencyId, LANG_THUONG)
  core.clock.set(new Date('2016-08-12T14:00:00+07:00'))
})

test('a book of a past year takes no hand-over: what came too late is crossed out', async () => {
  const { dossier } = await signedBy('vinh')
  const view = await viewForStaff(by('hang'), dossier.code)
  const originals = originalsToCompare(view.definition, view.declarations[0]!.answers)
  core.clock.set(new Date('2017-01-03T09:00:00+07:00'))
  await assert.rejects(
    handOver(by('hang'), {
      ...act(dossier),
      paperBook: '01',
      paperPage: 9,
      collector: 'Người yêu cầu.',
      compared: originals.map(({ key }) => key),
    }),
    refuses('book-closed'),
  )
  await lapseUncollected(core.system)
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
