import type { Ctx } from '../../platform/ctx.ts'
import { legalDay, yearOf, type PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  findClosing,
  insertPageNote,
  listBooks,
  listGaps,
  listPageNotes,
  listPagesTwice,
  listPrepared,
  type Closing,
  type PageGap,
  type PageNote,
  type PageTwice,
} from './book-store.ts'
import { ensureHeldBook, ensureKeeper } from './close-book.ts'
import type { Book } from './store.ts'

const FOUND_MAX = 200

/** What the paper book and the entries do not say alike; empty lists when they agree. */
export type BookCheck = Book & {
  /** Numbers that stand on no page of the paper book yet. */
  withoutPage: readonly { no: number; signedOn: PlainDate; dossierId: string }[]
  /** Pages on which nothing stands. */
  gaps: readonly PageGap[]
  /** Pages on which more than one entry stands. */
  twice: readonly PageTwice[]
  /** Pages without an entry that were explained. */
  explained: readonly PageNote[]
  closing: Closing | null
  /** Its year is over and nobody has closed it. */
  isToClose: boolean
}

/**
 * The daily comparison of a paper book with its entries: for officers who hold it, and for the
 * system. Refuses `not-found`.
 * @basis practice.md 3; LHT 60/2014/QH13 Điều 4(3)
 */
export async function checkBook(ctx: Ctx, book: Book): Promise<BookCheck> {
  if (ctx.actor.kind !== 'system') await ensureHeldBook(ctx, book)
  const { db } = ctx
  const [prepared, gaps, twice, explained, closing] = await Promise.all([
    listPrepared(db, book, FOUND_MAX),
    listGaps(db, book, FOUND_MAX),
    listPagesTwice(db, book, FOUND_MAX),
    listPageNotes(db, book, FOUND_MAX),
    findClosing(db, book),
  ])
  return {
    ...book,
    withoutPage: prepared.map(({ no, preparedAt, dossierId }) => ({
      no,
      signedOn: legalDay(preparedAt),
      dossierId,
    })),
    gaps,
    twice,
    explained,
    closing: closing ?? null,
    isToClose: !closing && book.year < yearOf(legalDay(ctx.clock.now())),
  }
}

export function isInOrder(check: BookCheck): boolean {
  const { withoutPage, gaps, twice, isToClose } = check
  return withoutPage.length + gaps.length + twice.length === 0 && !isToClose
}

/** Every book of a year (of all years when left out), for the command; at most 2,000. */
export async function checkBooks(ctx: Ctx, of: { agencyId?: string; year?: number }) {
  const books = await listBooks(ctx.db, {
    ...(of.agencyId === undefined ? {} : { agencyIds: [of.agencyId] }),
    ...(of.year === undefined ? {} : { year: of.year }),
    limit: 2000,
  })
  const checks: BookCheck[] = []
  for (const { agencyId, book, year } of books) {
    checks.push(await checkBook(ctx, { agencyId, book, year }))
  }
  return checks
}

export type ExplainPage = Book & { paperBook: string; paperPage: number; reason: string }

/**
 * Says why a page of the paper book holds no entry. Refuses `not-found`, `act-not-yours`,
 * `book-page-missing` (no such page), `reason-missing`, `reason-too-long`, `page-is-known` (it holds
 * an entry, or was explained).
 */
export async function explainPage(ctx: Ctx, input: ExplainPage): Promise<void> {
  const { agencyId, book, year, paperPage } = input
  const { staffId } = await ensureKeeper(ctx, input)
  const paperBook = input.paperBook.trim()
  const reason = input.reason.trim().normalize('NFC')
  if (reason === '') throw new Refusal('reason-missing')
  if (reason.length > 500) throw new Refusal('reason-too-long')
  if (!isPage(paperBook, paperPage)) throw new Refusal('book-page-missing')
  const written = { writtenBy: staffId, writtenAt: ctx.clock.now() }
  const note = { paperBook, paperPage, reason, ...written }
  const isNew = await insertPageNote(ctx.db, { agencyId, book, year }, note)
  if (!isNew) throw new Refusal('page-is-known')
}

/** A page of a paper book as an officer writes it down. */
export function isPage(paperBook: string, paperPage: number): boolean {
  const isNumber = Number.isSafeInteger(paperPage) && paperPage > 0 && paperPage < 10_000
  return isNumber && paperBook !== '' && paperBook.length <= 20
}
