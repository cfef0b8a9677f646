import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDatabase } from '../testing/db.ts'
import { createApp } from './app.ts'
import { beginDraft, callsSoFar, DRAFT, openTestApp, routes } from './http/testing.tsx'

const { app, deps, close } = await openTestApp(await testDatabase())
after(close)

test('a page is escaped, framed and sent under a policy without unsafe-inline', async () => {
  const reply = await app.fastify.inject({ url: '/' })
  assert.equal(reply.statusCode, 200)
  assert.match(reply.body, /^<!doctype html><html lang="vi">/)
  assert.match(reply.body, /trang vi &lt;b>/)
  const policy = String(reply.headers['content-security-policy'])
  assert.match(policy, /default-src 'none'/)
  assert.doesNotMatch(policy, /unsafe/)
  assert.equal(reply.headers['x-content-type-options'], 'nosniff')
  assert.equal(reply.headers['cache-control'], 'public, max-age=60')
  assert.doesNotMatch(reply.body, / style=| on\w+=/)
})

test('a page has its English twin, and each links to the other', async () => {
  const english = await app.fastify.inject({ url: '/en' })
  assert.match(english.body, /<html lang="en">/)
  assert.match(english.body, /href="\/" lang="vi" hreflang="vi"/)
  const vietnamese = await app.fastify.inject({ url: '/' })
  assert.match(vietnamese.body, /href="\/en" lang="en" hreflang="en"/)
})

test('with Save-Data the fonts are left out', async () => {
  const reply = await app.fastify.inject({ url: '/', headers: { 'save-data': 'on' } })
  assert.match(reply.body, /mc-plain\.css/)
})

test('assets never change under their hash and are gone under another name', async () => {
  const html = (await app.fastify.inject({ url: '/' })).body
  const href = /href="(\/assets\/[^"]+\.css)"/.exec(html)![1]!
  const sheet = await app.fastify.inject({ url: href, headers: { 'accept-encoding': 'gzip' } })
  assert.match(String(sheet.headers['cache-control']), /immutable/)
  assert.equal(sheet.headers['content-encoding'], 'gzip')
  const old = await app.fastify.inject({ url: '/assets/000000000000/mc.css' })
  assert.equal(old.headers['cache-control'], 'no-cache')
  assert.equal((await app.fastify.inject({ url: '/assets/x/../../package.json' })).statusCode, 404)
})

test('readiness tells the truth', async () => {
  assert.equal((await app.fastify.inject({ url: '/readyz' })).statusCode, 200)
  assert.equal((await app.fastify.inject({ url: '/healthz' })).statusCode, 200)
})

test('malformed bodies get a clear refusal and nothing is done', async () => {
  const { cookie } = await beginDraft(app)
  const before = callsSoFar()
  const send = (payload: string | Buffer, type: string) =>
    app.fastify.inject({
      method: 'POST',
      url: `/ban-nhap/${DRAFT}`,
      headers: { cookie, 'content-type': type },
      payload,
    })
  const formMime = 'application/x-www-form-urlencoded'
  assert.equal((await send(Buffer.alloc(10_000_000, 97), formMime)).statusCode, 413)
  assert.equal((await send(Buffer.from([0, 1, 2, 255, 254]), formMime)).statusCode, 400)
  assert.equal((await send('a=%00', formMime)).statusCode, 400)
  assert.equal((await send('a=%E1%BA', formMime)).statusCode, 400)
  assert.equal((await send('x', 'application/octet-stream')).statusCode, 415)
  assert.equal((await send('<a/>', 'text/xml')).statusCode, 415)
  assert.equal(callsSoFar(), before)
})

test('API bodies are checked: empty, not JSON, wrong type, unknown field', async () => {
  const send = (payload: string) =>
    app.fastify.inject({
      method: 'POST',
      url: '/api/v1/so',
      headers: { 'content-type': 'application/json' },
      payload,
    })
  const codes = []
  for (const payload of ['', '{', '{"n":"1"}', '{"n":1,"m":2}'])
    codes.push((await send(payload)).json().code)
  assert.deepEqual(codes, ['body-empty', 'body-not-json', 'request-invalid', 'request-invalid'])
  const unknown = await send('{"n":1,"m":2}')
  assert.equal(unknown.headers['content-type'], 'application/problem+json; charset=utf-8')
  assert.equal(unknown.json().status, 400)
  assert.deepEqual((await send('{"n":21}')).json(), { double: 42 })
})

test('files of a form come one by one, after its token', async () => {
  const { cookie, csrf } = await beginDraft(app)
  const body = (token: string, size: number) => {
    const data = new FormData()
    data.append('_csrf', token)
    data.append('note', 'hai tờ')
    data.append('paper', new Blob([Buffer.alloc(size)], { type: 'image/png' }), 'giấy.png')
    return new Response(data)
  }
  const send = async (token: string, size: number) => {
    const made = body(token, size)
    return app.fastify.inject({
      method: 'POST',
      url: `/tai-len/${DRAFT}`,
      headers: { cookie, 'content-type': made.headers.get('content-type')! },
      payload: Buffer.from(await made.arrayBuffer()),
    })
  }
  const good = await send(csrf, 900)
  assert.deepEqual(good.json(), { got: [['paper', 'giấy.png', 900]], body: { note: 'hai tờ' } })
  assert.equal((await send('nothing', 900)).statusCode, 403)
  assert.equal((await send(csrf, 1001)).statusCode, 413)
})

test('a fault shows an incident code and nothing of its cause', async () => {
  const reply = await app.fastify.inject({ url: '/hong' })
  assert.equal(reply.statusCode, 500)
  assert.doesNotMatch(reply.body, /secret inside/)
  assert.match(reply.body, new RegExp(String(reply.headers['x-request-id'])))
})

test('a refusal says what happened and what to do, in its own status', async () => {
  const reply = await app.fastify.inject({ url: '/het-luot' })
  assert.equal(reply.statusCode, 429)
  assert.match(reply.body, /chờ 15 phút/)
})

test('a route whose action has no row does not start', async () => {
  const bad = { ...routes[1]!, action: 'no.such' as 'public.read' }
  await assert.rejects(createApp(deps, { routes: [bad] }), /no row in policy\.ts/)
})
