import type { Queryable } from '../../platform/db.ts'
import type { Location } from './store.ts'

export type Claim = { kind: 'personal-number'; keyHash: string; takenAt: Date }

/** Takes what is unique in the city for this dossier; false when another dossier has it. */
export async function takeClaim(db: Queryable, at: Location, claim: Claim): Promise<boolean> {
  const { rows } = await db.query<{ isOurs: boolean }>(
    `with taken as (
       insert into claim (key_hash, kind, agency_id, dossier_id, taken_at)
       values ($1, $2, $3, $4, $5) on conflict (key_hash) do nothing returning dossier_id)
     select coalesce(
       (select true from taken),
       (select dossier_id = $4 from claim where key_hash = $1),
       false) as "isOurs"`,
    [claim.keyHash, claim.kind, at.agencyId, at.dossierId, claim.takenAt],
  )
  return rows[0]!.isOurs
}

/** Gives back the dossier's claims of a kind, or all; what is kept is named by `but`. */
export async function releaseClaims(
  db: Queryable,
  at: Location,
  kept: { but?: string } = {},
): Promise<void> {
  await db.query(`delete from claim where dossier_id = $1 and key_hash <> $2`, [
    at.dossierId,
    kept.but ?? '',
  ])
}
