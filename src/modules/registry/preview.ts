import type { Ctx } from '../../platform/ctx.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { worldOf, type DossierView } from '../dossiers/index.ts'
import { renderPaper } from '../papers/index.ts'
import { factsOf } from './result-facts.ts'
import { resultPaper } from './results.ts'
import { personalNumberOf } from './sign.ts'

/**
 * The result as it will print, marked as a preview, without number, signer and QR: what the citizen
 * confirms and the signer reads. The caller has checked that the reader may see the dossier.
 */
export async function previewPdf(ctx: Ctx, view: DossierView): Promise<Uint8Array> {
  const world = await worldOf(ctx.db)
  const facts = factsOf({
    world,
    dossier: view.dossier,
    answers: view.declarations[0]!.answers,
    number: '',
    signer: { titleLines: [], fullName: '' },
    signedOn: legalDay(ctx.clock.now()),
    personalNumber: personalNumberOf(view.notes),
  })
  const paper = resultPaper(facts)
  return renderPaper(paper.template, paper.data, { createdAt: ctx.clock.now() })
}
