import type { Queryable } from '../../platform/db.ts'
import type { Location } from './store.ts'

export async function insertDuplicateKeys(
  db: Queryable,
  at: Location,
  given: { keys: readonly { kind: string; keyHash: string }[]; filedAt: Date },
): Promise<void> {
  if (given.keys.length === 0) return
  await db.query(
    `insert into duplicate_key (key_hash, dossier_id, agency_id, kind, filed_at)
     select key_hash, $1, $2, kind, $3 from unnest($4::text[], $5::text[]) as given (key_hash, kind)
     on conflict do nothing`,
    [
      at.dossierId,
      at.agencyId,
      given.filedAt,
      given.keys.map((key) => key.keyHash),
      given.keys.map((key) => key.kind),
    ],
  )
}

export type Alike = {
  agencyId: string
  dossierId: string
  code: string
  state: string
  filedAt: Date
  /** The sets of fields that are equal, as the definition writes them. */
  kinds: readonly string[]
}

export async function listAlike(db: Queryable, at: Location): Promise<Alike[]> {
  const { rows } = await db.query<Alike>(
    `select other.agency_id as "agencyId", other.dossier_id as "dossierId", dossier.code,
       dossier.state, dossier.filed_at as "filedAt", array_agg(other.kind order by other.kind) as kinds
     from duplicate_key mine
     join duplicate_key other
       on other.key_hash = mine.key_hash and other.dossier_id <> mine.dossier_id
     join dossier on dossier.agency_id = other.agency_id and dossier.id = other.dossier_id
     where mine.dossier_id = $2
       and dossier.state not in ('declined', 'withdrawn', 'lapsed')
       and not exists (
         select 1 from duplicate_dismissal gone
         where gone.agency_id = $1 and gone.dossier_id = $2 and gone.other_id = other.dossier_id)
     group by 1, 2, 3, 4, 5
     order by dossier.filed_at desc limit 10`,
    [at.agencyId, at.dossierId],
  )
  return rows
}

/** Does another dossier share a key with this one, dismissed or not? */
export async function isAlike(db: Queryable, at: Location, otherId: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `select 1 from duplicate_key mine
     join duplicate_key other on other.key_hash = mine.key_hash
     where mine.dossier_id = $1 and other.dossier_id <> $1 and other.dossier_id::text = $2 limit 1`,
    [at.dossierId, otherId],
  )
  return rowCount === 1
}

export async function insertDismissal(
  db: Queryable,
  at: Location,
  given: { otherId: string; by: string; at: Date },
): Promise<void> {
  await db.query(
    `insert into duplicate_dismissal (agency_id, dossier_id, other_id, dismissed_by, dismissed_at)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [at.agencyId, at.dossierId, given.otherId, given.by, given.at],
  )
}
