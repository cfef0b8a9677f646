import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { catalogue } from '../catalogue/index.ts'
import { loadProcedures, verifyHashes } from '../modules/procedures/index.ts'
import { testClock } from '../platform/clock.ts'
import { plainDate } from '../platform/plain-date.ts'
import { testDatabase, type TestDatabase } from '../testing/db.ts'
import { seedCatalogue } from './seed-catalogue.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

test('a start publishes the catalogue once, and the next start adds nothing', async () => {
  const { db } = database
  const clock = testClock(new Date('2016-08-12T01:00:00Z'))
  assert.match(await seedCatalogue(db, clock), new RegExp(`${catalogue.length} new$`))
  assert.match(await seedCatalogue(db, clock), / 0 new$/)
  assert.deepEqual(await verifyHashes(db), [])
})

test('what is offered on a day is what the catalogue says, word for word', async () => {
  const procedures = await loadProcedures(database.db)
  for (const definition of catalogue) {
    const day = plainDate(definition.validFrom)
    assert.deepEqual(procedures.revisionOn(definition.key, day), definition)
  }
})
