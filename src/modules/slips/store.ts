import type { Queryable } from '../../platform/db.ts'
import type { Location } from '../dossiers/index.ts'

export type SlipKind = 'receipt' | 'supplement' | 'decline' | 'refusal'

export type Slip = {
  agencyId: string
  kind: SlipKind
  year: number
  no: number
  dossierId: string
  /** Version of the dossier at the event it was issued for. */
  occasion: number
  issuedAt: Date
  issuedBy: string
}

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

export async function insertSlip(db: Queryable, slip: Slip): Promise<void> {
  await db.query(
    `insert into slip (agency_id, kind, year, no, dossier_id, occasion, issued_at, issued_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      slip.agencyId,
      slip.kind,
      slip.year,
      slip.no,
      slip.dossierId,
      slip.occasion,
      slip.issuedAt,
      slip.issuedBy,
    ],
  )
}

/** The slips of a dossier, newest first. */
export async function listSlips(db: Queryable, at: Location): Promise<Slip[]> {
  const { rows } = await db.query<Slip>(
    `select agency_id as "agencyId", kind, year, no, dossier_id as "dossierId", occasion,
       issued_at as "issuedAt", issued_by as "issuedBy"
     from slip where agency_id = $1 and dossier_id = $2 order by occasion desc limit 50`,
    [at.agencyId, at.dossierId],
  )
  return rows
}
