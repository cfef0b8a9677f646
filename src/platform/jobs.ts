import { Logger, run, runOnce, type TaskList } from 'graphile-worker'
import pg from 'pg'
import type { Log } from './ctx.ts'
import type { Queryable } from './db.ts'

/**
 * Work that leaves through the outbox: enqueued in the transaction that wrote the facts, run after
 * it committed, repeated until it succeeds. So a task must be safe to repeat.
 */
export type TaskRun = (payload: unknown) => Promise<void>

export type Tasks = Readonly<Record<string, TaskRun | { run: TaskRun; cron: string }>>

export type JobsDeps = {
  /** Connection of the application's role. */
  url: string
  log: Log
  concurrency?: number
}

export type RunningJobs = {
  /** Takes no more work, waits for what runs, gives back what was fetched. */
  stop(): Promise<void>
}

const APPLICATION_NAME = 'motcua-jobs'

/**
 * Enqueues in the caller's transaction. With a `key`, a waiting job of that key is replaced. What is
 * worth nothing after `expiresAt` (a one-time code) is neither run nor kept then.
 */
export async function enqueue(
  db: Queryable,
  task: string,
  payload: Readonly<Record<string, unknown>>,
  options: { key?: string; expiresAt?: Date } = {},
): Promise<void> {
  const { key = null, expiresAt } = options
  const kept = expiresAt ? { ...payload, expiresAt: expiresAt.toISOString() } : payload
  await db.query('select graphile_worker.add_job($1, payload := $2::json, job_key := $3)', [
    task,
    JSON.stringify(kept),
    key,
  ])
}

/** Has the time of this payload run out? */
export function isOver(payload: unknown, now: Date): boolean {
  const isTimed = typeof payload === 'object' && payload !== null && 'expiresAt' in payload
  return isTimed && new Date(String(payload.expiresAt)) <= now
}

/**
 * Forgets waiting and failed jobs whose time has run out: what they hold about people is not kept.
 * Safe to repeat. Returns how many.
 */
export async function purgeJobs(db: Queryable, now: Date): Promise<number> {
  const { rowCount } = await db.query(
    `select id from graphile_worker.complete_jobs(array(
       select id from graphile_worker._private_jobs
        where locked_at is null and (payload ->> 'expiresAt')::timestamptz <= $1 limit 1000))`,
    [now],
  )
  return rowCount ?? 0
}

/**
 * Unless it batches them, the library stops without waiting for outcomes still on their way to the
 * database, and what was done would be done again.
 */
const WRITTEN_DOWN = { completeJobBatchDelay: 0, failJobBatchDelay: 0 }

/**
 * Runs tasks until stopped. `cron` tasks also run by the machine's clock (crontab syntax, UTC):
 * they only wake code which then asks our clock what is due.
 */
export async function startJobs(deps: JobsDeps, tasks: Tasks): Promise<RunningJobs> {
  // The library cannot run without a task.
  if (Object.keys(tasks).length === 0) return { stop: async () => undefined }
  const concurrency = deps.concurrency ?? 4
  const pgPool = openPool(deps.url, concurrency + 2)
  await releaseAbandoned(pgPool)
  const runner = await run({
    pgPool,
    taskList: taskList(tasks, deps.log),
    crontab: crontabOf(tasks),
    logger: loggerFor(deps.log),
    noHandleSignals: true,
    preset: {
      worker: {
        ...WRITTEN_DOWN,
        concurrentJobs: concurrency,
        localQueue: { size: concurrency * 4 },
      },
    },
  })
  return {
    stop: async () => {
      await runner.stop()
      await runner.promise
      await pgPool.end()
    },
  }
}

/** Runs everything that waits, and what that enqueues, then returns: for tests and commands. */
export async function runJobsOnce(deps: JobsDeps, tasks: Tasks): Promise<void> {
  const pgPool = openPool(deps.url, 4)
  try {
    await runOnce({
      pgPool,
      taskList: taskList(tasks, deps.log),
      logger: loggerFor(deps.log),
      noHandleSignals: true,
      preset: { worker: WRITTEN_DOWN },
    })
  } finally {
    await pgPool.end()
  }
}

function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, application_name: APPLICATION_NAME })
  // An idle connection that dies is replaced; the next query reports real trouble.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Jobs that a killed process had taken would wait four hours; free them when nobody else runs. */
async function releaseAbandoned(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ worker: string }>(
    `select distinct locked_by as worker from graphile_worker.jobs
     where locked_by is not null and not exists (
       select 1 from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()
         and datname = current_database()
     )`,
    [APPLICATION_NAME],
  )
  if (rows.length === 0) return
  const workers = rows.map(({ worker }) => worker)
  await pool.query('select graphile_worker.force_unlock_workers($1::text[])', [workers])
}

function taskList(tasks: Tasks, log: Log): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => {
      const work = typeof task === 'function' ? task : task.run
      return [name, (payload: unknown) => watched(name, () => work(payload), log)]
    }),
  )
}

async function watched(task: string, work: () => Promise<void>, log: Log): Promise<void> {
  try {
    await work()
  } catch (error) {
    // Its text may quote what people wrote; the queue keeps the error beside the job.
    log.error({ task, err: error }, 'a job failed and will be tried again')
    throw error
  }
}

function crontabOf(tasks: Tasks): string {
  return Object.entries(tasks)
    .flatMap(([name, task]) => (typeof task === 'function' ? [] : [`${task.cron} ${name}`]))
    .join('\n')
}

/** The library's own trouble; failed tasks are logged above, without their payload. */
function loggerFor(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (message.startsWith('Failed task')) return
    if (level === 'error') log.error({ part: 'jobs' }, message)
    else if (level === 'warning') log.warn({ part: 'jobs' }, message)
  })
}
