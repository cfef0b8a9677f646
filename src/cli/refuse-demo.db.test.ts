import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { seedCity } from '../modules/agencies/index.ts'
import { CannotStart } from '../platform/cannot-start.ts'
import { testClock } from '../platform/clock.ts'
import { createLog } from '../platform/log.ts'
import { root } from '../platform/root.ts'
import { testDatabase, type TestDatabase } from '../testing/db.ts'
import { ensureNotDemo } from './refuse-demo.ts'
import { DEMO_PASSWORD, seedStaff } from './seed-staff.ts'

let database: TestDatabase
const home = mkdtempSync(join(tmpdir(), 'motcua-not-demo-'))
before(async () => {
  database = await testDatabase()
  await seedCity(database.db, join(root, 'data'))
})
after(async () => {
  await database.close()
  rmSync(home, { recursive: true, force: true })
})

test('a database with the demo’s accounts does not serve outside the demo', async () => {
  const { db } = database
  await ensureNotDemo({ db, home })
  await seedStaff({
    db,
    clock: testClock(new Date('2016-08-12T03:00:00Z')),
    log: createLog('silent'),
  })
  await assert.rejects(ensureNotDemo({ db, home }), (error) => {
    assert.ok(error instanceof CannotStart)
    assert.ok(!error.message.includes(DEMO_PASSWORD))
    return true
  })
  await database.owner.query(`update staff set state = 'disabled', disabled_at = created_at`)
  await ensureNotDemo({ db, home })
})

test('a home with the demo’s signing keys does not serve outside the demo', async () => {
  const { db } = database
  mkdirSync(join(home, 'keys'))
  writeFileSync(join(home, 'keys', 'demo-root.pem'), '')
  await assert.rejects(ensureNotDemo({ db, home }), CannotStart)
})
