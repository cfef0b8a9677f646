import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sessionLimitsOf } from '../../modules/accounts/index.ts'
import { loadCity, type Agency } from '../../modules/agencies/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { SessionLimits } from '../../platform/sessions.ts'
import { policyOf } from '../policy.ts'
import { errorResponse, isUnexpected } from '../to-response.ts'
import type { Lang } from '../words/index.ts'
import { decide, type Resolvers, type Verdict } from './access.ts'
import type { Assets } from './assets.ts'
import type { AppDeps } from './deps.ts'
import { keptKeys, keptOf, keptToken } from './kept.ts'
import { readMultipart } from './multipart.ts'
import { openSession, zoneOf, type OpenSession, type Zone } from './open-session.ts'
import { redirect, type Route, type UploadPart, type WebReply, type WebRequest } from './route.ts'
import { csrfFor, ensureCsrf, ensureSameOrigin } from './security.ts'
import { sendError, sendReply, type Frame } from './send.ts'
import { validatorOf } from './validate.ts'

type Parts = { deps: AppDeps; assets: Assets; relations: Resolvers }
type Kit = Parts & { limits(): Promise<SessionLimits> }

type Serving = {
  add(server: FastifyInstance, route: Route): void
  addErrors(server: FastifyInstance): void
  answerError: AnswerError
}

/** Which language an officer reads; no secret, no person. */
export const DESK_LANG_COOKIE = 'mc-ngon-ngu'

type AnswerError = (error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply

/** Turns declared routes into Fastify ones: session, origin, token, policy, checks, handler, reply. */
export function makeServer(parts: Parts): Serving {
  const kit = { ...parts, limits: keptLimits(parts.deps) }
  const answerError = errorAnswerOf(kit)
  return {
    answerError,
    add: (server, route) => {
      addOne(server, kit, { route, lang: 'vi', url: route.url })
      if (route.english === true) {
        const url = route.url === '/' ? '/en' : `/en${route.url}`
        addOne(server, kit, { route, lang: 'en', url })
      }
    },
    addErrors: (server) => {
      server.setErrorHandler(answerError)
      server.setNotFoundHandler((request, reply) =>
        answerError(new Refusal('not-found'), request, reply),
      )
    },
  }
}

const LIMITS_KEPT_MS = 60_000

/** Limits change rarely: read again after a minute. */
function keptLimits({ db, clock }: AppDeps): () => Promise<SessionLimits> {
  let kept: { limits: SessionLimits; until: number } | undefined
  return async () => {
    const now = clock.now().getTime()
    if (kept === undefined || kept.until < now || kept.until > now + LIMITS_KEPT_MS)
      kept = { limits: await sessionLimitsOf(db), until: now + LIMITS_KEPT_MS }
    return kept.limits
  }
}

type Served = { route: Route; lang: Lang; url: string }

/** Citizens choose by address (`/en/…`), officers once for all (docs/decisions/0006). */
function langOf(served: Served, request: FastifyRequest): Lang {
  if (zoneOf(served.route.url) !== 'staff') return served.lang
  return request.cookies[DESK_LANG_COOKIE] === 'en' ? 'en' : 'vi'
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set as soon as the session is known, so that error pages show the right frame. */
    mcFrame?: Frame
    /** Fields of the form as far as they were read, so that a refusal can give them back. */
    mcSent?: unknown
  }
}

function addOne(server: FastifyInstance, kit: Kit, served: Served): void {
  const validate = validatorOf(served.route.schema)
  // Of parsed bodies; a multi-part one is read as it comes, within its own limits.
  const { bodyBytesMax: bodyLimit } = served.route
  server.route({
    method: served.route.method,
    url: served.url,
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    // A digest covers the bytes as they are sent.
    ...(served.route.takesBytes ? ({ compress: false, decompress: false } as const) : {}),
    handler: async (request, reply) => {
      const lang = langOf(served, request)
      const open = await openFor(kit, served, { request, reply })
      request.mcFrame = {
        ...frameOf(kit, request, open),
        lang,
        english: served.route.english === true,
        agency: await agencyOf(kit.deps, open),
      }
      const answer = await answerOf(kit, { served: { ...served, lang }, request, open, validate })
      return sendReply(reply, answer, request.mcFrame)
    },
  })
}

async function openFor(
  kit: Kit,
  served: Served,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<OpenSession & { zone: Zone }> {
  const { deps } = kit
  const zone = zoneOf(served.route.url)
  const limits = await kit.limits()
  const https = deps.publicUrl.startsWith('https:')
  return { zone, ...(await openSession({ deps, limits, zone, https, request, reply })) }
}

/** For the app bar. */
async function agencyOf(deps: AppDeps, open: OpenSession): Promise<Agency | undefined> {
  const { staff } = open.session
  return staff === null ? undefined : (await loadCity(deps.db)).agency(staff.agencyId)
}

type Answering = {
  served: Served
  request: FastifyRequest
  open: OpenSession & { zone: Zone }
  validate: ReturnType<typeof validatorOf>
}

async function answerOf(kit: Kit, answering: Answering): Promise<WebReply> {
  const { served, request, open, validate } = answering
  const { route } = served
  const isUnsafe = route.method !== 'GET' && open.zone !== 'api'
  if (isUnsafe) ensureSameOrigin(request.headers, kit.deps.publicUrl)
  const ctx = { db: kit.deps.db, clock: kit.deps.clock, log: kit.deps.log, actor: open.actor }
  const params = request.params as Record<string, string>
  // The database takes no NUL: nothing can have such a name.
  if (Object.values(params).some((part) => part.includes('\0'))) throw new Refusal('not-found')
  const verdict = await decide(policyOf(route.action), open.actor, async (relation) => {
    const resolver = kit.relations[relation]
    return resolver === undefined ? false : resolver(ctx, params)
  })
  const elsewhere = answerVerdict(verdict, { route, zone: open.zone, url: request.url })
  if (elsewhere !== undefined) return elsewhere
  const sent = await readBody(route, request)
  request.mcSent = sent.body
  if (isUnsafe && open.formKey !== null) {
    ensureCsrf([open.formKey, ...keptKeys(request, kit.deps.publicUrl)], sent.body['_csrf'])
  }
  if (!Array.isArray(sent.body)) delete sent.body['_csrf']
  const parts = validate({ params, query: request.query, body: sent.body })
  return route.handle(webRequestOf(kit, answering, { ctx, parts, files: sent.files }))
}

/** `undefined`: go on. Pages lead to sign-in and back; everything else is a refusal. */
function answerVerdict(
  verdict: Verdict,
  asked: { route: Route; zone: Zone; url: string },
): WebReply | undefined {
  if (verdict === 'allowed') return undefined
  if (verdict === 'hidden') throw new Refusal('not-found')
  if (verdict === 'forbidden') throw new Refusal('not-your-role')
  if (asked.zone === 'api' || asked.route.method !== 'GET') throw new Refusal('sign-in-needed')
  const door = asked.zone === 'staff' ? '/can-bo/dang-nhap' : '/dang-nhap'
  return redirect(`${door}?ve=${encodeURIComponent(asked.url)}`)
}

type Sent = { body: Record<string, unknown>; files(): AsyncIterable<UploadPart> }

/** Reads on past the limit, so that the sender hears the answer, but not for ever. */
const READ_ON = 8

async function readRaw(request: FastifyRequest, sizeBytesMax: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  // The parser of routes that take bytes hands the stream on.
  for await (const chunk of (request.body ?? []) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= sizeBytesMax) chunks.push(chunk)
    if (size > sizeBytesMax * READ_ON) break
  }
  return size > sizeBytesMax ? undefined : Buffer.concat(chunks)
}

async function readBody(route: Route, request: FastifyRequest): Promise<Sent> {
  if (route.takesBytes) return { body: {}, files: noFiles }
  if (route.multipart !== undefined && route.method !== 'GET') {
    // A form without files may also come urlencoded.
    if (request.isMultipart()) {
      const { fields, files } = await readMultipart(request, route.multipart)
      return { body: fields as Record<string, unknown>, files }
    }
  } else if (request.isMultipart()) throw new Refusal('body-type-unknown')
  return { body: (request.body ?? {}) as Record<string, unknown>, files: noFiles }
}

async function* noFiles(): AsyncIterable<UploadPart> {}

function webRequestOf(
  kit: Kit,
  { served, request, open }: Answering,
  made: {
    ctx: WebRequest['ctx']
    parts: { params: unknown; query: unknown; body: unknown }
    files(): AsyncIterable<UploadPart>
  },
): WebRequest {
  const { lang, route } = served
  return {
    ctx: made.ctx,
    deps: kit.deps,
    method: route.method,
    path: request.url.split('?', 1)[0] ?? '/',
    params: made.parts.params as Record<string, string>,
    query: made.parts.query as Record<string, unknown>,
    body: made.parts.body,
    lang,
    // The desk's language is the officer's, kept in a cookie: its addresses are the same.
    href:
      route.href ??
      ((path) =>
        lang === 'en' && open.zone !== 'staff' ? `/en${path === '/' ? '' : path}` : path),
    session: open.session,
    csrf: request.mcFrame?.csrf ?? '',
    ip: request.ip,
    headers: request.headers,
    files: made.files,
    rawBody: async (sizeBytesMax) => readRaw(request, sizeBytesMax),
  }
}

function frameOf(kit: Kit, request: FastifyRequest, open: OpenSession | null): Frame {
  const { deps, assets } = kit
  const isEnglish = /^\/en(?:[/?]|$)/.test(request.url)
  const zone = zoneOf(request.url.split('?', 1)[0] ?? '/')
  const isEnglishDesk = zone === 'staff' && request.cookies?.[DESK_LANG_COOKIE] === 'en'
  return {
    assets,
    demo: deps.demo,
    lang: isEnglish || isEnglishDesk ? 'en' : 'vi',
    path: isEnglish ? request.url.slice(3).replace(/^(?!\/)/, '/') : request.url,
    english: false,
    session: open?.session ?? null,
    csrf: open?.formKey ? csrfFor(open.formKey) : '',
    agency: undefined,
    saveData: request.headers['save-data'] === 'on',
    publicUrl: deps.publicUrl,
    isApi: zone === 'api',
    isDesk: zone === 'staff',
  }
}

function errorAnswerOf(kit: Kit): AnswerError {
  return (error, request, reply) => {
    const frame = request.mcFrame ?? frameOf(kit, request, null)
    const response = errorResponse(error, frame.lang)
    // Somebody who went away in the middle of sending is no fault of ours.
    if (isUnexpected(response) && !request.raw.readableAborted)
      kit.deps.log.error(faultOf(error, request.id), 'unexpected')
    const kept = keptOf(request, response, kit.deps.publicUrl)
    const isSignedOut = kept !== undefined && frame.csrf === ''
    const csrf = isSignedOut ? keptToken({ request, reply }, kept, kit.deps.publicUrl) : frame.csrf
    return sendError(reply, response, { frame: { ...frame, csrf }, requestId: request.id, kept })
  }
}

/** What the log may know: where it broke, not what people typed (databases and parsers quote it). */
function faultOf(error: unknown, requestId: string): Record<string, unknown> {
  if (!(error instanceof Error)) return { req: requestId, type: typeof error }
  const isQuoting = 'severity' in error || error instanceof SyntaxError
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    req: requestId,
    type: error.name,
    ...('code' in error ? { reason: error.code } : {}),
    ...('constraint' in error ? { constraint: error.constraint } : {}),
    ...(isQuoting ? {} : { message: error.message.slice(0, 300) }),
    at: frames.slice(0, 12),
  }
}
