import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  allFields,
  complete,
  findField,
  validateForm,
  type Answers,
  type FormDefinition,
} from '../forms/index.ts'
import { answersWithOnlyFiles, type SealedFile } from '../intake/index.ts'
import { runChecks, type ProcedureDefinition } from '../procedures/index.ts'
import { admit } from './admit.ts'
import type { Dossier, DossierFile } from './dossier.ts'
import { findDossier } from './store.ts'
import { formWorldOf, worldOf } from './world.ts'

export type AdmitFromMessage = {
  /** Given by the caller, so that the same message makes one dossier however often it comes. */
  id: string
  agencyId: string
  definition: ProcedureDefinition
  answers: Answers
  /** Papers whose bytes are in the file store. */
  papers: readonly Paper[]
}

export type Paper = Pick<DossierFile, 'component' | 'sha256' | 'sizeBytes' | 'mime' | 'name'>

/**
 * Makes an agency's dossier of another agency's message, in the caller's transaction: no phone, no
 * owner, its own code and clock; it counts as no citizen's filing. What the form of the service
 * would not take from a citizen it does not take from an agency. Refuses `declaration-incomplete`
 * (problems), `field-unknown`, `law-refuses` (findings), `codes-exhausted`.
 */
export async function admitFromMessage(
  ctx: Ctx,
  db: Queryable,
  input: AdmitFromMessage,
): Promise<Dossier> {
  const { id, agencyId, definition } = input
  const before = await findDossier(db, { agencyId, dossierId: id }, { lock: false })
  if (before) return before
  ensureKnown(definition.form, input.answers)
  const world = await worldOf(db)
  const now = ctx.clock.now()
  const files = filesOf(definition.form, input.papers, now)
  const answers = answersWithOnlyFiles(definition.form, input.answers, files)
  const problems = validateForm(definition.form, answers, formWorldOf(world, now))
  if (problems.length > 0) throw new Refusal('declaration-incomplete', { problems })
  const today = legalDay(now)
  const findings = runChecks(definition, answers, { filedOn: today, today })
  const refused = findings.filter(({ severity }) => severity === 'refuse')
  if (refused.length > 0) throw new Refusal('law-refuses', { findings: refused })
  const content = { answers: complete(definition.form, answers), files, phone: null }
  const { key: procedureKey, revision } = definition
  const seal = { id, agencyId, procedureKey, revision, requestKey: `message:${id}`, content }
  return admit(ctx, db, { seal, world, channel: 'interlink' })
}

/** An agency answers what the form of the service asks, and nothing else. Refuses `field-unknown`. */
function ensureKnown(form: FormDefinition, answers: Answers): void {
  for (const key of Object.keys(answers)) {
    if (findField(form, key)?.key !== key) {
      throw new Refusal('field-unknown', { field: key.slice(0, 80) })
    }
  }
}

/** Each paper under the field of the form that asks for it; one nobody asks for stays out. */
function filesOf(form: FormDefinition, papers: readonly Paper[], now: Date): readonly SealedFile[] {
  return papers.flatMap((paper) => {
    const found = allFields(form).find(
      ({ field }) =>
        field.type === 'file' &&
        field.component === paper.component &&
        field.accept.some((mime) => mime === paper.mime),
    )
    return found ? [{ ...paper, id: uuidv7(now), field: found.field.key }] : []
  })
}
