import { API_BASE } from './api-route.ts'
import { ProblemDetails } from './schemas.ts'

export type Json = Record<string, unknown>

/** What the parts of a description put together: schemas by name, answers that are used. */
export type Kit = { schemas: Record<string, unknown>; responses: Set<keyof typeof problems> }

/** Schemas with an `$id` stand once under `components`; everything else where it is used. */
export function hoist(kit: Kit, schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map((part: unknown) => hoist(kit, part))
  if (typeof schema !== 'object' || schema === null) return schema
  const { $id, ...rest } = schema as Json // any JSON value that is no list
  const inner = () =>
    Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, hoist(kit, part)]))
  if (typeof $id !== 'string') return inner()
  // Set before its parts are walked, so that a schema may stand within itself.
  if (!Object.hasOwn(kit.schemas, $id)) {
    kit.schemas[$id] = {}
    kit.schemas[$id] = inner()
  }
  return { $ref: `#/components/schemas/${$id}` }
}

export const problems = {
  BadRequest: [400, 'Not as described, or not readable.', 'request-invalid'],
  SignInNeeded: [401, 'No token, or one that is no longer good.', 'sign-in-needed'],
  NotYourRole: [403, 'The officer’s role does not do this.', 'not-your-role'],
  NotFound: [404, 'It does not exist, or is not the caller’s: both look alike.', 'not-found'],
  Conflict: [409, 'Its state, or what was done before, says no.', 'dossier-changed'],
  TooLarge: [413, 'More bytes than allowed.', 'body-too-large'],
  TypeUnknown: [415, 'Neither JSON nor what the operation describes.', 'body-type-unknown'],
  Refused: [422, 'The law or the content says no.', 'declaration-incomplete'],
  TooMany: [429, 'Wait, then try again.', 'code-too-many-sent'],
  Unexpected: [500, 'A fault of ours; what was saved is kept.', 'unexpected'],
} as const

export function problem(kit: Kit, name: keyof typeof problems): Json {
  const [status, description, code] = problems[name]
  const example = { type: `${API_BASE}/problems#${code}`, status, code, title: '…', detail: '…' }
  return {
    description,
    content: { 'application/problem+json': { schema: hoist(kit, ProblemDetails), example } },
  }
}
