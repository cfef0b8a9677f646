import type { Readable } from 'node:stream'
import type { VNode } from 'preact'
import type { Static, TSchema } from 'typebox'
import type { Ctx } from '../../platform/ctx.ts'
import type { ActionName } from '../policy.ts'
import type { Lang } from '../words/index.ts'
import type { AppDeps } from './deps.ts'
import type { WebSession } from './web-session.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** TypeBox schemas; `query` and `params` are converted from text, `body` never is. */
export type RouteSchema = {
  params?: TSchema
  query?: TSchema
  body?: TSchema
  response?: { [status: number]: TSchema }
  /** For the API description. */
  summary?: string
  description?: string
  tags?: readonly string[]
  operationId?: string
}

/** Multi-part forms: the largest file, how many files, and so the largest body. */
export type MultipartLimits = { sizeBytesMax: number; filesMax?: number }

/** How every page and API call is declared. The action must have a row in `policy.ts`. */
export type Route = {
  method: Method
  /** Vietnamese path with `:names`: `/thu-tuc/:slug`. Under `/can-bo` it is the desk, `/api/` the API. */
  url: string
  action: ActionName
  schema?: RouteSchema
  multipart?: MultipartLimits
  /** Largest body in bytes; 64 KB for forms and 1 MB for JSON unless said otherwise. */
  bodyBytesMax?: number
  /** The handler reads the body itself, as bytes of any type: `req.rawBody`. */
  takesBytes?: true
  /** Also serve it under `/en/…`; `req.lang` says which. */
  english?: boolean
  /** Leads links of shared pages elsewhere: the counter's declaration is the citizen's. */
  href?: (path: string) => string
  handle(req: WebRequest): Promise<WebReply>
}

/** A urlencoded or multi-part form as sent: a name sent twice becomes a list. */
export type FormBody = { readonly [name: string]: string | readonly string[] }

export type WebRequest<P = Record<string, string>, Q = Record<string, unknown>, B = unknown> = {
  /** The actor is filled in. */
  ctx: Ctx
  deps: AppDeps
  method: Method
  /** Path as asked for, without the query: `/en/thu-tuc/dang-ky-khai-sinh`. */
  path: string
  params: P
  query: Q
  /** JSON value, or `FormBody` for forms; `{}` when there is none. */
  body: B
  lang: Lang
  /** Adds `/en` to a path when the page is in English. */
  href(path: string): string
  session: WebSession
  /** Goes into the hidden field `_csrf` of every form; empty when there is no session. */
  csrf: string
  ip: string
  headers: { readonly [name: string]: string | readonly string[] | undefined }
  /** Files of a multi-part form, one after another; fields sent before a file are in `body` by then. */
  files(): AsyncIterable<UploadPart>
  /** The body of a route that `takesBytes`; undefined when it is larger than this. */
  rawBody(sizeBytesMax: number): Promise<Buffer | undefined>
}

export type UploadPart = {
  field: string
  /** As the browser said; never trust it. Empty when no file was chosen. */
  filename: string
  type: string
  stream: Readable
  /** Whole content. Throws Refusal `upload-too-large` above the route's limit. */
  buffer(): Promise<Buffer>
}

export type PageOptions = {
  title: string
  status?: number
  description?: string
  /**
   * `citizen`: header with navigation and full footer; `form`: slim; `desk`: app bar, staff only;
   * `print`: paper style sheet, the content draws everything; `bare`: no header.
   */
  layout?: 'citizen' | 'form' | 'desk' | 'print' | 'bare'
  /** Path of the navigation entry to mark: `/thu-tuc`, `/can-bo/ho-so`. */
  nav?: string
  /** The page shows field problems: the title then begins "Lỗi:". */
  hasProblems?: boolean
  /** Public pages without personal data may be cached this long; personal pages never are. */
  cacheSeconds?: number
  /** Desk: content fills the window height (dossier page). */
  fillsWindow?: boolean
  /** May show documents of this site in a frame. */
  frames?: boolean
  /** Further scripts by name; the page works without them. */
  scripts?: readonly string[]
}

export type WebReply =
  | { kind: 'page'; content: VNode; options: PageOptions }
  | { kind: 'redirect'; to: string; cookie?: PlainCookie }
  | { kind: 'json'; value: unknown; status: number; headers: Readonly<Record<string, string>> }
  | { kind: 'bytes'; data: Uint8Array | Readable; options: BytesOptions }
  /** As it is: its own type, nothing added but the headers of every answer. */
  | { kind: 'exact'; status: number; headers: Readonly<Record<string, string>>; data: Uint8Array }

/** A cookie that is neither secret nor personal, kept for a year. */
export type PlainCookie = { name: string; value: string }

export type BytesOptions = {
  type: string
  filename?: string
  /** Shown in the browser instead of saved. */
  inline?: boolean
  cacheSeconds?: number
  /** May be shown in a frame of this site (papers beside the fields). */
  framed?: boolean
  /** What people uploaded: no scripts, no forms, an origin of its own. */
  sandboxed?: boolean
  headers?: Readonly<Record<string, string>>
}

export function page(content: VNode, options: PageOptions): WebReply {
  return { kind: 'page', content, options }
}

/** 303: after a POST the browser GETs the next page. Only paths of this site. */
export function redirect(to: string, options: { cookie?: PlainCookie } = {}): WebReply {
  if (!/^\/(?![/\\])/.test(to)) throw new Error(`redirect leaves the site: ${to}`)
  // A header takes ASCII alone; what came from an address may hold anything.
  return { kind: 'redirect', to: to.replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent), ...options }
}

export function json(
  value: unknown,
  options: { status?: number; headers?: Readonly<Record<string, string>> } = {},
): WebReply {
  return { kind: 'json', value, status: options.status ?? 200, headers: options.headers ?? {} }
}

export function bytes(data: Uint8Array | Readable, options: BytesOptions): WebReply {
  return { kind: 'bytes', data, options }
}

type Of<S, Fallback> = [S] extends [TSchema] ? (TSchema extends S ? Fallback : Static<S>) : Fallback

/** Gives `handle` the types of its schemas. They are checked before it runs, so this is only a cast. */
export function route<const S extends RouteSchema = RouteSchema>(
  definition: Omit<Route, 'handle' | 'schema'> & {
    schema?: S
    handle(
      req: WebRequest<
        Of<S['params'], Record<string, string>>,
        Of<S['query'], Record<string, unknown>>,
        Of<S['body'], FormBody>
      >,
    ): Promise<WebReply>
  },
): Route {
  return definition as unknown as Route
}
