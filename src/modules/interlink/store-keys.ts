import type { Queryable } from '../../platform/db.ts'
import type { PartyRow } from './store-parties.ts'

export type KeyRow = {
  party: string
  keyId: string
  /** SPKI, base64. */
  publicKey: string
  /** The private half lies in our home. */
  isOurs: boolean
  validFrom: Date
  validTo: Date | null
  revokedAt: Date | null
}

const COLUMNS = `party, key_id as "keyId", public_key as "publicKey", is_ours as "isOurs",
  valid_from as "validFrom", valid_to as "validTo", revoked_at as "revokedAt"`

export async function findKey(db: Queryable, keyId: string): Promise<KeyRow | undefined> {
  const { rows } = await db.query<KeyRow>(
    `select ${COLUMNS} from interlink_key where key_id = $1`,
    [keyId],
  )
  return rows[0]
}

export type AskedRow = {
  key: KeyRow | undefined
  parties: readonly PartyRow[]
  /** The party asked has a key of ours that holds. */
  isOurs: boolean
}

/** Everything about who signs a request and who is asked, in one question. */
export async function findAsked(
  db: Queryable,
  asked: { keyId: string; to: string; now: Date },
): Promise<AskedRow> {
  const { rows } = await db.query<KeyRow & { parties: PartyRow[] | null; ours: boolean }>(
    `select ${COLUMNS}, (
         select json_agg(json_build_object('party', p.party, 'fromDay', p.from_day,
           'software', p.software, 'endpoint', p.endpoint) order by p.from_day)
         from interlink_party p where p.party = $2) as parties,
       exists(select 1 from interlink_key o where o.party = $2 and o.is_ours
         and o.valid_from <= $3 and (o.valid_to is null or o.valid_to > $3)
         and o.revoked_at is null) as ours
     from (select 1) one left join interlink_key on key_id = $1`,
    [asked.keyId, asked.to, asked.now],
    { name: 'exchange-asked' },
  )
  const { parties, ours, ...key } = rows[0]!
  // The join leaves a row of nulls when there is no such key.
  return { key: key.keyId === null ? undefined : key, parties: parties ?? [], isOurs: ours }
}

/** Keys that hold at this instant, the newest first. */
export async function selectHoldingKeys(
  db: Queryable,
  party: string,
  at: Date,
): Promise<readonly KeyRow[]> {
  const { rows } = await db.query<KeyRow>(
    `select ${COLUMNS} from interlink_key
     where party = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)
       and revoked_at is null
     order by valid_from desc, key_id limit 20`,
    [party, at],
  )
  return rows
}

/** Every key of a party, or of all that have any; the newest first. */
export async function selectKeys(
  db: Queryable,
  party: string | undefined,
  limit: number,
): Promise<readonly KeyRow[]> {
  const { rows } = await db.query<KeyRow>(
    `select ${COLUMNS} from interlink_key where $1::text is null or party = $1
     order by party, valid_from desc, key_id limit $2`,
    [party ?? null, limit],
  )
  return rows
}

/** One maker of keys a party at a time, until the transaction ends. */
export async function lockKeysOf(db: Queryable, party: string): Promise<void> {
  await db.query(`select pg_advisory_xact_lock(hashtext('interlink-key'), hashtext($1))`, [party])
}

/** False when the key is there already. */
export async function insertKey(db: Queryable, key: KeyRow): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into interlink_key (party, key_id, public_key, is_ours, valid_from, valid_to)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [key.party, key.keyId, key.publicKey, key.isOurs, key.validFrom, key.validTo],
  )
  return rowCount === 1
}

/** Keys of ours made before another one hold until then; those that end sooner stay as they are. */
export async function endOlderKeys(
  db: Queryable,
  ending: { party: string; except: string; at: Date },
): Promise<void> {
  await db.query(
    `update interlink_key set valid_to = $3
     where party = $1 and key_id <> $2 and is_ours and (valid_to is null or valid_to > $3)`,
    [ending.party, ending.except, ending.at],
  )
}

/** False when there is no such key; a key revoked before stays as it is. */
export async function revokeKey(db: Queryable, keyId: string, at: Date): Promise<boolean> {
  const { rowCount } = await db.query(
    `update interlink_key set revoked_at = coalesce(revoked_at, $2) where key_id = $1`,
    [keyId, at],
  )
  return rowCount === 1
}
