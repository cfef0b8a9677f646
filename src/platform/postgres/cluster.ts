import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { CannotStart } from '../cannot-start.ts'
import { sha256Hex } from '../ids.ts'
import { isReady, runningPostmaster, stopPostmaster } from './process.ts'
import type { SystemUser } from './system-user.ts'

export type ClusterOptions = {
  /** Directory with `initdb` and `postgres`. */
  bin: string
  /** Holds `data/`, `run/` (the socket) and `log/`. */
  directory: string
  user: SystemUser | undefined
  /** Password of the superuser `postgres`, for a cluster that is made now. */
  password: string
  /** False only in tests: nothing is forced to disk. */
  durable: boolean
}

export type Cluster = { socketDir: string; stop(): Promise<void>; exited: Promise<void> }

const ENV = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' }
const READY_WITHIN_MS = 60_000

/** Makes the cluster when it is not there, stops what a killed product left running, starts. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const directory = ownedDirectory(options.directory, options.user)
  for (const name of ['run', 'log']) ownedDirectory(join(directory, name), options.user)
  const dataDir = join(directory, 'data')
  if (!existsSync(dataDir)) initialise(dataDir, options)
  const orphan = runningPostmaster(dataDir)
  if (orphan !== undefined) await stopPostmaster(orphan)
  const socketDir = socketDirectory(directory, options.user)
  const child = launch(dataDir, socketDir, options)
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await untilReady(child, dataDir)
  child.unref()
  return {
    socketDir,
    exited,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) await stopPostmaster(child.pid!)
    },
  }
}

/** Makes the directory, ours alone, and returns its real path. */
function ownedDirectory(path: string, user: SystemUser | undefined): string {
  // The mode is for the last directory alone: its owner must be able to walk down to it.
  mkdirSync(dirname(path), { recursive: true, mode: 0o755 })
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (user) chownSync(path, user.uid, user.gid)
  return realpathSync(path)
}

/** Into a side directory first: a killed `initdb` never looks like a cluster. */
function initialise(dataDir: string, options: ClusterOptions): void {
  const half = `${dataDir}.new`
  const passwordFile = `${dataDir}.password`
  rmSync(half, { recursive: true, force: true })
  ownedDirectory(half, options.user)
  rmSync(passwordFile, { force: true })
  writeFileSync(passwordFile, options.password, { mode: 0o600, flag: 'wx' })
  if (options.user) chownSync(passwordFile, options.user.uid, options.user.gid)
  const args = [
    ['--pgdata', half],
    ['--username', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
    ['--encoding', 'UTF8', ...localeArguments(options.bin)],
    options.durable ? ['--data-checksums'] : ['--no-sync'],
    ['--no-instructions'],
  ].flat()
  try {
    execFileSync(join(options.bin, 'initdb'), args, {
      cwd: half,
      env: ENV,
      stdio: 'pipe',
      uid: options.user?.uid,
      gid: options.user?.gid,
    })
  } catch (cause) {
    throw new CannotStart({
      vi: `Không tạo được cơ sở dữ liệu trong ${dataDir}: ${lastLine(cause)}`,
      en: `Cannot create the database in ${dataDir}`,
      cause,
    })
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(half, dataDir)
}

/** Code point order and full Unicode case mapping, the same on every machine. */
function localeArguments(bin: string): string[] {
  const version = execFileSync(join(bin, 'postgres'), ['--version'], { env: ENV }).toString()
  const major = Number(/(\d+)/.exec(version)?.[1])
  return major >= 17
    ? ['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C']
    : ['--locale-provider', 'libc', '--locale', 'C.UTF-8']
}

function lastLine(error: unknown): string {
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
  return stderr.trim().split('\n').at(-1) ?? ''
}

/** A socket's path has at most 107 bytes; a home with a long name gets one under /tmp. */
function socketDirectory(directory: string, user: SystemUser | undefined): string {
  const near = join(directory, 'run')
  if (Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= 100) return near
  const far = `/tmp/motcua-${sha256Hex(directory).slice(0, 16)}`
  mkdirSync(far, { recursive: true, mode: 0o700 })
  const owner = statSync(far).uid
  if (owner !== process.getuid?.() && owner !== user?.uid)
    throw new CannotStart({
      vi: `Thư mục ${far} thuộc người dùng khác; hãy xóa nó hoặc chọn MOTCUA_HOME có tên ngắn hơn.`,
      en: `${far} belongs to another user; remove it or choose a shorter MOTCUA_HOME.`,
    })
  return ownedDirectory(far, user)
}

function launch(dataDir: string, socketDir: string, options: ClusterOptions): ChildProcess {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    max_connections: '100',
    timezone: 'UTC',
    jit: 'off',
    fsync: options.durable ? 'on' : 'off',
    full_page_writes: options.durable ? 'on' : 'off',
    max_wal_size: options.durable ? '1GB' : '192MB',
    synchronous_commit: options.durable ? 'on' : 'off',
    // What people write must not end up in the server's log: no statements, no details.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    logging_collector: 'on',
    log_directory: join(dataDir, '..', 'log'),
    log_filename: 'postgresql-%u.log',
    log_rotation_age: '1d',
    log_truncate_on_rotation: 'on',
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const output = openSync(startLog(dataDir), 'w', 0o600)
  // Its own process group: Ctrl-C reaches us alone, and we stop it after the last request.
  const child = spawn(join(options.bin, 'postgres'), ['-D', dataDir, ...args], {
    cwd: dataDir,
    detached: true,
    env: ENV,
    stdio: ['ignore', output, output],
    uid: options.user?.uid,
    gid: options.user?.gid,
  })
  closeSync(output)
  return child
}

function startLog(dataDir: string): string {
  return join(dataDir, '..', 'log', 'start.log')
}

async function untilReady(child: ChildProcess, dataDir: string): Promise<void> {
  let failed: Error | undefined
  child.once('error', (error) => {
    failed = error
  })
  for (let waited = 0; waited < READY_WITHIN_MS; waited += 15) {
    if (failed || child.exitCode !== null || child.signalCode !== null) break
    if (isReady(dataDir) && runningPostmaster(dataDir) === child.pid) return
    await delay(15)
  }
  child.kill('SIGQUIT')
  const log = readFileSync(startLog(dataDir), 'utf8').trim().split('\n').slice(-3).join(' | ')
  throw new CannotStart({
    vi: `PostgreSQL không khởi động được trong ${dataDir}: ${failed?.message ?? log}`,
    en: `PostgreSQL did not start; its log is in ${startLog(dataDir)}`,
    cause: failed,
  })
}
