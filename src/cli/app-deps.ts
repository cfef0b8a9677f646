import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { Log } from '../platform/ctx.ts'
import type { Db } from '../platform/db.ts'
import { openFiles } from '../modules/files/index.ts'
import { openExchange } from '../modules/interlink/index.ts'
import { fileSigner } from '../modules/papers/index.ts'
import { pendingMigrations } from '../platform/migrate.ts'
import type { AppDeps } from '../web/http/deps.ts'
import { problemOf } from '../web/to-response.ts'
import { migrationsDir } from './migrate.ts'

/** Joins the web to everything it needs; the one place that knows both. */
export async function makeAppDeps(parts: {
  config: Config
  db: Db
  clock: Clock
  log: Log
}): Promise<AppDeps> {
  const { config, db, clock, log } = parts
  let isCurrent = false
  const [files, signer] = await Promise.all([
    openFiles(config.home),
    fileSigner(config.home, { demo: config.demo }),
  ])
  return {
    db,
    clock,
    log,
    files,
    signer,
    exchange: openExchange({
      home: config.home,
      files,
      publicUrl: config.publicUrl,
      problemOf: problemOf(config.publicUrl),
    }),
    publicUrl: config.publicUrl,
    demo: config.demo,
    trustProxy: config.trustProxy,
    // Migrations never go back: once current, this process stays current.
    migrationsCurrent: async () => {
      isCurrent ||= (await pendingMigrations(db, migrationsDir)).length === 0
      return isCurrent
    },
  }
}
