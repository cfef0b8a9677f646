import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openDesk } from '../../../tests/journeys/desk-client.ts'
import { fileBirth } from '../../../tests/journeys/desk-world.ts'
import { birthToday, declared, inputsOf } from '../../../tests/journeys/family.ts'
import { openWorld, type World } from '../../../tests/journeys/world.ts'
import { sampleBirth2016 } from '../../catalogue/testing.ts'
import { DEMO_PASSWORD } from '../../cli/seed-staff.ts'
import { cookieOf, formType } from './testing.tsx'

const HERE = { ...formType, 'sec-fetch-site': 'same-origin' }

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

type Fields = Readonly<Record<string, string>>

function send(url: string, headers: Fields, fields: Fields) {
  const payload = new URLSearchParams(fields).toString()
  return world.app.fastify.inject({ method: 'POST', url, headers, payload })
}

/** The form that gives back what was typed: where it goes and what it holds. */
function keptIn(html: string): { action: string; fields: Record<string, string> } | undefined {
  const section = /<section[^>]*aria-labelledby="con-giu".*?<\/section>/s.exec(html)?.[0]
  if (section === undefined) return undefined
  const inputs = [...section.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  const action = /action="([^"]*)"/.exec(section)![1]!.replaceAll('&amp;', '&')
  return { action, fields: Object.fromEntries(inputs.map(([, name, value]) => [name, value])) }
}

const tokenIn = (html: string) => /name="_csrf" value="([\w-]+)"/.exec(html)?.[1] ?? ''

test('a form open in another tab still holds after the phone was confirmed', async () => {
  const me = await declared(world, { 'contact.phone': '0912347701' })
  const base = `/to-khai/${me.draftId}`
  const otherTab = tokenIn((await me.get(`${base}/tre`)).body)
  await me.post(`${base}/so-dien-thoai`, { phone: '0912347701' })
  const code = /\d{6}/.exec(await world.newestMessageTo('0912347701'))![0]
  assert.match((await me.post(`${base}/so-dien-thoai/ma`, { code })).location, /\/nop$/)
  const inputs = inputsOf(me.form, 'tre', { ...me.answers, 'child.name': { full: 'Vũ Gia Bảo' } })
  const saved = await me.post(`${base}/tre`, { ...inputs, _csrf: otherTab })
  assert.equal(saved.status, 303)
})

test('what an officer typed is kept when the session ended, and goes out after signing in', async () => {
  const { dossier } = await fileBirth(world, { 'contact.phone': '0912347702' })
  const clerk = await openDesk(world, 'hang')
  const url = `/can-bo/ho-so/${dossier.code}/tu-choi`
  const version = /name="version" value="(\d+)"/.exec((await clerk.get(url)).html)![1]!
  const reason = 'Không thuộc thẩm quyền: "Láng Hạ" <phường>'
  const fields = { version, key: 'khoa-cua-lan-nay-16', reason, _csrf: 'cu' }
  world.clock.advance(2 * 3_600_000)
  const out = await send(url, HERE, fields)
  assert.equal(out.statusCode, 401)
  assert.match(out.body, /href="\/can-bo\/dang-nhap" target="_blank"/)
  const kept = keptIn(out.body)!
  assert.equal(kept.action, url)
  assert.equal(kept.fields['reason'], 'Không thuộc thẩm quyền: &quot;Láng Hạ&quot; &lt;phường>')
  const login = { login: 'hang', password: DEMO_PASSWORD }
  const session = cookieOf((await send('/can-bo/dang-nhap', HERE, login)).headers)
  const cookie = `${cookieOf(out.headers)}; ${session}`
  const again = { ...fields, _csrf: kept.fields['_csrf']! }
  const done = await send(url, { ...HERE, cookie }, again)
  assert.equal(done.statusCode, 303, 'one press of “Gửi lại” is enough')
})

test('the token of a kept form is of that browser, that address and this site alone', async () => {
  const { dossier } = await fileBirth(world, { 'contact.phone': '0912347705' })
  const url = `/can-bo/ho-so/${dossier.code}/tu-choi`
  const fields = { version: '1', key: 'khoa-cua-lan-nay-17', reason: 'Thiếu.' }
  const out = await send(url, HERE, { ...fields, _csrf: 'cu' })
  const login = { login: 'hang', password: DEMO_PASSWORD }
  const session = cookieOf((await send('/can-bo/dang-nhap', HERE, login)).headers)
  const again = { ...fields, _csrf: keptIn(out.body)!.fields['_csrf']! }
  const own = `${cookieOf(out.headers)}; ${session}`
  const receive = url.replace('tu-choi', 'tiep-nhan')
  for (const [to, headers] of [
    [url, { ...HERE, cookie: session }],
    [url, { ...HERE, cookie: `mc-giu=cua-nguoi-khac; ${session}` }],
    [receive, { ...HERE, cookie: own }],
    [url, { ...formType, cookie: own }],
    [url, { ...formType, 'sec-fetch-site': 'cross-site', cookie: own }],
  ] as const) {
    const reply = await send(to, headers, again)
    assert.equal(reply.statusCode, 403, JSON.stringify([to, headers]))
  }
  assert.equal((await send(url, { ...HERE, cookie: own }, again)).statusCode, 303)
})

test('a citizen whose session is over reads what was typed and is shown the ways back in', async () => {
  const me = await declared(world, { 'contact.phone': '0912347703' })
  const inputs = inputsOf((await birthToday(world)).form, 'tre', sampleBirth2016())
  const url = `/to-khai/${me.draftId}/tre`
  const fields = inputs as Fields
  const out = await send(url, HERE, fields)
  assert.equal(out.statusCode, 404)
  assert.match(out.body, /href="\/tiep-tuc" target="_blank"/)
  assert.equal(keptIn(out.body)!.fields['child.name.given'], fields['child.name.given'])
  assert.equal(out.headers['cache-control'], 'no-store')
  // The same for a draft that never was: nothing is told by it.
  const nowhere = url.replace(me.draftId, '01890000-0000-7000-8000-000000000001')
  const other = await send(nowhere, HERE, fields)
  const told = (body: string) => body.replaceAll(nowhere, url).replaceAll(/value="[\w-]{43}"/g, '')
  assert.equal(told(other.body), told(out.body))
})

test('nobody else’s form is put before a person with a fresh token', async () => {
  const me = await declared(world, { 'contact.phone': '0912347704' })
  const url = `/to-khai/${me.draftId}/bo`
  const from: Fields[] = [
    {},
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of from) {
    const reply = await send(url, { ...formType, ...headers }, { a: 'của người khác' })
    assert.ok(reply.statusCode >= 400)
    assert.equal(keptIn(reply.body), undefined)
  }
})

test('a password is never given back', async () => {
  const url = '/can-bo/loi-moi/khong-co-loi-moi-nay'
  const reply = await send(url, HERE, { password: 'một câu rất dài và kín' })
  assert.doesNotMatch(reply.body, /một câu rất dài/)
})
