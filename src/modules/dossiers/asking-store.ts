import type { Queryable } from '../../platform/db.ts'
import type { SupplementItem } from './dossier.ts'
import type { Location } from './store.ts'

/** What an officer wants to request a second time, before the supervisor has decided. */
export type Asking = {
  no: number
  items: readonly Omit<SupplementItem, 'id'>[]
  declarationNo: number
  step: string | null
  askedBy: string
  askedAt: Date
}

/** Returns its number in the dossier. */
export async function insertAsking(
  db: Queryable,
  at: Location,
  asking: Omit<Asking, 'no'>,
): Promise<number> {
  const { rows } = await db.query<{ no: number }>(
    `insert into supplement_asking
       (agency_id, dossier_id, no, items, declaration_no, step, asked_by, asked_at)
     select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5, $6, $7
     from supplement_asking where agency_id = $1 and dossier_id = $2
     returning no`,
    [
      at.agencyId,
      at.dossierId,
      JSON.stringify(asking.items),
      asking.declarationNo,
      asking.step,
      asking.askedBy,
      asking.askedAt,
    ],
  )
  return rows[0]!.no
}

export async function findUndecidedAsking(
  db: Queryable,
  at: Location,
): Promise<Asking | undefined> {
  const { rows } = await db.query<Asking>(
    `select no, items, declaration_no as "declarationNo", step, asked_by as "askedBy",
       asked_at as "askedAt"
     from supplement_asking where agency_id = $1 and dossier_id = $2 and decision is null
     order by no desc limit 1`,
    [at.agencyId, at.dossierId],
  )
  return rows[0]
}

export type Verdict = {
  no: number
  by: string
  at: Date
  as: 'approved' | 'turned-down' | 'replaced'
}

export async function decideAsking(db: Queryable, at: Location, verdict: Verdict): Promise<void> {
  await db.query(
    `update supplement_asking set decision = $4, decided_by = $5, decided_at = $6
     where agency_id = $1 and dossier_id = $2 and no = $3`,
    [at.agencyId, at.dossierId, verdict.no, verdict.as, verdict.by, verdict.at],
  )
}
