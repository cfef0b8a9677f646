import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { seedCity } from '../modules/agencies/index.ts'
import { EXCHANGE_BASE, importKey } from '../modules/interlink/index.ts'
import { clockFrom } from '../platform/clock.ts'
import { environment, readConfig, type Config } from '../platform/config.ts'
import type { Ctx } from '../platform/ctx.ts'
import { bringUpToDate, openDatabase, type Database } from '../platform/database.ts'
import { ensureHome } from '../platform/home.ts'
import { createLog } from '../platform/log.ts'
import { exchangeRoutes } from '../web/api/interlink.ts'
import { createApp } from '../web/app.ts'
import { makeAppDeps } from './app-deps.ts'
import type { Bench } from './bench.ts'
import type { Io } from './command.ts'
import { migrationsDir } from './migrate.ts'
import { dataDir } from './seed.ts'

/** What the bench tells its partner (its parties' public keys), and what that answers. */
type Order = { now: string; party: string; others: Readonly<Record<string, string>> }
type Ready = { endpoint: string; publicKey: string }

export type BenchHome = { home: string; config: Config; database: Database; close(): Promise<void> }

/** A database of its own on our PostgreSQL, whatever the settings say, thrown away afterwards. */
export async function openBenchHome(now: Date): Promise<BenchHome> {
  const home = await mkdtemp(join(tmpdir(), 'motcua-bench-'))
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...env } = environment()
  const config = readConfig({ ...env, MOTCUA_HOME: home, MOTCUA_DEMO: '1' })
  ensureHome(home)
  const database = await openDatabase(config)
  const close = async () => {
    await database.close()
    await rm(home, { recursive: true, force: true })
  }
  await bringUpToDate({ database, directory: migrationsDir, clock: clockFrom(now) })
  await seedCity(database.db, dataDir)
  return { home, config, database, close }
}

/** The other process: a second product that takes messages over HTTP and keeps them in its own. */
export const benchPartner: Bench = {
  summary: 'the partner of the bench exchange, which starts it',
  run: async (io) => {
    const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
    const first = await lines.next()
    const order = JSON.parse(String(first.value)) as Order // written by startPartner
    const at = await openBenchHome(new Date(order.now))
    try {
      const close = await serve(io, at, order)
      // The bench closes our input when it is done, or dies.
      while (!(await lines.next()).done);
      await close()
    } finally {
      await at.close()
    }
    return []
  },
}

async function serve(io: Io, at: BenchHome, order: Order): Promise<() => Promise<void>> {
  const { db } = at.database
  const clock = clockFrom(new Date(order.now))
  const log = createLog('silent')
  const deps = await makeAppDeps({ config: at.config, db, clock, log })
  const ctx: Ctx = { db, clock, log, actor: { kind: 'system', task: 'bench' } }
  for (const [party, text] of Object.entries(order.others)) await importKey(ctx, { party, text })
  // Here the partner works on a desk in here, be it the Ministry.
  await db.query(
    `insert into interlink_party (party, from_day, software) values ($1, '2016-01-01', 'inside')`,
    [order.party],
  )
  const app = await createApp(deps, { routes: exchangeRoutes })
  const port = await app.listen(0, '127.0.0.1')
  const publicKey = await publicKeyText(deps, ctx, order.party)
  const ready: Ready = { endpoint: `http://127.0.0.1:${port}${EXCHANGE_BASE}`, publicKey }
  io.out(JSON.stringify(ready))
  return () => app.close()
}

type Exchanging = Pick<Awaited<ReturnType<typeof makeAppDeps>>, 'exchange'>

/** The public half of the key with which a party in here signs, as a partner imports it. */
export async function publicKeyText(
  { exchange }: Exchanging,
  ctx: Ctx,
  party: string,
): Promise<string> {
  const { privateKey } = await exchange.keys.signing(ctx, party)
  const { x = '' } = privateKey.export({ format: 'jwk' })
  return x
}

export type Partner = Ready & { stop(): Promise<void> }

/** Starts the partner and waits until it listens. */
export async function startPartner(order: Order): Promise<Partner> {
  const main = process.argv[1] ?? ''
  const args = [...process.execArgv, main, 'bench', 'exchange-partner']
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.write(`${JSON.stringify(order)}\n`)
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const ready = await readyOf(child)
  return {
    ...ready,
    stop: async () => {
      child.stdin.end()
      await exited
    },
  }
}

function readyOf(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', (line) =>
      resolve(JSON.parse(line) as Ready),
    )
    child.once('exit', (code) => reject(new Error(`the partner ended with ${code}`)))
  })
}
