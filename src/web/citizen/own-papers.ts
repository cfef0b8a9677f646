import { getFile, isGiven } from '../../modules/dossiers/index.ts'
import { MAIN_FORM } from '../../modules/procedures/index.ts'
import { previewPdf, readCertificate } from '../../modules/registry/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bytes, type WebReply } from '../http/route.ts'
import { filledForm } from '../filled-form.ts'
import { ownDossier } from './dossier-page.tsx'
import { paramOf, type Req } from './request.ts'

/** The declaration in force as it prints, with what was declared and when. */
export async function showDeclaration(req: Req): Promise<WebReply> {
  return filledForm(await ownDossier(req), { key: MAIN_FORM })
}

/** Another form that prints from the same answers. */
export async function showFurtherForm(req: Req): Promise<WebReply> {
  return filledForm(await ownDossier(req), { key: paramOf(req, 'form') })
}

/** The result as it will print, marked as a preview; only while it waits for the citizen. */
export async function showPreviewPdf(req: Req): Promise<WebReply> {
  const { view } = await ownDossier(req)
  if (view.dossier.state !== 'previewing')
    throw new Refusal('act-not-now', { action: 'confirmPreview', state: view.dossier.state })
  const pdf = await previewPdf(req.ctx, view)
  return bytes(pdf, { type: 'application/pdf', filename: 'ban-xem-truoc.pdf', inline: true })
}

/**
 * The signed electronic copy, once the original was handed over: before the register is signed it
 * is not yet a registered fact. Refuses `certificate-not-ready`.
 */
export async function showResult(req: Req): Promise<WebReply> {
  const { view } = await ownDossier(req)
  const { dossier, definition } = view
  if (!isGiven(dossier)) throw new Refusal('certificate-not-ready')
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const pdf = await readCertificate(req.ctx, req.deps.files, at)
  return bytes(pdf, {
    type: 'application/pdf',
    filename: `${definition.result.name.vi} ${dossier.code}.pdf`,
    inline: true,
  })
}

/** A photo or PDF of one's own dossier. */
export async function showOwnFile(req: Req): Promise<WebReply> {
  const file = await getFile(req.ctx, {
    dossierId: paramOf(req, 'dossierId'),
    fileId: paramOf(req, 'fileId'),
  })
  return bytes(req.deps.files.stream(file.sha256), {
    type: file.mime,
    filename: file.name,
    inline: true,
    sandboxed: true,
  })
}
