import { createServer } from 'node:net'
import { CannotStart } from '../platform/cannot-start.ts'
import { clockFrom, systemClock, type Clock } from '../platform/clock.ts'
import { readConfig, type Config } from '../platform/config.ts'
import { bringUpToDate, openDatabase, type Database } from '../platform/database.ts'
import type { Actor } from '../platform/ctx.ts'
import { ensureHome, lockHome } from '../platform/home.ts'
import { startJobs } from '../platform/jobs.ts'
import { atMost } from '../platform/at-most.ts'
import { createLog } from '../platform/log.ts'
import { openCourier } from '../modules/interlink/index.ts'
import { createApp } from '../web/app.ts'
import { makeAppDeps } from './app-deps.ts'
import { startDemoPartners } from './demo-partners.ts'
import { withoutArguments, type Io } from './command.ts'
import { migrationsDir } from './migrate.ts'
import { dataDir, seed } from './seed.ts'
import { stopSignal } from './stop-signal.ts'
import { listenToEvents, makeTasks } from './tasks.ts'

/** Requests and jobs in flight get this long to finish. */
const FINISH_MS = 10_000

const SYSTEM: Actor = { kind: 'system', task: 'interlink' }

const DESK_PATH = '/can-bo/ho-so'

export const startCommand = withoutArguments(
  {
    name: 'start',
    summary: 'runs the product: database, pages, API and jobs',
    usage: `motcua start
    Settings by environment: PORT, HOST, DATABASE_URL, DATABASE_OWNER_URL, MOTCUA_HOME, PUBLIC_URL,
    MOTCUA_DEMO, MOTCUA_NOW, MOTCUA_TRUST_PROXY, LOG_LEVEL; see README.md.
    Ctrl-C or SIGTERM finish what is under way and stop.`,
  },
  start,
)

async function start(io: Io): Promise<number> {
  const config = readConfig(io.env)
  const stop = stopSignal()
  ensureHome(config.home)
  const lock = await lockHome(config.home)
  const undo: (() => Promise<void>)[] = [async () => lock.release()]
  try {
    await ensurePortFree(config)
    await run(config, io, { stop, undo })
    return await stop.requested
  } finally {
    const wasAsked = stop.isRequested()
    stop.request(1)
    lock.markStopping()
    for (const step of undo.toReversed()) await step()
    if (wasAsked) io.err('Đã dừng. / Stopped.')
  }
}

type Running = { stop: ReturnType<typeof stopSignal>; undo: (() => Promise<void>)[] }

/** Brings everything up in order and notes in `undo` how to bring it down again. */
async function run(config: Config, io: Io, { stop, undo }: Running): Promise<void> {
  const clock = config.now ? clockFrom(config.now) : systemClock
  const log = createLog(config.logLevel)
  io.err('Đang mở cơ sở dữ liệu … / Opening the database …')
  const database = await openDatabase(config)
  undo.push(() => database.close())
  void stopWith(database, stop, io)
  await prepare(database, clock, io)
  const { db } = database
  const progress = (title: string): void => io.err(`  ${title} …`)
  const lines = await seed({ db, clock, log, config, dataDir, progress })
  const deps = await makeAppDeps({ config, db, clock, log })
  listenToEvents(deps)
  const app = await createApp(deps)
  undo.push(() => atMost(FINISH_MS, app.close()))
  const courier = openCourier({ db, clock, log, actor: SYSTEM }, deps.exchange)
  const jobs = await startJobs({ url: database.url, log }, makeTasks(deps, courier))
  // What an earlier life of the product left on its way.
  await courier.wakeAll()
  undo.splice(2, 0, () => atMost(FINISH_MS, courier.stop()))
  undo.splice(3, 0, () => atMost(FINISH_MS, jobs.stop()))
  await app.listen(config.port, config.host).catch((cause: unknown) => {
    throw cannotListen(config, cause)
  })
  announce(config, lines, io)
  if (!config.demo) return
  const { publicUrl } = config
  const partners = startDemoPartners({ db, clock, log, env: io.env, publicUrl })
  undo.push(() => atMost(FINISH_MS, partners.stop()))
  void partners.lines.then((told) => told.forEach((line) => io.out(line)))
}

/** Our own PostgreSQL is started again when it dies; past that there is nothing to serve. */
async function stopWith(database: Database, stop: Running['stop'], io: Io): Promise<void> {
  await database.exited
  if (!stop.isRequested()) io.err('PostgreSQL đã dừng bất thường. / PostgreSQL stopped by itself.')
  stop.request(1)
}

async function prepare(database: Database, clock: Clock, io: Io): Promise<void> {
  const onApplied = (name: string): void => io.err(`  ${name}`)
  await bringUpToDate({ database, directory: migrationsDir, clock, onApplied })
}

function announce(config: Config, lines: readonly string[], io: Io): void {
  io.out('')
  io.out(`Cổng dịch vụ công / Portal   ${config.publicUrl}/`)
  io.out(`Bàn làm việc / Desk          ${config.publicUrl}${DESK_PATH}`)
  if (config.now) io.out(`Đồng hồ / Clock              ${config.now.toISOString()} →`)
  if (config.demo) io.out('Bản thử: không dùng cho hồ sơ thật. / Demo: not for real dossiers.')
  for (const line of lines) io.out(line)
}

/** Known before the database is started, so that the second start says so at once. */
function ensurePortFree(config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (cause) => reject(cannotListen(config, cause)))
    probe.listen(config.port, config.host, () => probe.close(() => resolve()))
  })
}

function cannotListen(config: Config, cause: unknown): CannotStart {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  if (code === 'EADDRINUSE')
    return new CannotStart({
      vi: `Cổng ${config.port} trên ${config.host} đang có chương trình khác dùng; hãy dừng nó hoặc đặt PORT khác.`,
      en: `Port ${config.port} on ${config.host} is in use; stop what uses it or set another PORT.`,
      cause,
    })
  return new CannotStart({
    vi: `Không lắng nghe được ở ${config.host}:${config.port} (${code}); hãy đặt HOST hoặc PORT khác.`,
    en: `Cannot listen on ${config.host}:${config.port} (${code}); set another HOST or PORT.`,
    cause,
  })
}
