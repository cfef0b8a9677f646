import { newestSlip } from '../../modules/slips/index.ts'
import { page, type WebReply } from '../http/route.ts'
import { SlipSheet } from '../ui/slip-sheet.tsx'
import { dossierPath } from './file.tsx'
import { paramOf, type Req } from './request.ts'
import { trackingWords } from './tracking-words.ts'

/** The official receipt with the due date, for whoever filed; there is none before receipt. */
export async function showReceipt(req: Req): Promise<WebReply> {
  const asked = { dossier: paramOf(req, 'dossierId'), kinds: ['receipt'] as const }
  const { dossier, slip } = await newestSlip(req.ctx, req.deps, asked)
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
        <SlipSheet slip={slip} size="a5" />
      </div>
    </>
  )
  return page(content, { title: `${side.appointment} ${dossier.code}`, layout: 'print' })
}
