import type { Queryable } from '../../platform/db.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

export type PartyRow = {
  party: string
  fromDay: PlainDate
  software: 'inside' | 'outside'
  endpoint: string | null
}

const COLUMNS = `party, from_day as "fromDay", software, endpoint`

/** In order of their days. */
export async function selectParty(db: Queryable, party: string): Promise<readonly PartyRow[]> {
  const { rows } = await db.query<PartyRow>(
    `select ${COLUMNS} from interlink_party where party = $1 order by from_day limit 100`,
    [party],
  )
  return rows
}

export async function selectParties(db: Queryable, limit: number): Promise<readonly PartyRow[]> {
  const { rows } = await db.query<PartyRow>(
    `select ${COLUMNS} from interlink_party order by party, from_day limit $1`,
    [limit],
  )
  return rows
}

export async function upsertParty(db: Queryable, row: PartyRow): Promise<void> {
  await db.query(
    `insert into interlink_party (party, from_day, software, endpoint) values ($1, $2, $3, $4)
     on conflict (party, from_day) do update set software = $3, endpoint = $4`,
    [row.party, row.fromDay, row.software, row.endpoint],
  )
}
