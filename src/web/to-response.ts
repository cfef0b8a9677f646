import { Refusal } from '../platform/refusal.ts'
import type { Lang } from './words/index.ts'
import { refusals, type RefusalWords } from './words/refusals.ts'

/** The one place that knows both refusals and HTTP. */
export type ErrorResponse = {
  status: number
  code: string
  title: string
  detail: string
  /** More members for problem+json: field problems and the like. */
  data: Readonly<Record<string, unknown>>
}

/** Fastify's own complaints, as refusals. */
const frameworkCodes: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'body-not-text',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'body-type-unknown',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body-empty',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body-not-json',
  FST_ERR_BAD_URL: 'not-found',
  FST_REQ_FILE_TOO_LARGE: 'upload-too-large',
  FST_FILES_LIMIT: 'too-many-files',
  FST_PARTS_LIMIT: 'too-many-files',
  FST_FIELDS_LIMIT: 'body-too-large',
  FST_PROTO_VIOLATION: 'body-not-text',
  FST_INVALID_JSON_FIELD_ERROR: 'body-not-text',
  FST_MP_PREMATURE_CLOSE: 'upload-broken',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'body-type-unknown',
}

/** What to say about anything thrown; unknown errors are our bugs: 500 `unexpected`. */
export function errorResponse(error: unknown, lang: Lang): ErrorResponse {
  const refusal = asRefusal(error)
  const words = wordsOf(refusal)
  const sentence = words[lang]
  return {
    status: words.status,
    code: words === refusals['unexpected'] ? 'unexpected' : refusal.code,
    title: fill(sentence.title, refusal.data),
    detail: fill(sentence.detail, refusal.data),
    data: refusal.data,
  }
}

export function isUnexpected(response: ErrorResponse): boolean {
  return response.status >= 500
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
  const known = frameworkCodes[String(code)]
  if (known !== undefined) return new Refusal(known)
  return new Refusal('unexpected')
}

function wordsOf(refusal: Refusal): RefusalWords {
  const words = Object.hasOwn(refusals, refusal.code) ? refusals[refusal.code] : undefined
  return words ?? refusals['unexpected']!
}

function fill(sentence: string, data: Readonly<Record<string, unknown>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => String(data[name] ?? ''))
}

/** RFC 9457 problem details. */
export function problemDetails(
  response: ErrorResponse,
  publicUrl: string,
): Record<string, unknown> {
  const { problems, ...rest } = response.data
  return {
    type: `${publicUrl}/api/v1/problems#${response.code}`,
    title: response.title,
    status: response.status,
    detail: response.detail,
    code: response.code,
    ...(problems === undefined ? {} : { problems }),
    ...(Object.keys(rest).length === 0 ? {} : { data: rest }),
  }
}

/** What a program of another agency reads of a refusal: the sentences are Vietnamese. */
export function problemOf(publicUrl: string) {
  return (refusal: Refusal): { status: number } & Record<string, unknown> => {
    const response = errorResponse(refusal, 'vi')
    return { ...problemDetails(response, publicUrl), status: response.status }
  }
}
