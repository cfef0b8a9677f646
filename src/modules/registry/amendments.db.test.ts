import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { newKey, openErrand, refuses, type Errand } from '../../testing/errand.ts'
import { fold, viewForStaff } from '../dossiers/index.ts'
import { fileSigner } from '../papers/index.ts'
import { findPerson } from '../persons/index.ts'
import {
  checkCertificate,
  correctEntry,
  crossOut,
  getExtract,
  handOver,
  issueCertificate,
  issueCopies,
  issueExtract,
  listAmendments,
  listExtracts,
  listSigners,
  listWaitingAmendments,
  marginNotes,
  noteEntry,
  returnAmendment,
  signAmendment,
  type CorrectEntry,
  type Issuing,
} from './index.ts'
import { amendingOf, correcting, decision, type Amending } from '../../testing/amending.ts'

let errand: Errand
let deps: Issuing
let home: string
let entryOf: Amending['entryOf']
let printed: Amending['printed']
before(async () => {
  errand = await openErrand()
  ;({ entryOf, printed } = amendingOf(errand))
  home = await mkdtemp(join(tmpdir(), 'motcua-keys-'))
  const signer = await fileSigner(home, { demo: true })
  deps = { files: errand.core.files, signer, publicUrl: 'http://localhost:1' }
})
after(async () => {
  await errand.core.close()
  await rm(home, { recursive: true })
})

test('a correction after collection is prepared by the officer and holds when the head has signed', async () => {
  const { by, core } = errand
  const { dossier } = await errand.handedOver(1)
  const entry = await entryOf(dossier)
  await issueCertificate(core.system, deps, { agencyId: dossier.agencyId, dossierId: dossier.id })
  await assert.rejects(correctEntry(by('hang'), correcting(entry)), refuses('act-not-yours'))
  await assert.rejects(correctEntry(by('lanha'), correcting(entry)), refuses('not-found'))
  const given = correcting(entry)
  const prepared = await correctEntry(by('yen'), given)
  assert.equal((await correctEntry(by('yen'), given)).id, prepared.id)
  await assert.rejects(correctEntry(by('yen'), correcting(entry)), refuses('amendment-waiting'))
  assert.deepEqual(
    (await listWaitingAmendments(by('vinh'))).map(({ id }) => id),
    [prepared.id],
  )
  assert.equal((await entryOf(dossier)).acts.length, 1, 'nothing happened yet')
  await assert.rejects(signAmendment(by('yen'), prepared), refuses('not-the-signer'))
  await assert.rejects(signAmendment(by('lanha'), prepared), refuses('not-found'))
  const signed = await signAmendment(by('vinh'), prepared)
  assert.equal((await signAmendment(by('vinh'), prepared)).actNo, signed.actNo)

  const later = await entryOf(dossier)
  const [told] = marginNotes(later)
  assert.match(
    told!.text,
    /^Cải chính .* từ “Nguyễn Minh An” thành “Nguyễn Minh Ân” theo Quyết định/,
  )
  const original = await printed(entry, 'original')
  assert.equal(original.child.fullName, 'Nguyễn Minh An', 'the original keeps what it said')
  assert.match(
    original.remark,
    /^Cải chính .* thành “Nguyễn Minh Ân” theo Quyết định số 12\/QĐ-UBND/,
  )
  assert.equal((await printed(entry, 'copy')).child.fullName, 'Nguyễn Minh Ân')

  const extracts = await listExtracts(by('yen'), entry)
  const extract = extracts.find(({ series }) => series === 'amendment')
  assert.equal(extract?.no, 1)
  await issueExtract(core.system, deps, extract!)
  const { token } = await getExtract(by('yen'), extract!)
  assert.equal((await checkCertificate(core.system, token)).verdict, 'valid')

  const person = await findPerson(core.database.db, { dossierId: dossier.id })
  assert.equal(person?.name, 'Nguyễn Minh Ân')
  const view = await viewForStaff(by('yen'), dossier.code)
  const event = view.events.at(-1)!
  assert.equal(event.kind, 'entryCorrected')
  assert.deepEqual(event.facts['fields'], ['child.name'])
  assert.doesNotMatch(JSON.stringify(event.facts), /Nguyễn|nhầm/)
  const { state, step, version } = view.dossier
  assert.deepEqual(fold(view.events), { state, step, version })
})

test('a copy given before a correction is checked as corrected, one given after as valid', async () => {
  const { by, core } = errand
  const { dossier } = await errand.handedOver(2)
  const entry = await entryOf(dossier)
  const copy = async (requestKey: string) => {
    const [signer] = await listSigners(by('hang'))
    const asked = { entry, count: 1, askedBy: 'Mẹ', signerId: signer!.staffId, requestKey }
    const key = await issueCopies(by('hang'), asked)
    await issueExtract(core.system, deps, key)
    return (await getExtract(by('hang'), key)).token
  }
  const early = await copy('early')
  core.clock.advance(60_000)
  await signAmendment(by('vinh'), await correctEntry(by('yen'), correcting(entry)))
  core.clock.advance(60_000)
  const late = await copy('late')
  assert.equal((await checkCertificate(core.system, early)).verdict, 'corrected')
  assert.equal((await checkCertificate(core.system, late)).verdict, 'valid')
})

test('a mistake found before collection needs no decision: the original is made anew, without a note', async () => {
  const { by } = errand
  const { dossier } = await errand.signedBy('vinh')
  const entry = await entryOf(dossier)
  const { decision: _none, ...given } = correcting(entry)
  const prepared = await correctEntry(by('yen'), given)
  assert.equal(prepared.kind, 'mistake')
  await signAmendment(by('vinh'), prepared)
  const original = await printed(entry, 'original')
  assert.deepEqual([original.child.fullName, original.remark], ['Nguyễn Minh Ân', ''])
  assert.match(marginNotes(await entryOf(dossier))[0]!.text, /^Sửa sai sót .* trước khi trao/)
  const view = await viewForStaff(by('yen'), dossier.code)
  assert.equal(view.events.at(-1)?.kind, 'certificateReplaced')
  const handed = await handOver(by('hang'), await errand.collecting(view.dossier, 3))
  assert.equal(handed.state, 'handed_over')
})

test('what is no correction is refused, and nothing is prepared', async () => {
  const { by } = errand
  const { dossier } = await errand.handedOver(4)
  const entry = await entryOf(dossier)
  const refused: readonly [string, Partial<CorrectEntry>][] = [
    ['correction-empty', { set: { 'child.name': { full: 'Nguyễn Minh An' } } }],
    ['correction-empty', { set: {} }],
    ['correction-unclear', { set: { 'contact.phone': '0912345678' } }],
    ['correction-unclear', { set: { 'requester.relation': 'mother' } }],
    ['correction-unclear', { set: { 'child.birthDate': 'hôm qua' } }],
    ['decision-missing', { decision: { ...decision, no: ' ' } }],
    ['decision-missing', { decision: { ...decision, day: '2016-08-13' } }],
    ['decision-missing', { decision: { ...decision, day: '2016-08-11' } }],
    ['reason-missing', { reason: ' ' }],
  ]
  for (const [code, change] of refused) {
    await assert.rejects(correctEntry(by('yen'), correcting(entry, change)), refuses(code), code)
  }
  assert.deepEqual(await listAmendments(by('yen'), entry), [])
  const crossed = await errand.signedBy('vinh')
  await crossOut(by('yen'), { ...errand.act(crossed.dossier), reason: 'Bản chính khác.' })
  const gone = await entryOf(crossed.dossier)
  await assert.rejects(correctEntry(by('yen'), correcting(gone)), refuses('entry-not-registered'))
})

test('the head returns an amendment with a reason; it is never signed, another is prepared', async () => {
  const { by } = errand
  const { dossier } = await errand.handedOver(5)
  const entry = await entryOf(dossier)
  const prepared = await correctEntry(by('yen'), correcting(entry))
  const returning = { ...prepared, reason: 'Thiếu Giấy chứng sinh.' }
  await assert.rejects(returnAmendment(by('yen'), returning), refuses('not-the-signer'))
  await assert.rejects(
    returnAmendment(by('vinh'), { ...returning, reason: '' }),
    refuses('reason-missing'),
  )
  await returnAmendment(by('vinh'), returning)
  await assert.rejects(signAmendment(by('vinh'), prepared), refuses('amendment-ended'))
  await correctEntry(by('yen'), correcting(entry))
})

test('a note of another agency stands beside the entry, once a request', async () => {
  const { by } = errand
  const { dossier } = await errand.handedOver(6)
  const entry = await entryOf(dossier)
  const text = 'Đã đăng ký nhận cha tại UBND phường Láng Hạ, số 3/2016.'
  const given = { entry, text, requestKey: `n-${newKey()}` }
  await assert.rejects(noteEntry(by('hang'), given), refuses('act-not-yours'))
  await noteEntry(by('yen'), given)
  await noteEntry(by('yen'), given)
  assert.deepEqual(
    marginNotes(await entryOf(dossier)).map((note) => note.text),
    [text],
  )
})
