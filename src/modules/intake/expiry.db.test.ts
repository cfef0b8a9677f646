import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCore, type Core } from '../../testing/core.ts'
import { expireDrafts, saveAnswers } from './index.ts'

let core: Core
let phone = 912_600_000
const START = new Date('2016-08-12T14:00:00+07:00')
const DAY_MS = 86_400_000

before(async () => {
  core = await openCore(START)
})
after(() => core.close())

const ready = () => core.readyDraft({ 'contact.phone': `0${++phone}` })

async function isThere(id: string): Promise<boolean> {
  const { rows } = await core.database.db.query('select 1 from draft where id = $1', [id])
  return rows.length === 1
}

async function noticesOf(id: string): Promise<number> {
  const { rows } = await core.database.db.query<{ n: number }>(
    `select count(*)::int as n from graphile_worker._private_jobs
     where payload ->> 'occasion' like $1`,
    [`draft-ends:${id}%`],
  )
  return rows[0]!.n
}

/** Until `work` has ended or stands before somebody's lock. */
async function endedOrWaiting(work: Promise<unknown>): Promise<void> {
  let isDone = false
  void work.finally(() => {
    isDone = true
  })
  for (;;) {
    const { rows } = await core.database.owner.query('select 1 from pg_locks where not granted')
    if (isDone || rows.length > 0) return
  }
}

test('a draft saved at its last moment is not removed by the sweep that saw it expired', async () => {
  const { id } = await ready()
  core.clock.set(new Date(START.getTime() + 30 * DAY_MS))
  const sweep = await core.database.owner.tx(async (db) => {
    const until = new Date(START.getTime() + 60 * DAY_MS)
    await db.query('update draft set expires_at = $2 where id = $1', [id, until])
    const running = expireDrafts(core.system)
    await endedOrWaiting(running)
    return { running }
  })
  await sweep.running
  assert.equal(await isThere(id), true)
  core.clock.set(START)
})

test('a draft taken up again after its notice is given notice again before its new end', async () => {
  const { id, owner } = await ready()
  core.clock.set(new Date(START.getTime() + 28 * DAY_MS))
  await expireDrafts(core.system)
  await expireDrafts(core.system)
  assert.equal(await noticesOf(id), 1)
  await saveAnswers(owner, { draftId: id, set: {} })
  core.clock.set(new Date(START.getTime() + 56 * DAY_MS))
  await expireDrafts(core.system)
  assert.equal(await noticesOf(id), 2)
  const { rows } = await core.database.db.query<{ n: number }>(
    `select count(distinct payload ->> 'occasion')::int as n from graphile_worker._private_jobs
     where payload ->> 'occasion' like $1`,
    [`draft-ends:${id}%`],
  )
  assert.equal(rows[0]!.n, 2, 'the outbox keeps one message an occasion')
  core.clock.set(START)
})

test('one-time codes and the phones they went to are not kept longer than a day', async () => {
  await ready()
  const codes = async () => {
    const { rows } = await core.database.db.query('select 1 from one_time_code')
    return rows.length
  }
  assert.ok((await codes()) > 0)
  core.clock.set(new Date(START.getTime() + DAY_MS - 1))
  await expireDrafts(core.system)
  assert.ok((await codes()) > 0)
  core.clock.set(new Date(START.getTime() + DAY_MS + 11 * 60_000))
  await expireDrafts(core.system)
  assert.equal(await codes(), 0)
  core.clock.set(START)
})

test('removing a draft finds what refers to it by an index, never by reading a whole table', async () => {
  const { rows } = await core.database.owner.query<{ name: string }>(
    `select conname as name from pg_constraint fk
     where contype = 'f' and confrelid = 'draft'::regclass and not exists (
       select 1 from pg_index i where i.indrelid = fk.conrelid
         and (i.indkey::int2[])[0:cardinality(fk.conkey) - 1] @> fk.conkey
         and i.indpred is null)`,
  )
  assert.deepEqual(
    rows.map(({ name }) => name),
    [],
  )
})
