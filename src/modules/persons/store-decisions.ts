import type { Queryable } from '../../platform/db.ts'

export type Verdict = 'same' | 'other'

/** An officer's word on whether the subject of a dossier is this person. */
export type Decision = { personId: string; verdict: Verdict; decidedBy: string; decidedAt: Date }

/** The last word counts; of one dossier one person only is the same. */
export async function insertDecision(
  db: Queryable,
  about: string,
  { personId, verdict, decidedBy, decidedAt }: Decision,
): Promise<void> {
  if (verdict === 'same')
    await db.query(
      `update person_decision set verdict = 'other', decided_by = $3, decided_at = $4
       where about = $1 and verdict = 'same' and person_id <> $2`,
      [about, personId, decidedBy, decidedAt],
    )
  await db.query(
    `insert into person_decision as kept (about, person_id, verdict, decided_by, decided_at)
     values ($1, $2, $3, $4, $5)
     on conflict (about, person_id) do update set verdict = $3, decided_by = $4, decided_at = $5
       where kept.verdict <> $3`,
    [about, personId, verdict, decidedBy, decidedAt],
  )
}

export async function listDecisions(db: Queryable, about: string): Promise<Decision[]> {
  const { rows } = await db.query<Decision>(
    `select person_id as "personId", verdict, decided_by as "decidedBy", decided_at as "decidedAt"
     from person_decision where about = $1 order by decided_at limit 200`,
    [about],
  )
  return rows
}

/** Whom the officer of a dossier said its subject to be. */
export async function findSame(db: Queryable, about: string): Promise<string | undefined> {
  return (await listDecisions(db, about)).find(({ verdict }) => verdict === 'same')?.personId
}
