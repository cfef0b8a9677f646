import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, test } from 'node:test'
import { Refusal } from '../../platform/refusal.ts'
import { testDatabase } from '../../testing/db.ts'
import { errorResponse } from '../to-response.ts'
import { beginDraft, DRAFT, openTestApp } from './testing.tsx'

const { app, close } = await openTestApp(await testDatabase())
const port = await app.listen(0, '127.0.0.1')
after(close)
const { cookie, csrf } = await beginDraft(app)

const BOUNDARY = 'bien-gioi'
const field = (name: string, value: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const fileHead = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="paper"; filename="a.jpg"\r\n\r\n`
const token = field('_csrf', csrf)
const end = `--${BOUNDARY}--\r\n`

const send = (payload: string, more: Record<string, string> = {}) =>
  app.fastify.inject({
    method: 'POST',
    url: `/tai-len/${DRAFT}`,
    headers: { cookie, 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, ...more },
    payload,
  })

test('a body that breaks off, or is no multi-part one at all, is refused in words', async () => {
  const bodies = [`${token}${fileHead}aaaa`, `${token}${fileHead}`, token.slice(0, -10), 'xxxx']
  for (const body of bodies) {
    const reply = await send(body)
    assert.equal(reply.statusCode, 400, body)
    assert.ok(reply.body.includes(errorResponse(new Refusal('upload-broken'), 'vi').title))
  }
  const without = await send('xxxx', { 'content-type': 'multipart/form-data' })
  assert.equal(without.statusCode, 400)
})

test('many parts and long fields are refused whole, never cut short', async () => {
  const parts = token + field('a', 'x').repeat(1000) + end
  assert.equal((await send(parts)).statusCode, 413)
  assert.equal((await send(token + field('a', 'x'.repeat(70_000)) + end)).statusCode, 413)
  const files = token + `${fileHead}a\r\n`.repeat(3) + end
  assert.equal((await send(files)).statusCode, 413)
})

test('a body that says it is too large is refused before it is read', async () => {
  const reply = await send(token, { 'content-length': String(300 * 1024 * 1024) })
  assert.equal(reply.statusCode, 413)
})

test('a body that never ends is cut off', async () => {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.write(
    `POST /tai-len/${DRAFT} HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\n` +
      `Content-Type: multipart/form-data; boundary=${BOUNDARY}\r\n` +
      'Transfer-Encoding: chunked\r\n\r\n',
  )
  const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`
  socket.write(chunk(token + fileHead))
  const more = chunk('a'.repeat(65_536))
  const flood = () => {
    while (!socket.destroyed && socket.write(more));
  }
  socket.on('drain', flood)
  flood()
  await closed
  assert.equal((await app.fastify.inject({ url: '/healthz' })).statusCode, 200)
})
