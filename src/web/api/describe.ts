import { Type } from 'typebox'
import { json } from '../http/route.ts'
import { refusals } from '../words/refusals.ts'
import { apiRoute, type ApiRoute } from './api-route.ts'
import { openApiOf } from './openapi.ts'
import { closed, TextSchema } from './schemas.ts'

/** What explains a refusal's `type`. */
const explain = apiRoute({
  method: 'GET',
  path: '/problems',
  action: 'api.describe',
  doc: {
    operationId: 'listProblems',
    tag: 'description',
    summary: 'Every refusal code with its status and words',
    answer: closed({
      problems: Type.Array(
        closed({
          code: Type.String(),
          status: Type.Integer(),
          title: TextSchema,
          detail: TextSchema,
        }),
      ),
    }),
  },
  handle: async () =>
    json({
      problems: Object.entries(refusals).map(([code, { status, vi, en }]) => ({
        code,
        status,
        title: { vi: vi.title, en: en.title },
        detail: { vi: vi.detail, en: en.detail },
      })),
    }),
})

/** The description of these routes and of itself. */
export function describing(routes: readonly ApiRoute[]): readonly ApiRoute[] {
  const self = apiRoute({
    method: 'GET',
    path: '/openapi.json',
    action: 'api.describe',
    doc: {
      operationId: 'describeApi',
      tag: 'description',
      summary: 'This description, OpenAPI 3.1',
      answer: Type.Record(Type.String(), Type.Unknown()),
    },
    handle: async () => json(description),
  })
  const all = [self, explain, ...routes]
  const description = openApiOf(all)
  return all
}
