import type { FastifyReply } from 'fastify'
import { render } from 'preact-render-to-string'
import { Document } from '../ui/document.tsx'
import { ErrorPage } from '../ui/error-page.tsx'
import { problemDetails, type ErrorResponse } from '../to-response.ts'
import { words, type Lang } from '../words/index.ts'
import type { Assets } from './assets.ts'
import type { Kept } from './kept.ts'
import {
  page,
  type BytesOptions,
  type PageOptions,
  type PlainCookie,
  type WebReply,
} from './route.ts'
import { contentSecurityPolicy } from './security.ts'
import type { Agency } from '../../modules/agencies/index.ts'
import type { WebSession } from './web-session.ts'

/** What the frame around a page needs to know of the request. */
export type Frame = {
  assets: Assets
  demo: boolean
  lang: Lang
  /** Path without `/en`, and the query: for the link to the other language. */
  path: string
  english: boolean
  session: WebSession | null
  csrf: string
  /** Where the officer works; undefined for everybody else. */
  agency: Agency | undefined
  saveData: boolean
  publicUrl: string
  isApi: boolean
  /** An address of the officers' desk, signed in or not. */
  isDesk: boolean
}

export function sendReply(reply: FastifyReply, answer: WebReply, frame: Frame): FastifyReply {
  switch (answer.kind) {
    case 'page':
      return sendPage(reply, answer.content, answer.options, frame)
    case 'redirect':
      if (answer.cookie) setPlainCookie(reply, answer.cookie, frame)
      return reply
        .code(303)
        .header('cache-control', 'no-store')
        .header('location', answer.to)
        .send()
    case 'json':
      return reply
        .code(answer.status)
        .header('cache-control', 'no-store')
        .headers(answer.headers)
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(answer.value))
    case 'bytes':
      return sendBytes(reply, answer)
    case 'exact':
      return reply
        .code(answer.status)
        .header('cache-control', 'no-store')
        .headers(answer.headers)
        .send(Buffer.from(answer.data))
  }
}

const YEAR_SECONDS = 365 * 24 * 3600

function setPlainCookie(reply: FastifyReply, { name, value }: PlainCookie, frame: Frame): void {
  reply.setCookie(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    maxAge: YEAR_SECONDS,
    secure: frame.publicUrl.startsWith('https:'),
  })
}

function sendPage(
  reply: FastifyReply,
  content: Extract<WebReply, { kind: 'page' }>['content'],
  options: PageOptions,
  frame: Frame,
): FastifyReply {
  const html = render(Document({ content, options, frame }))
  return reply
    .code(options.status ?? (options.hasProblems ? 422 : 200))
    .header('content-security-policy', contentSecurityPolicy({ frames: options.frames }))
    .header('cache-control', cacheControl(options.cacheSeconds, frame.session))
    .header('vary', 'cookie, save-data')
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>${html}`)
}

function cacheControl(seconds: number | undefined, session: WebSession | null): string {
  const isPersonal = session !== null && session.kind !== 'none'
  return seconds === undefined || isPersonal ? 'no-store' : `public, max-age=${seconds}`
}

function sendBytes(
  reply: FastifyReply,
  { data, options }: { data: Extract<WebReply, { kind: 'bytes' }>['data']; options: BytesOptions },
): FastifyReply {
  const cache =
    options.cacheSeconds === undefined ? 'no-store' : `public, max-age=${options.cacheSeconds}`
  return reply
    .headers(options.headers ?? {})
    .header('content-security-policy', contentSecurityPolicy(options))
    .header('cache-control', cache)
    .header('content-disposition', disposition(options))
    .type(options.type)
    .send(
      data instanceof Uint8Array
        ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
        : data,
    )
}

/** RFC 6266: an ASCII name for old programs, the real one for the others. */
function disposition({ inline, filename }: BytesOptions): string {
  const kind = inline ? 'inline' : 'attachment'
  if (filename === undefined) return kind
  const plain = filename.normalize('NFD').replaceAll(/[^\w.-]+/g, '-')
  const whole = encodeURIComponent(filename.toWellFormed()).replaceAll(/['()*]/g, percent)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${whole}`
}

/** RFC 8187 takes fewer characters as they are than an address does. */
function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

/** A refusal or a fault: problem+json for the API, a page for people. */
export function sendError(
  reply: FastifyReply,
  response: ErrorResponse,
  { frame, requestId, kept }: { frame: Frame; requestId: string; kept: Kept | undefined },
): FastifyReply {
  if (frame.isApi) {
    return reply
      .code(response.status)
      .header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemDetails(response, frame.publicUrl)))
  }
  const isStaff = frame.isDesk
  const { lang, csrf } = frame
  const content = ErrorPage({ response, lang, requestId, isStaff, kept, csrf })
  const answer = page(content, {
    title: response.title,
    status: response.status,
    layout: isStaff ? 'desk' : 'citizen',
  })
  reply.header('content-language', words(frame.lang) === words('vi') ? 'vi' : 'en')
  return sendReply(reply, answer, frame)
}
