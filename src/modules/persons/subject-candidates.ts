import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { findCandidates, type Candidate } from './find-candidates.ts'
import { dossierSource, type Identity } from './person.ts'
import { insertDecision, listDecisions, type Decision, type Verdict } from './store-decisions.ts'
import { findPersonRow, findSource } from './store.ts'

export type SubjectCandidate = Candidate & {
  /** The officer's word; of one that is another person, nothing is shown any more. */
  isSame: boolean
}

const DISMISSED_MAX = 50

/**
 * Who the subject of a dossier may be, the likest first, at most five; without whom an officer said
 * to be another, and without the person whom the dossier itself made.
 */
export async function findSubjectCandidates(
  db: Queryable,
  given: { dossierId: string; subject: Identity },
): Promise<readonly SubjectCandidate[]> {
  const about = dossierSource(given.dossierId)
  const own = await findSource(db, about)
  const verdicts = new Map(
    (await listDecisions(db, about)).map(({ personId, verdict }) => [personId, verdict]),
  )
  const found = await findCandidates(db, given.subject, { limit: 5 + DISMISSED_MAX })
  return found
    .filter(({ person }) => person.id !== own && verdicts.get(person.id) !== 'other')
    .slice(0, 5)
    .map((candidate) => ({ ...candidate, isSame: verdicts.get(candidate.person.id) === 'same' }))
}

/** What officers said about the subject of a dossier, oldest first. */
export function listSubjectDecisions(
  db: Queryable,
  dossierId: string,
): Promise<readonly Decision[]> {
  return listDecisions(db, dossierSource(dossierId))
}

/**
 * An officer compared and says: the subject of the dossier is this person, or is not. Kept with who
 * and when; the last word counts until the entry is made. Refuses `not-found`.
 */
export async function decideSubject(
  ctx: Ctx,
  db: Queryable,
  given: { dossierId: string; personId: string; verdict: Verdict; decidedBy: string },
): Promise<void> {
  const { personId, verdict, decidedBy } = given
  if (!(await findPersonRow(db, personId))) throw new Refusal('not-found')
  const decision = { personId, verdict, decidedBy, decidedAt: ctx.clock.now() }
  await insertDecision(db, dossierSource(given.dossierId), decision)
}
