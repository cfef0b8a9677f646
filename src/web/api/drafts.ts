import { Type } from 'typebox'
import { loadCity } from '../../modules/agencies/index.ts'
import { spendUse } from '../../modules/accounts/index.ts'
import { adoptRevision, saveAnswers, startDraft } from '../../modules/intake/index.ts'
import { loadProcedures, notHeldBack } from '../../modules/procedures/index.ts'
import type { Actor, Ctx } from '../../platform/ctx.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { addSessionDraft, beginSession } from '../../platform/sessions.ts'
import { CITIZEN_TOKEN } from '../http/open-session.ts'
import { json } from '../http/route.ts'
import { ensureAnswers } from './answers.ts'
import { apiRoute } from './api-route.ts'
import { closed, orNull } from './schemas.ts'
import { AnswersSchema, BegunDraft, DraftSchema } from './schemas-draft.ts'
import { formWorldToday, openDraft, showDraft } from './show-draft.ts'

export const DraftParams = closed({ draftId: Type.String({ maxLength: 60 }) })

const AgencyId = Type.String({ maxLength: 80 })

const begin = apiRoute({
  method: 'POST',
  path: '/drafts',
  action: 'api.draft-start',
  schema: {
    body: closed({
      procedure: Type.String({ maxLength: 80 }),
      answers: AnswersSchema,
      agencyId: Type.Optional(AgencyId),
    }),
  },
  doc: {
    operationId: 'startDraft',
    tag: 'drafts',
    summary: 'Begin a draft; the answer carries its token',
    description:
      'Answers are kept whether they are right or not; `problems` says what is still wrong.',
    status: 201,
    answer: BegunDraft,
    bodyExample: { procedure: 'birth.register', answers: { 'child.sex': 'female' } },
  },
  handle: async (req) => {
    const { ctx, body } = req
    const now = ctx.clock.now()
    const [city, procedures] = await Promise.all([loadCity(ctx.db), loadProcedures(ctx.db)])
    const definition = notHeldBack(procedures, city).offeredOn(body.procedure, legalDay(now))
    if (!definition) throw new Refusal('procedure-not-in-force')
    ensureAnswers(definition.form, body.answers, await formWorldToday(ctx))
    await spendUse(ctx, { what: 'draft', ip: req.ip })
    const { id: draftId } = await startDraft(ctx, { definition, answers: {} })
    // A token of its own: whoever holds it opens this draft and no other.
    const { id: sessionId, secret } = await beginSession(ctx.db, now, { kind: 'citizen' })
    await addSessionDraft(ctx.db, now, { sessionId, draftId })
    const actor: Actor = { kind: 'citizen', phone: null, draftIds: [draftId] }
    const own: Ctx = { ...ctx, actor }
    const { agencyId } = body
    await saveAnswers(own, { draftId, set: body.answers, ...(agencyId ? { agencyId } : {}) })
    const draft = await showDraft(own, await openDraft(own, draftId))
    return json({ ...draft, token: `${CITIZEN_TOKEN}${secret}` }, { status: 201 })
  },
})

const get = apiRoute({
  method: 'GET',
  path: '/drafts/:draftId',
  action: 'api.draft',
  schema: { params: DraftParams },
  doc: {
    operationId: 'getDraft',
    tag: 'drafts',
    summary: 'A draft with its answers, uploads and problems',
    answer: DraftSchema,
  },
  handle: async ({ ctx, params }) =>
    json(await showDraft(ctx, await openDraft(ctx, params.draftId))),
})

const change = apiRoute({
  method: 'PATCH',
  path: '/drafts/:draftId',
  action: 'api.draft',
  schema: {
    params: DraftParams,
    body: closed({
      set: Type.Optional(AnswersSchema),
      clear: Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { maxItems: 300 })),
      agencyId: Type.Optional(orNull(AgencyId)),
    }),
  },
  doc: {
    operationId: 'changeDraft',
    tag: 'drafts',
    summary: 'Set and clear answers',
    description: 'Other answers stay. What the new answers hide is kept aside, never lost.',
    answer: DraftSchema,
    bodyExample: { set: { 'copies.count': 3 }, clear: ['notice.book'] },
  },
  handle: async ({ ctx, params: { draftId }, body }) => {
    const { definition } = await openDraft(ctx, draftId)
    const { set = {}, clear = [], agencyId } = body
    ensureAnswers(definition.form, set, await formWorldToday(ctx))
    await saveAnswers(ctx, { draftId, set, clear, ...(agencyId === undefined ? {} : { agencyId }) })
    return json(await showDraft(ctx, await openDraft(ctx, draftId)))
  },
})

const adopt = apiRoute({
  method: 'POST',
  path: '/drafts/:draftId/revision-in-force',
  action: 'api.draft',
  schema: { params: DraftParams },
  doc: {
    operationId: 'adoptRevision',
    tag: 'drafts',
    summary: 'Move the draft to the revision in force today',
    description: 'After `law-changed`: every answer stays, what is no longer asked is kept aside.',
    answer: DraftSchema,
  },
  handle: async ({ ctx, params: { draftId } }) => {
    await adoptRevision(ctx, { draftId })
    return json(await showDraft(ctx, await openDraft(ctx, draftId)))
  },
})

export const draftRoutes = [begin, get, change, adopt]
