import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testDatabase, type TestDatabase } from '../testing/db.ts'

let database: TestDatabase
before(async () => {
  database = await testDatabase()
})
after(() => database.close())

test('a connection that dies between two statements fails its transaction, not the process', async () => {
  const { db } = database
  await assert.rejects(
    db.tx(async (tx) => {
      const { rows } = await tx.query<{ pid: number }>('select pg_backend_pid() as pid')
      await db.query('select pg_terminate_backend($1)', [rows[0]!.pid])
      // The server's goodbye arrives while no statement of ours is under way.
      for (let turn = 0; turn < 20; turn++) await db.query('select 1')
      await tx.query('select 1')
    }),
  )
  assert.equal((await db.query('select 1')).rowCount, 1)
})

test('what a transaction wrote is gone when its work throws', async () => {
  const { db } = database
  const marker = new Error('no')
  const write = `insert into dossier_directory (key, kind, agency_id, dossier_id)
    values ('t', 'id', 'a', '01900000-0000-7000-8000-000000000000')`
  await assert.rejects(
    db.tx(async (tx) => {
      await tx.query(write)
      throw marker
    }),
    (error) => error === marker,
  )
  assert.equal((await db.query(`select 1 from dossier_directory where key = 't'`)).rowCount, 0)
})
