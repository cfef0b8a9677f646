import type { Ctx } from '../../platform/ctx.ts'
import { legalDay, plainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { ensureStaff, findLocation, heldBy, type Location } from '../dossiers/index.ts'
import { countBook, findClosing, insertClosing, listPrepared, lockBook } from './book-store.ts'
import type { Closing } from './book-store.ts'
import { lapse } from './cross-out.ts'
import { findEntryByKey, type Book, type EntryKey, type EntryWithAct } from './store.ts'

/** A book's year may leave this many entries uncollected; more is a fault of the ward. */
const PREPARED_MAX = 500

/**
 * Closes a book on the last day of its year or after: what nobody collected is crossed out, the
 * totals are written, and the book takes no entry and no hand-over any more. Next year's book opens
 * with its first entry. Safe to repeat. Refuses `not-found`, `act-not-yours`, `book-not-over`,
 * `book-has-prepared` (something was signed while it closed: close again).
 * @basis LHT 60/2014/QH13 Điều 58; practice.md 2
 */
export async function closeBook(ctx: Ctx, book: Book): Promise<Closing> {
  const { staffId } = await ensureKeeper(ctx, book)
  const closedOn = legalDay(ctx.clock.now())
  if (closedOn < plainDate(`${book.year}-12-31`)) {
    throw new Refusal('book-not-over', { year: book.year })
  }
  const known = await findClosing(ctx.db, book)
  if (known) return known
  const system: Ctx = { ...ctx, actor: { kind: 'system', task: 'close-book' } }
  for (const { dossierId } of await listPrepared(ctx.db, book, PREPARED_MAX)) {
    await lapse(system, await locationOf(ctx, dossierId))
  }
  return ctx.db.tx(async (db) => {
    await lockBook(db, book, 'update')
    const done = await findClosing(db, book)
    if (done) return done
    const totals = await countBook(db, book)
    const prepared = totals.entries - totals.registered - totals.crossedOut
    if (prepared > 0) throw new Refusal('book-has-prepared', { count: prepared })
    const closing = { ...book, ...totals, closedOn, closedBy: staffId, closedAt: ctx.clock.now() }
    await insertClosing(db, closing)
    return closing
  })
}

async function locationOf(ctx: Ctx, dossierId: string): Promise<Location> {
  const at = await findLocation(ctx.db, 'id', dossierId)
  if (!at) throw new Error('an entry without its dossier')
  return at
}

/** One entry of a book, for officers who hold it. Refuses `not-found`. */
export async function getEntry(ctx: Ctx, key: EntryKey): Promise<EntryWithAct> {
  await ensureHeldBook(ctx, key)
  const entry = await findEntryByKey(ctx.db, key)
  if (!entry) throw new Refusal('not-found')
  return entry
}

/** How a book was closed; undefined while it is open. Refuses `not-found`. */
export async function findBookClosing(ctx: Ctx, book: Book): Promise<Closing | undefined> {
  await ensureHeldBook(ctx, book)
  return findClosing(ctx.db, book)
}

/** The civil-status officer of the agency that keeps the book, or that holds it since a merger. */
export async function ensureKeeper(ctx: Ctx, book: Book): Promise<{ staffId: string }> {
  const { staffId, roles } = ensureStaff(ctx)
  await ensureHeldBook(ctx, book)
  if (!roles.includes('civilStatusOfficer')) throw new Refusal('act-not-yours')
  return { staffId }
}

/** Refuses `not-found` to staff of an agency that holds this book neither by itself nor today. */
export async function ensureHeldBook(ctx: Ctx, { agencyId }: { agencyId: string }): Promise<void> {
  if (!(await heldBy(ctx)).includes(agencyId)) throw new Refusal('not-found')
}
