import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeTasks, listenToEvents } from '../../src/cli/tasks.ts'
import { seedCatalogue } from '../../src/cli/seed-catalogue.ts'
import { seedStaff } from '../../src/cli/seed-staff.ts'
import { seedCalendar } from '../../src/modules/calendar/index.ts'
import { seedCity } from '../../src/modules/agencies/index.ts'
import { openFiles } from '../../src/modules/files/index.ts'
import { deliverDue, openExchange, type Courier } from '../../src/modules/interlink/index.ts'
import { listNewest } from '../../src/modules/notifications/index.ts'
import { fileSigner } from '../../src/modules/papers/index.ts'
import { testClock, type TestClock } from '../../src/platform/clock.ts'
import type { Ctx } from '../../src/platform/ctx.ts'
import { runJobsOnce } from '../../src/platform/jobs.ts'
import { createLog } from '../../src/platform/log.ts'
import { root } from '../../src/platform/root.ts'
import { testDatabase, type TestDatabase } from '../../src/testing/db.ts'
import { createApp, type App, type AppOptions } from '../../src/web/app.ts'
import type { AppDeps } from '../../src/web/http/deps.ts'
import { problemOf } from '../../src/web/to-response.ts'

/** Friday, 12/08/2016, 14:00 in Hà Nội: the third day of the first wave. */
export const FRIDAY_AFTERNOON = new Date('2016-08-12T14:00:00+07:00')

export type World = {
  /** Origin of the running server, on a free port of this machine. */
  url: string
  clock: TestClock
  database: TestDatabase
  deps: AppDeps
  app: App
  /** Delivers at once whatever is due, so that jobs leave nothing behind. */
  courier: Courier
  /** For verbs called behind the pages, as the system. */
  ctx: Ctx
  /** Runs every job that waits (messages, certificates), and what those enqueue. */
  runJobs(): Promise<void>
  /** The newest message to a phone (`0912345318` or as stored), after running the jobs. */
  newestMessageTo(phone: string): Promise<string>
  close(): Promise<void>
}

/**
 * The whole product on a database of its own: city, calendar, catalogue and the demo's officers are
 * loaded, the server listens, the clock stands still until a test moves it.
 */
export async function openWorld(
  options: { now?: Date; demo?: boolean } & AppOptions = {},
): Promise<World> {
  const { now = FRIDAY_AFTERNOON, demo = true, ...appOptions } = options
  const clock = testClock(now)
  const log = createLog('silent')
  const [database, home, port] = await Promise.all([
    testDatabase(),
    mkdtemp(join(tmpdir(), 'motcua-world-')),
    freePort(),
  ])
  const { db } = database
  await seedCalendar(db, join(root, 'data'))
  await seedCity(db, join(root, 'data'))
  await seedCatalogue(db, clock)
  await seedStaff({ db, clock, log })
  const url = `http://localhost:${port}`
  const files = await openFiles(home)
  const deps: AppDeps = {
    db,
    clock,
    log,
    demo,
    publicUrl: url,
    files,
    signer: await fileSigner(home, { demo: true }),
    exchange: openExchange({ home, files, publicUrl: url, problemOf: problemOf(url) }),
  }
  listenToEvents(deps)
  const app = await createApp(deps, appOptions)
  await app.listen(port, '127.0.0.1')
  const ctx: Ctx = { db, clock, log, actor: { kind: 'system', task: 'test' } }
  const courier: Courier = {
    wake: async () => void (await deliverDue(ctx, deps.exchange)),
    wakeAll: async () => void (await deliverDue(ctx, deps.exchange)),
    stop: async () => undefined,
  }
  const tasks = makeTasks(deps, courier)
  const runJobs = () => runJobsOnce({ url: database.url, log }, tasks)
  return {
    url,
    clock,
    database,
    deps,
    app,
    courier,
    runJobs,
    ctx,
    newestMessageTo: async (phone) => {
      await runJobs()
      const digits = phone.replace(/\D/g, '').replace(/^(84|0)/, '')
      const messages = await listNewest(db)
      const found = messages.find(({ recipient }) => recipient.endsWith(digits))
      if (found === undefined) throw new Error(`no message to ${phone}`)
      return found.body
    },
    close: async () => {
      await app.close()
      await database.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
