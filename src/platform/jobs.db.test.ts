import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDatabase } from '../testing/db.ts'
import { enqueue, isOver, purgeJobs, runJobsOnce, startJobs } from './jobs.ts'
import { createLog } from './log.ts'

const { db, url, close } = await testDatabase()
after(close)
const deps = { url, log: createLog('silent') }

test('a job enqueued in a transaction that rolls back never runs', async () => {
  const ran: unknown[] = []
  await assert.rejects(
    db.tx(async (tx) => {
      await enqueue(tx, 'mark', { n: 1 })
      throw new Error('no')
    }),
  )
  await db.tx((tx) => enqueue(tx, 'mark', { n: 2 }))
  await runJobsOnce(deps, { mark: async (payload) => void ran.push(payload) })
  assert.deepEqual(ran, [{ n: 2 }])
})

test('of two waiting jobs with one key only the last is run', async () => {
  const ran: unknown[] = []
  await enqueue(db, 'mark', { n: 1 }, { key: 'k' })
  await enqueue(db, 'mark', { n: 2 }, { key: 'k' })
  await runJobsOnce(deps, { mark: async (payload) => void ran.push(payload) })
  assert.deepEqual(ran, [{ n: 2 }])
})

test('a job that failed is kept for another try', async () => {
  const mark = async (): Promise<void> => {
    throw new Error('the gateway is away')
  }
  await enqueue(db, 'mark', {}, { key: 'again' })
  await runJobsOnce(deps, { mark })
  const { rows } = await db.query(
    `select attempts, last_error is not null as told from graphile_worker.jobs where key = 'again'`,
  )
  assert.deepEqual(rows, [{ attempts: 1, told: true }])
  await db.query(`select graphile_worker.remove_job('again')`)
})

test('running jobs take new work at once, also what a killed process had taken', async () => {
  await enqueue(db, 'mark', { n: 'abandoned' })
  await db.query(
    `update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now(), attempts = 1`,
  )
  const seen: unknown[] = []
  const both = Promise.withResolvers<void>()
  const mark = async (payload: unknown): Promise<void> => {
    seen.push(payload)
    if (seen.length === 2) both.resolve()
  }
  const jobs = await startJobs(deps, { mark: { run: mark, cron: '0 0 1 1 *' } })
  await enqueue(db, 'mark', { n: 'new' })
  await both.promise
  await jobs.stop()
  assert.deepEqual(new Set(seen), new Set([{ n: 'abandoned' }, { n: 'new' }]))
})

test('stopping waits until what was done is written down, so that nothing is done twice', async () => {
  const jobsAtOnce = 200
  await db.query(
    `select graphile_worker.add_job('mark', json_build_object('n', n))
     from generate_series(1, $1) n`,
    [jobsAtOnce],
  )
  const all = Promise.withResolvers<void>()
  let done = 0
  const mark = async (): Promise<void> => {
    done += 1
    if (done === jobsAtOnce) all.resolve()
  }
  const jobs = await startJobs(deps, { mark })
  await all.promise
  await jobs.stop()
  const { rows } = await db.query('select id from graphile_worker._private_jobs')
  assert.deepEqual(rows, [])
})

test('what is worth nothing any more is neither sent nor kept, also when its job had failed', async () => {
  const expiresAt = new Date('2016-08-12T03:10:00Z')
  const before = new Date('2016-08-12T03:09:59Z')
  const failing = async (): Promise<void> => {
    throw new Error('the gateway is away')
  }
  await enqueue(db, 'mark', { phone: '0912345318', code: '123456' }, { expiresAt })
  await runJobsOnce(deps, { mark: failing })
  await enqueue(db, 'other', { n: 1 })
  assert.equal(await purgeJobs(db, before), 0)
  assert.equal(await purgeJobs(db, expiresAt), 1)
  assert.equal(await purgeJobs(db, expiresAt), 0)
  const { rows } = await db.query<{ payload: unknown }>(
    'select payload from graphile_worker._private_jobs',
  )
  assert.deepEqual(rows, [{ payload: { n: 1 } }])
  const timed = { expiresAt: expiresAt.toISOString() }
  assert.deepEqual([isOver(timed, before), isOver(timed, expiresAt)], [false, true])
  assert.equal(isOver({ n: 1 }, expiresAt), false)
})
