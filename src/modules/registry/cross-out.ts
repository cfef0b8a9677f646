import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import {
  closeDueActions,
  releaseClaims,
  deskAct,
  getForSystem,
  keepWords,
  move,
  type DeskAct,
  type Dossier,
  type Location,
} from '../dossiers/index.ts'
import { forgetEntry } from './claim-subject.ts'
import { findEntryOf, insertAct, listToLapse } from './store.ts'

export type CrossOut = DeskAct & { reason: string }

/**
 * Crosses out a prepared entry: the originals differ, or nobody will come. The number is never
 * reused. Refuses as `deskAct`, and `reason-missing`, `reason-too-long`.
 * @basis practice.md 2; LHT 60/2014/QH13 Điều 16(2), 58
 */
export async function crossOut(ctx: Ctx, input: CrossOut): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'crossOut' }, async ({ db, at, dossier, staffId }) => {
    const now = ctx.clock.now()
    const words = { kind: 'crossed-out', body: input.reason, writtenBy: staffId, writtenAt: now }
    const facts = await keepWords(db, at, words)
    await endEntry(ctx, db, { at, reason: input.reason.trim(), by: staffId })
    return move(ctx, db, {
      dossier,
      action: 'crossOut',
      to: 'lapsed',
      facts,
      change: ended(dossier, now),
      requestKey: input.requestKey,
    })
  })
}

/**
 * When a book's year is over, crosses out what was never collected; at most 500 at a time. Safe to
 * repeat. Returns how many. One that fails does not hold back the others: it is thrown at the end.
 */
export async function lapseUncollected(ctx: Ctx): Promise<number> {
  const due = await listToLapse(ctx.db, ctx.clock.now())
  const faults: unknown[] = []
  for (const at of due) {
    try {
      await lapse(ctx, at)
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} entries did not lapse`)
  return due.length
}

const NOT_COLLECTED = 'Không có người đến nhận, ký Sổ hộ tịch trong năm.'

/** Crosses out what was not collected in its year; nothing when it was collected since. */
export async function lapse(ctx: Ctx, at: Location): Promise<void> {
  await ctx.db.tx(async (db) => {
    const dossier = await getForSystem(ctx, at, { db, lock: true })
    if (dossier.state !== 'signed') return closeDueActions(db, at, ctx.clock.now())
    await endEntry(ctx, db, { at, reason: NOT_COLLECTED, by: 'system' })
    await move(ctx, db, {
      dossier,
      action: 'crossOut',
      to: 'lapsed',
      facts: { why: 'not-collected' },
      change: ended(dossier, ctx.clock.now()),
      requestKey: `lapse:${dossier.id}`,
    })
  })
}

/** A signature ends the clock, but not where legs were to follow. */
function ended({ endedAt }: Dossier, now: Date): { endedAt?: Date } {
  return endedAt === null ? { endedAt: now } : {}
}

async function endEntry(
  ctx: Ctx,
  db: Queryable,
  given: { at: Location; reason: string; by: string },
): Promise<void> {
  const now = ctx.clock.now()
  const entry = await findEntryOf(db, given.at)
  if (entry) {
    await insertAct(db, entry, {
      kind: 'crossed-out' as const,
      paperBook: null,
      paperPage: null,
      reason: given.reason,
      facts: null,
      writtenBy: given.by,
      writtenAt: now,
    })
    await forgetEntry(ctx, db, entry)
  }
  await releaseClaims(db, given.at)
  await closeDueActions(db, given.at, now)
}
