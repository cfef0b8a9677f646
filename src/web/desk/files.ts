import { getFile, viewForStaff, worldOf } from '../../modules/dossiers/index.ts'
import { previewPdf, readCertificate } from '../../modules/registry/index.ts'
import { bytes, route, type Route, type WebReply } from '../http/route.ts'
import { filledForm } from '../filled-form.ts'
import type { DeskRequest } from './desk-request.ts'

const PDF = 'application/pdf'

/** Papers of a dossier as bytes, shown inside the desk's own frame. */
export const fileRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/can-bo/ho-so/:dossierId/tep/:fileId',
    action: 'dossier.read-paper',
    handle: showFile,
  }),
  route({
    method: 'GET',
    url: '/can-bo/ho-so/:dossierId/mau/:form',
    action: 'dossier.read-paper',
    handle: async (req) => {
      const view = await viewForStaff(req.ctx, req.params['dossierId'] ?? '')
      const key = req.params['form'] ?? ''
      return filledForm({ view, world: await worldOf(req.ctx.db) }, { key, framed: true })
    },
  }),
  route({
    method: 'GET',
    url: '/can-bo/ho-so/:dossierId/ban-xem-truoc',
    action: 'dossier.read-paper',
    handle: async (req) => {
      const view = await viewForStaff(req.ctx, req.params['dossierId'] ?? '')
      const pdf = await previewPdf(req.ctx, view)
      return bytes(pdf, { type: PDF, filename: 'ban-xem-truoc.pdf', inline: true, framed: true })
    },
  }),
  route({
    method: 'GET',
    url: '/can-bo/ho-so/:dossierId/ban-dien-tu',
    action: 'dossier.read-paper',
    handle: async (req) => {
      const { dossier } = await viewForStaff(req.ctx, req.params['dossierId'] ?? '')
      const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
      const pdf = await readCertificate(req.ctx, req.deps.files, at)
      const filename = `${dossier.code}.pdf`
      return bytes(pdf, { type: PDF, filename, inline: true, framed: true })
    },
  }),
]

/** What people uploaded has no scripts and an origin of its own; PDF viewers refuse a sandbox. */
async function showFile(req: DeskRequest): Promise<WebReply> {
  const { dossier } = await viewForStaff(req.ctx, req.params['dossierId'] ?? '')
  const file = await getFile(req.ctx, {
    dossierId: dossier.id,
    fileId: req.params['fileId'] ?? '',
  })
  return bytes(req.deps.files.stream(file.sha256), {
    type: file.mime,
    filename: file.name,
    inline: true,
    framed: true,
    sandboxed: file.mime !== PDF,
  })
}
