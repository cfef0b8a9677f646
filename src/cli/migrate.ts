import { join } from 'node:path'
import { systemClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { bringUpToDate, openDatabase } from '../platform/database.ts'
import { ensureHome, lockHome } from '../platform/home.ts'
import { root } from '../platform/root.ts'
import { withoutArguments, type Io } from './command.ts'

export const migrationsDir = join(root, 'migrations')

export const migrateCommand = withoutArguments(
  {
    name: 'migrate',
    summary: 'applies pending migrations and ends',
    usage: `motcua migrate
    applies pending migrations; with DATABASE_URL it needs DATABASE_OWNER_URL, the role that owns
    the tables. The same settings as for start.`,
  },
  migrateOnly,
)

async function migrateOnly(io: Io): Promise<number> {
  const config = readConfig(io.env)
  ensureHome(config.home)
  // A server may be migrated while the product runs on it; our own starts and stops here.
  const lock = config.databaseUrl === undefined ? await lockHome(config.home) : undefined
  try {
    const database = await openDatabase(config)
    try {
      const onApplied = (name: string): void => io.err(`  ${name}`)
      await bringUpToDate({ database, directory: migrationsDir, clock: systemClock, onApplied })
    } finally {
      await database.close()
    }
  } finally {
    lock?.release()
  }
  io.err('Cơ sở dữ liệu đã đủ. / The database is up to date.')
  return 0
}
