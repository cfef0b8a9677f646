import type { TSchema } from 'typebox'
import { policyOf } from '../policy.ts'
import { API_BASE, apiTags, type ApiDoc, type ApiRoute } from './api-route.ts'
import { exchangeDescription, signatureScheme } from './openapi-exchange.ts'
import { hoist, problem, problems, type Json, type Kit } from './openapi-kit.ts'

/** OpenAPI 3.1 of these routes, from their schemas and the policy table. */
export function openApiOf(routes: readonly ApiRoute[]): Json {
  const kit: Kit = { schemas: {}, responses: new Set() }
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.url.slice(API_BASE.length).replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(kit, route) }
  }
  const exchange = exchangeDescription(kit)
  const responses = Object.fromEntries([...kit.responses].map((name) => [name, problem(kit, name)]))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Một Cửa',
      version: '1.0.0',
      description:
        'Hanoi’s one-stop public services. Pages and API call the same verbs. Refusals are problem ' +
        'details (RFC 9457) with a stable `code`. Lists are paged: send `next` back as `after`. ' +
        'Fields that are not described are refused.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: API_BASE, description: 'This server.' }],
    tags: Object.entries(apiTags).map(([name, description]) => ({ name, description })),
    paths: { ...paths, ...exchange.paths },
    webhooks: exchange.webhooks,
    components: { schemas: kit.schemas, responses, securitySchemes },
  }
}

const securitySchemes = {
  draftToken: {
    type: 'http',
    scheme: 'bearer',
    description: '`mcs_…`, answered once when a draft is begun; opens that draft and its dossier.',
  },
  staffToken: {
    type: 'http',
    scheme: 'bearer',
    description: '`mct_…`, issued to an officer (`motcua staff token`); carries today’s mandates.',
  },
  messageSignature: signatureScheme,
}

function operationOf(kit: Kit, route: ApiRoute): Json {
  const { doc, schema = {} } = route
  const body = requestBody(kit, route)
  const parameters = [
    ...parametersOf(kit, schema.params, 'path'),
    ...parametersOf(kit, schema.query, 'query'),
    ...(doc.isKeyed ? [idempotencyKey] : []),
  ]
  return {
    operationId: doc.operationId,
    tags: [doc.tag],
    summary: doc.summary,
    ...(doc.description === undefined ? {} : { description: doc.description }),
    security: securityOf(route),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body === undefined ? {} : { requestBody: body }),
    responses: {
      [String(doc.status ?? 200)]: { description: 'Done.', content: contentOf(kit, doc) },
      ...problemsOf(kit, route),
    },
  }
}

function securityOf(route: ApiRoute): Json[] {
  const [grant] = policyOf(route.action).who
  if (grant === undefined || grant.as === 'anyone') return []
  return [grant.as === 'staff' ? { staffToken: [] } : { draftToken: [] }]
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Made by the caller, one an act, best a UUID: the act is done once a key.',
  schema: { type: 'string', minLength: 16, maxLength: 100 },
  example: '5f0c2f0e-8a53-4a8e-9d3c-1b6f4a7d2e90',
}

type ObjectSchema = { properties?: Record<string, Json>; required?: readonly string[] }

function parametersOf(kit: Kit, schema: TSchema | undefined, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = (schema ?? {}) as ObjectSchema // ours are all objects
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...shape } = property
    return {
      name,
      in: place,
      required: required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema: hoist(kit, shape),
    }
  })
}

function requestBody(kit: Kit, { doc, schema }: ApiRoute): Json | undefined {
  const content: Json = {}
  const alternative = doc.form?.isAlternative ? answerPart(doc.form.schema) : undefined
  const plain = schema?.body ?? alternative
  if (plain) {
    const example = doc.bodyExample === undefined ? {} : { example: doc.bodyExample }
    content['application/json'] = { schema: hoist(kit, plain), ...example }
  }
  if (doc.form) content['multipart/form-data'] = { schema: hoist(kit, doc.form.schema) }
  return Object.keys(content).length > 0 ? { required: true, content } : undefined
}

/** Where JSON may come alone, it is the part `answer` of the form. */
function answerPart(schema: TSchema): unknown {
  return (schema as ObjectSchema).properties?.['answer']
}

function contentOf(kit: Kit, { answer, answerExample }: ApiDoc): Json {
  if ('mediaType' in answer) {
    return { [String(answer.mediaType)]: { schema: { type: 'string', format: 'binary' } } }
  }
  const example = answerExample === undefined ? {} : { example: answerExample }
  return { 'application/json': { schema: hoist(kit, answer), ...example } }
}

function problemsOf(kit: Kit, route: ApiRoute): Json {
  const named = problemNames(route)
  for (const name of named) kit.responses.add(name)
  return Object.fromEntries(
    named.map((name) => [String(problems[name][0]), { $ref: `#/components/responses/${name}` }]),
  )
}

function problemNames(route: ApiRoute): (keyof typeof problems)[] {
  const isStaff = policyOf(route.action).who.some(({ as }) => as === 'staff')
  const isAct = route.method !== 'GET'
  return [
    'BadRequest',
    ...(isStaff ? (['SignInNeeded', 'NotYourRole'] as const) : []),
    ...(route.url.includes(':') ? (['NotFound'] as const) : []),
    ...(isAct ? (['Conflict', 'TooLarge', 'TypeUnknown', 'Refused', 'TooMany'] as const) : []),
    'Unexpected',
  ]
}
