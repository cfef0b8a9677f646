import { Type } from 'typebox'
import {
  answerSupplement,
  definitionOf,
  getForOwner,
  viewForOwner,
  worldOf,
  type DossierFile,
} from '../../modules/dossiers/index.ts'
import { findField, type FormDefinition } from '../../modules/forms/index.ts'
import { ensureAcceptable, ensureRoom, fileFieldOf, tidyName } from '../../modules/intake/index.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { json, type UploadPart, type WebRequest } from '../http/route.ts'
import { validatorOf } from '../http/validate.ts'
import { ensureAnswers } from './answers.ts'
import { apiRoute, ensureText, requestKeyOf } from './api-route.ts'
import { DossierParams, own } from './own-dossier.ts'
import { closed } from './schemas.ts'
import { OwnDossier } from './schemas-dossier.ts'
import { SupplementAnswerSchema } from './schemas-supplement.ts'
import { AnswersSchema } from './schemas-draft.ts'
import { formWorldToday } from './show-draft.ts'
import { UPLOAD_BYTES_MAX } from './uploads.ts'

const AnswerBody = closed(
  {
    answers: Type.Array(SupplementAnswerSchema, { maxItems: 40 }),
    set: Type.Optional(AnswersSchema),
  },
  {
    $id: 'SupplementAnswers',
    description: 'One answer an item; `set` corrects fields asked about.',
  },
)

type Sent = { answers: readonly { itemId: string; accepted: boolean; remark?: string }[] } & {
  set?: Parameters<typeof ensureAnswers>[1]
}

const checked = validatorOf({ body: AnswerBody })

export const supplementRoute = apiRoute({
  method: 'POST',
  path: '/dossiers/:dossierId/supplement-answers',
  action: 'api.dossier-own',
  multipart: { sizeBytesMax: UPLOAD_BYTES_MAX, filesMax: 10 },
  schema: { params: DossierParams },
  doc: {
    operationId: 'answerSupplement',
    tag: 'dossiers',
    summary: 'Answer the open supplement request, once and in full',
    description:
      'JSON, or multi-part with the same JSON in the part `answer` and each new paper in a part ' +
      'named by its file field, after it.',
    isKeyed: true,
    answer: OwnDossier,
    form: { schema: Type.Object({ answer: AnswerBody }), isAlternative: true },
    bodyExample: { answers: [{ itemId: '1', accepted: true }] },
  },
  handle: async (req) => {
    const requestKey = requestKeyOf(req)
    const { dossierId } = req.params
    const dossier = await getForOwner(req.ctx, dossierId)
    const { form } = definitionOf(await worldOf(req.ctx.db), dossier)
    const { answers, set = {} } = readBody(req)
    ensureAnswers(form, set, await formWorldToday(req.ctx))
    const files = await storeFiles(req, form, dossierId)
    await answerSupplement(req.ctx, { dossierId, requestKey, answers, set, files })
    return json(await own(req.ctx, dossierId))
  },
})

/** JSON as such, or the JSON of the part `answer`. Throws Refusal `request-invalid`. */
function readBody({ body, headers }: Pick<WebRequest, 'body' | 'headers'>): Sent {
  const isForm = String(headers['content-type'] ?? '').startsWith('multipart/')
  const value = isForm ? fromPart(body) : body
  ensureText(value)
  // Checked by its schema just here, because it may come in a part.
  return checked({ params: {}, query: {}, body: value }).body as Sent
}

function fromPart(body: unknown): unknown {
  const text = typeof body === 'object' && body !== null && 'answer' in body ? body.answer : ''
  try {
    return JSON.parse(String(text))
  } catch {
    throw new Refusal('body-not-json')
  }
}

/** Bytes first; the rows come with the verb. Papers already sent count towards the field's room. */
async function storeFiles(
  req: Pick<WebRequest, 'ctx' | 'deps' | 'files'>,
  form: FormDefinition,
  dossierId: string,
): Promise<DossierFile[]> {
  const { files: before } = await viewForOwner(req.ctx, dossierId)
  const added: DossierFile[] = []
  for await (const part of req.files()) {
    added.push(await storeOne(req, { form, part, present: [...before, ...added] }))
  }
  return added
}

async function storeOne(
  { ctx, deps }: Pick<WebRequest, 'ctx' | 'deps'>,
  given: { form: FormDefinition; part: UploadPart; present: readonly DossierFile[] },
): Promise<DossierFile> {
  const field = fileFieldOf(findField(given.form, given.part.field))
  if (!field) throw new Refusal('field-unknown', { field: given.part.field.slice(0, 80) })
  const content = await given.part.buffer()
  ensureRoom(field, given.present, content.length)
  const mime = ensureAcceptable(field, content)
  const stored = await deps.files.store(content, { sizeBytesMax: field.sizeBytesMax })
  const addedAt = ctx.clock.now()
  return {
    id: uuidv7(addedAt),
    field: field.key,
    component: field.component,
    ...stored,
    mime,
    name: tidyName(given.part.filename),
    addedAt,
  }
}
