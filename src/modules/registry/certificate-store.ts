import type { Queryable } from '../../platform/db.ts'
import type { Location } from '../dossiers/index.ts'

export type Certificate = {
  agencyId: string
  dossierId: string
  no: number
  /** In the QR; the public page finds it by its hash. */
  token: string
  bookAgencyId: string | null
  content: unknown
  preparedAt: Date
  sha256: string | null
  sizeBytes: number | null
  issuedAt: Date | null
  replacedAt: Date | null
}

const CERTIFICATE = `agency_id as "agencyId", dossier_id as "dossierId", no, token,
  book_agency_id as "bookAgencyId", content,
  prepared_at as "preparedAt", sha256, size_bytes as "sizeBytes", issued_at as "issuedAt",
  replaced_at as "replacedAt"`

export type NewCertificate = {
  token: string
  tokenHash: string
  bookAgencyId: string | null
  content: unknown
  preparedAt: Date
}

export async function insertCertificate(
  db: Queryable,
  at: Location,
  made: NewCertificate,
): Promise<void> {
  await db.query(
    `insert into certificate (agency_id, dossier_id, no, token, book_agency_id, content, prepared_at)
     values ($1, $2, 1, $3, $4, $5, $6)`,
    [
      at.agencyId,
      at.dossierId,
      made.token,
      made.bookAgencyId,
      JSON.stringify(made.content),
      made.preparedAt,
    ],
  )
  await db.query(
    `insert into verification (token_hash, agency_id, dossier_id, created_at) values ($1, $2, $3, $4)`,
    [made.tokenHash, at.agencyId, at.dossierId, made.preparedAt],
  )
}

/** The newest certificate of a dossier. */
export async function findCertificate(
  db: Queryable,
  at: Location,
): Promise<Certificate | undefined> {
  const { rows } = await db.query<Certificate>(
    `select ${CERTIFICATE} from certificate
     where agency_id = $1 and dossier_id = $2 order by no desc limit 1`,
    [at.agencyId, at.dossierId],
  )
  return rows[0]
}

/** False when an earlier run of the job already attached it. */
export async function attachCertificate(
  db: Queryable,
  at: Location,
  issued: { no: number; sha256: string; sizeBytes: number; issuedAt: Date },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update certificate set sha256 = $4, size_bytes = $5, issued_at = $6
     where agency_id = $1 and dossier_id = $2 and no = $3 and issued_at is null`,
    [at.agencyId, at.dossierId, issued.no, issued.sha256, issued.sizeBytes, issued.issuedAt],
  )
  return rowCount === 1
}

/** The certificate of a QR's token: the newest one, or one that was replaced. */
export async function findVerified(
  db: Queryable,
  asked: { token: string; tokenHash: string },
): Promise<Certificate | undefined> {
  const { rows } = await db.query<Location>(
    `select agency_id as "agencyId", dossier_id as "dossierId" from verification where token_hash = $1`,
    [asked.tokenHash],
  )
  const [at] = rows
  if (!at) return undefined
  const made = await db.query<Certificate>(
    `select ${CERTIFICATE} from certificate
     where agency_id = $1 and dossier_id = $2 and token = $3`,
    [at.agencyId, at.dossierId, asked.token],
  )
  return made.rows[0]
}

/** Marks the newest certificate as replaced and prepares its successor with another token. */
export async function replaceNewest(
  db: Queryable,
  old: Certificate,
  made: { token: string; tokenHash: string; at: Date },
): Promise<void> {
  const place = [old.agencyId, old.dossierId]
  await db.query(
    `update certificate set replaced_at = $4 where agency_id = $1 and dossier_id = $2 and no = $3`,
    [...place, old.no, made.at],
  )
  await db.query(
    `insert into certificate (agency_id, dossier_id, no, token, book_agency_id, content, prepared_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...place,
      old.no + 1,
      made.token,
      old.bookAgencyId,
      JSON.stringify(old.content),
      old.preparedAt,
    ],
  )
  await db.query(
    `insert into verification (token_hash, agency_id, dossier_id, created_at) values ($1, $2, $3, $4)`,
    [made.tokenHash, ...place, made.at],
  )
}
