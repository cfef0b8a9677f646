import { Readable } from 'node:stream'
import fastifyCompress from '@fastify/compress'
import fastifyCookie from '@fastify/cookie'
import fastifyMultipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { uuidv7 } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { accessProblems, type Resolvers } from './http/access.ts'
import { loadAssets, type Assets } from './http/assets.ts'
import type { AppDeps } from './http/deps.ts'
import { parseForm } from './http/form-body.ts'
import { addHealthRoutes } from './http/health.ts'
import { makeServer } from './http/serve.ts'
import { securityHeaders } from './http/security.ts'
import type { Route } from './http/route.ts'
import { relations as ownRelations } from './relations.ts'
import { routes as ownRoutes } from './routes.ts'

const FORM_BYTES_MAX = 64 * 1024
const JSON_BYTES_MAX = 1024 * 1024

export type App = {
  fastify: FastifyInstance
  /** Resolves with the port really used (0 asks for any free one). */
  listen(port: number, host: string): Promise<number>
  /** `/readyz` says no at once; requests in flight are finished. */
  close(): Promise<void>
}

export type AppOptions = { routes?: readonly Route[]; relations?: Resolvers; assets?: Assets }

/** The web server with every route behind the policy table. Throws when a route has no row. */
export async function createApp(deps: AppDeps, options: AppOptions = {}): Promise<App> {
  const routes = options.routes ?? ownRoutes
  const relations = options.relations ?? ownRelations
  const problems = accessProblems(routes, relations)
  if (problems.length > 0) throw new Error(`routes without access rules:\n${problems.join('\n')}`)
  const assets = options.assets ?? loadAssets()
  const serving = makeServer({ deps, assets, relations })
  const server = fastify({
    logger: false,
    // An address that cannot be read (`%ff`) is answered as any other that does not exist.
    frameworkErrors: (error, request, reply) =>
      serving.answerError(error, request, withHeaders(deps, request, reply)),
    trustProxy: deps.trustProxy ?? false,
    bodyLimit: FORM_BYTES_MAX,
    genReqId: () => uuidv7(deps.clock.now()),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
    forceCloseConnections: 'idle',
    // Keep-alive without end would hold a restart.
    keepAliveTimeout: 10_000,
    // Ten megabytes of photos from a phone on a bad line: 17 KB a second is enough.
    requestTimeout: 600_000,
  })
  const state = { isClosing: false }
  await addParsers(server)
  addHeaders(server, deps)
  addAssetRoutes(server, assets)
  addHealthRoutes(server, deps, state)
  for (const route of routes.filter(({ takesBytes }) => !takesBytes))
    serving.add(server, withBodyLimit(route))
  serving.addErrors(server)
  await addByteRoutes(server, serving, routes)
  await server.ready()
  return {
    fastify: server,
    listen: async (port, host) => {
      await server.listen({ port, host })
      const address = server.server.address()
      return typeof address === 'object' && address !== null ? address.port : port
    },
    close: () => {
      state.isClosing = true
      return server.close()
    },
  }
}

/** Routes that read their body themselves, whatever its type. */
async function addByteRoutes(
  server: FastifyInstance,
  serving: ReturnType<typeof makeServer>,
  routes: readonly Route[],
): Promise<void> {
  await server.register(async (own) => {
    own.removeAllContentTypeParsers()
    own.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    for (const route of routes.filter(({ takesBytes }) => takesBytes)) serving.add(own, route)
  })
}

function withBodyLimit(route: Route): Route {
  if (route.bodyBytesMax !== undefined) return route
  return route.url.startsWith('/api/') ? { ...route, bodyBytesMax: JSON_BYTES_MAX } : route
}

/** Forms, JSON and multi-part; any other content type is refused. */
async function addParsers(server: FastifyInstance): Promise<void> {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    (_request, body, done) => {
      try {
        done(null, parseForm(Buffer.from(body)))
      } catch (error) {
        done(error instanceof Error ? error : new Error('form', { cause: error }))
      }
    },
  )
  server.addContentTypeParser(
    /^application\/json\b/,
    { parseAs: 'string' },
    (_request, body, done) => {
      const parsed = parseJson(String(body))
      if (parsed instanceof Refusal) done(parsed)
      else done(null, parsed.value)
    },
  )
  await server.register(fastifyCookie)
  // The handler hears of a large file as a refusal, not as a broken stream.
  await server.register(fastifyMultipart, { throwFileSizeLimit: false })
  await server.register(fastifyCompress, {
    encodings: ['gzip'],
    threshold: 1024,
    zlibOptions: { level: 6 },
    customTypes: /^(text\/|application\/(json|problem\+json)|image\/svg\+xml)/,
  })
}

/** A key that would change what every object is has no place in any body. */
const POISONED = '__proto__'

function parseJson(text: string): { value: unknown } | Refusal {
  if (text.trim() === '') return new Refusal('body-empty')
  let isPoisoned = false
  try {
    const value: unknown = JSON.parse(text, (key, inner: unknown) => {
      isPoisoned ||= key === POISONED
      return inner
    })
    return isPoisoned ? unknownField(POISONED) : { value }
  } catch {
    return new Refusal('body-not-json')
  }
}

function unknownField(name: string): Refusal {
  const problems = [{ at: `body/${name}`, message: 'field-unknown' }]
  return new Refusal('request-invalid', { where: `body/${name}`, problems })
}

function withHeaders(deps: AppDeps, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const headers = securityHeaders(deps.publicUrl.startsWith('https:'))
  return reply.headers(headers).header('x-request-id', request.id)
}

function addHeaders(server: FastifyInstance, deps: AppDeps): void {
  server.addHook('onRequest', async (request, reply) => {
    withHeaders(deps, request, reply)
  })
  // The route's pattern, never the address: addresses carry codes and what people searched for.
  server.addHook('onResponse', async (request, reply) => {
    deps.log.info(
      {
        req: request.id,
        method: request.method,
        route: request.routeOptions.url ?? '(none)',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'served',
    )
  })
}

function addAssetRoutes(server: FastifyInstance, assets: Assets): void {
  server.get<{ Params: { hash: string; '*': string } }>(
    '/assets/:hash/*',
    async (request, reply) => {
      const asset = assets.files.get(request.params['*'])
      if (asset === undefined) throw new Refusal('not-found')
      const isCurrent = request.params.hash === assets.hash
      const zipped =
        asset.gzip !== null && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
      reply
        .header('cache-control', isCurrent ? 'public, max-age=31536000, immutable' : 'no-cache')
        .header('vary', 'accept-encoding')
        .type(asset.type)
      if (zipped) reply.header('content-encoding', 'gzip')
      return reply.send(Readable.from([zipped ? asset.gzip : asset.data]))
    },
  )
}
