import type { Queryable } from '../../platform/db.ts'

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
