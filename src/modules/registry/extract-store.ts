import type { Queryable } from '../../platform/db.ts'

export type ExtractSeries = 'birthCopy' | 'deathCopy' | 'amendment'

export type RegisterSeries = ExtractSeries | 'blankMinutes'

/** The series' next number, its row locked until the transaction ends; gapless. */
export async function allotSeriesNo(
  db: Queryable,
  of: { agencyId: string; series: RegisterSeries; year: number },
): Promise<number> {
  const { rows } = await db.query<{ no: number }>(
    `insert into register_series as kept (agency_id, series, year, last_no) values ($1, $2, $3, 1)
     on conflict (agency_id, series, year) do update set last_no = kept.last_no + 1
     returning last_no as no`,
    [of.agencyId, of.series, of.year],
  )
  return rows[0]!.no
}

export type ExtractKey = { agencyId: string; series: ExtractSeries; year: number; no: number }

/** What an extract was taken from. */
export type ExtractSource =
  | { book: 'birth' | 'death'; bookYear: number; entryNo: number; paperEntryId: null }
  | { book: 'birth' | 'death'; bookYear: null; entryNo: null; paperEntryId: string }

export type NewExtract = ExtractKey & {
  source: ExtractSource
  count: number
  askedBy: string | null
  content: unknown
  token: string
  tokenHash: string
  preparedBy: string
  preparedAt: Date
  requestKey: string
}

export type Extract = ExtractKey & {
  book: 'birth' | 'death'
  bookYear: number | null
  entryNo: number | null
  paperEntryId: string | null
  count: number
  askedBy: string | null
  content: unknown
  token: string
  preparedBy: string
  preparedAt: Date
  sha256: string | null
  issuedAt: Date | null
}

export async function insertExtract(db: Queryable, made: NewExtract): Promise<void> {
  const { source } = made
  await db.query(
    `insert into register_extract (agency_id, series, year, no, book, book_year, entry_no,
       paper_entry_id, count, asked_by, content, token, prepared_by, prepared_at, request_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      made.agencyId,
      made.series,
      made.year,
      made.no,
      source.book,
      source.bookYear,
      source.entryNo,
      source.paperEntryId,
      made.count,
      made.askedBy,
      JSON.stringify(made.content),
      made.token,
      made.preparedBy,
      made.preparedAt,
      made.requestKey,
    ],
  )
  await db.query(
    `insert into extract_verification (token_hash, agency_id, series, year, no)
     values ($1, $2, $3, $4, $5)`,
    [made.tokenHash, made.agencyId, made.series, made.year, made.no],
  )
}

const EXTRACT = `agency_id as "agencyId", series, year, no, book, book_year as "bookYear",
  entry_no as "entryNo", paper_entry_id as "paperEntryId", count, asked_by as "askedBy", content,
  token, prepared_by as "preparedBy", prepared_at as "preparedAt", sha256,
  issued_at as "issuedAt"`

export async function findExtract(db: Queryable, key: ExtractKey): Promise<Extract | undefined> {
  const { rows } = await db.query<Extract>(
    `select ${EXTRACT} from register_extract
     where agency_id = $1 and series = $2 and year = $3 and no = $4`,
    [key.agencyId, key.series, key.year, key.no],
  )
  return rows[0]
}

/** The extract that this request made before. */
export async function findExtractByRequest(
  db: Queryable,
  { agencyId, requestKey }: { agencyId: string; requestKey: string },
): Promise<Extract | undefined> {
  const { rows } = await db.query<Extract>(
    `select ${EXTRACT} from register_extract where agency_id = $1 and request_key = $2`,
    [agencyId, requestKey],
  )
  return rows[0]
}

/** By the token of its QR. */
export async function findVerifiedExtract(
  db: Queryable,
  tokenHash: string,
): Promise<Extract | undefined> {
  const { rows } = await db.query<Extract>(
    `select ${EXTRACT} from register_extract
     where (agency_id, series, year, no) in
       (select agency_id, series, year, no from extract_verification where token_hash = $1)`,
    [tokenHash],
  )
  return rows[0]
}

type OfEntry = { agencyId: string; book: string; year: number; no: number }

/** Everything given out of an entry, oldest first. */
export async function listExtractsOf(
  db: Queryable,
  { agencyId, book, year, no }: OfEntry,
  limit: number,
): Promise<Extract[]> {
  const { rows } = await db.query<Extract>(
    `select ${EXTRACT} from register_extract
     where agency_id = $1 and book = $2 and book_year = $3 and entry_no = $4
     order by prepared_at, no limit $5`,
    [agencyId, book, year, no, limit],
  )
  return rows
}

/** The same of an entry of a paper book of an earlier year. */
export async function listExtractsOfPaper(
  db: Queryable,
  { agencyId, paperEntryId }: { agencyId: string; paperEntryId: string },
  limit: number,
): Promise<Extract[]> {
  const { rows } = await db.query<Extract>(
    `select ${EXTRACT} from register_extract where agency_id = $1 and paper_entry_id = $2
     order by prepared_at, no limit $3`,
    [agencyId, paperEntryId, limit],
  )
  return rows
}

/** False when an earlier run of the job already attached it. */
export async function attachExtract(
  db: Queryable,
  key: ExtractKey,
  made: { sha256: string; sizeBytes: number; issuedAt: Date },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update register_extract set sha256 = $5, size_bytes = $6, issued_at = $7
     where agency_id = $1 and series = $2 and year = $3 and no = $4 and issued_at is null`,
    [key.agencyId, key.series, key.year, key.no, made.sha256, made.sizeBytes, made.issuedAt],
  )
  return rowCount === 1
}
