import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newKey, openErrand, refuses, type Errand } from '../../testing/errand.ts'
import {
  confirmPreview,
  open,
  propose,
  receive,
  viewForStaff,
  withdraw,
  type Dossier,
} from '../dossiers/index.ts'
import { findPerson } from '../persons/index.ts'
import { crossOut, sign } from './index.ts'

let errand: Errand
let phone = 913_600_000
before(async () => {
  errand = await openErrand()
})
after(() => errand.core.close())

type Change = Parameters<Errand['core']['filedBirth']>[0]

async function received(change: Change) {
  const { core, by, act } = errand
  const { dossier, owner } = await core.filedBirth({ 'contact.phone': `0${++phone}`, ...change })
  return { dossier: await receive(by('hang'), act(dossier)), owner }
}

const proposing = ({ dossier }: { dossier: Dossier }) =>
  propose(errand.by('yen'), { ...errand.act(dossier), remark: 'Đã so.' })

/** Refused with a reason that names nobody, and the dossier is as it was. */
async function ensureRefused(given: { dossier: Dossier }, code: string): Promise<void> {
  await assert.rejects(proposing(given), refuses(code))
  const { dossier } = await viewForStaff(errand.by('yen'), given.dossier.code)
  assert.deepEqual(dossier, given.dossier)
}

const AN = { full: 'Nguyễn Minh An' }
const notice = { 'notice.number': '9001', 'notice.book': '09/2016' }

test('a notice of birth registers one child: the second dossier with it is refused', async () => {
  const first = await received({ ...notice, 'child.name': AN })
  await proposing(first)
  const second = await received({ ...notice, 'child.name': { full: 'Nguyễn Minh Ân' } })
  await ensureRefused(second, 'birth-notice-taken')
  const twin = await received({ ...notice, 'notice.number': '9002', 'child.name': AN })
  await proposing(twin)
  // What ends without an entry gives the notice back.
  await withdraw(first.owner, { dossierId: first.dossier.id, requestKey: `w-${newKey()}` })
  await proposing(second)
})

test('a birth of a person already in the book is refused', async () => {
  const mother = { 'mother.idNumber': '012399001', 'child.name': { full: 'Trần Gia Bảo' } }
  const first = await received(mother)
  await proposing(first)
  const again = await received({ ...mother, 'notice.number': '9103' })
  await ensureRefused(again, 'birth-already-in-book')
})

test('the entry of a birth makes the person; an entry crossed out takes the birth back', async () => {
  const { by, act } = errand
  const { dossier, owner } = await received({ 'child.name': { full: 'Lê Hòa' } })
  const proposed = await proposing({ dossier })
  assert.equal(await findPerson(errand.core.database.db, { dossierId: dossier.id }), undefined)
  const own = { dossierId: dossier.id, requestKey: `c-${newKey()}` }
  const waiting = await confirmPreview(owner, own)
  assert.equal(waiting.version, proposed.version + 1)
  await open(by('vinh'), waiting)
  const signed = await sign(by('vinh'), act(waiting))
  const person = await findPerson(errand.core.database.db, { dossierId: dossier.id })
  assert.deepEqual(
    [person?.name, person?.birthDate, person?.facts.map(({ kind }) => kind)],
    ['Lê Hòa', '2016-08-08', ['born']],
  )
  await crossOut(by('yen'), { ...act(signed), reason: 'Bản chính khác.' })
  const later = await findPerson(errand.core.database.db, { dossierId: dossier.id })
  assert.deepEqual(
    later?.facts.map(({ kind }) => kind),
    ['born', 'annulled'],
  )
})
