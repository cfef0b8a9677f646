import { readConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/database.ts'
import { openDb, type Db } from '../platform/db.ts'
import { ensureHome, lockHome } from '../platform/home.ts'
import { runningAppUrl } from '../platform/postgres/running.ts'
import { clockFrom, systemClock, type Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { Io } from './command.ts'

export type CommandDb = { db: Db; clock: Clock; config: Config }

/** Runs `work` with the database, whether the product is running beside it or not. */
export async function withCommandDb<T>(io: Io, work: (open: CommandDb) => Promise<T>): Promise<T> {
  const config = readConfig(io.env)
  const clock = config.now ? clockFrom(config.now) : systemClock
  const url = config.databaseUrl ?? runningAppUrl(config.home)
  if (url !== undefined) {
    const db = openDb({ connectionString: url, connectionsMax: 2 })
    try {
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
      return await work({ db: database.db, clock, config })
    } finally {
      await database.close()
    }
  } finally {
    lock.release()
  }
}
