import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openErrand, refuses, type Errand } from '../../testing/errand.ts'
import { viewForStaff, type Dossier } from '../dossiers/index.ts'
import {
  collectingAct,
  crossOut,
  findEntry,
  handOver,
  register,
  registerLegsPort,
} from './index.ts'
import { publishBirthAs, withLeg } from './testing.ts'

let errand: Errand
const ended = new Set<string>()

before(async () => {
  errand = await openErrand()
  registerLegsPort(async (_db, { dossierId }) => !ended.has(dossierId))
  await publishBirthAs(errand.core, 'birth.with_leg', withLeg())
  await publishBirthAs(errand.core, 'birth.with_book', withLeg({ opens: { on: 'registered' } }))
})
after(() => errand.core.close())

async function signed(procedureKey?: string): Promise<Dossier> {
  return (await errand.signedBy('vinh', procedureKey)).dossier
}

async function collectingOf(dossier: Dossier) {
  return collectingAct(errand.by('hang'), await viewForStaff(errand.by('hang'), dossier.code))
}

test('with other agencies at work the original is given first, the rest when all have ended', async () => {
  const { by, act, ensureFolds } = errand
  const dossier = await signed('birth.with_leg')
  assert.equal(dossier.endedAt, null, 'the clock goes on until the last leg has ended')
  assert.equal(await collectingOf(dossier), 'register')
  await assert.rejects(
    handOver(by('hang'), await errand.collecting(dossier)),
    refuses('legs-still-open'),
  )
  const registered = await register(by('hang'), await errand.collecting(dossier))
  assert.equal(registered.state, 'interlinking')
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  assert.equal((await findEntry(by('hang'), at))?.act?.kind, 'registered')
  assert.equal(await collectingOf(registered), 'wait')
  const later = { ...act(registered), compared: [], collector: 'Người yêu cầu.' }
  await assert.rejects(handOver(by('hang'), later), refuses('legs-still-open'))
  ended.add(dossier.id)
  assert.equal(await collectingOf(registered), 'handOver')
  const handed = await handOver(by('hang'), later)
  assert.equal(handed.state, 'handed_over')
  await assert.rejects(handOver(by('hang'), { ...later, ...act(handed) }), refuses('act-not-now'))
  await ensureFolds(handed)
})

test('what opens only with the signed book is waited for before it is signed', async () => {
  const { by } = errand
  const dossier = await signed('birth.with_book')
  ended.add(dossier.id) // no leg was opened yet
  assert.equal(await collectingOf(dossier), 'register')
  await assert.rejects(
    handOver(by('hang'), await errand.collecting(dossier)),
    refuses('legs-still-open'),
  )
  const registered = await register(by('hang'), await errand.collecting(dossier))
  assert.equal(registered.state, 'interlinking')
})

test('without other agencies the book is signed at hand-over and not before', async () => {
  const { by } = errand
  const dossier = await signed()
  await assert.rejects(
    register(by('hang'), await errand.collecting(dossier)),
    refuses('act-not-now'),
  )
  assert.equal((await handOver(by('hang'), await errand.collecting(dossier))).state, 'handed_over')
})

test('an entry crossed out while other agencies work ends the clock of its filing', async () => {
  const { by, act } = errand
  const dossier = await signed('birth.with_leg')
  const crossed = await crossOut(by('yen'), { ...act(dossier), reason: 'Bản chính khác.' })
  assert.ok(crossed.endedAt)
})
