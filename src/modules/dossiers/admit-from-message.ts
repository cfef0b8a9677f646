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
import { insertFiles } from './detail-store.ts'
import type { Dossier, DossierFile } from './dossier.ts'
import { formWorldOf, worldOf } from './world.ts'

export type AdmitFromMessage = {
  /** The message's: it makes one dossier. */
  messageId: string
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
  const { agencyId, definition } = input
  ensureKnown(definition.form, input.answers)
  const world = await worldOf(db)
  const now = ctx.clock.now()
  const files = papersOfMessage(definition, input.papers, now)
  const asked = files.filter(({ field }) => findField(definition.form, field) !== undefined)
  const answers = answersWithOnlyFiles(definition.form, input.answers, asked)
  const problems = validateForm(definition.form, answers, formWorldOf(world, now))
  if (problems.length > 0) throw new Refusal('declaration-incomplete', { problems })
  const today = legalDay(now)
  const findings = runChecks(definition, answers, { filedOn: today, today })
  const refused = findings.filter(({ severity }) => severity === 'refuse')
  if (refused.length > 0) throw new Refusal('law-refuses', { findings: refused })
  const content = { answers: complete(definition.form, answers), files, phone: null }
  const { key: procedureKey, revision } = definition
  const requestKey = `message:${input.messageId}`
  const seal = { id: uuidv7(now), agencyId, procedureKey, revision, requestKey, content }
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

/**
 * Each paper under the field of the form that asks for it, or by its component alone: forms of
 * services ask officers for no uploads. What is no paper of the procedure stays out.
 */
export function papersOfMessage(
  { form, components }: Pick<ProcedureDefinition, 'form' | 'components'>,
  papers: readonly Paper[],
  now: Date,
): readonly SealedFile[] {
  return papers
    .filter(({ component }) => components.some(({ key }) => key === component))
    .map((paper) => ({ ...paper, id: uuidv7(now), field: fieldOf(form, paper.component) }))
}

function fieldOf(form: FormDefinition, component: string): string {
  const found = allFields(form).find(
    ({ field }) => field.type === 'file' && field.component === component,
  )
  return found?.field.key ?? messagePaperField(component)
}

/** Keeps a paper that another agency sent among the dossier's own. */
export async function keepPaper(
  ctx: Ctx,
  db: Queryable,
  { agencyId, id: dossierId }: Dossier,
  paper: Paper,
): Promise<void> {
  const addedAt = ctx.clock.now()
  const field = messagePaperField(paper.component)
  await insertFiles(db, { agencyId, dossierId }, [
    { ...paper, id: uuidv7(addedAt), field, addedAt },
  ])
}

/** Under what a paper is kept that a message brought and no field asks for. */
export function messagePaperField(component: string): string {
  return `paper.${component}`
}
