import { Type } from 'typebox'
import { attachFile, codeLimits, removeFile } from '../../modules/intake/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { json } from '../http/route.ts'
import { confirmCode, sendCodeTo } from '../phone-codes.ts'
import { apiRoute } from './api-route.ts'
import { DraftParams } from './drafts.ts'
import { closed, Uuid } from './schemas.ts'
import { Upload } from './schemas-draft.ts'
import { showUpload } from './show-draft.ts'

/** A little above the largest that any form takes; the form's own limit is told by its refusal. */
export const UPLOAD_BYTES_MAX = 20 * 1024 * 1024

const add = apiRoute({
  method: 'POST',
  path: '/drafts/:draftId/uploads',
  action: 'api.draft',
  multipart: { sizeBytesMax: UPLOAD_BYTES_MAX, filesMax: 1 },
  schema: {
    params: DraftParams,
    query: closed({
      field: Type.String({ maxLength: 80, description: 'The form’s file field: `file.marriage`.' }),
    }),
  },
  doc: {
    operationId: 'addUpload',
    tag: 'drafts',
    summary: 'Upload one photo or PDF',
    description: 'The bytes decide what it is; name and type are only hints.',
    status: 201,
    answer: Upload,
    form: { schema: closed({ file: Type.String({ format: 'binary' }) }) },
  },
  handle: async (req) => {
    for await (const part of req.files()) {
      if (part.field !== 'file') break
      const file = await attachFile(req.ctx, req.deps.files, {
        draftId: req.params.draftId,
        field: req.query.field,
        bytes: await part.buffer(),
        name: part.filename,
      })
      return json(showUpload(file), { status: 201 })
    }
    throw new Refusal('file-empty', { field: req.query.field })
  },
})

const remove = apiRoute({
  method: 'DELETE',
  path: '/drafts/:draftId/uploads/:fileId',
  action: 'api.draft',
  schema: { params: closed({ draftId: Type.String({ maxLength: 60 }), fileId: Uuid }) },
  doc: {
    operationId: 'removeUpload',
    tag: 'drafts',
    summary: 'Take an upload out of the draft',
    answer: closed({ removed: Uuid }),
  },
  handle: async ({ ctx, params }) => {
    await removeFile(ctx, params)
    return json({ removed: params.fileId })
  },
})

const Phone = Type.String({ maxLength: 30, description: 'A Vietnamese mobile number.' })

const askCode = apiRoute({
  method: 'POST',
  path: '/drafts/:draftId/phone-codes',
  action: 'api.draft',
  schema: { params: DraftParams, body: closed({ phone: Phone }) },
  doc: {
    operationId: 'sendPhoneCode',
    tag: 'drafts',
    summary: 'Send a one-time code to a phone',
    status: 201,
    answer: closed({ livesMinutes: Type.Integer() }),
    bodyExample: { phone: '0912345318' },
  },
  handle: async (req) => {
    await sendCodeTo(req, { draftId: req.params.draftId, phone: req.body.phone })
    return json({ livesMinutes: codeLimits.livesMinutes }, { status: 201 })
  },
})

const confirm = apiRoute({
  method: 'POST',
  path: '/drafts/:draftId/phone-confirmation',
  action: 'api.draft',
  schema: {
    params: DraftParams,
    body: closed({ phone: Phone, code: Type.String({ maxLength: 12 }) }),
  },
  doc: {
    operationId: 'confirmPhone',
    tag: 'drafts',
    summary: 'Confirm the phone with the code it was sent',
    answer: closed({ phoneConfirmed: Type.Literal(true) }),
    bodyExample: { phone: '0912345318', code: '407182' },
  },
  handle: async (req) => {
    await confirmCode(req, { draftId: req.params.draftId, ...req.body })
    return json({ phoneConfirmed: true })
  },
})

export const uploadRoutes = [add, remove, askCode, confirm]
