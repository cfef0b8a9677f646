import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { testDatabase } from '../testing/db.ts'
import { CannotStart } from './cannot-start.ts'
import { testClock } from './clock.ts'
import { bringUpToDate, ensureRecent, type Database } from './database.ts'
import { migrate, pendingMigrations, readMigrations } from './migrate.ts'
import { APP_ROLE } from './postgres/roles.ts'
import { root } from './root.ts'

const { db, owner, url, ownerUrl, close } = await testDatabase()
const directory = mkdtempSync(join(tmpdir(), 'motcua-migrations-'))
after(close)
after(() => rmSync(directory, { recursive: true }))
const clock = testClock(new Date('2016-08-10T02:00:00Z'))
const run = (): Promise<string[]> => migrate({ ownerUrl, appRole: APP_ROLE, directory, clock })

test('each file is applied once, in order, with the application’s role filled in', async () => {
  writeFileSync(join(directory, '9002-b.sql'), 'grant select on park to {{app}};')
  writeFileSync(join(directory, '9001-a.sql'), 'create table park (id int);')
  assert.deepEqual(await run(), ['9001-a.sql', '9002-b.sql'])
  assert.deepEqual(await run(), [])
  assert.deepEqual((await db.query('select * from park')).rows, [])
  const { rows } = await db.query(
    `select applied_at from schema_migration where name = '9001-a.sql'`,
  )
  assert.deepEqual(rows, [{ applied_at: clock.now() }])
})

test('two starts at once apply a file once', async () => {
  writeFileSync(join(directory, '9003-c.sql'), 'create table lake (id int);')
  const both = await Promise.all([run(), run()])
  assert.deepEqual(both.flat(), ['9003-c.sql'])
})

test('a file that fails leaves nothing and says where', async () => {
  writeFileSync(join(directory, '9004-d.sql'), 'create table river (id int);\nselect nonsense;')
  await assert.rejects(run(), /9004-d\.sql:2/)
  const { rows } = await owner.query(`select to_regclass('river') as river`)
  assert.deepEqual(rows, [{ river: null }])
  rmSync(join(directory, '9004-d.sql'))
})

test('an applied file that has changed is refused', async () => {
  writeFileSync(join(directory, '9003-c.sql'), 'create table lake (id bigint);')
  await assert.rejects(run(), CannotStart)
  writeFileSync(join(directory, '9003-c.sql'), 'create table lake (id int);')
})

test('without the owner’s connection a pending migration is refused', async () => {
  writeFileSync(join(directory, '9005-e.sql'), 'create table hill (id int);')
  assert.deepEqual(await pendingMigrations(db, directory), ['9005-e.sql'])
  const database = { db, url, ownerUrl: undefined } as Database
  await assert.rejects(bringUpToDate({ database, directory, clock }), /9005-e\.sql/)
})

test('an application role that owns a table is refused', async () => {
  // The owner posing as the application: what a single DATABASE_URL for both would be.
  const database = { db: owner, url: ownerUrl, ownerUrl: undefined } as Database
  const all = join(root, 'migrations')
  await assert.rejects(bringUpToDate({ database, directory: all, clock }), /owns the table/)
})

test('PostgreSQL 14 is too old and 15 is not', async () => {
  const answering = (number: number, text: string): Pick<typeof db, 'query'> => ({
    query: (_sql) => db.query('select $1::int as number, $2::text as text', [number, text]),
  })
  await assert.rejects(ensureRecent(answering(140_019, '14.19')), /14\.19 is too old/)
  await ensureRecent(answering(150_000, '15.0'))
})

test('numbers of the product’s own files are unique, and so is their order', () => {
  const numbers = readMigrations(join(root, 'migrations')).map(({ name }) => name.slice(0, 4))
  assert.equal(new Set(numbers).size, numbers.length)
})
