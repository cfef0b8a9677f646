import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { systemClock } from '../platform/clock.ts'
import { openDb, type Db } from '../platform/db.ts'
import { sha256Hex } from '../platform/ids.ts'
import { migrate, readMigrations } from '../platform/migrate.ts'
import { socketUrl } from '../platform/postgres/embedded.ts'
import { APP_ROLE, OWNER_ROLE } from '../platform/postgres/roles.ts'
import { connectKeeper, readHello, root, type KeeperHello } from './keeper-protocol.ts'

export type TestDatabase = {
  /** Connected as the application's role, as the product is. */
  db: Db
  /** Connected as the role that owns the tables. */
  owner: Db
  url: string
  ownerUrl: string
  close(): Promise<void>
}

type Server = Exclude<KeeperHello, { failed: string }>

const MIGRATIONS = join(root, 'migrations')
/** Template lock: one number for all test processes. */
const LOCK = 6_640_002

let server: Promise<Server> | undefined

/**
 * A database of one's own with all migrations applied, cloned from a template. The server is shared
 * by all test processes; `MOTCUA_TEST_PG=15` makes it Debian's PostgreSQL 15.
 */
export async function testDatabase(): Promise<TestDatabase> {
  server ??= meetServer()
  const to = await server
  const admin = openAdmin(to)
  const name = `test_${randomBytes(6).toString('hex')}`
  try {
    const template = await ensureTemplate(admin, to)
    await admin.query(`create database ${name} template ${template} owner ${OWNER_ROLE}`)
  } finally {
    await admin.close()
  }
  const url = urlOf(to, APP_ROLE, name)
  const ownerUrl = urlOf(to, OWNER_ROLE, name)
  const db = openDb({ connectionString: url })
  const owner = openDb({ connectionString: ownerUrl, connectionsMax: 2 })
  const close = async (): Promise<void> => {
    await Promise.all([db.close(), owner.close()])
    await dropDatabase(to, name)
  }
  return { db, owner, url, ownerUrl, close }
}

function urlOf(to: Server, role: string, database: string): string {
  return socketUrl({ role, password: to.password, database, socketDir: to.socketDir })
}

function openAdmin(to: Server): Db {
  const connectionString = urlOf(to, 'postgres', 'postgres')
  return openDb({ connectionString, connectionsMax: 2 })
}

async function dropDatabase(to: Server, name: string): Promise<void> {
  const admin = openAdmin(to)
  try {
    await admin.query(`drop database if exists ${name} with (force)`)
  } finally {
    await admin.close()
  }
}

/** Named by what makes it, so that a changed migration or runner makes another template. */
async function ensureTemplate(admin: Db, to: Server): Promise<string> {
  const content = readMigrations(MIGRATIONS).map(({ name, sha256 }) => `${name} ${sha256}`)
  content.push(readFileSync(join(root, 'src/platform/migrate.ts'), 'utf8'))
  const name = `template_${sha256Hex(content.join('\n')).slice(0, 16)}`
  await admin.tx(async (lock) => {
    await lock.query('select pg_advisory_xact_lock($1)', [LOCK])
    const ready = 'select 1 from pg_database where datname = $1 and datistemplate'
    if ((await admin.query(ready, [name])).rowCount) return
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.query(`create database ${name} template template0 owner ${OWNER_ROLE}`)
    const ownerUrl = urlOf(to, OWNER_ROLE, name)
    await migrate({ ownerUrl, appRole: APP_ROLE, directory: MIGRATIONS, clock: systemClock })
    await admin.query(`alter database ${name} is_template true`)
  })
  return name
}

/** Connects to the keeper, starting it when nobody has; the connection keeps the server up. */
async function meetServer(): Promise<Server> {
  const socket = (await connectKeeper()) ?? (await startKeeper())
  const hello = await readHello(socket)
  if ('failed' in hello) throw new Error(`no test database: ${hello.failed}`)
  socket.unref()
  return hello
}

async function startKeeper(): Promise<Socket> {
  const tsx = import.meta.resolve('tsx')
  const keeper = fileURLToPath(import.meta.resolve('./keeper.ts'))
  // Not one of the runner's tests: it must outlive this process and must not report to the runner.
  const { NODE_TEST_CONTEXT: _, NODE_OPTIONS: __, ...env } = process.env
  const options = { cwd: root, detached: true, stdio: 'ignore', env } as const
  spawn(process.execPath, ['--import', tsx, keeper], options).unref()
  for (let waited = 0; waited < 30_000; waited += 25) {
    const socket = await connectKeeper()
    if (socket) return socket
    await delay(25)
  }
  throw new Error('the keeper of the test database did not start')
}
