import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sampleBirth2016 } from '../catalogue/testing.ts'
import { seedCity } from '../modules/agencies/index.ts'
import { seedCalendar } from '../modules/calendar/index.ts'
import { file } from '../modules/dossiers/index.ts'
import { openFiles, type FileStore } from '../modules/files/index.ts'
import { attachFile, saveAnswers, startDraft } from '../modules/intake/index.ts'
import { loadProcedures } from '../modules/procedures/index.ts'
import { testClock } from '../platform/clock.ts'
import { environment, readConfig } from '../platform/config.ts'
import type { Ctx } from '../platform/ctx.ts'
import { bringUpToDate, openDatabase } from '../platform/database.ts'
import { ensureHome } from '../platform/home.ts'
import { createLog } from '../platform/log.ts'
import { plainDate } from '../platform/plain-date.ts'
import { photo } from '../testing/photo.ts'
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
      const drafts = await prepare(ctx, files, FILINGS + 20)
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

async function prepare(ctx: Ctx, files: FileStore, count: number): Promise<string[]> {
  const definition = (await loadProcedures(ctx.db)).revisionOn('birth.register', DAY)
  if (!definition) throw new Error('birth.register is not in force')
  const ids: string[] = []
  for (let index = 0; index < count; index++) {
    const answers = sampleBirth2016({ 'notice.number': String(10_000 + index) })
    const typed = Object.entries(answers).filter(([key]) => !key.startsWith('file.'))
    const draft = await startDraft(ctx, { definition, answers: {} })
    const owner = ownerOf(ctx, draft.id)
    await saveAnswers(owner, { draftId: draft.id, set: Object.fromEntries(typed) })
    for (const field of Object.keys(answers).filter((key) => key.startsWith('file.'))) {
      const bytes = photo(`${field} ${draft.id}`)
      await attachFile(owner, files, { draftId: draft.id, field, name: 'anh.png', bytes })
    }
    ids.push(draft.id)
  }
  await confirmPhones(ctx, ids)
  return ids
}

/** What the one-time code does to a draft, for all at once: sending codes is not measured. */
async function confirmPhones(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await ctx.db.query(
    `update draft set phone = '0912345318', phone_confirmed_at = $2 where id = any($1)`,
    [ids, ctx.clock.now()],
  )
}

function ownerOf(ctx: Ctx, draftId: string): Ctx {
  return { ...ctx, actor: { kind: 'citizen', phone: null, draftIds: [draftId] } }
}

async function fileAll(ctx: Ctx, files: FileStore, ids: readonly string[]): Promise<number[]> {
  return atOnce(ids, async (draftId) => {
    const owner = ownerOf(ctx, draftId)
    await file(owner, files, { draftId, requestKey: draftId, channel: 'online' })
  })
}

async function insertAll(ctx: Ctx, count: number): Promise<number[]> {
  const rows = Array.from({ length: count }, (_, index) => index)
  return atOnce(rows, async (index) => {
    await ctx.db.query(
      `insert into dossier_directory (key, kind, agency_id, dossier_id)
       values ($1, 'id', 'bench', gen_random_uuid())`,
      [`bench:${index}`],
    )
  })
}

/** Works on `AT_ONCE` items at a time; returns how long each took, in milliseconds. */
async function atOnce<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<number[]> {
  const waiting = [...items]
  const took: number[] = []
  const lane = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      const from = performance.now()
      await work(item)
      took.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return took.toSorted((a, b) => a - b)
}

type Timed = { perSecond: number; p50: number; p95: number }

async function timed(work: () => Promise<number[]>): Promise<Timed> {
  const from = performance.now()
  const took = await work()
  const seconds = (performance.now() - from) / 1000
  const at = (share: number) => took[Math.floor((took.length - 1) * share)] ?? 0
  return { perSecond: took.length / seconds, p50: at(0.5), p95: at(0.95) }
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
