import { atMost } from './at-most.ts'
import { CannotStart } from './cannot-start.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { openDb, type Db, type Queryable } from './db.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import { startEmbedded } from './postgres/embedded.ts'

/** Pages, API and couriers of one process; jobs have their own. */
const CONNECTIONS_MAX = 16

export type Database = {
  db: Db
  /** Connection of the application's role. */
  url: string
  /** Connection of the role that owns the tables; undefined when we were not given one. */
  ownerUrl: string | undefined
  /** Settles when our own PostgreSQL is gone; never for a server that is not ours. */
  exited: Promise<void>
  /** Closes connections, and stops PostgreSQL when it is ours. */
  close(): Promise<void>
}

/** Opens the database of the settings, starting our own when no `DATABASE_URL` is given. */
export async function openDatabase(config: Config): Promise<Database> {
  const own = config.databaseUrl === undefined ? await startEmbedded(config.home) : undefined
  const url = own?.appUrl ?? config.databaseUrl!
  const db = openDb({ connectionString: url, connectionsMax: CONNECTIONS_MAX })
  const close = async (): Promise<void> => {
    await atMost(5_000, db.close())
    await own?.stop()
  }
  try {
    await ensureReachable(db, url)
    await ensureRecent(db)
    return {
      db,
      url,
      ownerUrl: own?.ownerUrl ?? config.databaseOwnerUrl,
      exited: own?.exited ?? new Promise(() => undefined),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

export type BringUpToDate = {
  database: Database
  directory: string
  clock: Clock
  onApplied?: (name: string) => void
}

/**
 * Applies pending migrations when we have the owner's connection, otherwise refuses while any is
 * pending; then refuses an application role that could do more than it was granted.
 */
export async function bringUpToDate(options: BringUpToDate): Promise<void> {
  const { db, ownerUrl } = options.database
  if (ownerUrl !== undefined) await migrate({ ...options, ownerUrl, appRole: await roleOf(db) })
  const pending = await pendingMigrations(db, options.directory)
  if (pending.length > 0)
    throw new CannotStart({
      vi: `Cơ sở dữ liệu còn thiếu ${pending.length} bước nâng cấp (${pending[0]} …); hãy đặt DATABASE_OWNER_URL rồi chạy “motcua migrate”.`,
      en: `The database lacks ${pending.length} migrations (${pending[0]} …); set DATABASE_OWNER_URL and run "motcua migrate".`,
    })
  await ensureModestRole(db)
}

async function roleOf(db: Queryable): Promise<string> {
  const { rows } = await db.query<{ role: string }>('select current_user as role')
  return rows[0]!.role
}

/** Throws `CannotStart`, without the password that the address may hold. */
export async function ensureReachable(db: Queryable, url: string): Promise<void> {
  try {
    await db.query('select 1')
  } catch (cause) {
    const parsed = URL.parse(url)
    const place = `${decodeURIComponent(parsed?.host ?? '')}${parsed?.pathname ?? ''}`
    const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
    throw new CannotStart({
      vi: `Không kết nối được cơ sở dữ liệu ${place}${code}; hãy kiểm tra DATABASE_URL và máy chủ PostgreSQL.`,
      en: `Cannot reach the database ${place}${code}; check DATABASE_URL and the PostgreSQL server.`,
      cause,
    })
  }
}

/** Throws `CannotStart` below PostgreSQL 15. */
export async function ensureRecent(db: Queryable): Promise<void> {
  const { rows } = await db.query<{ number: number; text: string }>(
    `select current_setting('server_version_num')::int as number,
       current_setting('server_version') as text`,
  )
  const { number, text } = rows[0]!
  if (number < 150_000)
    throw new CannotStart({
      vi: `PostgreSQL ${text} quá cũ; cần PostgreSQL 15 trở lên.`,
      en: `PostgreSQL ${text} is too old; PostgreSQL 15 or later is needed.`,
    })
}

/** The application must not be able to change tables or switch its own limits off. */
async function ensureModestRole(db: Queryable): Promise<void> {
  const { rows } = await db.query<{ role: string; mighty: boolean; owned: string | null }>(
    `select r.rolname as role, r.rolsuper or r.rolbypassrls or r.rolcreaterole as mighty,
       (select min(c.oid::regclass::text) from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^pg_'
          and n.nspname <> 'information_schema'
          and pg_has_role(r.oid, c.relowner, 'member')) as owned
     from pg_roles r where r.rolname = current_user`,
  )
  const { role, mighty, owned } = rows[0]!
  if (!mighty && owned === null) return
  const why = mighty
    ? { vi: 'có quyền quản trị', en: 'is an administrator' }
    : { vi: `sở hữu bảng ${owned}`, en: `owns the table ${owned}` }
  throw new CannotStart({
    vi: `Vai trò ${role} của ứng dụng ${why.vi}; hãy dùng trong DATABASE_URL một vai trò không sở hữu gì và để vai trò sở hữu cho DATABASE_OWNER_URL.`,
    en: `The application's role ${role} ${why.en}; use in DATABASE_URL a role that owns nothing and leave the owner to DATABASE_OWNER_URL.`,
  })
}
