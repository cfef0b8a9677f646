import type { Static, TSchema } from 'typebox'
import { Refusal } from '../../platform/refusal.ts'
import {
  route,
  type Method,
  type MultipartLimits,
  type Route,
  type WebReply,
  type WebRequest,
} from '../http/route.ts'
import type { ActionName } from '../policy.ts'

export const API_BASE = '/api/v1'

export const apiTags = {
  catalogue: 'What the city offers, its units and agencies, on any day.',
  drafts: 'Declarations being filled in, opened by the token that began them.',
  dossiers: 'One’s own dossier, with the token of its draft.',
  tracking: 'Status by number, for anybody.',
  desk: 'The officer’s worklist and acts, with a staff token.',
  exchange: 'Messages between agencies, each signed by its party (docs/interlink-api.md).',
  description: 'The API about itself.',
} as const

export type ApiTag = keyof typeof apiTags

/** What the API description says of an operation beside its schemas. */
export type ApiDoc = {
  /** Stable: generated clients name their functions by it. */
  operationId: string
  tag: ApiTag
  summary: string
  description?: string
  /** A JSON schema, or the media type of bytes. */
  answer: TSchema | { mediaType: string }
  /** 200 unless it makes something. */
  status?: 200 | 201
  answerExample?: unknown
  bodyExample?: unknown
  /** The header `Idempotency-Key` is required. */
  isKeyed?: true
  /** Parts of a multi-part body; `binary` names those that are files. */
  form?: { schema: TSchema; isAlternative?: true }
}

export type ApiSchema = { params?: TSchema; query?: TSchema; body?: TSchema }

export type ApiRoute = Route & { doc: ApiDoc; schema?: ApiSchema }

type Of<S, Fallback> = S extends TSchema ? Static<S> : Fallback

/** Names and words of a whole declaration fit many times over; files go in parts of their own. */
const BODY_BYTES_MAX = 256 * 1024

type Nothing = Record<string, never>

/** Declares an API call: its path under `/api/v1`, its row of the policy, its schemas and words. */
export function apiRoute<const S extends ApiSchema = Nothing>(definition: {
  method: Method
  path: string
  action: ActionName
  schema?: S
  multipart?: MultipartLimits
  doc: ApiDoc
  handle(
    req: WebRequest<Of<S['params'], Nothing>, Of<S['query'], Nothing>, Of<S['body'], unknown>>,
  ): Promise<WebReply>
}): ApiRoute {
  const { path, doc, ...rest } = definition
  const made = route({
    ...rest,
    url: `${API_BASE}${path}`,
    bodyBytesMax: BODY_BYTES_MAX,
    handle: (req) => {
      ensureText(req.query)
      ensureText(req.body)
      // `route` gives the same schemas' types; it only cannot follow them through this function.
      return definition.handle(req as unknown as Parameters<typeof definition.handle>[0])
    },
  } as Parameters<typeof route<S>>[0])
  return { ...made, doc }
}

/**
 * Text that the database cannot keep (NUL, half a surrogate pair) is refused wherever it stands.
 * Throws Refusal `body-not-text`.
 */
export function ensureText(value: unknown): void {
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed()) throw new Refusal('body-not-text')
  } else if (Array.isArray(value)) {
    for (const item of value) ensureText(item)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      ensureText(key)
      ensureText(inner)
    }
  }
}

const KEY = /^[\w.:-]{16,100}$/

/**
 * The caller's key of this act: the same key does the act once. Keys of the API are kept apart from
 * those of pages and jobs. Throws Refusal `idempotency-key-needed` when it is missing, shorter than
 * 16 characters or longer than 100.
 */
export function requestKeyOf(req: Pick<WebRequest, 'headers'>): string {
  const key = req.headers['idempotency-key']
  if (typeof key !== 'string' || !KEY.test(key)) throw new Refusal('idempotency-key-needed')
  return `api:${key}`
}
