import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { testClock } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { createLog } from '../../platform/log.ts'
import { plainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { testDatabase, type TestDatabase } from '../../testing/db.ts'
import {
  annulFact,
  entrySource,
  findPerson,
  giveNumber,
  lockPerson,
  recordBirth,
  recordCard,
  recordChange,
  recordDeath,
  recordResidence,
  unlockPerson,
  type EntryRef,
  type Identity,
} from './index.ts'

let database: TestDatabase
let ctx: Ctx
before(async () => {
  database = await testDatabase()
  ctx = {
    db: database.db,
    clock: testClock(new Date('2016-08-12T14:00:00+07:00')),
    log: createLog('silent'),
    actor: { kind: 'staff', staffId: 'yen', agencyId: 'ubnd-1', roles: ['civilStatusOfficer'] },
  }
})
after(() => database.close())

let no = 0
const entry = (book: 'birth' | 'death'): EntryRef => {
  return { agencyId: 'ubnd-1', book, year: 2016, no: ++no }
}
const dossier = () => `00000000-0000-7000-8000-${String(++no).padStart(12, '0')}`
const number = () => `001216${String(++no).padStart(6, '0')}`

const an: Identity = {
  name: 'Nguyễn  Minh An',
  sex: 'male',
  birthDate: plainDate('2016-08-01'),
  motherName: 'Lê Thị Hoa',
}

const refuses = (code: string) => (error: unknown) =>
  error instanceof Refusal && error.code === code

const kinds = async (personId: string) => {
  const person = await findPerson(ctx.db, { personId })
  return person?.facts.map(({ kind }) => kind)
}

test('a birth makes one person; residence, card and number follow by the dossier', async () => {
  const dossierId = dossier()
  const [at, no12] = [entry('birth'), number()]
  const personId = await recordBirth(ctx, ctx.db, { entry: at, person: an, dossierId })
  const of = { dossierId }
  const on = plainDate('2016-08-20')
  assert.equal(await giveNumber(ctx, ctx.db, { of, source: 'message:n1', number: no12 }), personId)
  const residence = { of, what: 'registered' as const, on, address: '12 Chùa Láng' }
  await recordResidence(ctx, ctx.db, { ...residence, source: 'message:r1' })
  await recordCard(ctx, ctx.db, { of, source: 'message:c1', number: 'TE1010123456789', on })
  const person = await findPerson(ctx.db, of)
  assert.equal(person?.name, 'Nguyễn Minh An')
  assert.equal(person?.number, no12)
  assert.deepEqual(
    person?.facts.map(({ kind, detail }) => [kind, detail]),
    [
      ['born', null],
      ['number-given', null],
      ['residence-registered', { address: '12 Chùa Láng' }],
      ['card-issued', { number: 'TE1010123456789' }],
    ],
  )
  assert.deepEqual(person?.facts[0]?.entry, at)
  assert.equal(person?.facts[0]?.notedBy, 'yen')
})

test('whatever is told again changes nothing, and tells the same person', async () => {
  const given = { entry: entry('birth'), person: an, dossierId: dossier() }
  const personId = await recordBirth(ctx, ctx.db, given)
  assert.equal(await recordBirth(ctx, ctx.db, given), personId)
  const death = { entry: entry('death'), person: an, personId, diedOn: plainDate('2016-08-09') }
  const tell = async () => {
    const of = { personId }
    await giveNumber(ctx, ctx.db, { of, source: 'message:n2', number: '001216900002' })
    await recordCard(ctx, ctx.db, {
      of,
      source: 'message:c2',
      number: 'TE1010000000002',
      on: plainDate('2016-08-05'),
    })
    await recordDeath(ctx, ctx.db, death)
    await unlockPerson(ctx, ctx.db, { annuls: entrySource(death.entry), source: 'decision:2' })
  }
  await tell()
  await tell()
  assert.deepEqual(await kinds(personId), [
    'born',
    'number-given',
    'card-issued',
    'died',
    'annulled',
  ])
})

test('one entry told by two at once makes one person', async () => {
  const given = { entry: entry('birth'), person: an }
  const tell = () => ctx.db.tx((db) => recordBirth(ctx, db, given))
  const ids = await Promise.all([tell(), tell(), tell(), tell()])
  assert.equal(new Set(ids).size, 1)
  assert.deepEqual(await kinds(ids[0]), ['born'])
})

test('a death locks the person, and an annulled death unlocks', async () => {
  const personId = await recordBirth(ctx, ctx.db, { entry: entry('birth'), person: an })
  const isLocked = async () => (await findPerson(ctx.db, { personId }))?.isLocked
  assert.equal(await isLocked(), false)
  const death = entry('death')
  const diedOn = plainDate('2016-08-10')
  await recordDeath(ctx, ctx.db, { entry: death, person: an, personId, diedOn })
  assert.equal(await isLocked(), true)
  await unlockPerson(ctx, ctx.db, { annuls: entrySource(death), source: 'decision:12' })
  assert.equal(await isLocked(), false)
  await lockPerson(ctx, ctx.db, { of: { personId }, source: 'message:death', diedOn })
  assert.equal(await isLocked(), true)
})

test('only a death unlocks: an annulled birth is another act', async () => {
  const at = entry('birth')
  const personId = await recordBirth(ctx, ctx.db, { entry: at, person: an })
  const given = { annuls: entrySource(at), source: 'decision:13' }
  await assert.rejects(unlockPerson(ctx, ctx.db, given), /told of no death/)
  assert.equal(await annulFact(ctx, ctx.db, given), personId)
  assert.deepEqual(await kinds(personId), ['born', 'annulled'])
})

test('after the death nothing new begins: a card or residence of a later day is refused', async () => {
  const personId = await recordBirth(ctx, ctx.db, { entry: entry('birth'), person: an })
  const diedOn = plainDate('2016-08-10')
  await recordDeath(ctx, ctx.db, { entry: entry('death'), person: an, personId, diedOn })
  const of = { personId }
  const card = (on: string) =>
    recordCard(ctx, ctx.db, { of, source: `card:${on}`, number: 'x', on: plainDate(on) })
  await card('2016-08-10')
  await assert.rejects(card('2016-08-11'), refuses('person-locked'))
  const home = (what: 'registered' | 'deleted') =>
    recordResidence(ctx, ctx.db, { of, source: what, what, on: plainDate('2016-08-11') })
  await assert.rejects(home('registered'), refuses('person-locked'))
  assert.equal(await home('deleted'), personId)
})

test('a second birth entry and a second death are refused, but for one registered again', async () => {
  const personId = await recordBirth(ctx, ctx.db, { entry: entry('birth'), person: an })
  const birth = () => ({ entry: entry('birth'), person: an, personId })
  const twice = ctx.db.tx((db) => recordBirth(ctx, db, birth()))
  await assert.rejects(twice, refuses('birth-already-in-book'))
  assert.equal(await recordBirth(ctx, ctx.db, { ...birth(), isAgain: true }), personId)
  const death = () => ({ entry: entry('death'), person: an, personId })
  await recordDeath(ctx, ctx.db, death())
  const dead = ctx.db.tx((db) => recordDeath(ctx, db, death()))
  await assert.rejects(dead, refuses('death-already-in-book'))
  assert.equal(await recordDeath(ctx, ctx.db, { ...death(), isAgain: true }), personId)
})

test('a crossed-out birth may be entered once more', async () => {
  const first = entry('birth')
  const personId = await recordBirth(ctx, ctx.db, { entry: first, person: an })
  await annulFact(ctx, ctx.db, { annuls: entrySource(first), source: 'crossed-out:1' })
  const again = { entry: entry('birth'), person: an, personId }
  assert.equal(await recordBirth(ctx, ctx.db, again), personId)
})

for (const [diedOn, person, isRefused] of [
  ['2016-07-31', an, true],
  ['2016-08-01', an, false],
  ['1949-12-31', { name: 'Trần Văn Ba', birthYear: 1950 }, true],
  ['1950-01-01', { name: 'Trần Văn Ba', birthYear: 1950 }, false],
] as const)
  test(`a death on ${diedOn} ${isRefused ? 'before' : 'from'} the birth is ${isRefused ? 'refused' : 'recorded'}`, async () => {
    const given = { entry: entry('death'), person, diedOn: plainDate(diedOn) }
    const dies = ctx.db.tx((db) => recordDeath(ctx, db, given))
    if (isRefused) await assert.rejects(dies, refuses('death-before-birth'))
    else assert.ok(await dies)
  })

test('a personal number tells who it is, and is one person’s', async () => {
  const given = number()
  const at = { entry: entry('birth'), person: { ...an, number: given } }
  const personId = await recordBirth(ctx, ctx.db, at)
  const death = { entry: entry('death'), person: { name: 'Nguyễn Minh Ân', number: given } }
  assert.equal(await recordDeath(ctx, ctx.db, death), personId)
  const other = await recordBirth(ctx, ctx.db, { entry: entry('birth'), person: an })
  assert.notEqual(other, personId)
  const of = { personId: other }
  const give = (source: string, value: string) =>
    ctx.db.tx((db) => giveNumber(ctx, db, { of, source, number: value }))
  await assert.rejects(give('message:n3', given), refuses('number-taken'))
  await give('message:n4', number())
  await assert.rejects(give('message:n5', number()), refuses('number-already-given'))
})

test('a correction changes the person and keeps what it was before', async () => {
  const personId = await recordBirth(ctx, ctx.db, { entry: entry('birth'), person: an })
  const of = { personId }
  await recordChange(ctx, ctx.db, { of, source: 'decision:7', person: { name: 'Nguyễn Minh Ân' } })
  const person = await findPerson(ctx.db, of)
  assert.equal(person?.name, 'Nguyễn Minh Ân')
  assert.equal(person?.birthDate, '2016-08-01')
  assert.deepEqual(person?.facts.at(-1)?.detail, { name: 'Nguyễn Minh An' })
})

test('of a dossier whose subject is not recorded yet nothing is noted', async () => {
  const of = { dossierId: dossier() }
  const given = { of, source: 'message:early', number: number() }
  assert.equal(await giveNumber(ctx, ctx.db, given), undefined)
  assert.equal(await findPerson(ctx.db, of), undefined)
})

test('the application can neither change nor delete a fact', async () => {
  await recordBirth(ctx, ctx.db, { entry: entry('birth'), person: an })
  await assert.rejects(ctx.db.query(`update person_fact set kind = 'died'`), /permission denied/)
  await assert.rejects(ctx.db.query(`delete from person_fact`), /permission denied/)
  await assert.rejects(ctx.db.query(`delete from person`), /permission denied/)
})
