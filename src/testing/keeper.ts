/**
 * Keeps one throwaway PostgreSQL for all test processes of this tree: started by the first, stopped
 * and removed a while after the last one has gone, or at once by `stop-keeper.ts`.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, realpathSync, rmSync, statfsSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { openDb } from '../platform/db.ts'
import { sha256Hex } from '../platform/ids.ts'
import { embeddedBinaries } from '../platform/postgres/binaries.ts'
import { startCluster, type Cluster } from '../platform/postgres/cluster.ts'
import { socketUrl } from '../platform/postgres/embedded.ts'
import { runningPostmaster, stopPostmaster } from '../platform/postgres/process.ts'
import { ensureRoles } from '../platform/postgres/roles.ts'
import { databaseUser, isReachable, type SystemUser } from '../platform/postgres/system-user.ts'
import { keeperAddress, postgresMajor, root, type KeeperHello } from './keeper-protocol.ts'

const ROOM_BYTES = 2 * 2 ** 30
const guests = new Set<Socket>()
let hello: KeeperHello | undefined
let cluster: Cluster | undefined
/** How long it waits for another run of tests. */
let lingerMs = 20_000
let lingering: NodeJS.Timeout | undefined

const user = databaseUser()
const directory = throwawayDirectory(user)
const server = createServer(welcome)
server.on('error', () => process.exit(0)) // Another keeper was faster: everybody meets there.
server.listen({ path: keeperAddress() }, () => void open())
process.on('SIGTERM', () => void close())
process.on('SIGINT', () => void close())

/** In memory where there is room (making a file on a disk costs a clone ten times the time). */
function throwawayDirectory(as: SystemUser | undefined): string {
  const name = `motcua-test-${sha256Hex(root).slice(0, 12)}-${userInfo().uid}`
  if (freeBytes('/dev/shm') > ROOM_BYTES) return join('/dev/shm', name, postgresMajor())
  const near = join(root, 'var', 'test-pg', postgresMajor())
  return !as || isReachable(near) ? near : join(tmpdir(), name, postgresMajor())
}

function freeBytes(path: string): number {
  if (!existsSync(path)) return 0
  const { bavail, bsize } = statfsSync(path)
  return bavail * bsize
}

function binaries(): string {
  if (postgresMajor() === '18') return embeddedBinaries(user)
  const bin = '/usr/lib/postgresql/15/bin'
  if (!existsSync(bin)) throw new Error(`${bin} is missing: apt-get install postgresql-15`)
  return bin
}

async function open(): Promise<void> {
  try {
    await removeLeftover()
    const password = randomBytes(24).toString('hex')
    cluster = await startCluster({ bin: binaries(), directory, user, password, durable: false })
    const { socketDir } = cluster
    const to = { role: 'postgres', password, database: 'postgres', socketDir }
    const db = openDb({ connectionString: socketUrl(to), connectionsMax: 1 })
    await ensureRoles(db, { owner: password, app: password })
    await db.close()
    hello = { socketDir, password }
  } catch (error) {
    hello = { failed: String(error) }
  }
  for (const guest of guests) guest.write(`${JSON.stringify(hello)}\n`)
  linger()
}

async function removeLeftover(): Promise<void> {
  const dataDir = join(directory, 'data')
  if (!existsSync(dataDir)) return
  const orphan = runningPostmaster(realpathSync(dataDir))
  if (orphan !== undefined) await stopPostmaster(orphan)
  rmSync(directory, { recursive: true, force: true })
}

function welcome(guest: Socket): void {
  clearTimeout(lingering)
  guests.add(guest)
  if (hello) guest.write(`${JSON.stringify(hello)}\n`)
  guest.on('data', (data) => {
    // Not under the feet of another run: it goes when the last guest has left.
    if (!data.toString().includes('stop')) return
    lingerMs = 0
    guest.end()
  })
  guest.on('error', () => undefined)
  guest.on('close', () => {
    guests.delete(guest)
    linger()
  })
}

function linger(): void {
  clearTimeout(lingering)
  if (guests.size > 0) return
  if (hello && 'failed' in hello) void close()
  else lingering = setTimeout(() => void close(), lingerMs)
}

async function close(): Promise<void> {
  await cluster?.stop()
  rmSync(directory, { recursive: true, force: true })
  process.exit(0)
}
