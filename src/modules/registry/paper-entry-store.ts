import type { Queryable } from '../../platform/db.ts'
import type { PaperContent } from './paper-entry.ts'

export type PaperEntry = {
  agencyId: string
  id: string
  book: 'birth' | 'death'
  year: number
  paperBook: string
  no: string
  version: number
  paperPage: number
  source: string
  content: PaperContent
  enteredBy: string
  enteredAt: Date
}

export type NewPaperEntry = Omit<PaperEntry, 'version' | 'source'> & {
  searchText: string
  requestKey: string
}

/** Its book is made with its first entry; an entry of the same number is a further version. */
export async function insertPaperEntry(db: Queryable, made: NewPaperEntry): Promise<void> {
  const book = [made.agencyId, made.book, made.year, made.paperBook]
  await db.query(
    `insert into paper_book (agency_id, book, year, name, entered_by, entered_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [...book, made.enteredBy, made.enteredAt],
  )
  // Two officers who copy the same number at once: the later one makes the further version.
  for (let tries = 0; tries < 5; tries += 1) if (await insertVersion(db, made)) return
  throw new Error('a paper entry was copied by too many at once')
}

async function insertVersion(db: Queryable, made: NewPaperEntry): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into paper_entry (agency_id, book, year, paper_book, no, version, id, paper_page,
       source, content, search_text, entered_by, entered_at, request_key)
     select $1, $2, $3, $4, $5, coalesce(max(version), 0) + 1, $6, $7, 'nhập từ sổ giấy', $8, $9,
       $10, $11, $12
     from paper_entry
     where agency_id = $1 and book = $2 and year = $3 and paper_book = $4 and no = $5
     on conflict on constraint paper_entry_version_once do nothing`,
    [
      made.agencyId,
      made.book,
      made.year,
      made.paperBook,
      made.no,
      made.id,
      made.paperPage,
      JSON.stringify(made.content),
      made.searchText,
      made.enteredBy,
      made.enteredAt,
      made.requestKey,
    ],
  )
  return rowCount === 1
}

const ENTRY = `entry.agency_id as "agencyId", entry.id, entry.book, entry.year,
  entry.paper_book as "paperBook", entry.no, entry.version, entry.paper_page as "paperPage",
  entry.source, entry.content, entry.entered_by as "enteredBy", entry.entered_at as "enteredAt"`

export async function findPaperEntry(
  db: Queryable,
  { agencyId, id }: { agencyId: string; id: string },
): Promise<PaperEntry | undefined> {
  const { rows } = await db.query<PaperEntry>(
    `select ${ENTRY} from paper_entry entry where entry.agency_id = $1 and entry.id = $2`,
    [agencyId, id],
  )
  return rows[0]
}

/** What this request entered before. */
export async function findPaperEntryByRequest(
  db: Queryable,
  { agencyId, requestKey }: { agencyId: string; requestKey: string },
): Promise<PaperEntry | undefined> {
  const { rows } = await db.query<PaperEntry>(
    `select ${ENTRY} from paper_entry entry
     where entry.agency_id = $1 and entry.request_key = $2`,
    [agencyId, requestKey],
  )
  return rows[0]
}

/** All versions of one number, newest first. */
export async function listVersions(
  db: Queryable,
  of: Pick<PaperEntry, 'agencyId' | 'book' | 'year' | 'paperBook' | 'no'>,
): Promise<PaperEntry[]> {
  const { rows } = await db.query<PaperEntry>(
    `select ${ENTRY} from paper_entry entry
     where entry.agency_id = $1 and entry.book = $2 and entry.year = $3
       and entry.paper_book = $4 and entry.no = $5
     order by entry.version desc limit 50`,
    [of.agencyId, of.book, of.year, of.paperBook, of.no],
  )
  return rows
}

const IS_NEWEST = `not exists (select from paper_entry later
  where later.agency_id = entry.agency_id and later.book = entry.book and later.year = entry.year
    and later.paper_book = entry.paper_book and later.no = entry.no
    and later.version > entry.version)`

export type PaperQuery = {
  agencyIds: readonly string[]
  /** Folded words; the beginning of each must occur. */
  words: readonly string[]
  limit: number
}

/** The newest versions whose names, numbers or days begin with every word. */
export async function searchPaperEntries(
  db: Queryable,
  { agencyIds, words, limit }: PaperQuery,
): Promise<PaperEntry[]> {
  const asked = words.map((word) => `${word}:*`).join(' & ')
  const { rows } = await db.query<PaperEntry>(
    `select ${ENTRY} from paper_entry entry
     where to_tsvector('simple', entry.search_text) @@ to_tsquery('simple', $2)
       and entry.agency_id = any($1) and ${IS_NEWEST}
     order by entry.year desc, entry.entered_at desc, entry.id limit $3`,
    [agencyIds, asked, limit],
  )
  return rows
}

/** What was entered last. */
export async function listPaperEntries(
  db: Queryable,
  { agencyIds, limit }: Omit<PaperQuery, 'words'>,
): Promise<PaperEntry[]> {
  const { rows } = await db.query<PaperEntry>(
    `select ${ENTRY} from paper_entry entry
     where entry.agency_id = any($1) and ${IS_NEWEST}
     order by entry.entered_at desc, entry.id limit $2`,
    [agencyIds, limit],
  )
  return rows
}
