import type { Queryable } from '../../platform/db.ts'
import type { Location } from '../dossiers/index.ts'
import type { Slip, SlipContent, SlipKey, SlipKind } from './slip.ts'

/** The kind's next number of the year, its counter locked until the transaction ends. */
export async function allotSlipNo(
  db: Queryable,
  counter: { agencyId: string; kind: SlipKind; year: number },
): Promise<number> {
  const { rows } = await db.query<{ no: number }>(
    `insert into slip_counter as kept (agency_id, kind, year, last_no) values ($1, $2, $3, 1)
     on conflict (agency_id, kind, year) do update set last_no = kept.last_no + 1
     returning last_no as no`,
    [counter.agencyId, counter.kind, counter.year],
  )
  return rows[0]!.no
}

export type NewSlip = Omit<Slip, 'sha256'> & { content: SlipContent; contentSha256: string }

export async function insertSlip(db: Queryable, slip: NewSlip): Promise<void> {
  await db.query(
    `insert into slip (agency_id, kind, year, no, dossier_id, occasion, issued_at, issued_by,
       content, content_sha256)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      slip.agencyId,
      slip.kind,
      slip.year,
      slip.no,
      slip.dossierId,
      slip.occasion,
      slip.issuedAt,
      slip.issuedBy,
      JSON.stringify(slip.content),
      slip.contentSha256,
    ],
  )
}

const SLIP = `agency_id as "agencyId", kind, year, no, dossier_id as "dossierId", occasion,
  issued_at as "issuedAt", issued_by as "issuedBy", sha256`

/** The slips of a dossier, newest first; of one act its own before the control slip. */
export async function listSlips(db: Queryable, at: Location): Promise<Slip[]> {
  const { rows } = await db.query<Slip>(
    `select ${SLIP} from slip where agency_id = $1 and dossier_id = $2
     order by occasion desc, kind = 'control', kind limit 100`,
    [at.agencyId, at.dossierId],
  )
  return rows
}

/** Content is null for slips given before their words were kept. */
export type KeptSlip = Slip & { content: SlipContent | null; contentSha256: string | null }

export async function findSlip(db: Queryable, key: SlipKey): Promise<KeptSlip | undefined> {
  const { rows } = await db.query<KeptSlip>(
    `select ${SLIP}, content, content_sha256 as "contentSha256" from slip
     where agency_id = $1 and kind = $2 and year = $3 and no = $4`,
    [key.agencyId, key.kind, key.year, key.no],
  )
  return rows[0]
}

/** Attaches the PDF once; another that comes later changes nothing. */
export async function attachPdf(
  db: Queryable,
  key: SlipKey,
  pdf: { sha256: string; sizeBytes: number; keptAt: Date },
): Promise<void> {
  await db.query(
    `update slip set sha256 = $5, size_bytes = $6, kept_at = $7
     where agency_id = $1 and kind = $2 and year = $3 and no = $4 and sha256 is null`,
    [key.agencyId, key.kind, key.year, key.no, pdf.sha256, pdf.sizeBytes, pdf.keptAt],
  )
}

export type ReceiptRow = SlipKey & {
  dossierId: string
  issuedAt: Date
  content: SlipContent | null
}

export type ReceiptsAsked = {
  agencyId: string
  from: Date
  until: Date
  after?: { issuedAt: Date; no: number }
  limit: number
}

/** Receipts given in [from, until), in the order in which they were given. */
export async function listReceipts(db: Queryable, asked: ReceiptsAsked): Promise<ReceiptRow[]> {
  const { agencyId, from, until, after, limit } = asked
  const { rows } = await db.query<ReceiptRow>(
    `select agency_id as "agencyId", kind, year, no, dossier_id as "dossierId",
       issued_at as "issuedAt", content
     from slip
     where agency_id = $1 and kind = 'receipt' and issued_at >= $2 and issued_at < $3
       and (issued_at, no) > ($4, $5)
     order by issued_at, no limit $6`,
    [agencyId, from, until, after?.issuedAt ?? from, after?.no ?? 0, limit],
  )
  return rows
}

export async function countReceipts(
  db: Queryable,
  asked: Omit<ReceiptsAsked, 'after'>,
): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from
       (select 1 from slip where agency_id = $1 and kind = 'receipt' and issued_at >= $2
          and issued_at < $3 limit $4) capped`,
    [asked.agencyId, asked.from, asked.until, asked.limit],
  )
  return rows[0]!.n
}
