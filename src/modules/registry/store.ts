import type { Queryable } from '../../platform/db.ts'
import type { Location } from '../dossiers/index.ts'
import type { Answers } from '../forms/index.ts'
import { isEnd, type EntryEnd, type RegisterAct } from './acts.ts'

export type Book = { agencyId: string; book: 'birth' | 'death'; year: number }

export type EntryKey = Book & { no: number }

/** `paper` is what the certificate prints; `remarks` are the book's own ("Đăng ký quá hạn"). */
export type EntryContent = {
  paper: unknown
  answers: Answers
  remarks: readonly unknown[]
  /** Given before the signature; null while it was awaited. */
  personalNumber?: string | null
}

export type RegisterEntry = EntryKey & {
  dossierId: string
  content: EntryContent
  contentSha256: string
  signedBy: string
  signerTitle: string
  preparedAt: Date
}

/** The book's next number, its row locked until the transaction ends; numbers are never reused. */
export async function allotEntryNo(db: Queryable, book: Book): Promise<number | undefined> {
  const { rows } = await db.query<{ no: number }>(
    `insert into register_book as kept (agency_id, book, year, last_no) values ($1, $2, $3, 1)
     on conflict (agency_id, book, year) do update set last_no = kept.last_no + 1
       where kept.closed_on is null
     returning last_no as no`,
    [book.agencyId, book.book, book.year],
  )
  return rows[0]?.no
}

export async function insertEntry(db: Queryable, entry: RegisterEntry): Promise<void> {
  await db.query(
    `insert into register_entry (agency_id, book, year, no, dossier_id, content, content_sha256,
       signed_by, signer_title, prepared_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      entry.agencyId,
      entry.book,
      entry.year,
      entry.no,
      entry.dossierId,
      JSON.stringify(entry.content),
      entry.contentSha256,
      entry.signedBy,
      entry.signerTitle,
      entry.preparedAt,
    ],
  )
}

type Unnumbered<A> = A extends RegisterAct ? Omit<A, 'actNo'> : never
export type NewAct = Unnumbered<RegisterAct>

/** Appends what happened to an entry; returns the act's number. The caller holds the dossier. */
export async function insertAct(db: Queryable, key: EntryKey, act: NewAct): Promise<number> {
  const { rows } = await db.query<{ actNo: number }>(
    `insert into register_act (agency_id, book, year, no, act_no, kind, paper_book, paper_page,
       reason, facts, written_by, written_at)
     select $1, $2, $3, $4, coalesce(max(act_no), 0) + 1, $5, $6, $7, $8, $9, $10, $11
     from register_act where agency_id = $1 and book = $2 and year = $3 and no = $4
     returning act_no as "actNo"`,
    [
      key.agencyId,
      key.book,
      key.year,
      key.no,
      act.kind,
      act.paperBook,
      act.paperPage,
      act.reason,
      act.facts && JSON.stringify(act.facts),
      act.writtenBy,
      act.writtenAt,
    ],
  )
  return rows[0]!.actNo
}

/** An entry with all that happened to it, oldest first; `act` is its end, null while prepared. */
export type EntryWithAct = RegisterEntry & {
  act: EntryEnd | null
  acts: readonly RegisterAct[]
}

const ENTRY = `entry.agency_id as "agencyId", entry.book, entry.year, entry.no,
  entry.dossier_id as "dossierId", entry.content, entry.content_sha256 as "contentSha256",
  entry.signed_by as "signedBy", entry.signer_title as "signerTitle",
  entry.prepared_at as "preparedAt",
  (select coalesce(json_agg(json_build_object('actNo', act.act_no, 'kind', act.kind,
     'paperBook', act.paper_book, 'paperPage', act.paper_page, 'reason', act.reason,
     'facts', act.facts, 'writtenBy', act.written_by, 'writtenAt', act.written_at)
     order by act.act_no), '[]')
   from register_act act
   where act.agency_id = entry.agency_id and act.book = entry.book
     and act.year = entry.year and act.no = entry.no) as acts`

type Row = RegisterEntry & { acts: readonly (RegisterAct & { writtenAt: string | Date })[] }

/** Times inside JSON come as text. */
function toEntry(row: Row): EntryWithAct {
  const acts = row.acts.map((act) => ({ ...act, writtenAt: new Date(act.writtenAt) }))
  return { ...row, acts, act: acts.find(isEnd) ?? null }
}

export async function findEntryOf(db: Queryable, at: Location): Promise<EntryWithAct | undefined> {
  // The certificate says whose book it is: of the agency, or of the one that holds its dossiers.
  const { rows } = await db.query<Row>(
    `select ${ENTRY} from certificate made
       join register_entry entry
         on entry.agency_id = made.book_agency_id and entry.dossier_id = made.dossier_id
     where made.agency_id = $1 and made.dossier_id = $2 order by made.no desc limit 1`,
    [at.agencyId, at.dossierId],
  )
  return rows[0] && toEntry(rows[0])
}

export async function findEntryByKey(
  db: Queryable,
  key: EntryKey,
): Promise<EntryWithAct | undefined> {
  const { rows } = await db.query<Row>(
    `select ${ENTRY} from register_entry entry
     where entry.agency_id = $1 and entry.book = $2 and entry.year = $3 and entry.no = $4`,
    [key.agencyId, key.book, key.year, key.no],
  )
  return rows[0] && toEntry(rows[0])
}

/** One page of a book, newest number first. */
export async function listEntries(
  db: Queryable,
  book: Book,
  page: { before: number; limit: number },
): Promise<EntryWithAct[]> {
  const { rows } = await db.query<Row>(
    `select ${ENTRY} from register_entry entry
     where entry.agency_id = $1 and entry.book = $2 and entry.year = $3 and entry.no < $4
     order by entry.no desc limit $5`,
    [book.agencyId, book.book, book.year, page.before, page.limit],
  )
  return rows.map(toEntry)
}

/** Dossiers whose day to lapse has come: prepared, never collected. */
export async function listToLapse(db: Queryable, now: Date): Promise<Location[]> {
  const { rows } = await db.query<Location>(
    `select agency_id as "agencyId", dossier_id as "dossierId" from due_action
     where kind = 'lapse' and done_at is null and at <= $1 order by at limit 500`,
    [now],
  )
  return rows
}
