import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openDesk } from '../../tests/journeys/desk-client.ts'
import { fileBirth } from '../../tests/journeys/desk-world.ts'
import { openWorld, type World } from '../../tests/journeys/world.ts'
import { beginSession, addSessionDraft } from '../platform/sessions.ts'
import { bytes, redirect } from './http/route.ts'
import { sendReply, type Frame } from './http/send.ts'

let world: World
let own: { cookie: string; dossierId: string; fileId: string }
before(async () => {
  world = await openWorld()
  const { dossier } = await fileBirth(world)
  const now = world.clock.now()
  const { id, secret } = await beginSession(world.deps.db, now, { kind: 'citizen' })
  await addSessionDraft(world.deps.db, now, { sessionId: id, draftId: dossier.id })
  const found = await world.deps.db.query<{ id: string }>('select id::text from dossier_file')
  own = { cookie: `mc=${secret}`, dossierId: dossier.id, fileId: found.rows[0]!.id }
})
after(() => world.close())

const get = (url: string, headers: Record<string, string> = {}) =>
  world.app.fastify.inject({ url, headers })

const anybody = [
  ['/', 200],
  ['/en', 200],
  ['/thu-tuc/dang-ky-khai-sinh/to-khai.pdf', 200],
  ['/thu-tuc/dang-ky-khai-sinh/nop', 303],
  ['/khong-co', 404],
  ['/en/nothing', 404],
  ['/%ff', 404],
  ['/assets/0/mc.css', 200],
  ['/assets/0/logo.svg', 200],
  ['/assets/0/khong-co.css', 404],
  ['/healthz', 200],
  ['/readyz', 200],
  ['/can-bo/ho-so', 303],
  ['/api/v1/procedures', 200],
  ['/api/v1/openapi.json', 200],
  ['/api/v1/nothing', 404],
  ['/api/v1/desk/dossiers', 404],
] as const

test('every kind of answer carries the policy, nosniff and its frame rule', async () => {
  const { cookie, dossierId, fileId } = own
  const mine = ['', '/da-nop', '/to-khai.pdf', `/tep/${fileId}`].map((tail) => ({
    url: `/ho-so/${dossierId}${tail}`,
    status: 200,
    headers: { cookie },
  }))
  const all = [...anybody.map(([url, status]) => ({ url, status, headers: {} })), ...mine]
  for (const { url, status, headers } of all) {
    const reply = await get(url, headers)
    assert.equal(reply.statusCode, status, url)
    const policy = String(reply.headers['content-security-policy'])
    assert.match(policy, /default-src 'none'/, url)
    assert.match(policy, /frame-ancestors '(none|self)'/, url)
    assert.doesNotMatch(policy, /unsafe/, url)
    assert.equal(reply.headers['x-content-type-options'], 'nosniff', url)
    assert.equal(reply.headers['referrer-policy'], 'same-origin', url)
    const isPersonal = url.startsWith('/ho-so') || url.startsWith('/can-bo')
    if (isPersonal) assert.equal(reply.headers['cache-control'], 'no-store', url)
    else if (status === 200) assert.ok(reply.headers['cache-control'], url)
    else assert.doesNotMatch(String(reply.headers['cache-control']), /public/, url)
  }
})

test('an error in the English part of the site is in English', async () => {
  const reply = await get('/en/nothing')
  assert.match(reply.body, /<html lang="en">/)
  assert.match(reply.body, /This page was not found/)
})

test('signing out empties what the browser kept, for citizens and officers', async () => {
  const desk = await openDesk(world, 'hang')
  const out = await desk.send('/can-bo/ho-so', '/can-bo/dang-xuat')
  assert.equal(out.headers['clear-site-data'], '"cache", "storage"')
  assert.match(String(out.headers['set-cookie']), /^mc-cb=; .*Expires=Thu, 01 Jan 1970/)
})

test('what an address held never breaks a redirect or leads elsewhere', async () => {
  const reply = await get('/thu-tuc/%C4%91%E1%BA%BB%0d%0aSet-Cookie:x/nop')
  assert.equal(reply.statusCode, 303)
  assert.equal(reply.headers.location, '/to-khai/moi/%C4%91%E1%BA%BB%0D%0ASet-Cookie:x')
  assert.equal(reply.headers['set-cookie'], undefined)
  for (const bad of ['//evil.example', '/\\evil.example', 'https://evil.example'])
    assert.throws(() => redirect(bad))
  for (const ve of ['//evil.example', '/\\evil.example', '/%0d/x:y', 'javascript:x', '/a b']) {
    const { body } = await get(`/dang-nhap?ve=${encodeURIComponent(ve)}`)
    assert.match(body, /name="ve" value="\/ho-so-cua-toi"/, ve)
  }
})

test('a file’s name cannot write a header', async () => {
  const headers: Record<string, string> = {}
  const reply = {
    headers: () => reply,
    header: (name: string, value: string) => Object.assign(headers, { [name]: value }) && reply,
    type: () => reply,
    send: () => reply,
  }
  const filename = 'giấy "chứng\r\nsinh\' (1)*;.pdf'
  const answer = bytes(new Uint8Array(), { type: 'application/pdf', filename, inline: true })
  // Only what `sendReply` uses of a reply.
  sendReply(reply as unknown as Parameters<typeof sendReply>[0], answer, {} as Frame)
  const told = headers['content-disposition']!
  assert.match(told, /^inline; filename="[\w.-]+"; filename\*=UTF-8''[\w.%-]+$/)
})

test('a body that names the prototype is refused, wherever it stands', async () => {
  for (const payload of [
    '{"procedure":"birth.register","answers":{"__proto__":{"isAdmin":true}}}',
    '{"__proto__":{},"procedure":"birth.register","answers":{}}',
  ]) {
    const headers = { 'content-type': 'application/json' }
    const url = '/api/v1/drafts'
    const reply = await world.app.fastify.inject({ method: 'POST', url, headers, payload })
    assert.equal(reply.statusCode, 400)
    assert.equal(reply.json().code, 'request-invalid')
    assert.match(reply.json().detail, /__proto__/)
  }
})
