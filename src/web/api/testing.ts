import assert from 'node:assert/strict'
import { Compile } from 'typebox/compile'
import { apiRoutes } from './index.ts'
import { API_BASE, type ApiRoute } from './api-route.ts'
import type { App } from '../app.ts'

export type Asked = {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`. */
  path: string
  token?: string
  key?: string
  body?: unknown
  headers?: Record<string, string>
  /** Sent as they are; `headers` says what they are. */
  payload?: Buffer | string
}

// Answers are plain JSON; a test that reads a member that is not there fails.
export type Answered = {
  status: number
  body: Record<string, unknown>
  bytes: Buffer
  text: string
}

/**
 * Asks the API as a client would, and holds every answer to what the description promises: the
 * declared status and schema, or problem details.
 */
export async function ask(app: App, asked: Asked): Promise<Answered> {
  const { method = 'GET', path, token, key, body, payload } = asked
  const sent = payload ?? (body === undefined ? undefined : JSON.stringify(body))
  const reply = await app.fastify.inject({
    method,
    url: `${API_BASE}${path}`,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...asked.headers,
    },
    ...(sent === undefined ? {} : { payload: sent }),
  })
  const type = String(reply.headers['content-type'])
  const value = /json/.test(type) ? (reply.json() as Record<string, unknown>) : {}
  const route = routeOf(method, path)
  if (reply.statusCode >= 400) assertProblem(reply.statusCode, type, value)
  else if (route !== undefined) assertAnswer(route, reply.statusCode, { type, value })
  return { status: reply.statusCode, body: value, bytes: reply.rawPayload, text: reply.body }
}

function routeOf(method: string, path: string): ApiRoute | undefined {
  const asked = path.split('?', 1)[0]!.split('/')
  return apiRoutes.find((route) => {
    const parts = route.url.slice(API_BASE.length).split('/')
    const fits = (part: string, index: number) => part.startsWith(':') || part === asked[index]
    return route.method === method && parts.length === asked.length && parts.every(fits)
  })
}

function assertProblem(status: number, type: string, value: Record<string, unknown>): void {
  assert.match(type, /^application\/problem\+json/)
  assert.equal(value['status'], status)
  for (const member of ['type', 'title', 'detail', 'code']) assert.ok(value[member], member)
}

function assertAnswer(
  { doc }: ApiRoute,
  status: number,
  { type, value }: { type: string; value: unknown },
): void {
  assert.equal(status, doc.status ?? 200, doc.operationId)
  if ('mediaType' in doc.answer) return
  assert.match(type, /^application\/json/)
  const problems = Compile(doc.answer).Errors(value).slice(0, 5)
  assert.deepEqual(
    problems.map(({ instancePath, message }) => `${doc.operationId}${instancePath} ${message}`),
    [],
  )
}

/** A small JPEG that inspection takes for a photo; another `seed`, other bytes. */
export function photo(seed = 1): Buffer {
  const size = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 64, 0, 64, 1, 1, 0x11, 0])
  const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, seed % 250, 7, 7])
  return Buffer.concat([Buffer.from([0xff, 0xd8]), size, scan, Buffer.from([0xff, 0xd9])])
}

const BOUNDARY = 'motcua-test-boundary'

/** A multi-part body: text parts, then files. */
export function formOf(
  fields: Record<string, string>,
  files: readonly { field: string; name: string; data: Buffer }[],
): { payload: Buffer; headers: Record<string, string> } {
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
  )
  const filed = files.map(({ field, name, data }) =>
    Buffer.concat([
      Buffer.from(
        `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\n` +
          'content-type: application/octet-stream\r\n\r\n',
      ),
      data,
      Buffer.from('\r\n'),
    ]),
  )
  return {
    payload: Buffer.concat([...parts, ...filed, Buffer.from(`--${BOUNDARY}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  }
}
