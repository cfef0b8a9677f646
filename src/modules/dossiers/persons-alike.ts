import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Answers } from '../forms/index.ts'
import {
  decideSubject,
  findSubjectCandidates,
  listSubjectDecisions,
  type SubjectCandidate,
  type Verdict,
} from '../persons/index.ts'
import { subjectOf, type ProcedureDefinition } from '../procedures/index.ts'
import { ensureStaff, getForStaff } from './access.ts'
import { listDeclarations } from './detail-store.ts'
import type { Dossier } from './dossier.ts'
import type { State } from './states.ts'
import { definitionOf, worldOf } from './world.ts'

const examined: readonly State[] = [
  'filed',
  'completing',
  'processing',
  'supplementing',
  'previewing',
  'signing',
]

/**
 * Who of all people recorded the subject may be, while the dossier is examined: at most five, the
 * likest first, without whom an officer dismissed. Only for what is written into a register book.
 */
export async function findPersonsAlike(
  db: Queryable,
  given: { dossier: Dossier; definition: ProcedureDefinition; answers: Answers },
): Promise<readonly SubjectCandidate[]> {
  const { dossier, definition, answers } = given
  if (definition.register === null || !examined.includes(dossier.state)) return []
  const subject = subjectOf(definition, answers)
  return subject ? findSubjectCandidates(db, { dossierId: dossier.id, subject }) : []
}

export type DecidePerson = { code: string; personId: string; verdict: Verdict }

/**
 * An officer compared and says: the subject is this person, or is not. Safe to repeat. Refuses
 * `not-found`, also for a person who does not look like the subject; `subject-recorded-already`:
 * nothing is decided any more.
 */
export async function decidePerson(ctx: Ctx, input: DecidePerson): Promise<void> {
  const { staffId } = ensureStaff(ctx)
  const { personId, verdict } = input
  const dossier = await getForStaff(ctx, input.code)
  if (!examined.includes(dossier.state)) throw new Refusal('subject-recorded-already')
  const definition = definitionOf(await worldOf(ctx.db), dossier)
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const [newest] = await listDeclarations(ctx.db, at)
  const found = await findPersonsAlike(ctx.db, {
    dossier,
    definition,
    answers: newest?.answers ?? {},
  })
  const isNew = found.some(({ person }) => person.id === personId)
  const given = { dossierId: dossier.id, personId, verdict, decidedBy: staffId }
  if (isNew) return ctx.db.tx((db) => decideSubject(ctx, db, given))
  const decided = await listSubjectDecisions(ctx.db, dossier.id)
  const isRepeated = decided.some((one) => one.personId === personId && one.verdict === verdict)
  if (!isRepeated) throw new Refusal('not-found')
}
