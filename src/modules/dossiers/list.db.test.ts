import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ctx } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db.ts'
import { openCore, type Core } from '../../testing/core.ts'
import {
  countChannels,
  countQueues,
  listOwnDossiers,
  listWorklist,
  queues,
  track,
  viewForStaff,
  type Dossier,
} from './index.ts'

let core: Core
let dossier: Dossier

/** A ward with 10,000 dossiers of other years, one in a hundred still open, beside one of today. */
before(async () => {
  core = await openCore()
  ;({ dossier } = await core.filedBirth({ 'contact.phone': '0913400001' }))
  await core.database.owner.query(
    `insert into dossier select (jsonb_populate_record(one, jsonb_build_object(
         'id', gen_random_uuid(), 'code', one.code || '-' || n, 'phone', '09' || lpad(n::text, 8, '0'),
         'code_day', date '2010-01-01' + n / 5000, 'code_no', 1 + n % 5000,
         'state', case when n % 100 = 0 then 'filed' else 'handed_over' end))).*
       from dossier one, generate_series(1, 10000) n`,
  )
  await core.database.owner.query(
    `insert into due_action (agency_id, dossier_id, kind, at, done_at)
       select agency_id, id, 'due', filed_at, case when state <> 'filed' then filed_at end
         from dossier on conflict do nothing`,
  )
  await core.database.owner.query(
    `insert into duplicate_key (key_hash, dossier_id, agency_id, kind, filed_at)
       select md5(id::text), id, agency_id, 'x', filed_at from dossier`,
  )
  await core.database.owner.query('analyze')
})
after(() => core.close())

type Asked = { sql: string; params: readonly unknown[] }

/** The same context, noting what it asks the database. */
function noting(ctx: Ctx, asked: Asked[]): Ctx {
  const { db } = core.database
  const noted: Db = {
    ...db,
    query: (sql, params) => {
      asked.push({ sql, params: params ?? [] })
      return db.query(sql, params)
    },
  }
  return { ...ctx, db: noted }
}

async function wholeReads({ sql, params }: Asked): Promise<string[]> {
  const { rows } = await core.database.owner.query<{ 'QUERY PLAN': string }>(
    `explain ${sql}`,
    params,
  )
  return rows
    .map((row) => row['QUERY PLAN'])
    .filter((line) => /Seq Scan on (dossier|due_action|duplicate_key)\b/.test(line))
}

test('lists, searches, counts and tracking find their rows by an index in a full ward', async () => {
  const asked: Asked[] = []
  const hang = noting(await core.officer('hang'), asked)
  const after = { dueAt: dossier.receiveBy, id: dossier.id }
  for (const queue of queues) await listWorklist(hang, { queue, after })
  await listWorklist(hang, { queue: 'todo', text: 'nguyễn an', mineOnly: true })
  await countChannels(hang, { queue: 'todo', due: 'overdue' })
  await countQueues(hang)
  await viewForStaff(hang, dossier.code)
  const citizen = noting(core.citizen([dossier.id], '0913400001'), asked)
  const own = await listOwnDossiers(citizen)
  assert.deepEqual(
    own.map(({ id }) => id),
    [dossier.id],
  )
  await track(citizen, dossier.lookupNo)
  assert.ok(asked.length > 30)
  for (const one of asked) assert.deepEqual(await wholeReads(one), [], one.sql)
})
