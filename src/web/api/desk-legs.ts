import { Type, type Static } from 'typebox'
import { viewForStaff, type Paper } from '../../modules/dossiers/index.ts'
import { answerPartner, askCitizen } from '../../modules/interlink/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ApiRoute } from './api-route.ts'
import { declared, moving, version } from './desk-act.ts'
import { AnswersSchema } from './schemas-draft.ts'
import { SupplementAnswerSchema } from './schemas-supplement.ts'
import { closed, Uuid } from './schemas.ts'

const key = Type.String({ maxLength: 80, description: 'Key of the leg that asks.' })
const component = Type.String({ maxLength: 80 })

const paper = closed(
  { component, fileId: Uuid },
  { description: 'A file of the dossier, and which component of the agency’s service it is.' },
)

const Answer = closed({
  version,
  leg: key,
  no: Type.Integer({ minimum: 1, maximum: 1000, description: 'Number of the request answered.' }),
  answers: Type.Array(SupplementAnswerSchema, { maxItems: 40 }),
  set: AnswersSchema,
  papers: Type.Array(paper, { maxItems: 40 }),
})

/** What another agency asks of this one. */
export const deskLegRoutes: readonly ApiRoute[] = [
  declared({
    act: 'answer-partner',
    operationId: 'answerPartner',
    summary: 'Answer what another agency asks, from what the dossier has',
    bodyExample: {
      version: 9,
      leg: 'thuong-tru',
      no: 1,
      answers: [{ itemId: '1', accepted: true }],
      set: { 'household.bookNo': '110203456' },
      papers: [],
    },
    isKeyed: true,
    body: Answer,
    run: async (ctx, { code, requestKey, body }) => {
      const papers = await papersOf(ctx, code, body.papers)
      return answerPartner(ctx, { ...body, code, requestKey, papers })
    },
  }),
  moving(
    {
      act: 'ask-citizen',
      operationId: 'askCitizen',
      summary: 'Tell the citizen to come and sign, or bring, what another agency needs',
    },
    {
      leg: key,
      kind: Type.Enum(['sign', 'bring']),
      who: Type.Enum(['requester', 'householdHead']),
      component,
    },
    askCitizen,
  ),
]

async function papersOf(
  ctx: Ctx,
  code: string,
  named: readonly Static<typeof paper>[],
): Promise<readonly Paper[]> {
  if (named.length === 0) return []
  const { files } = await viewForStaff(ctx, code)
  return named.map((one) => {
    const file = files.find(({ id }) => id === one.fileId)
    if (file === undefined) throw new Refusal('not-found')
    const { name, mime, sha256, sizeBytes } = file
    return { component: one.component, name, mime, sha256, sizeBytes }
  })
}
