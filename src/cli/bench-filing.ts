import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seedCity } from '../modules/agencies/index.ts'
import { seedCalendar } from '../modules/calendar/index.ts'
import { file } from '../modules/dossiers/index.ts'
import { openFiles, type FileStore } from '../modules/files/index.ts'
import { testClock } from '../platform/clock.ts'
import { environment, readConfig } from '../platform/config.ts'
import type { Ctx } from '../platform/ctx.ts'
import { bringUpToDate, openDatabase } from '../platform/database.ts'
import { ensureHome } from '../platform/home.ts'
import { createLog } from '../platform/log.ts'
import { plainDate } from '../platform/plain-date.ts'
import { makeDrafts, ownerOf } from './bench-births.ts'
import { inLanes, timed, type Timed } from './bench-timing.ts'
import type { Bench } from './bench.ts'
import { migrationsDir } from './migrate.ts'
import { dataDir } from './seed.ts'
import { seedCatalogue } from './seed-catalogue.ts'
import { listenToEvents } from './tasks.ts'

const FILINGS = 400
const AT_ONCE = 8
const DAY = plainDate('2016-08-12')

/**
 * How many complete births one ward files in a second, every file already stored, each acknowledged
 * only when committed, beside single-row inserts committed the same way in the same run.
 */
export const benchFiling: Bench = {
  summary: 'complete births filed at one ward, against durable single-row inserts',
  run: async (io) => {
    const home = await mkdtemp(join(tmpdir(), 'motcua-bench-'))
    const config = readConfig({ ...environment(), MOTCUA_HOME: home })
    ensureHome(home)
    const clock = testClock(new Date(`${DAY}T09:00:00+07:00`))
    const database = await openDatabase(config)
    try {
      await bringUpToDate({ database, directory: migrationsDir, clock })
      const { db } = database
      await Promise.all([seedCalendar(db, dataDir), seedCity(db, dataDir)])
      await seedCatalogue(db, clock)
      const files = await openFiles(home)
      listenToEvents({ files, clock })
      const ctx: Ctx = {
        db,
        clock,
        log: createLog('silent'),
        actor: { kind: 'system', task: 'bench' },
      }
      io.err(`  ${FILINGS} tờ khai / drafts …`)
      const drafts = await makeDrafts(ctx, files, { count: FILINGS + 20, day: DAY })
      await fileAll(ctx, files, drafts.splice(0, 20))
      const filed = await timed(() => fileAll(ctx, files, drafts))
      const inserted = await timed(() => insertAll(ctx, FILINGS))
      return report(filed, inserted)
    } finally {
      await database.close()
      await rm(home, { recursive: true, force: true })
    }
  },
}

async function fileAll(ctx: Ctx, files: FileStore, ids: readonly string[]): Promise<number[]> {
  return inLanes(ids, AT_ONCE, async (draftId) => {
    const owner = ownerOf(ctx, draftId)
    await file(owner, files, { draftId, requestKey: draftId, channel: 'online' })
  })
}

async function insertAll(ctx: Ctx, count: number): Promise<number[]> {
  const rows = Array.from({ length: count }, (_, index) => index)
  return inLanes(rows, AT_ONCE, async (index) => {
    await ctx.db.query(
      `insert into dossier_directory (key, kind, agency_id, dossier_id)
       values ($1, 'id', 'bench', gen_random_uuid())`,
      [`bench:${index}`],
    )
  })
}

function report(filed: Timed, inserted: Timed): string[] {
  const line = (what: string, { perSecond, p50, p95 }: Timed) =>
    `${what}: ${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`
  return [
    `${FILINGS} each, ${AT_ONCE} at once, one ward, synchronous_commit=on`,
    line('births filed       ', filed),
    line('single-row inserts ', inserted),
    `ratio filing : insert = ${(filed.perSecond / inserted.perSecond).toFixed(3)}`,
  ]
}
