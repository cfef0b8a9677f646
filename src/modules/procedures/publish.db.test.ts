import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { Refusal } from '../../platform/refusal.ts'
import { plainDate } from '../../platform/plain-date.ts'
import { testDatabase, type TestDatabase } from '../../testing/db.ts'
import { loadProcedures, procedureHash, publish, verifyHashes } from './index.ts'
import { sampleProcedure } from './testing.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

const now = new Date('2016-08-01T00:00:00Z')
const day = plainDate('2016-08-12')

async function refusalOf(document: unknown): Promise<Refusal> {
  try {
    await publish(database.db, document, now)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('was published')
}

test('a server that runs sees what is published, and publishing it again changes nothing', async () => {
  const { db } = database
  assert.equal((await loadProcedures(db)).revisionOn('road.close', day), undefined)
  const published = await publish(db, sampleProcedure(), now)
  assert.equal(published.isNew, true)
  assert.deepEqual((await loadProcedures(db)).revisionOn('road.close', day), sampleProcedure())
  assert.deepEqual(await publish(db, sampleProcedure(), now), { ...published, isNew: false })
  assert.equal(await loadProcedures(db), await loadProcedures(db))
})

test('a published revision cannot be published with other contents', async () => {
  const refusal = await refusalOf(sampleProcedure({ receiveWithinWorkingDays: 2 }))
  assert.equal(refusal.code, 'procedure-revision-taken')
})

test('revisions follow one another without a gap in their numbers', async () => {
  const refusal = await refusalOf(sampleProcedure({ revision: 3, validFrom: '2020-01-01' }))
  assert.equal(refusal.code, 'procedure-revision-not-next')
  assert.equal(refusal.data['next'], 2)
})

test('a revision begins after the last one: two are never in force together', async () => {
  const refusal = await refusalOf(sampleProcedure({ revision: 2, validFrom: '2016-08-01' }))
  assert.equal(refusal.code, 'procedure-interval-overlaps')
  assert.equal(refusal.data['free'], '2016-08-02')
})

test('a change of law ends the revision before it, which stays as it was published', async () => {
  const { db } = database
  const next = sampleProcedure({ revision: 2, validFrom: '2020-01-01', validTo: '2020-12-31' })
  await publish(db, next, now)
  const procedures = await loadProcedures(db)
  assert.equal(procedures.revisionOn('road.close', plainDate('2019-12-31'))?.revision, 1)
  assert.equal(procedures.revisionOn('road.close', plainDate('2020-01-01'))?.revision, 2)
  assert.deepEqual(procedures.revision('road.close', 1), sampleProcedure())
  const inside = await refusalOf(sampleProcedure({ revision: 3, validFrom: '2020-12-31' }))
  assert.equal(inside.code, 'procedure-interval-overlaps')
})

test('an address on the web belongs to one procedure', async () => {
  const refusal = await refusalOf(sampleProcedure({ key: 'road.other' }))
  assert.equal(refusal.code, 'procedure-slug-taken')
})

test('a bad document is refused with every mistake', async () => {
  const refusal = await refusalOf(
    sampleProcedure({ key: 'bad', slug: 'bad', validFrom: '2016-02-31', name: { vi: 'Tên' } }),
  )
  assert.equal(refusal.code, 'procedure-invalid')
  const mistakes = refusal.data['mistakes'] as { code: string }[] // made by findMistakes
  assert.deepEqual(
    mistakes.map(({ code }) => code),
    ['text-english-missing', 'day-not-real'],
  )
})

test('the application can neither change nor delete what is published', async () => {
  const { db } = database
  for (const sql of [
    `update procedure_revision set valid_to = '2016-09-01'`,
    'delete from procedure_revision',
  ])
    await assert.rejects(db.query(sql), /permission denied/)
})

test('a stored document that was tampered with is found by its hash', async () => {
  const { db, owner } = database
  assert.deepEqual(await verifyHashes(db), [])
  await owner.query(
    `update procedure_revision set document = jsonb_set(document, '{draftExpiresAfterDays}', '1')
     where key = 'road.close' and revision = 2`,
  )
  assert.deepEqual(await verifyHashes(db), [{ key: 'road.close', revision: 2 }])
})

test('the hash of a document does not hang on the order of its keys', () => {
  const sample = sampleProcedure()
  const reversed = Object.fromEntries(Object.entries(sample).toReversed())
  assert.equal(procedureHash(reversed), procedureHash(sample))
  assert.notEqual(procedureHash({ ...sample, revision: 2 }), procedureHash(sample))
})
