import { Type } from 'typebox'
import { loadCity } from '../../modules/agencies/index.ts'
import { jsonSchemaFor } from '../../modules/forms/index.ts'
import {
  loadProcedures,
  notHeldBack,
  type ProcedureDefinition,
  type Procedures,
} from '../../modules/procedures/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { json, type WebRequest } from '../http/route.ts'
import { apiRoute } from './api-route.ts'
import { closed, dayOf, OnQuery, orNull } from './schemas.ts'
import { Procedure, ProcedureForm, ProcedureHead } from './schemas-catalogue.ts'

const KeyParams = closed({ key: Type.String({ maxLength: 80, description: '`birth.register`' }) })

type Asking = Pick<WebRequest, 'ctx'> & { query: { on?: string | undefined } }

/** The procedures and the day asked about. */
async function offered({ ctx, query }: Asking) {
  const [city, procedures] = await Promise.all([loadCity(ctx.db), loadProcedures(ctx.db)])
  return {
    procedures: notHeldBack(procedures, city),
    day: dayOf(query.on, legalDay(ctx.clock.now())),
  }
}

async function inForce(
  req: Asking & { params: { key: string } },
): Promise<{ procedures: Procedures; definition: ProcedureDefinition }> {
  const { procedures, day } = await offered(req)
  const definition = procedures.offeredOn(req.params.key, day)
  if (!definition) throw new Refusal('not-found')
  return { procedures, definition }
}

const PAGE = 50

export const procedureRoutes = [
  apiRoute({
    method: 'GET',
    path: '/procedures',
    action: 'api.catalogue',
    schema: {
      query: closed({
        ...OnQuery,
        q: Type.Optional(
          Type.String({ maxLength: 200, description: 'Plain words, with or without marks.' }),
        ),
        after: Type.Optional(
          Type.String({ maxLength: 80, description: 'The last page’s `next`.' }),
        ),
      }),
    },
    doc: {
      operationId: 'listProcedures',
      tag: 'catalogue',
      summary: 'Procedures offered on a day, or found by plain words',
      description: 'By key; found ones best first, on one page.',
      answer: closed({ procedures: Type.Array(ProcedureHead), next: orNull(Type.String()) }),
    },
    handle: async (req) => {
      const { procedures, day } = await offered(req)
      const { q, after = '' } = req.query
      const found =
        q === undefined
          ? procedures
              .on(day)
              .filter(({ key }) => key > after)
              .toSorted((a, b) => (a.key < b.key ? -1 : 1))
          : procedures.search(q, day)
      const page = found.slice(0, PAGE)
      const more = q === undefined && found.length > PAGE
      return json({
        procedures: page.map((definition) => showHead(procedures, definition)),
        next: more ? page.at(-1)!.key : null,
      })
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/procedures/:key',
    action: 'api.catalogue',
    schema: { params: KeyParams, query: closed(OnQuery) },
    doc: {
      operationId: 'getProcedure',
      tag: 'catalogue',
      summary: 'A procedure as in force on a day',
      answer: Procedure,
    },
    handle: async (req) => {
      const { procedures, definition } = await inForce(req)
      return json(showProcedure(procedures, definition))
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/procedures/:key/form',
    action: 'api.catalogue',
    schema: { params: KeyParams, query: closed(OnQuery) },
    doc: {
      operationId: 'getProcedureForm',
      tag: 'catalogue',
      summary: 'The form of a procedure and the JSON Schema of its answers',
      answer: ProcedureForm,
    },
    handle: async (req) => {
      const { definition } = await inForce(req)
      return json({
        procedure: definition.key,
        revision: definition.revision,
        form: definition.form,
        answersSchema: jsonSchemaFor(definition.form),
      })
    },
  }),
]

function showHead(procedures: Procedures, definition: ProcedureDefinition) {
  const { key, revision, validFrom, slug, nationalCode, name, field, summary } = definition
  return {
    key,
    revision,
    validFrom,
    validTo: procedures.lastDay(key, revision),
    slug,
    nationalCode,
    name,
    field,
    summary,
    agencyKind: definition.agencyKind,
  }
}

function showProcedure(procedures: Procedures, definition: ProcedureDefinition) {
  const { who, facts, notices, components, citizenSteps, limit, steps, preview } = definition
  const { name, copies } = definition.result
  return {
    ...showHead(procedures, definition),
    who,
    facts,
    notices,
    components,
    citizenSteps,
    limit,
    steps,
    preview,
    receiveWithinWorkingDays: definition.receiveWithinWorkingDays,
    result: { name, copies },
    legalBasis: definition.legalBasis,
  }
}
