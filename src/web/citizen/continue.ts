import { spendUse } from '../../modules/accounts/index.ts'
import { startDraft } from '../../modules/intake/index.ts'
import { continuedAnswers, type ContinuedFrom } from '../../modules/procedures/index.ts'
import { findPaperOf } from '../../modules/registry/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { redirect, type WebReply } from '../http/route.ts'
import { ownDossier, type OwnDossier } from './dossier-page.tsx'
import { draftPath } from './draft-page.ts'
import { nextErrands } from './next-errands.tsx'
import { fieldOf, type Req } from './request.ts'

/** A draft of the next errand. Refuses `procedure-not-in-force` for what this one does not lead to. */
export async function postContinue(req: Req): Promise<WebReply> {
  const own = await ownDossier(req)
  const wanted = fieldOf(req.body, 'procedure')
  const next = nextErrands(own).find(({ definition }) => definition.key === wanted)
  const from = next && (await resultOf(req, own))
  if (!next || !from) throw new Refusal('procedure-not-in-force')
  const { form } = own.view.definition
  const { answers } = own.view.declarations[0]!
  const known = continuedAnswers(next.rule, { form, answers, ...from }, next.definition)
  await spendUse(req.ctx, { what: 'draft', ip: req.ip })
  const draft = await startDraft(req.ctx, { definition: next.definition, answers: known })
  await req.session.addDraft(draft.id)
  return redirect(req.href(draftPath(draft.id)))
}

async function resultOf(req: Req, { view }: OwnDossier): Promise<ContinuedFrom | undefined> {
  const { series } = view.definition.result
  const at = { agencyId: view.dossier.agencyId, dossierId: view.dossier.id }
  const paper = series && (await findPaperOf(req.deps.db, at, series))
  return paper && { number: `${paper.no}/${paper.year}`, day: legalDay(paper.issuedAt) }
}
