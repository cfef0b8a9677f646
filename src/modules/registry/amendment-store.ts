import type { Queryable } from '../../platform/db.ts'
import type { CorrectedField, Decision } from './acts.ts'
import type { EntryKey } from './store.ts'

export type AmendmentKind = 'mistake' | 'correction' | 'annulment'

export type AmendmentFacts = {
  /** None for an annulment. */
  fields: readonly CorrectedField[]
  /** Null before collection. */
  decision: Decision | null
  /** Another agency decided; the commune only writes it down and gives no extract. */
  isOthers: boolean
}

export type Amendment = EntryKey & {
  id: string
  kind: AmendmentKind
  facts: AmendmentFacts
  reason: string
  preparedBy: string
  preparedAt: Date
  signedBy: string | null
  signedAt: Date | null
  actNo: number | null
  returnedBy: string | null
  returnedAt: Date | null
  returnedBecause: string | null
}

export type NewAmendment = Pick<
  Amendment,
  keyof EntryKey | 'id' | 'kind' | 'facts' | 'reason' | 'preparedBy' | 'preparedAt'
> & { requestKey: string }

/** False when another amendment of the entry waits for its signature. */
export async function insertAmendment(db: Queryable, made: NewAmendment): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into amendment (agency_id, id, book, year, no, kind, facts, reason, prepared_by,
       prepared_at, request_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (agency_id, book, year, no) where signed_at is null and returned_at is null
       do nothing`,
    [
      made.agencyId,
      made.id,
      made.book,
      made.year,
      made.no,
      made.kind,
      JSON.stringify(made.facts),
      made.reason,
      made.preparedBy,
      made.preparedAt,
      made.requestKey,
    ],
  )
  return rowCount === 1
}

const AMENDMENT = `agency_id as "agencyId", id, book, year, no, kind, facts, reason,
  prepared_by as "preparedBy", prepared_at as "preparedAt", signed_by as "signedBy",
  signed_at as "signedAt", act_no as "actNo", returned_by as "returnedBy",
  returned_at as "returnedAt", returned_because as "returnedBecause"`

export async function findAmendment(
  db: Queryable,
  { agencyId, id, lock }: { agencyId: string; id: string; lock?: boolean },
): Promise<Amendment | undefined> {
  const { rows } = await db.query<Amendment>(
    `select ${AMENDMENT} from amendment where agency_id = $1 and id = $2
     ${lock ? 'for update' : ''}`,
    [agencyId, id],
  )
  return rows[0]
}

/** What this request prepared before. */
export async function findAmendmentByRequest(
  db: Queryable,
  { agencyId, requestKey }: { agencyId: string; requestKey: string },
): Promise<Amendment | undefined> {
  const { rows } = await db.query<Amendment>(
    `select ${AMENDMENT} from amendment where agency_id = $1 and request_key = $2`,
    [agencyId, requestKey],
  )
  return rows[0]
}

/** Those that wait for the head's signature, oldest first. */
export async function listWaiting(
  db: Queryable,
  agencyIds: readonly string[],
  limit: number,
): Promise<Amendment[]> {
  const { rows } = await db.query<Amendment>(
    `select ${AMENDMENT} from amendment
     where agency_id = any($1) and signed_at is null and returned_at is null
     order by prepared_at, id limit $2`,
    [agencyIds, limit],
  )
  return rows
}

/** Those of one entry, newest first. */
export async function listAmendmentsOf(
  db: Queryable,
  { agencyId, book, year, no }: EntryKey,
  limit: number,
): Promise<Amendment[]> {
  const { rows } = await db.query<Amendment>(
    `select ${AMENDMENT} from amendment
     where agency_id = $1 and book = $2 and year = $3 and no = $4
     order by prepared_at desc limit $5`,
    [agencyId, book, year, no, limit],
  )
  return rows
}

export async function markSigned(
  db: Queryable,
  { agencyId, id }: Pick<Amendment, 'agencyId' | 'id'>,
  signed: { by: string; at: Date; actNo: number },
): Promise<void> {
  await db.query(
    `update amendment set signed_by = $3, signed_at = $4, act_no = $5
     where agency_id = $1 and id = $2`,
    [agencyId, id, signed.by, signed.at, signed.actNo],
  )
}

export async function markReturned(
  db: Queryable,
  { agencyId, id }: Pick<Amendment, 'agencyId' | 'id'>,
  returned: { by: string; at: Date; because: string },
): Promise<void> {
  await db.query(
    `update amendment set returned_by = $3, returned_at = $4, returned_because = $5
     where agency_id = $1 and id = $2`,
    [agencyId, id, returned.by, returned.at, returned.because],
  )
}
