import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { newKey, openErrand, refuses, type Errand } from '../../testing/errand.ts'
import { takeNumber, viewForStaff, type Dossier } from '../dossiers/index.ts'
import { fileSigner } from '../papers/index.ts'
import { findPerson } from '../persons/index.ts'
import {
  type Issuing,
  annulEntry,
  checkCertificate,
  correctEntry,
  issueCertificate,
  listExtracts,
  marginNotes,
  printOnBlank,
  receiveBlanks,
  savePrinter,
  signAmendment,
} from './index.ts'
import { findCertificate } from './certificate-store.ts'
import { amendingOf, correcting, decision, type Amending } from '../../testing/amending.ts'

let errand: Errand
let deps: Issuing
let home: string
let entryOf: Amending['entryOf']
let printed: Amending['printed']
let registeredDeath: Amending['registeredDeath']
before(async () => {
  errand = await openErrand()
  ;({ entryOf, printed, registeredDeath } = amendingOf(errand))
  home = await mkdtemp(join(tmpdir(), 'motcua-keys-'))
  const signer = await fileSigner(home, { demo: true })
  deps = { files: errand.core.files, signer, publicUrl: 'http://localhost:1' }
})
after(async () => {
  await errand.core.close()
  await rm(home, { recursive: true })
})

test('a correction of a grown-up is the district’s until it was no more, and names who', async () => {
  const { by } = errand
  const dossier = await registeredDeath(11, '010066001')
  const entry = await entryOf(dossier)
  const given = correcting(entry, { set: { 'death.cause': 'Suy tim' } })
  await assert.rejects(correctEntry(by('yen'), given), (error: Error & { data?: unknown }) => {
    refuses('amendment-not-ours')(error)
    assert.deepEqual(error.data, { who: 'UBND quận Đống Đa, Thành phố Hà Nội' })
    return true
  })
  const decided = { ...decision, by: 'UBND quận Đống Đa' }
  const noted = await correctEntry(by('yen'), { ...given, decision: decided })
  await signAmendment(by('vinh'), noted)
  assert.match(
    marginNotes(await entryOf(dossier))[0]!.text,
    /thành “Suy tim” theo .* UBND quận Đống Đa/,
  )
  const extracts = await listExtracts(by('yen'), entry)
  assert.equal(extracts.filter(({ series }) => series === 'amendment').length, 0)
})

test('a wrong death entry is annulled by decision: the person lives, and may be registered again', async () => {
  const { by, core } = errand
  const dossier = await registeredDeath(12, '010066002')
  const entry = await entryOf(dossier)
  assert.equal((await findPerson(core.database.db, { dossierId: dossier.id }))?.isLocked, true)
  const reason = 'Người bị khai tử nhầm, còn sống.'
  const given = { entry, decision, reason, requestKey: `k-${newKey()}` }
  const birth = await entryOf((await errand.handedOver(7)).dossier)
  await assert.rejects(
    annulEntry(by('yen'), { ...given, entry: birth }),
    refuses('annulment-only-of-deaths'),
  )
  const prepared = await annulEntry(by('yen'), given)
  await signAmendment(by('vinh'), prepared)
  assert.equal((await findPerson(core.database.db, { dossierId: dossier.id }))?.isLocked, false)
  const view = await viewForStaff(by('yen'), dossier.code)
  assert.equal(view.events.at(-1)?.kind, 'entryAnnulled')
  await issueCertificate(core.system, deps, { agencyId: dossier.agencyId, dossierId: dossier.id })
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const certificate = await findCertificate(core.database.db, at)
  assert.equal((await checkCertificate(core.system, certificate!.token)).verdict, 'crossed-out')
  await assert
    .rejects(annulEntry(by('yen'), given), refuses('entry-not-registered'))
    .catch(() => undefined)
  const again = { ...given, requestKey: `k-${newKey()}` }
  await assert.rejects(annulEntry(by('yen'), again), refuses('entry-not-registered'))
  // The same person dies for good, years later.
  await registeredDeath(13, '010066002')
})

test('a number that arrives after the signature is an act beside the entry, once', async () => {
  const { core } = errand
  const arrived = async (dossier: Dossier, number: string) =>
    core.database.db.tx((db) =>
      takeNumber(core.system, db, { dossier, number, source: `m-${newKey()}` }),
    )
  const { dossier } = await errand.signedBy('vinh')
  const entry = await entryOf(dossier)
  const told = await arrived(dossier, '001316000123')
  assert.equal((await entryOf(dossier)).acts.at(-1)?.kind, 'number-given')
  assert.equal((await printed(entry, 'original')).child.personalNumber, '001316000123')
  const again = await arrived(told, '001316000123')
  assert.equal((await entryOf(dossier)).acts.length, 1)
  await assert.rejects(arrived(again, '001316000124'), refuses('number-already-given'))
  assert.match(marginNotes(await entryOf(dossier))[0]!.text, /cấp sau: 001316000123/)
})

test('an extract of a death is printed on no blank of the Ministry', async () => {
  const { by } = errand
  const dossier = await registeredDeath(14, '010066004')
  await receiveBlanks(by('hang'), { firstSerial: 'KT000001', count: 1 })
  await savePrinter(by('hang'), { id: 'may-1', name: 'Máy 1', dxMm: 0, dyMm: 0 })
  const given = { code: dossier.code, serial: 'KT000001', printerId: 'may-1' }
  await assert.rejects(printOnBlank(by('hang'), given), refuses('paper-without-blank'))
})
