import { join } from 'node:path'
import { verifyHashes } from '../modules/procedures/index.ts'
import { CannotStart } from '../platform/cannot-start.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { Log } from '../platform/ctx.ts'
import type { Db } from '../platform/db.ts'
import { root } from '../platform/root.ts'
import { ensureNotDemo } from './refuse-demo.ts'
import { seedCalendarTables } from './seed-calendar.ts'
import { seedCatalogue } from './seed-catalogue.ts'
import { seedCityTables } from './seed-city.ts'
import { seedStaff } from './seed-staff.ts'

export type SeedDeps = {
  /** As the application's role. */
  db: Db
  clock: Clock
  log: Log
  config: Config
  dataDir: string
  /** Told to whoever waits, on stderr. */
  progress: (line: string) => void
}

export type SeedStep = {
  title: string
  /** Left out outside the demo: it makes accounts, keys or people that are not real. */
  demoOnly?: true
  /** Safe to repeat and quick when there is nothing to do. Returns lines for the end of start. */
  run(deps: SeedDeps): Promise<readonly string[]>
}

export const dataDir = join(root, 'data')

/** What every start makes sure of, in order. */
const steps: readonly SeedStep[] = [
  {
    title: 'Lịch làm việc / Calendar',
    run: async ({ db, dataDir: from, log }) => {
      log.info({ outcome: await seedCalendarTables(db, from) }, 'seeded')
      return []
    },
  },
  {
    title: 'Đơn vị, cơ quan / Units and agencies',
    run: async ({ db, dataDir: from, log }) => {
      log.info({ outcome: await seedCityTables(db, from) }, 'seeded')
      return []
    },
  },
  {
    title: 'Thủ tục / Procedures',
    run: async ({ db, clock, log }) => {
      log.info({ outcome: await seedCatalogue(db, clock) }, 'seeded')
      await ensureHashes(db)
      return []
    },
  },
  {
    title: 'Cán bộ thử / Demo officers',
    demoOnly: true,
    run: seedStaff,
  },
]

/** A published revision never changes: dossiers are pinned to it. */
async function ensureHashes(db: Db): Promise<void> {
  const changed = (await verifyHashes(db))
    .map(({ key, revision }) => `${key} ${revision}`)
    .join(', ')
  if (changed === '') return
  throw new CannotStart({
    vi: `Thủ tục đã công bố bị đổi nội dung: ${changed}. Hãy phục hồi từ bản sao lưu.`,
    en: `Published procedures were changed: ${changed}. Restore them from a backup.`,
  })
}

/**
 * Runs the steps; returns what they want printed when the product is up. Outside the demo refuses a
 * home or database of the demo (CannotStart).
 */
export async function seed(deps: SeedDeps): Promise<string[]> {
  const { db, config } = deps
  if (!config.demo) await ensureNotDemo({ db, home: config.home })
  const lines: string[] = []
  for (const step of steps) {
    if (step.demoOnly && !config.demo) continue
    deps.progress(step.title)
    lines.push(...(await step.run(deps)))
  }
  return lines
}
