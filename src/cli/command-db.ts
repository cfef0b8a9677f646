import { readConfig } from '../platform/config.ts'
import { CannotStart } from '../platform/cannot-start.ts'
import { ensureReachable, openDatabase } from '../platform/database.ts'
import { openDb, type Db } from '../platform/db.ts'
import { ensureHome, lockHome } from '../platform/home.ts'
import { runningAppUrl } from '../platform/postgres/running.ts'
import { clockFrom, systemClock, type Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { pendingMigrations } from '../platform/migrate.ts'
import type { Io } from './command.ts'
import { migrationsDir } from './migrate.ts'

export type CommandDb = { db: Db; clock: Clock; config: Config }

/** Runs `work` with the database, whether the product is running beside it or not. */
export async function withCommandDb<T>(io: Io, work: (open: CommandDb) => Promise<T>): Promise<T> {
  const config = readConfig(io.env)
  const clock = config.now ? clockFrom(config.now) : systemClock
  const url = config.databaseUrl ?? runningAppUrl(config.home)
  if (url !== undefined) {
    const db = openDb({ connectionString: url, connectionsMax: 2 })
    try {
      await ensureReachable(db, url)
      await ensureCurrent(db)
      return await work({ db, clock, config })
    } finally {
      await db.close()
    }
  }
  ensureHome(config.home)
  const lock = await lockHome(config.home)
  try {
    const database = await openDatabase(config)
    try {
      await ensureCurrent(database.db)
      return await work({ db: database.db, clock, config })
    } finally {
      await database.close()
    }
  } finally {
    lock.release()
  }
}

/** A command asks and writes; the tables are made by `start` and `migrate`. */
async function ensureCurrent(db: Db): Promise<void> {
  const [first] = await pendingMigrations(db, migrationsDir)
  if (first === undefined) return
  throw new CannotStart({
    vi: `Cơ sở dữ liệu chưa đủ bảng (${first}); hãy chạy “motcua start” hoặc “motcua migrate” trước.`,
    en: `The database lacks tables (${first}); run "motcua start" or "motcua migrate" first.`,
  })
}
