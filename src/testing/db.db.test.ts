import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDatabase } from './db.ts'

const a = await testDatabase()
const b = await testDatabase()
after(() => Promise.all([a.close(), b.close()]))

test('each test database is its own: a table made in one is not in the other', async () => {
  await a.owner.query('create table mark (id int)')
  const found = await b.owner.query(`select to_regclass('mark') as mark`)
  assert.deepEqual(found.rows, [{ mark: null }])
})

test('the application role owns nothing and may not create', async () => {
  const { rows } = await a.db.query(
    `select rolsuper, (select count(*) from pg_class where relowner = r.oid) as owned
     from pg_roles r where rolname = current_user`,
  )
  assert.deepEqual(rows, [{ rolsuper: false, owned: 0 }])
  await assert.rejects(a.db.query('create table mine (id int)'), /permission denied/)
})

test('the application role may enqueue a job in its own transaction', async () => {
  await a.db.tx((db) => db.query(`select graphile_worker.add_job('x', '{}')`))
  const { rows } = await a.db.query('select task_identifier from graphile_worker.jobs')
  assert.deepEqual(rows, [{ task_identifier: 'x' }])
})

test('the server is the version that was asked for', async () => {
  const { rows } = await a.db.query<{ v: string }>(
    `select current_setting('server_version_num') as v`,
  )
  const expected = process.env['MOTCUA_TEST_PG'] === '15' ? '15' : '18'
  assert.equal(rows[0]?.v.slice(0, 2), expected)
})

test('Vietnamese capitals and order are the same on every server', async () => {
  const { rows } = await a.db.query(`select lower('ĐẶNG ƯỚC') as low, 'Ấn' < 'ấn' as ordered`)
  assert.deepEqual(rows, [{ low: 'đặng ước', ordered: true }])
})
