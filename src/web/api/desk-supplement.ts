import { Type } from 'typebox'
import {
  approveSupplement,
  askSupplementAgain,
  requestSupplement,
  turnDownSupplement,
} from '../../modules/dossiers/index.ts'
import type { ApiRoute } from './api-route.ts'
import { moving, reason } from './desk-act.ts'
import { closed, orNull } from './schemas.ts'
import { AnswerSchema } from './schemas-draft.ts'

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

/** What the desk asks of the citizen, and who lets it ask again. */
export const deskSupplementRoutes: readonly ApiRoute[] = [
  moving(
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
  ),
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
