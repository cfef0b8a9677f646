import type { Queryable } from '../../platform/db.ts'
import type { MessageType } from './message.ts'
import type { LegSummary } from './summary.ts'
import { legColumns, type Leg, type LegAt } from './store-legs.ts'

/** How this agency sees its legs with a party, of those asked about. */
export async function selectSummaries(
  db: Queryable,
  asked: { agencyId: string; party: string; legs: readonly string[] },
): Promise<readonly LegSummary[]> {
  const { rows } = await db.query<LegSummary>(
    `select leg, state, in_seq as "inSeq", out_seq as "outSeq", accepted_seq as "acceptedSeq"
     from leg where agency_id = $1 and leg = any($3::uuid[]) and other_party = $2`,
    [asked.agencyId, asked.party, asked.legs],
  )
  return rows
}

export type MessageTrace = {
  agencyId: string
  leg: string
  direction: 'in' | 'out'
  seq: number
  place: number
  id: string
  type: MessageType
  bytesSha256: string
  acceptedAt: Date | null
  deadAt: Date | null
}

/** A page of legs in the order of their keys. */
export async function selectLegPage(
  db: Queryable,
  page: { after: LegAt | null; limit: number },
): Promise<readonly Leg[]> {
  const { rows } = await db.query<Leg>(
    `select ${legColumns} from leg
     where $1::text is null or (agency_id, leg) > ($1, $2)
     order by agency_id, leg limit $3`,
    [page.after?.agencyId ?? null, page.after?.leg ?? null, page.limit],
  )
  return rows
}

/** The same legs, as the other sides that are in this database have them. */
export async function selectOtherSides(
  db: Queryable,
  legs: readonly Leg[],
): Promise<readonly Leg[]> {
  const { rows } = await db.query<Leg>(
    `select ${legColumns} from leg
     where (agency_id, leg) in (select * from unnest($1::text[], $2::uuid[]))`,
    [legs.map(({ otherParty }) => otherParty), legs.map(({ leg }) => leg)],
  )
  return rows
}

export async function selectTraces(
  db: Queryable,
  legs: readonly LegAt[],
): Promise<readonly MessageTrace[]> {
  const { rows } = await db.query<MessageTrace>(
    `select agency_id as "agencyId", leg, direction, seq, place, id, type,
       bytes_sha256 as "bytesSha256", accepted_at as "acceptedAt", dead_at as "deadAt"
     from interlink_message
     where (agency_id, leg) in (select * from unnest($1::text[], $2::uuid[]))
     order by agency_id, leg, place`,
    [legs.map(({ agencyId }) => agencyId), legs.map(({ leg }) => leg)],
  )
  return rows
}

/** One view of everything until the transaction ends. */
export async function readAsOne(db: Queryable): Promise<void> {
  await db.query('set transaction isolation level repeatable read, read only')
}
