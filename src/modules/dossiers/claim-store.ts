import type { Queryable } from '../../platform/db.ts'
import type { Location } from './store.ts'

/** What is unique in the city: a number, a notice of birth, somebody's birth or death. */
export type ClaimKind = 'personal-number' | 'birth-notice' | 'birth' | 'death' | 'death-name'

export type Claim = { kind: ClaimKind; keyHash: string; takenAt: Date }

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

/** The kinds of everything claimed by the dossier that holds this key; empty when nobody does. */
export async function kindsOfHolder(db: Queryable, keyHash: string): Promise<ClaimKind[]> {
  const { rows } = await db.query<{ kind: ClaimKind }>(
    `select other.kind from claim held join claim other using (dossier_id)
     where held.key_hash = $1 limit 20`,
    [keyHash],
  )
  return rows.map(({ kind }) => kind)
}

/** The event is registered: what the dossier claimed is given back by an annulment alone. */
export async function confirmClaims(db: Queryable, at: Location, now: Date): Promise<void> {
  await db.query(
    `update claim set confirmed_at = $2 where dossier_id = $1 and confirmed_at is null`,
    [at.dossierId, now],
  )
}

export type Releasing = {
  /** Only of these kinds; all when left out. */
  of?: readonly ClaimKind[]
  /** Hashes of what is kept. */
  but?: readonly string[]
  /** Also what a registration confirmed. */
  isAnnulled?: boolean
}

/** Gives back what the dossier claimed. */
export async function releaseClaims(
  db: Queryable,
  at: Location,
  { of, but = [], isAnnulled = false }: Releasing = {},
): Promise<void> {
  await db.query(
    `delete from claim where dossier_id = $1 and key_hash <> all($2)
       and ($3::text[] is null or kind = any($3)) and (confirmed_at is null or $4)`,
    [at.dossierId, but, of ?? null, isAnnulled],
  )
}
