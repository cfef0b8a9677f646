import { Type } from 'typebox'
import {
  actsFor,
  getFile,
  getForStaff,
  moves,
  open,
  viewForStaff,
  type Action,
  type DossierEvent,
} from '../../modules/dossiers/index.ts'
import { isResultRegistered, previewPdf, readCertificate } from '../../modules/registry/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bytes, json } from '../http/route.ts'
import { apiRoute } from './api-route.ts'
import { DossierParams, FileParams } from './own-dossier.ts'
import { closed, instant, orNull } from './schemas.ts'
import { DeskDossier, DossierEventSchema } from './schemas-dossier.ts'
import { showDesk } from './show-dossier.ts'

const deskActions: readonly Action[] = [...new Set(moves.map(({ action }) => action))]

const get = apiRoute({
  method: 'GET',
  path: '/desk/dossiers/:dossierId',
  action: 'api.dossier-read',
  schema: { params: DossierParams },
  doc: {
    operationId: 'openDossier',
    tag: 'desk',
    summary: 'A dossier of the officer’s agency, by id or code',
    description: 'Notes that the officer has opened this version; `sign` asks for it.',
    answer: DeskDossier,
  },
  handle: async ({ ctx, params }) => {
    const view = await viewForStaff(ctx, params.dossierId)
    await open(ctx, view.dossier)
    return json(await showDesk(ctx, view, await actsFor(ctx, view, deskActions)))
  },
})

const EVENTS_A_PAGE = 100

const events = apiRoute({
  method: 'GET',
  path: '/desk/dossiers/:dossierId/events',
  action: 'api.dossier-read',
  schema: {
    params: DossierParams,
    query: closed({
      after: Type.Optional(Type.Integer({ minimum: 0, description: 'The last page’s `next`.' })),
    }),
  },
  doc: {
    operationId: 'listEvents',
    tag: 'desk',
    summary: 'The dossier’s log, oldest first',
    answer: closed({ events: Type.Array(DossierEventSchema), next: orNull(Type.Integer()) }),
  },
  handle: async ({ ctx, params, query: { after = 0 } }) => {
    const { events: all } = await viewForStaff(ctx, params.dossierId)
    const later = all.filter(({ version }) => version > after)
    const page = later.slice(0, EVENTS_A_PAGE)
    const next = later.length > page.length ? page.at(-1)!.version : null
    return json({ events: page.map(showEvent), next })
  },
})

const readFile = apiRoute({
  method: 'GET',
  path: '/desk/dossiers/:dossierId/files/:fileId',
  action: 'api.dossier-read',
  schema: { params: FileParams },
  doc: {
    operationId: 'getDossierFile',
    tag: 'desk',
    summary: 'The bytes of a paper',
    answer: { mediaType: 'application/octet-stream' },
  },
  handle: async ({ ctx, deps, params }) => {
    const { id: dossierId } = await getForStaff(ctx, params.dossierId)
    const { sha256, mime, name } = await getFile(ctx, { dossierId, fileId: params.fileId })
    return bytes(await deps.files.read(sha256), { type: mime, filename: name })
  },
})

const preview = apiRoute({
  method: 'GET',
  path: '/desk/dossiers/:dossierId/preview',
  action: 'api.dossier-read',
  schema: { params: DossierParams },
  doc: {
    operationId: 'getDossierPreview',
    tag: 'desk',
    summary: 'The result as it would print now',
    answer: { mediaType: 'application/pdf' },
  },
  handle: async ({ ctx, params }) => {
    const view = await viewForStaff(ctx, params.dossierId)
    if (!isResultRegistered(view.definition.result.template)) throw new Refusal('not-found')
    return bytes(await previewPdf(ctx, view), { type: 'application/pdf', filename: 'ban-xem.pdf' })
  },
})

const certificate = apiRoute({
  method: 'GET',
  path: '/desk/dossiers/:dossierId/certificate',
  action: 'api.dossier-read',
  schema: { params: DossierParams },
  doc: {
    operationId: 'getCertificate',
    tag: 'desk',
    summary: 'The signed result',
    description: 'Refuses `certificate-not-ready` until it is signed and made.',
    answer: { mediaType: 'application/pdf' },
  },
  handle: async ({ ctx, deps, params }) => {
    const { agencyId, id: dossierId, code } = await getForStaff(ctx, params.dossierId)
    const data = await readCertificate(ctx, deps.files, { agencyId, dossierId })
    return bytes(data, { type: 'application/pdf', filename: `${code}.pdf` })
  },
})

export const deskDossierRoutes = [get, events, readFile, preview, certificate]

function showEvent(event: DossierEvent) {
  const { version, seq, kind, at, actorKind, actorId, facts, hash } = event
  return { version, seq, kind, at: instant(at), actorKind, actorId, facts, hash }
}
