import { Type, type Static, type TProperties, type TObject } from 'typebox'
import {
  approveSupplement,
  askSupplementAgain,
  assign,
  completeStep,
  confirmPreviewForCitizen,
  decline,
  dismissDuplicate,
  getForStaff,
  mark,
  moveDue,
  propose,
  proposeRefusal,
  receive,
  refuse,
  requestSupplement,
  sendBack,
  turnDownSupplement,
  type DeskAct,
} from '../../modules/dossiers/index.ts'
import {
  crossOut,
  handOver,
  register,
  replaceCertificate,
  sign,
} from '../../modules/registry/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { json } from '../http/route.ts'
import type { ActionName } from '../policy.ts'
import { apiRoute, requestKeyOf, type ApiRoute } from './api-route.ts'
import { DossierParams } from './own-dossier.ts'
import { closed, Instant, orNull, Uuid } from './schemas.ts'
import { DeskActAnswer } from './schemas-dossier.ts'
import { AnswerSchema } from './schemas-draft.ts'
import { showHead, showSlips } from './show-dossier.ts'

type Words = { operationId: string; summary: string; bodyExample?: unknown }

type Declared<B extends TObject> = Words & {
  act: string
  body: B
  /** Acts that only note something are safe to repeat without a key. */
  isKeyed: boolean
  /** A row of its own in the policy, for what not every officer may. */
  policy?: ActionName
  run(ctx: Ctx, given: { code: string; requestKey: string; body: Static<B> }): Promise<unknown>
}

function declared<B extends TObject>(declaration: Declared<B>): ApiRoute {
  const { act, body, isKeyed, policy = 'api.dossier-act', run, ...words } = declaration
  return apiRoute({
    method: 'POST',
    path: `/desk/dossiers/:dossierId/${act}`,
    action: policy,
    schema: { params: DossierParams, body },
    doc: { ...words, tag: 'desk', answer: DeskActAnswer, ...(isKeyed ? { isKeyed } : {}) },
    handle: async (req) => {
      const { ctx, params } = req
      const requestKey = isKeyed ? requestKeyOf(req) : ''
      // The route has checked the body by this very schema.
      await run(ctx, { code: params.dossierId, requestKey, body: req.body as Static<B> })
      const dossier = await getForStaff(ctx, params.dossierId)
      return json({ dossier: showHead(dossier), slips: await showSlips(ctx, dossier) })
    },
  })
}

const version = Type.Integer({ minimum: 1, description: 'The version the officer saw.' })
const reason = Type.String({ minLength: 1, maxLength: 4000 })
const remark = Type.Optional(Type.String({ maxLength: 4000 }))

/** A verb of the desk whose input is the act itself and the fields of its body. */
function moving<P extends TProperties>(
  words: Words & { act: string },
  properties: P,
  verb: (ctx: Ctx, input: DeskAct & Static<TObject<P>>) => Promise<unknown>,
): ApiRoute {
  return declared({
    ...words,
    isKeyed: true,
    body: closed({ version, ...properties }),
    run: (ctx, { code, requestKey, body }) =>
      // The body is `version` and `properties`, which is what the verb asks for beside these two.
      verb(ctx, { code, requestKey, ...body } as unknown as DeskAct & Static<TObject<P>>),
  })
}

const Item = closed(
  {
    kind: Type.Enum(['field', 'paper', 'other']),
    about: orNull(Type.String({ maxLength: 80, description: 'Field key or component key.' })),
    reason: Type.String({ minLength: 1, maxLength: 1000 }),
    proposed: Type.Optional(AnswerSchema),
  },
  { $id: 'NewSupplementItem' },
)

const asked = { kind: 'paper', about: 'giay-chung-sinh', reason: 'Ảnh mờ, không đọc được số.' }

const supplement = moving(
  {
    act: 'request-supplement',
    operationId: 'requestSupplement',
    summary: 'Ask for everything that is wrong, once',
    bodyExample: { version: 1, items: [asked] },
  },
  {
    items: Type.Array(Item, { maxItems: 40 }),
    againBecause: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  requestSupplement,
)

const collecting = {
  compared: Type.Array(Type.String({ maxLength: 80 }), {
    maxItems: 50,
    description: 'Components whose originals were compared.',
  }),
  paperBook: Type.Optional(Type.String({ maxLength: 20 })),
  paperPage: Type.Optional(Type.Integer({ minimum: 1, maximum: 9999 })),
  collector: Type.String({ minLength: 1, maxLength: 500, description: 'Who came, in words.' }),
}

const registering = moving(
  {
    act: 'register',
    operationId: 'registerResult',
    summary: 'Sign the book and give the original while other agencies still work',
  },
  collecting,
  register,
)
const supplementAgain = [
  moving(
    {
      act: 'ask-supplement-again',
      operationId: 'askSupplementAgain',
      summary: 'Ask the supervisor to let a second request go out for what was to be seen before',
    },
    { items: Type.Array(Item, { maxItems: 40 }), againBecause: reason },
    askSupplementAgain,
  ),
  moving(
    {
      act: 'approve-supplement',
      operationId: 'approveSupplement',
      summary: 'As supervisor, let a second request go out',
    },
    { reason },
    approveSupplement,
  ),
  moving(
    {
      act: 'turn-down-supplement',
      operationId: 'turnDownSupplement',
      summary: 'As supervisor, do not let a second request go out',
    },
    { reason },
    turnDownSupplement,
  ),
]

const handing = moving(
  { act: 'hand-over', operationId: 'handOverResult', summary: 'Hand the result over' },
  collecting,
  handOver,
)

const marking = declared({
  act: 'mark',
  operationId: 'markField',
  summary: 'Note how a field compares with the papers',
  isKeyed: false,
  body: closed({
    field: Type.String({ maxLength: 80 }),
    verdict: Type.Enum(['same', 'differs']),
    paperSays: Type.Optional(orNull(Type.String({ maxLength: 500 }))),
    closedAs: Type.Optional(
      orNull(Type.Enum(['declaration-wrong', 'birth-notice-wrong', 'other-paper-wrong'])),
    ),
  }),
  run: (ctx, { code, body: { paperSays = null, closedAs = null, ...body } }) =>
    mark(ctx, { code, paperSays, closedAs, ...body }),
})

const assigning = declared({
  act: 'assign',
  operationId: 'assignDossier',
  summary: 'Hand the work to a colleague',
  isKeyed: true,
  body: closed({ assigneeId: Type.String({ minLength: 1, maxLength: 80 }) }),
  run: (ctx, { code, requestKey, body }) => assign(ctx, { code, requestKey, ...body }),
})

const movingDue = declared({
  act: 'move-due',
  operationId: 'moveDueDate',
  summary: 'Give another due date, once, with the reason; for the head and deputies',
  isKeyed: true,
  policy: 'api.dossier-move-due',
  body: closed({ version, to: Instant, reason }),
  bodyExample: { version: 2, to: '2016-08-15T16:30:00+07:00', reason: 'Chờ trả lời xác minh' },
  run: (ctx, { code, requestKey, body }) =>
    moveDue(ctx, { code, requestKey, ...body, to: new Date(body.to) }),
})

const replacing = declared({
  act: 'replace-certificate',
  operationId: 'replaceCertificate',
  summary: 'Issue the electronic original anew from the same entry; the old QR says replaced',
  isKeyed: true,
  body: closed({ version, reason }),
  bodyExample: { version: 6, reason: 'Tệp đã gửi nhầm người' },
  run: (ctx, { code, requestKey, body }) => replaceCertificate(ctx, { code, requestKey, ...body }),
})

const dismissing = declared({
  act: 'dismiss-duplicate',
  operationId: 'dismissDuplicate',
  summary: 'Say, after comparing, that another dossier is no duplicate',
  isKeyed: false,
  body: closed({ otherId: Uuid }),
  run: (ctx, { code, body }) => dismissDuplicate(ctx, { code, otherId: body.otherId }),
})

export const deskActRoutes: readonly ApiRoute[] = [
  moving(
    {
      act: 'receive',
      operationId: 'receiveDossier',
      summary: 'Receive: the legal clock starts',
      bodyExample: { version: 1 },
    },
    {},
    receive,
  ),
  supplement,
  ...supplementAgain,
  moving(
    { act: 'decline', operationId: 'declineDossier', summary: 'Decline before receipt' },
    { reason },
    decline,
  ),
  moving(
    {
      act: 'propose-refusal',
      operationId: 'proposeRefusal',
      summary: 'Propose to refuse after receipt; the signer decides',
    },
    { reason },
    proposeRefusal,
  ),
  moving(
    {
      act: 'refuse',
      operationId: 'refuseDossier',
      summary: 'Sign a refusal that was proposed, in its words or in others',
    },
    { reason: Type.Optional(reason) },
    refuse,
  ),
  moving(
    { act: 'complete-step', operationId: 'completeStep', summary: 'Finish the current step' },
    { remark },
    completeStep,
  ),
  moving(
    { act: 'propose', operationId: 'proposeResult', summary: 'Propose the result' },
    {
      remark,
      personalNumber: Type.Optional(Type.String({ maxLength: 20 })),
      resultFacts: Type.Optional(
        Type.Record(Type.String({ maxLength: 80 }), Type.String({ maxLength: 500 }), {
          description: 'What the procedure’s `result.facts` ask for, by their keys.',
          maxProperties: 20,
        }),
      ),
    },
    propose,
  ),
  moving(
    {
      act: 'confirm-preview',
      operationId: 'confirmPreviewForCitizen',
      summary: 'Record that the citizen confirmed the preview by telephone or at the counter',
    },
    { how: reason },
    confirmPreviewForCitizen,
  ),
  moving(
    { act: 'send-back', operationId: 'sendBackProposal', summary: 'Return it to the examiner' },
    { reason },
    sendBack,
  ),
  moving(
    { act: 'sign', operationId: 'signResult', summary: 'Sign: entry, number and certificate' },
    {},
    sign,
  ),
  registering,
  handing,
  moving(
    { act: 'cross-out', operationId: 'crossOutEntry', summary: 'Cross out a prepared entry' },
    { reason },
    crossOut,
  ),
  marking,
  assigning,
  movingDue,
  replacing,
  dismissing,
]
