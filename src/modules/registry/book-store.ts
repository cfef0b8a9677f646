import type { Queryable } from '../../platform/db.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Book } from './store.ts'

/** A book's row locked: shared by who signs into it, alone (not even numbered) by who closes it. */
export async function lockBook(
  db: Queryable,
  { agencyId, book, year }: Book,
  how: 'key share' | 'update',
): Promise<{ closedOn: PlainDate | null }> {
  if (how === 'update') {
    // A ward without a single death closes its book too.
    await db.query(
      `insert into register_book (agency_id, book, year, last_no) values ($1, $2, $3, 0)
       on conflict do nothing`,
      [agencyId, book, year],
    )
  }
  const { rows } = await db.query<{ closedOn: PlainDate | null }>(
    `select closed_on as "closedOn" from register_book
     where agency_id = $1 and book = $2 and year = $3 for ${how}`,
    [agencyId, book, year],
  )
  return rows[0] ?? { closedOn: null }
}

export type PaperBook = { book: string; pages: number; first: number; last: number }

export type Totals = {
  entries: number
  registered: number
  crossedOut: number
  paperBooks: readonly PaperBook[]
}

export type Closing = Book & Totals & { closedOn: PlainDate; closedBy: string; closedAt: Date }

/** Numbers given, how they ended, and the pages that were used. */
export async function countBook(db: Queryable, book: Book): Promise<Totals> {
  const key = [book.agencyId, book.book, book.year]
  const { rows } = await db.query<Omit<Totals, 'paperBooks'>>(
    `select count(*)::int as entries,
       count(*) filter (where act.kind = 'registered')::int as registered,
       count(*) filter (where act.kind = 'crossed-out')::int as "crossedOut"
     from register_entry entry
       left join register_act act on act.agency_id = entry.agency_id and act.book = entry.book
         and act.year = entry.year and act.no = entry.no
         and act.kind in ('registered', 'crossed-out')
     where entry.agency_id = $1 and entry.book = $2 and entry.year = $3`,
    key,
  )
  const { rows: paperBooks } = await db.query<PaperBook>(
    `select paper_book as book, count(distinct paper_page)::int as pages,
       min(paper_page) as first, max(paper_page) as last
     from register_act
     where agency_id = $1 and book = $2 and year = $3 and kind = 'registered'
     group by paper_book order by min(no) limit 100`,
    key,
  )
  return { ...rows[0]!, paperBooks }
}

export type Prepared = { dossierId: string; no: number; preparedAt: Date }

/** The dossiers whose entries of a book are only prepared. */
export async function listPrepared(db: Queryable, book: Book, limit: number): Promise<Prepared[]> {
  const { rows } = await db.query<Prepared>(
    `select entry.dossier_id as "dossierId", entry.no, entry.prepared_at as "preparedAt"
     from register_entry entry
     where entry.agency_id = $1 and entry.book = $2 and entry.year = $3
       and not exists (select from register_act act where act.agency_id = entry.agency_id
         and act.book = entry.book and act.year = entry.year and act.no = entry.no
         and act.kind in ('registered', 'crossed-out'))
     order by entry.no limit $4`,
    [book.agencyId, book.book, book.year, limit],
  )
  return rows
}

export async function insertClosing(db: Queryable, closing: Closing): Promise<void> {
  const key = [closing.agencyId, closing.book, closing.year]
  await db.query(
    `update register_book set closed_on = $4 where agency_id = $1 and book = $2 and year = $3`,
    [...key, closing.closedOn],
  )
  await db.query(
    `insert into book_closing (agency_id, book, year, closed_on, closed_by, closed_at, entries,
       registered, crossed_out, paper_books)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...key,
      closing.closedOn,
      closing.closedBy,
      closing.closedAt,
      closing.entries,
      closing.registered,
      closing.crossedOut,
      JSON.stringify(closing.paperBooks),
    ],
  )
}

export async function findClosing(db: Queryable, book: Book): Promise<Closing | undefined> {
  const { rows } = await db.query<Closing>(
    `select agency_id as "agencyId", book, year, closed_on as "closedOn", closed_by as "closedBy",
       closed_at as "closedAt", entries, registered, crossed_out as "crossedOut",
       paper_books as "paperBooks"
     from book_closing where agency_id = $1 and book = $2 and year = $3`,
    [book.agencyId, book.book, book.year],
  )
  return rows[0]
}

/** Books with entries; of one agency, or of all. */
export async function listBooks(
  db: Queryable,
  of: { agencyIds?: readonly string[]; year?: number; limit: number },
): Promise<(Book & { closedOn: PlainDate | null })[]> {
  const { rows } = await db.query<Book & { closedOn: PlainDate | null }>(
    `select agency_id as "agencyId", book, year, closed_on as "closedOn" from register_book
     where ($1::text[] is null or agency_id = any($1)) and ($2::int is null or year = $2)
     order by agency_id, year desc, book limit $3`,
    [of.agencyIds ?? null, of.year ?? null, of.limit],
  )
  return rows
}

export type PageGap = { paperBook: string; first: number; last: number }
export type PageTwice = { paperBook: string; page: number; nos: readonly number[] }

/** Pages from 1 to the last one used on which nothing stands and of which nothing is said. */
export async function listGaps(db: Queryable, book: Book, limit: number): Promise<PageGap[]> {
  const { rows } = await db.query<PageGap>(
    `with known as (
       select paper_book, paper_page from register_act
       where agency_id = $1 and book = $2 and year = $3 and kind = 'registered'
       union
       select paper_book, paper_page from page_note
       where agency_id = $1 and book = $2 and year = $3),
     stepped as (
       select paper_book, paper_page,
         lag(paper_page, 1, 0) over (partition by paper_book order by paper_page) as before
       from known)
     select paper_book as "paperBook", before + 1 as first, paper_page - 1 as last from stepped
     where paper_page > before + 1 order by paper_book, paper_page limit $4`,
    [book.agencyId, book.book, book.year, limit],
  )
  return rows
}

export async function listPagesTwice(
  db: Queryable,
  book: Book,
  limit: number,
): Promise<PageTwice[]> {
  const { rows } = await db.query<PageTwice>(
    `select paper_book as "paperBook", paper_page as page, array_agg(no order by no) as nos
     from register_act
     where agency_id = $1 and book = $2 and year = $3 and kind = 'registered'
     group by paper_book, paper_page having count(*) > 1
     order by paper_book, paper_page limit $4`,
    [book.agencyId, book.book, book.year, limit],
  )
  return rows
}

export type PageNote = {
  paperBook: string
  paperPage: number
  reason: string
  writtenBy: string
  writtenAt: Date
}

/** False when that page was explained before, or holds an entry. */
export async function insertPageNote(db: Queryable, book: Book, note: PageNote): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into page_note (agency_id, book, year, paper_book, paper_page, reason, written_by,
       written_at)
     select $1, $2, $3, $4, $5, $6, $7, $8
     where not exists (select from register_act where agency_id = $1 and book = $2 and year = $3
       and kind = 'registered' and paper_book = $4 and paper_page = $5)
     on conflict do nothing`,
    [
      book.agencyId,
      book.book,
      book.year,
      note.paperBook,
      note.paperPage,
      note.reason,
      note.writtenBy,
      note.writtenAt,
    ],
  )
  return rowCount === 1
}

export async function listPageNotes(db: Queryable, book: Book, limit: number): Promise<PageNote[]> {
  const { rows } = await db.query<PageNote>(
    `select paper_book as "paperBook", paper_page as "paperPage", reason,
       written_by as "writtenBy", written_at as "writtenAt"
     from page_note where agency_id = $1 and book = $2 and year = $3
     order by paper_book, paper_page limit $4`,
    [book.agencyId, book.book, book.year, limit],
  )
  return rows
}
