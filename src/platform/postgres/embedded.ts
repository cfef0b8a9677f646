import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { readlinkSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { openDb } from '../db.ts'
import { sha256Hex } from '../ids.ts'
import { embeddedBinaries, SHARED_STATE } from './binaries.ts'
import { startCluster, type Cluster, type ClusterOptions } from './cluster.ts'
import { APP_ROLE, DATABASE, ensureDatabase, ensureRoles, OWNER_ROLE } from './roles.ts'
import { databaseUser, isReachable, type SystemUser } from './system-user.ts'

export type Secrets = { superuser: string; owner: string; app: string }

export type EmbeddedPostgres = {
  appUrl: string
  ownerUrl: string
  /** Settles when the server is gone, also when nobody stopped it. */
  exited: Promise<void>
  stop(): Promise<void>
}

/**
 * The product's own PostgreSQL in `<home>/pg`: made at the first start, reached by its socket only.
 * Passwords are in `<home>/secrets/postgres.json`, readable by us alone.
 */
export async function startEmbedded(home: string): Promise<EmbeddedPostgres> {
  const user = databaseUser()
  const directory = databaseDirectory(resolve(home), user)
  const secrets = readSecrets(resolve(home))
  if (!secrets && existsSync(join(directory, 'data')))
    throw new CannotStart({
      vi: `Thiếu ${home}/secrets/postgres.json của cơ sở dữ liệu trong ${directory}; hãy khôi phục tệp này từ bản sao lưu.`,
      en: `${home}/secrets/postgres.json of the database in ${directory} is missing; restore it from the backup.`,
    })
  const passwords = secrets ?? writeSecrets(resolve(home))
  const cluster = await startSupervised({
    bin: embeddedBinaries(user),
    directory,
    user,
    password: passwords.superuser,
    durable: true,
  })
  const url = (role: string, password: string, database: string): string =>
    socketUrl({ role, password, database, socketDir: cluster.socketDir })
  const connectionString = url('postgres', passwords.superuser, 'postgres')
  const server = openDb({ connectionString, connectionsMax: 1 })
  try {
    await ensureRoles(server, passwords)
    await ensureDatabase(server)
  } catch (error) {
    await cluster.stop()
    throw error
  } finally {
    await server.close()
  }
  return {
    appUrl: url(APP_ROLE, passwords.app, DATABASE),
    ownerUrl: url(OWNER_ROLE, passwords.owner, DATABASE),
    exited: cluster.exited,
    stop: cluster.stop,
  }
}

/** How often a server that dies by itself is started again before we give up. */
const RESTARTS_MAX = 5

/** As `startCluster`, and starts it again when it dies though nobody stopped it. */
async function startSupervised(options: ClusterOptions): Promise<Cluster> {
  let current = await startCluster(options)
  let isStopping = false
  const watch = async (): Promise<void> => {
    for (let restarts = 0; ; restarts += 1) {
      await current.exited
      if (isStopping || restarts === RESTARTS_MAX) return
      current = await startCluster(options)
    }
  }
  return {
    socketDir: current.socketDir,
    // A restart that fails ends the watch as giving up does.
    exited: watch().catch(() => undefined),
    stop: () => {
      isStopping = true
      return current.stop()
    },
  }
}

export function socketUrl(to: {
  role: string
  password: string
  database: string
  socketDir: string
}): string {
  return `postgres://${to.role}:${to.password}@${encodeURIComponent(to.socketDir)}/${to.database}`
}

/**
 * `<home>/pg`. When we are root and the home is private (say, under /root), the database's system
 * user could not walk there: then `<home>/pg` points into /var/lib/motcua.
 */
function databaseDirectory(home: string, user: SystemUser | undefined): string {
  const near = join(home, 'pg')
  const link = lstatSync(near, { throwIfNoEntry: false })
  if (link?.isSymbolicLink()) return resolve(home, readlinkSync(near))
  if (!user) return near
  // The home itself is ours to open a crack: others may pass through it, not list it.
  if (!isReachable(home)) chmodSync(home, 0o711)
  if (isReachable(home)) return near
  if (link) throw unreachable(near, user)
  const far = join(
    SHARED_STATE,
    sha256Hex(`${home} ${randomBytes(8).toString('hex')}`).slice(0, 16),
  )
  mkdirSync(far, { recursive: true, mode: 0o755 })
  symlinkSync(far, near)
  return far
}

function unreachable(near: string, user: SystemUser): CannotStart {
  return new CannotStart({
    vi: `Người dùng ${user.name} không vào được ${near}; hãy cho phép đi qua các thư mục cha (chmod o+x) rồi chạy lại.`,
    en: `The user ${user.name} cannot reach ${near}; open its parent directories (chmod o+x) and start again.`,
  })
}

function readSecrets(home: string): Secrets | undefined {
  const path = join(home, 'secrets', 'postgres.json')
  if (!existsSync(path)) return undefined
  // Written by `writeSecrets` alone.
  return JSON.parse(readFileSync(path, 'utf8')) as Secrets
}

function writeSecrets(home: string): Secrets {
  const fresh = (): string => randomBytes(24).toString('hex')
  const secrets = { superuser: fresh(), owner: fresh(), app: fresh() }
  const path = join(home, 'secrets', 'postgres.json')
  mkdirSync(join(home, 'secrets'), { recursive: true, mode: 0o700 })
  writeFileSync(`${path}.new`, JSON.stringify(secrets), { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return secrets
}
