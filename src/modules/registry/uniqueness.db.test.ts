import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sampleDeath2016 } from '../../catalogue/testing-death.ts'
import { newKey, openErrand, refuses, type Errand } from '../../testing/errand.ts'
import {
  confirmPreview,
  open,
  propose,
  receive,
  releaseClaims,
  viewForStaff,
  withdraw,
  type Dossier,
} from '../dossiers/index.ts'
import { findPerson } from '../persons/index.ts'
import { crossOut, handOver, sign } from './index.ts'

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

type DeathChange = Parameters<typeof sampleDeath2016>[0]

async function receivedDeath(change: DeathChange) {
  const { core, by, act } = errand
  const answers = sampleDeath2016({ 'contact.phone': `0${++phone}`, ...change })
  const { dossier, owner } = await core.filed('death.register', answers)
  return { dossier: await receive(by('hang'), act(dossier)), owner }
}

async function registeredDeath(change: DeathChange, page: number): Promise<Dossier> {
  const { by, act } = errand
  const given = await receivedDeath(change)
  await proposing(given)
  const { dossier } = await viewForStaff(by('yen'), given.dossier.code)
  const own = { dossierId: dossier.id, requestKey: `c-${newKey()}` }
  const waiting = await confirmPreview(given.owner, own)
  await open(by('vinh'), waiting)
  const signed = await sign(by('vinh'), act(waiting))
  return handOver(by('hang'), await errand.collecting(signed, page))
}

test('a second death of a person is refused, by number or by name, birth and last residence', async () => {
  const first = await registeredDeath({ 'deceased.idNumber': '010055001' }, 21)
  assert.equal(first.state, 'handed_over')
  // What a registration confirmed goes with an annulment alone.
  const at = { agencyId: first.agencyId, dossierId: first.id }
  await releaseClaims(errand.core.database.db, at)
  const byNumber = { 'deceased.idNumber': '010055001', 'deceased.name': { full: 'Đặng Thị Nga' } }
  await ensureRefused(await receivedDeath(byNumber), 'death-already-in-book')
  await ensureRefused(
    await receivedDeath({ 'deceased.idNumber': undefined }),
    'death-already-in-book',
  )
  // Another card number: another woman of that name and year in the ward.
  await proposing(await receivedDeath({ 'deceased.idNumber': '010055002' }))
})

test('a registered death locks the person', async () => {
  const named = { 'deceased.name': { full: 'Phạm Văn Ước' }, 'deceased.idNumber': '010055003' }
  const dossier = await registeredDeath(named, 22)
  const person = await findPerson(errand.core.database.db, { dossierId: dossier.id })
  assert.deepEqual([person?.name, person?.isLocked], ['Phạm Văn Ước', true])
  assert.equal(person?.facts.at(-1)?.happenedOn, '2016-08-10')
})

test('a death before the birth is refused before it is filed, and again before it is proposed', async () => {
  const late = { 'deceased.birthDate': '2016-08-11', 'deceased.idNumber': '010055004' }
  await assert.rejects(receivedDeath(late), refuses('law-refuses'))
  const given = await receivedDeath({ 'deceased.idNumber': '010055005' })
  // What no form would let through.
  await errand.core.database.owner.query(
    `update declaration set answers = answers || '{"deceased.birthDate": "2016-08-11"}'
     where dossier_id = $1`,
    [given.dossier.id],
  )
  await ensureRefused(given, 'death-before-birth')
})
