import type { FastifyReply, FastifyRequest } from 'fastify'
import { secretToken } from '../../platform/ids.ts'
import type { ErrorResponse } from '../to-response.ts'
import { csrfFor, sentFrom } from './security.ts'

/** A form that was refused for something else than what it says: it can be sent once more. */
export type Kept = {
  /** Where the form went, with its query. */
  action: string
  /** Everything it held, in order, without its token and passwords. */
  fields: readonly (readonly [name: string, value: string])[]
}

/** The session ended or changed, the address must wait, or the fault is ours. */
const NOT_ABOUT_CONTENT = [
  'form-stale',
  'sign-in-needed',
  'not-found',
  'drafts-throttled',
  'unexpected',
]

const NEVER = ['_csrf', 'password', 'code']

/**
 * What was typed into such a form, to be shown and sent again; undefined when there is nothing.
 * Only for a form that the browser says came from a page of ours: nobody else's form is ever put
 * before a person with a fresh token.
 */
export function keptOf(
  request: FastifyRequest,
  { code }: Pick<ErrorResponse, 'code'>,
  publicOrigin: string,
): Kept | undefined {
  if (request.method !== 'POST' || request.mcFrame === undefined || request.mcFrame.isApi) return
  if (!NOT_ABOUT_CONTENT.includes(code)) return
  if (sentFrom(request.headers, publicOrigin) !== 'here') return
  const sent = request.mcSent ?? request.body
  if (typeof sent !== 'object' || sent === null) return
  const fields = Object.entries(sent).flatMap(([name, value]) =>
    NEVER.includes(name)
      ? []
      : [value].flat().flatMap((one) => (typeof one === 'string' ? [[name, one] as const] : [])),
  )
  return fields.some(([, value]) => value !== '') ? { action: request.url, fields } : undefined
}

/** A kept form is sent again within this time. */
const KEPT_SECONDS = 3600

function cookieOf(publicOrigin: string): string {
  return publicOrigin.startsWith('https:') ? '__Host-mc-giu' : 'mc-giu'
}

/**
 * The token of a form that is given back to a browser without a session: made from a secret that
 * this browser alone then has, so that it still holds once somebody has signed in.
 */
export function keptToken(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { action }: Kept,
  publicOrigin: string,
): string {
  const name = cookieOf(publicOrigin)
  const secret = request.cookies[name] ?? secretToken()
  reply.setCookie(name, secret, {
    path: '/',
    httpOnly: true,
    secure: publicOrigin.startsWith('https:'),
    sameSite: 'strict',
    maxAge: KEPT_SECONDS,
  })
  return csrfFor(keyOf(secret, action))
}

/** What the token of a kept form may have been made from: none for a form from elsewhere. */
export function keptKeys(request: FastifyRequest, publicOrigin: string): readonly string[] {
  const secret = request.cookies[cookieOf(publicOrigin)]
  const isOurs = sentFrom(request.headers, publicOrigin) === 'here'
  return secret !== undefined && isOurs ? [keyOf(secret, request.url)] : []
}

/** Good for one address only. */
function keyOf(secret: string, action: string): string {
  return `kept:${secret}:${action}`
}
