import { staffNames } from '../../modules/accounts/index.ts'
import { complete } from '../../modules/forms/index.ts'
import { listSlips } from '../../modules/slips/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { ReceiptSheet } from '../desk/receipt.tsx'
import { page, type WebReply } from '../http/route.ts'
import { ownDossier } from './dossier-page.tsx'
import { dossierPath } from './file.tsx'
import type { Req } from './request.ts'
import { trackingWords } from './tracking-words.ts'

/** The official receipt with the due date, for whoever filed; there is none before receipt. */
export async function showReceipt(req: Req): Promise<WebReply> {
  const { view, world, now } = await ownDossier(req)
  const { dossier, definition, declarations } = view
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const slip = (await listSlips(req.deps.db, at)).find(({ kind }) => kind === 'receipt')
  if (slip === undefined) throw new Refusal('not-found')
  const names = await staffNames(req.deps.db, [slip.issuedBy])
  const facts = {
    view,
    world,
    now,
    slip,
    answers: complete(definition.form, declarations[0]!.answers),
    publicUrl: req.deps.publicUrl,
    issuer: names.get(slip.issuedBy) ?? '',
  }
  const { side } = trackingWords(req.lang)
  const content = (
    <>
      <div class="tools">
        <h1>{side.appointment}</h1>
        <button type="button" data-print hidden>
          {side.print}
        </button>
        <a href={req.href(dossierPath(dossier.id))}>{side.back}</a>
      </div>
      <div class="sheet a5" lang="vi">
        <ReceiptSheet facts={facts} size="a5" />
      </div>
    </>
  )
  return page(content, { title: `${side.appointment} ${dossier.code}`, layout: 'print' })
}
