import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { testDatabase } from '../testing/db.ts'
import { seedCalendarTables } from './seed-calendar.ts'

const { db, close } = await testDatabase()
after(close)

test('loading the calendar says how much was loaded, each time the same', async () => {
  const dataDir = join(import.meta.dirname, '../../data')
  const line = 'calendar: 214 days off or swapped, 5 windows of hours'
  assert.equal(await seedCalendarTables(db, dataDir), line)
  assert.equal(await seedCalendarTables(db, dataDir), line)
})
