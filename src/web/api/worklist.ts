import { Type } from 'typebox'
import { listWorklist, queues, type Queue } from '../../modules/dossiers/index.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { json } from '../http/route.ts'
import { apiRoute } from './api-route.ts'
import { closed, orNull } from './schemas.ts'
import { DeskDossierHead } from './schemas-dossier.ts'
import { showHead } from './show-dossier.ts'

const QueueSchema = Type.Enum([...queues], { description: '`todo` when left out.' })
const After = Type.String({ maxLength: 60, description: 'The last page’s `next`.' })
const Limit = Type.Integer({ minimum: 1, maximum: 50 })

const answer = closed(
  {
    dossiers: Type.Array(DeskDossierHead),
    total: Type.Integer({ description: 'Counted to at most 1,000.' }),
    next: orNull(Type.String()),
  },
  { $id: 'Worklist' },
)

const list = apiRoute({
  method: 'GET',
  path: '/worklist',
  action: 'api.worklist',
  schema: {
    query: closed({
      queue: Type.Optional(QueueSchema),
      q: Type.Optional(
        Type.String({
          pattern: '^(?=.*[0-9])[0-9A-Za-z. -]{2,40}$',
          description: 'Part of a code or look-up number. Names are searched by POST.',
        }),
      ),
      after: Type.Optional(After),
      limit: Type.Optional(Limit),
    }),
  },
  doc: {
    operationId: 'listWorklist',
    tag: 'desk',
    summary: 'A queue of the officer’s agency, by due date',
    answer,
  },
  handle: async ({ ctx, query: { q, ...query } }) =>
    json(await worklist(ctx, { ...query, ...(q === undefined ? {} : { text: q }) })),
})

/** A name in an address would stand in the logs of every machine on its way: names go in the body. */
const search = apiRoute({
  method: 'POST',
  path: '/worklist/search',
  action: 'api.worklist',
  schema: {
    body: closed({
      text: Type.String({ minLength: 1, maxLength: 100 }),
      queue: Type.Optional(QueueSchema),
      after: Type.Optional(After),
      limit: Type.Optional(Limit),
    }),
  },
  doc: {
    operationId: 'searchWorklist',
    tag: 'desk',
    summary: 'Search a queue by name, code or look-up number',
    answer,
    bodyExample: { text: 'minh an', queue: 'processing' },
  },
  handle: async ({ ctx, body }) => json(await worklist(ctx, body)),
})

type Asked = { queue?: Queue; text?: string; after?: string; limit?: number }

async function worklist(ctx: Ctx, { queue = 'todo', text, after, limit }: Asked) {
  const { dossiers, total, more } = await listWorklist(ctx, {
    queue,
    ...(text === undefined ? {} : { text }),
    ...(after === undefined ? {} : { after: readCursor(after) }),
    ...(limit === undefined ? {} : { limit }),
  })
  const last = dossiers.at(-1)
  return {
    dossiers: dossiers.map(showHead),
    total,
    next: more && last ? `${(last.dueAt ?? last.receiveBy).getTime()}_${last.id}` : null,
  }
}

const CURSOR = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Throws Refusal `request-invalid` for anything that no page answered as its `next`. */
function readCursor(text: string): { dueAt: Date; id: string } {
  const [, dueAt, id] = CURSOR.exec(text) ?? []
  const at = new Date(Number(dueAt))
  if (id === undefined || Number.isNaN(at.getTime())) {
    const problems = [{ at: 'after', message: 'not a cursor' }]
    throw new Refusal('request-invalid', { where: 'after', problems })
  }
  return { dueAt: at, id }
}

export const worklistRoutes = [list, search]
