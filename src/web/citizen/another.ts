import { spendUse } from '../../modules/accounts/index.ts'
import { startDraft } from '../../modules/intake/index.ts'
import type { Answers } from '../../modules/forms/index.ts'
import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { redirect, type WebReply } from '../http/route.ts'
import { draftPath } from './draft-page.ts'
import { ownDossier } from './dossier-page.tsx'
import type { Req } from './request.ts'

/** Another child of the same birth: a new draft with all that is not the child's own. */
export async function postAnother(req: Req): Promise<WebReply> {
  const { view, world, now } = await ownDossier(req)
  const { procedureKey } = view.dossier
  const definition = world.procedures.revisionOn(procedureKey, legalDay(now))
  if (!definition || !mayHaveTwins(definition)) throw new Refusal('procedure-not-in-force')
  const answers = sharedAnswers(definition, view.declarations[0]!.answers)
  await spendUse(req.ctx, { what: 'draft', ip: req.ip })
  const draft = await startDraft(req.ctx, { definition, answers })
  await req.session.addDraft(draft.id)
  return redirect(req.href(draftPath(draft.id)))
}

/** A newborn's birth, told by its birth notice: only that may be one of twins. */
export function mayHaveTwins({ register, components }: ProcedureDefinition): boolean {
  return register?.book === 'birth' && components.some(({ key }) => key === 'giay-chung-sinh')
}

/** Leaves out the page of the person registered, papers, and what is undertaken for one filing. */
export function sharedAnswers(definition: ProcedureDefinition, answers: Answers): Answers {
  const shared = definition.form.pages
    .filter(({ fields }) => !fields.some(({ key }) => key === definition.roles.subjectName))
    .filter(({ fields }) => !fields.some(({ type }) => type === 'file'))
    .flatMap(({ fields }) => fields)
    .filter(({ type }) => type !== 'undertaking')
  return Object.fromEntries(
    shared.flatMap(({ key }) => (answers[key] === undefined ? [] : [[key, answers[key]] as const])),
  )
}
