import type { Queryable } from '../../platform/db.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

export type RefusalRow = {
  agencyId: string
  day: PlainDate
  code: string
  /** Whose key signed it; null when nobody's did. */
  party: string | null
  leg: string | null
  messageId: string | null
  type: string | null
  times: number
  lastAt: Date
}

/** Stands for what is not known, in a key that takes no null. */
const NONE = '-'

export async function countRefusal(db: Queryable, row: Omit<RefusalRow, 'times'>): Promise<void> {
  await db.query(
    `insert into exchange_refusal (agency_id, day, code, party, leg, message_id, type, last_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (agency_id, day, code, party, leg, message_id)
       do update set times = exchange_refusal.times + 1,
         last_at = greatest(exchange_refusal.last_at, $8)`,
    [
      row.agencyId,
      row.day,
      row.code,
      row.party ?? NONE,
      row.leg ?? NONE,
      row.messageId ?? NONE,
      row.type ?? NONE,
      row.lastAt,
    ],
  )
}

export type RefusalAfter = { lastAt: Date; messageId: string | null; code: string }

export type RefusalQuery = {
  agencies: readonly string[]
  after: RefusalAfter | null
  limit: number
}

/** The newest first; each agency's own index gives its newest. */
export async function selectRefusals(
  db: Queryable,
  { agencies, after, limit }: RefusalQuery,
): Promise<readonly RefusalRow[]> {
  const { rows } = await db.query<RefusalRow>(
    `select newest.* from unnest($1::text[]) as held (id) cross join lateral (
       select agency_id as "agencyId", day, code, nullif(party, '${NONE}') as party,
         nullif(leg, '${NONE}') as leg, nullif(message_id, '${NONE}') as "messageId",
         nullif(type, '${NONE}') as type, times, last_at as "lastAt", message_id as id
       from exchange_refusal
       where agency_id = held.id
         and ($2::timestamptz is null or (last_at, message_id, code) < ($2, $3, $4))
       order by last_at desc, message_id desc, code desc limit $5) newest
     order by "lastAt" desc, newest.id desc, code desc limit $5`,
    [agencies, after?.lastAt ?? null, after?.messageId ?? NONE, after?.code ?? '', limit],
  )
  return rows
}

export async function deleteRefusals(db: Queryable, before: PlainDate): Promise<number> {
  const { rowCount } = await db.query('delete from exchange_refusal where day < $1', [before])
  return rowCount ?? 0
}
