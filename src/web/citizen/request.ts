import { Refusal } from '../../platform/refusal.ts'
import type { FormBody, WebRequest } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import type { Lang } from '../words/index.ts'

/** A request of a citizen's page: the body is a form, or empty. */
export type Req = WebRequest<Record<string, string>, Record<string, unknown>, FormBody>

/** First string under a name of the form, without blanks at the ends; '' when absent. */
export function fieldOf(body: FormBody, name: string): string {
  const value = Object.hasOwn(body, name) ? body[name] : undefined
  return ((typeof value === 'string' ? value : value?.[0]) ?? '').trim()
}

/** A parameter of the path; the router has matched it. */
export function paramOf(req: Pick<Req, 'params'>, name: string): string {
  return req.params[name] ?? ''
}

/** A short text of the query; '' when absent. */
export function queryOf(req: Pick<Req, 'query'>, name: string): string {
  const value = req.query[name]
  return typeof value === 'string' ? value.slice(0, 2000) : ''
}

/** Runs a verb; its refusal becomes a value when it is one of these, else it is thrown on. */
export async function refusalOf(
  work: () => Promise<unknown>,
  codes: readonly string[] | 'any' = 'any',
): Promise<Refusal | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (codes !== 'any' && !codes.includes(error.code)) throw error
    return error
  }
}

/** What a refusal says at a field: why, and what to do now. */
export function refusalText(refusal: Refusal, lang: Lang): { title: string; detail: string } {
  const { title, detail } = errorResponse(refusal, lang)
  return { title, detail }
}
