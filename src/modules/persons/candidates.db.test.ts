import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { testClock } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { createLog } from '../../platform/log.ts'
import { plainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { testDatabase, type TestDatabase } from '../../testing/db.ts'
import {
  annulFact,
  decideSubject,
  entrySource,
  erasePerson,
  findCandidates,
  findPerson,
  findSubjectCandidates,
  listSubjectDecisions,
  recordBirth,
  recordChange,
  recordDeath,
  type EntryRef,
  type Identity,
} from './index.ts'
import {
  loadPeople,
  makeCleanFilings,
  makePeople,
  makeTruePairs,
  PeopleInMemory,
} from './testing.ts'

let database: TestDatabase
let ctx: Ctx
const people = [...makePeople(11, 3_000)]
const memory = new PeopleInMemory()

before(async () => {
  database = await testDatabase()
  ctx = {
    db: database.db,
    clock: testClock(new Date('2016-08-12T14:00:00+07:00')),
    log: createLog('silent'),
    actor: { kind: 'staff', staffId: 'yen', agencyId: 'ubnd-1', roles: ['civilStatusOfficer'] },
  }
  for (const person of people) memory.add(person)
  await loadPeople(database.owner, people, { from: 0, at: ctx.clock.now() })
  await fillTables()
})
after(() => database.close())

/** As many rows as people, so that reading a whole table would be dear. */
async function fillTables(): Promise<void> {
  const { owner } = database
  await owner.query(`insert into person_source select 'entry:' || id, id from person`)
  await owner.query(`insert into person_fact (person_id, no, kind, source, noted_at)
    select id, 1, 'born', 'entry:' || id, made_at from person`)
  await owner.query(`insert into person_detail select id, 1, '{}' from person`)
  await owner.query(`insert into person_number select 'hash:' || id, id from person`)
  await owner.query(`insert into person_decision
    select 'dossier:' || id, id, 'other', 'yen', made_at from person`)
  await owner.query(`analyze person, person_name_key, person_fact, person_source, person_detail,
    person_number, person_decision`)
}

let no = 0
const entry = (book: 'birth' | 'death' = 'birth'): EntryRef => {
  return { agencyId: 'ubnd-1', book, year: 2016, no: ++no }
}
const dossier = () => `00000000-0000-7000-8000-${String(++no).padStart(12, '0')}`

const hen: Identity = {
  name: "H'Hen Niê",
  sex: 'female',
  birthDate: plainDate('2016-03-08'),
  motherName: 'H’Linh Êban',
}

test('the database finds whom the search in memory finds, in the same order', async () => {
  const pairs = makeTruePairs(12, people, 150).map(({ identity }) => identity)
  const clean = makeCleanFilings(13, people, 50).map(({ identity }) => identity)
  for (const identity of [...pairs, ...clean]) {
    const found = await findCandidates(ctx.db, identity)
    const expected = memory.find(identity).filter(({ likeness }) => likeness.band !== undefined)
    assert.deepEqual(
      found.map(({ score, band, reasons }) => ({ score, band, reasons })),
      expected.map(({ likeness }) => likeness),
    )
  }
})

test('the search reads by its keys, never a whole table', async () => {
  const asked: { sql: string; params: readonly unknown[] }[] = []
  const noting: Queryable = {
    query: (sql, params = []) => {
      asked.push({ sql, params })
      return ctx.db.query(sql, params)
    },
  }
  const of = { dossierId: dossier(), subject: { ...people[0]!, number: '001216000001' } }
  await findSubjectCandidates(noting, of)
  await findPerson(noting, { dossierId: of.dossierId })
  assert.ok(asked.length >= 5)
  for (const { sql, params } of asked) {
    const { rows } = await database.owner.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, params)
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    assert.doesNotMatch(plan, /Seq Scan on person/, `${sql}\n${plan}`)
  }
})

test('somebody recorded is found, and no more when the entry is crossed out', async () => {
  const at = entry()
  const personId = await recordBirth(ctx, ctx.db, { entry: at, person: hen })
  const find = async () => (await findCandidates(ctx.db, hen)).map(({ person }) => person.id)
  assert.deepEqual(await find(), [personId])
  await annulFact(ctx, ctx.db, { annuls: entrySource(at), source: 'crossed-out:1' })
  assert.deepEqual(await find(), [])
  await recordBirth(ctx, ctx.db, { entry: entry(), person: hen, personId })
  assert.deepEqual(await find(), [personId])
  await erasePerson(ctx, ctx.db, personId)
})

test('after a correction the new name finds the person, and the old one does not', async () => {
  const name = 'Khuất Thúy Vinh Quỳ'
  const personId = await recordBirth(ctx, ctx.db, { entry: entry(), person: { ...hen, name } })
  const likely = async (asked: string) =>
    (await findCandidates(ctx.db, { name: asked, birthDate: hen.birthDate! })).some(
      ({ person, band }) => person.id === personId && band === 'likely',
    )
  assert.equal(await likely(name), true)
  const person = { name: 'Đàm Uyển Nhã' }
  await recordChange(ctx, ctx.db, { of: { personId }, source: 'decision:8', person })
  assert.equal(await likely(name), false)
  assert.equal(await likely(person.name), true)
})

test('the number finds whoever bears it, whatever the name', async () => {
  const number = '001216777777'
  const person = { name: 'Vi Văn Ký', number }
  const personId = await recordBirth(ctx, ctx.db, { entry: entry(), person })
  const [found] = await findCandidates(ctx.db, { name: 'Ai Đó', number })
  assert.deepEqual([found?.person.id, found?.band], [personId, 'likely'])
  assert.equal(found?.reasons[0], 'number-same')
})

test('an officer says “not the same”: kept with who and when, and not shown again', async () => {
  const dossierId = dossier()
  const personId = await recordBirth(ctx, ctx.db, { entry: entry(), person: hen })
  const find = () => findSubjectCandidates(ctx.db, { dossierId, subject: hen })
  assert.deepEqual(
    (await find()).map(({ person, isSame, band }) => [person.id, isSame, band]),
    [[personId, false, 'likely']],
  )
  const said = { dossierId, personId, decidedBy: 'yen' }
  await decideSubject(ctx, ctx.db, { ...said, verdict: 'other' })
  await decideSubject(ctx, ctx.db, { ...said, verdict: 'other', decidedBy: 'hang' })
  assert.deepEqual(await find(), [])
  assert.deepEqual(await listSubjectDecisions(ctx.db, dossierId), [
    { personId, verdict: 'other', decidedBy: 'yen', decidedAt: ctx.clock.now() },
  ])
  const elsewhere = { dossierId: dossier(), subject: hen }
  assert.equal((await findSubjectCandidates(ctx.db, elsewhere)).length, 1)
  await erasePerson(ctx, ctx.db, personId)
})

test('an officer says “the same”: the death joins the person who was born', async () => {
  const dossierId = dossier()
  const personId = await recordBirth(ctx, ctx.db, { entry: entry(), person: hen })
  const said = { dossierId, personId, verdict: 'same' as const, decidedBy: 'yen' }
  await decideSubject(ctx, ctx.db, said)
  const [found] = await findSubjectCandidates(ctx.db, { dossierId, subject: hen })
  assert.equal(found?.isSame, true)
  const death = { entry: entry('death'), person: { name: 'HHen Niê' }, dossierId }
  assert.equal(await recordDeath(ctx, ctx.db, death), personId)
  const whole = await findPerson(ctx.db, { dossierId })
  assert.deepEqual(
    [whole?.name, whole?.facts.map(({ kind }) => kind), whole?.isLocked],
    ["H'Hen Niê", ['born', 'died'], true],
  )
  // Its own subject is no candidate of the dossier.
  assert.deepEqual(await findSubjectCandidates(ctx.db, { dossierId, subject: hen }), [])
  await erasePerson(ctx, ctx.db, personId)
})

test('of one dossier one person is the same: the last word counts', async () => {
  const dossierId = dossier()
  const [first, second] = [
    await recordBirth(ctx, ctx.db, { entry: entry(), person: hen }),
    await recordBirth(ctx, ctx.db, { entry: entry(), person: hen }),
  ]
  for (const personId of [first, second])
    await decideSubject(ctx, ctx.db, { dossierId, personId, verdict: 'same', decidedBy: 'yen' })
  const verdicts = await listSubjectDecisions(ctx.db, dossierId)
  assert.deepEqual(
    new Map(verdicts.map(({ personId, verdict }) => [personId, verdict])),
    new Map([
      [first, 'other'],
      [second, 'same'],
    ]),
  )
  for (const personId of [first, second]) await erasePerson(ctx, ctx.db, personId)
})

test('nothing is decided about somebody who is not there', async () => {
  const about = { dossierId: dossier(), verdict: 'other', decidedBy: 'yen' } as const
  await assert.rejects(
    decideSubject(ctx, ctx.db, { ...about, personId: dossier() }),
    (error: unknown) => error instanceof Refusal && error.code === 'not-found',
  )
})

test('an erased person is found by nothing, and the facts stay without names', async () => {
  const number = '001216888888'
  const person = { ...hen, name: 'Vừ Mí Kẻ', number }
  const personId = await recordBirth(ctx, ctx.db, { entry: entry(), person })
  await recordChange(ctx, ctx.db, {
    of: { personId },
    source: 'decision:9',
    person: { name: 'Vừ Mí Ké' },
  })
  await erasePerson(ctx, ctx.db, personId)
  await erasePerson(ctx, ctx.db, personId)
  const { rows } = await ctx.db.query(
    `select (select count(*) from person_name_key where person_id = $1)
          + (select count(*) from person_detail where person_id = $1)
          + (select count(*) from person_number where person_id = $1) as left`,
    [personId],
  )
  assert.deepEqual(rows, [{ left: 0 }])
  const whole = await findPerson(ctx.db, { personId })
  assert.deepEqual([whole?.name, whole?.number, whole?.birthDate], [null, null, null])
  assert.deepEqual(
    whole?.facts.map(({ kind, detail }) => [kind, detail]),
    [
      ['born', null],
      ['changed', null],
    ],
  )
  assert.deepEqual(await findCandidates(ctx.db, person), [])
})
