import { Type } from 'typebox'
import {
  assign,
  completeStep,
  confirmPreviewForCitizen,
  decline,
  dismissDuplicate,
  mark,
  moveDue,
  propose,
  proposeRefusal,
  receive,
  refuse,
  sendBack,
} from '../../modules/dossiers/index.ts'
import {
  crossOut,
  handOver,
  register,
  replaceCertificate,
  sign,
} from '../../modules/registry/index.ts'
import type { ApiRoute } from './api-route.ts'
import { declared, moving, reason, remark, version } from './desk-act.ts'
import { deskLegRoutes } from './desk-legs.ts'
import { deskSupplementRoutes } from './desk-supplement.ts'
import { deskTurnRoutes } from './desk-turns.ts'
import { closed, Instant, orNull, Uuid } from './schemas.ts'

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
  ...deskSupplementRoutes,
  ...deskTurnRoutes,
  ...deskLegRoutes,
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
