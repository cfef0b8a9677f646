import { Type } from 'typebox'
import {
  answerVerification,
  askVerification,
  noteCall,
  postNotice,
} from '../../modules/dossiers/index.ts'
import { plainDate } from '../../platform/plain-date.ts'
import type { ApiRoute } from './api-route.ts'
import { declared, moving, reason, version } from './desk-act.ts'
import { closed, Day, orNull } from './schemas.ts'

/** What can happen to a dossier on its way beside its steps. */
export const deskTurnRoutes: readonly ApiRoute[] = [
  moving(
    {
      act: 'ask-verification',
      operationId: 'askVerification',
      summary: 'Ask another commune to verify, at a step that verifies',
    },
    {
      agencyId: orNull(
        Type.String({ maxLength: 80, description: 'Null: a commune that is not of the city.' }),
      ),
      place: Type.Optional(Type.String({ maxLength: 200, description: 'Its name, elsewhere.' })),
      question: reason,
    },
    askVerification,
  ),
  moving(
    {
      act: 'answer-verification',
      operationId: 'answerVerification',
      summary: 'Record the answer of a commune that was asked',
    },
    { no: Type.Integer({ minimum: 1, maximum: 1000 }), answer: reason },
    answerVerification,
  ),
  moving(
    {
      act: 'note-call',
      operationId: 'noteCall',
      summary: 'Note that somebody without a phone was told',
    },
    { said: reason },
    noteCall,
  ),
  declared({
    act: 'post-notice',
    operationId: 'postNotice',
    summary: 'Record the public notice that the law wants before a registration',
    isKeyed: true,
    body: closed({ version, place: Type.String({ minLength: 1, maxLength: 200 }), fromDay: Day }),
    bodyExample: { version: 2, place: 'Trụ sở UBND phường', fromDay: '2016-08-12' },
    run: (ctx, { code, requestKey, body }) =>
      postNotice(ctx, { code, requestKey, ...body, fromDay: plainDate(body.fromDay) }),
  }),
]
