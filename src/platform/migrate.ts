import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { CannotStart } from './cannot-start.ts'
import type { Clock } from './clock.ts'
import { openDb, type Db, type Queryable } from './db.ts'
import { sha256Hex } from './ids.ts'

export type Migration = { name: string; sha256: string; sql: string }

export type MigrateOptions = {
  /** Connection of the role that owns everything. */
  ownerUrl: string
  /** The application's role, for `{{app}}`. */
  appRole: string
  directory: string
  clock: Clock
  onApplied?: (name: string) => void
}

/** One number, so that two starts on one database take turns. */
const LOCK = 6_640_001

/** `NNNN-what.sql`, in order. */
export function readMigrations(directory: string): Migration[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => {
      const sql = readFileSync(join(directory, name), 'utf8')
      return { name, sha256: sha256Hex(sql), sql }
    })
}

/**
 * Applies what is missing, each file in its own transaction, and installs the job queue's schema.
 * Forward only: a file that was applied and has changed since is refused (CannotStart).
 * Returns the names applied now.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const migrations = readMigrations(options.directory)
  const owner = openDb({ connectionString: options.ownerUrl, connectionsMax: 2 })
  try {
    return await owner.tx(async (lock) => {
      await lock.query('select pg_advisory_xact_lock($1)', [LOCK])
      await ensureLedger(owner, options.appRole)
      const pending = pendingOf(migrations, await appliedOf(owner))
      for (const migration of pending) {
        await apply(owner, migration, options)
        options.onApplied?.(migration.name)
      }
      await ensureJobQueue(owner, options)
      return pending.map(({ name }) => name)
    })
  } finally {
    await owner.close()
  }
}

/** Names not applied yet, seen by the application role: for a start without the owner's URL. */
export async function pendingMigrations(db: Queryable, directory: string): Promise<string[]> {
  const found = await db.query<{ there: boolean }>(
    `select to_regclass('public.schema_migration') is not null as there`,
  )
  const migrations = readMigrations(directory)
  const applied = found.rows[0]?.there ? await appliedOf(db) : []
  return pendingOf(migrations, applied).map(({ name }) => name)
}

type Applied = { name: string; sha256: string }

async function appliedOf(db: Queryable): Promise<Applied[]> {
  const { rows } = await db.query<Applied>(
    'select name, sha256 from schema_migration order by name',
  )
  return rows
}

function pendingOf(migrations: Migration[], applied: Applied[]): Migration[] {
  const hashes = new Map(applied.map(({ name, sha256 }) => [name, sha256]))
  for (const { name, sha256 } of migrations) {
    const before = hashes.get(name)
    if (before !== undefined && before !== sha256) throw changed(name)
  }
  return migrations.filter(({ name }) => !hashes.has(name))
}

function changed(name: string): CannotStart {
  return new CannotStart({
    vi: `Tệp migrations/${name} đã áp dụng nhưng nay khác nội dung; hãy trả lại tệp cũ và viết thay đổi thành tệp mới.`,
    en: `migrations/${name} was applied and has changed since; restore it and write the change as a new file.`,
  })
}

async function ensureLedger(owner: Db, appRole: string): Promise<void> {
  await owner.query(`create table if not exists schema_migration (
    name text constraint schema_migration_pk primary key,
    sha256 text not null,
    applied_at timestamptz not null
  )`)
  await owner.query(
    `comment on table schema_migration is 'Which migrations were applied, and with what content.'`,
  )
  await owner.query(`grant select on schema_migration to ${pg.escapeIdentifier(appRole)}`)
}

async function apply(owner: Db, migration: Migration, options: MigrateOptions): Promise<void> {
  const app = pg.escapeIdentifier(options.appRole)
  try {
    await owner.tx(async (db) => {
      await db.query(migration.sql.replaceAll('{{app}}', app))
      await db.query(
        'insert into schema_migration (name, sha256, applied_at) values ($1, $2, $3)',
        [migration.name, migration.sha256, options.clock.now()],
      )
    })
  } catch (cause) {
    const place = cause instanceof pg.DatabaseError ? linePlace(migration.sql, cause) : ''
    throw new Error(`migrations/${migration.name}${place}: ${String(cause)}`, { cause })
  }
}

function linePlace(sql: string, error: pg.DatabaseError): string {
  return error.position ? `:${sql.slice(0, Number(error.position)).split('\n').length}` : ''
}

/** The queue's tables belong to the owner like all others; the application uses them. */
async function ensureJobQueue(owner: Db, options: MigrateOptions): Promise<void> {
  const logger = new Logger(() => () => undefined)
  await runMigrations({ connectionString: options.ownerUrl, maxPoolSize: 1, logger })
  const app = pg.escapeIdentifier(options.appRole)
  await owner.query(`
    grant usage on schema graphile_worker to ${app};
    grant select, insert, update, delete on all tables in schema graphile_worker to ${app};
    grant usage, select on all sequences in schema graphile_worker to ${app};
    grant execute on all functions in schema graphile_worker to ${app};
  `)
  // The queue closes its tables to everybody but their owner by row security.
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
       and not exists (
         select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'application'
       )`,
  )
  for (const { name } of rows)
    await owner.query(
      `create policy application on graphile_worker.${pg.escapeIdentifier(name)}
       to ${app} using (true) with check (true)`,
    )
}
