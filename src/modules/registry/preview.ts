import type { Ctx } from '../../platform/ctx.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { resultFactsOf, worldOf, type DossierView } from '../dossiers/index.ts'
import { renderPaper } from '../papers/index.ts'
import { factsOf } from './result-facts.ts'
import { resultPaper, type ResultPaper } from './results.ts'
import { personalNumberOf } from './sign.ts'

/**
 * The result as it will print, marked as a preview, without number, signer and QR: what the citizen
 * confirms and the signer reads. The caller has checked that the reader may see the dossier.
 */
export async function previewPdf(ctx: Ctx, view: DossierView): Promise<Uint8Array> {
  const paper = await previewPaper(ctx, view)
  return renderPaper(paper.template, paper.data, { createdAt: ctx.clock.now() })
}

/** The same as data, for a page that shows what will be printed. */
export async function previewPaper(ctx: Ctx, view: DossierView): Promise<ResultPaper> {
  const world = await worldOf(ctx.db)
  const facts = factsOf({
    world,
    dossier: view.dossier,
    answers: view.declarations[0]!.answers,
    number: '',
    signer: { titleLines: [], fullName: '' },
    signedOn: legalDay(ctx.clock.now()),
    personalNumber: personalNumberOf(view.notes),
    entered: resultFactsOf(view.definition, view.notes),
  })
  return resultPaper(facts)
}
