import { Type } from 'typebox'
import {
  confirmPreview,
  disputePreview,
  getFile,
  movesFrom,
  viewForOwner,
  withdraw,
  type OwnerAct,
} from '../../modules/dossiers/index.ts'
import { isResultRegistered, previewPdf } from '../../modules/registry/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bytes, json } from '../http/route.ts'
import { apiRoute, requestKeyOf } from './api-route.ts'
import { closed } from './schemas.ts'
import { OwnDossier } from './schemas-dossier.ts'
import { showOwn } from './show-dossier.ts'

export const DossierParams = closed({ dossierId: Type.String({ maxLength: 60 }) })

export const FileParams = closed({
  dossierId: Type.String({ maxLength: 60 }),
  fileId: Type.String({ maxLength: 60 }),
})

const get = apiRoute({
  method: 'GET',
  path: '/dossiers/:dossierId',
  action: 'api.dossier-own',
  schema: { params: DossierParams },
  doc: {
    operationId: 'getOwnDossier',
    tag: 'dossiers',
    summary: 'One’s own dossier, whole',
    answer: OwnDossier,
  },
  handle: async ({ ctx, params }) => json(await own(ctx, params.dossierId)),
})

const readFile = apiRoute({
  method: 'GET',
  path: '/dossiers/:dossierId/files/:fileId',
  action: 'api.dossier-own',
  schema: { params: FileParams },
  doc: {
    operationId: 'getOwnFile',
    tag: 'dossiers',
    summary: 'The bytes of a paper',
    answer: { mediaType: 'application/octet-stream' },
  },
  handle: async ({ ctx, deps, params }) => {
    const { sha256, mime, name } = await getFile(ctx, params)
    return bytes(await deps.files.read(sha256), { type: mime, filename: name })
  },
})

const preview = apiRoute({
  method: 'GET',
  path: '/dossiers/:dossierId/preview',
  action: 'api.dossier-own',
  schema: { params: DossierParams },
  doc: {
    operationId: 'getOwnPreview',
    tag: 'dossiers',
    summary: 'The result as it will print, to be confirmed',
    answer: { mediaType: 'application/pdf' },
  },
  handle: async ({ ctx, params }) => {
    const view = await viewForOwner(ctx, params.dossierId)
    const { state } = view.dossier
    if (movesFrom('confirmPreview', state).length === 0) {
      throw new Refusal('act-not-now', { action: 'confirmPreview', state })
    }
    if (!isResultRegistered(view.definition.result.template)) throw new Refusal('not-found')
    return bytes(await previewPdf(ctx, view), { type: 'application/pdf', filename: 'ban-xem.pdf' })
  },
})

type Verb = (ctx: Ctx, act: OwnerAct) => Promise<unknown>

function simpleAct(path: string, verb: Verb, words: { operationId: string; summary: string }) {
  return apiRoute({
    method: 'POST',
    path: `/dossiers/:dossierId/${path}`,
    action: 'api.dossier-own',
    schema: { params: DossierParams },
    doc: { ...words, tag: 'dossiers', isKeyed: true, answer: OwnDossier },
    handle: async (req) => {
      const { dossierId } = req.params
      await verb(req.ctx, { dossierId, requestKey: requestKeyOf(req) })
      return json(await own(req.ctx, dossierId))
    },
  })
}

const dispute = apiRoute({
  method: 'POST',
  path: '/dossiers/:dossierId/preview-dispute',
  action: 'api.dossier-own',
  schema: { params: DossierParams, body: closed({ remark: Type.String({ maxLength: 4000 }) }) },
  doc: {
    operationId: 'disputePreview',
    tag: 'dossiers',
    summary: 'Say what is wrong in the preview',
    isKeyed: true,
    answer: OwnDossier,
    bodyExample: { remark: 'Chữ đệm của cháu là Minh, không phải Mình.' },
  },
  handle: async (req) => {
    const { dossierId } = req.params
    const requestKey = requestKeyOf(req)
    await disputePreview(req.ctx, { dossierId, requestKey, remark: req.body.remark })
    return json(await own(req.ctx, dossierId))
  },
})

export async function own(ctx: Ctx, dossierId: string) {
  return showOwn(ctx, await viewForOwner(ctx, dossierId))
}

export const ownDossierRoutes = [
  get,
  readFile,
  preview,
  simpleAct('preview-confirmation', confirmPreview, {
    operationId: 'confirmPreview',
    summary: 'Confirm the preview; the dossier goes to the signer',
  }),
  dispute,
  simpleAct('withdrawal', withdraw, {
    operationId: 'withdrawDossier',
    summary: 'Take the dossier back before a decision',
  }),
]
