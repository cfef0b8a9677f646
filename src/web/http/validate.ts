import { Compile } from 'typebox/compile'
import { Value } from 'typebox/value'
import type { TSchema } from 'typebox'
import { Refusal } from '../../platform/refusal.ts'
import type { RouteSchema } from './route.ts'

export type Parts = { params: unknown; query: unknown; body: unknown }

/**
 * Makes the check of a route's schemas. It returns the parts with numbers and booleans of path and
 * query converted, or throws Refusal `request-invalid` with every problem at once: `problems` is a
 * list of `{ at, message }`.
 */
export function validatorOf(schema: RouteSchema | undefined): (parts: Parts) => Parts {
  const params = checkOf(schema?.params, true)
  const query = checkOf(schema?.query, true)
  const body = checkOf(schema?.body, false)
  return (parts) => ({
    params: params(parts.params, 'path'),
    query: query(parts.query, 'query'),
    body: body(parts.body, 'body'),
  })
}

type Check = (value: unknown, part: string) => unknown

function checkOf(schema: TSchema | undefined, convert: boolean): Check {
  if (schema === undefined) return (value) => value
  const compiled = Compile(schema)
  return (value, part) => {
    const converted: unknown = convert ? Value.Convert(schema, value) : value
    if (compiled.Check(converted)) return converted
    const problems = compiled
      .Errors(converted)
      .slice(0, 20)
      .map((error) => ({ at: `${part}${error.instancePath}`, message: error.message }))
    const where = problems.map(({ at, message }) => `${at} ${message}`).join('; ')
    throw new Refusal('request-invalid', { where: where || part, problems })
  }
}
