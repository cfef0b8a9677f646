import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../../tests/journeys/world.ts'
import { issueToken } from '../../modules/accounts/index.ts'
import { hasValidCheckDigit } from '../../modules/dossiers/index.ts'
import { ask, type Asked } from './testing.ts'
import { begunDraft, declared, filedDossier, type Draft, type Filed } from './testing-errand.ts'

let world: World
let draft: Draft
let dossier: Filed
let officer: string

before(async () => {
  world = await openWorld()
  draft = await begunDraft(world)
  dossier = await filedDossier(world)
  officer = (await issueToken(world.ctx, { login: 'hang', label: 'thử', days: 30 })).token
})
after(() => world.close())

const JSON_TYPE = { 'content-type': 'application/json' }

async function refusal(asked: Asked): Promise<[number, unknown]> {
  const { status, body } = await ask(world.app, asked)
  return [status, body['code']]
}

const start = (body: unknown) => refusal({ method: 'POST', path: '/drafts', body })
const raw = (payload: string | Buffer, headers: Record<string, string> = JSON_TYPE) =>
  refusal({ method: 'POST', path: '/drafts', payload, headers })
const change = (body: unknown) =>
  refusal({ method: 'PATCH', path: `/drafts/${draft.draftId}`, token: draft.token, body })

async function count(table: 'draft' | 'dossier_event'): Promise<number> {
  const { rows } = await world.database.owner.query(`select count(*)::int as n from ${table}`)
  return Number(rows[0]!['n'])
}

test('an empty, binary, cut or ten-megabyte body is refused and makes nothing', async () => {
  const drafts = await count('draft')
  assert.deepEqual(await raw(''), [400, 'body-empty'])
  assert.deepEqual(await raw('{"procedure":'), [400, 'body-not-json'])
  assert.deepEqual(await raw(Buffer.from([0xff, 0xfe, 0, 1, 2])), [400, 'body-not-json'])
  assert.deepEqual(await raw('['.repeat(100_000)), [400, 'body-not-json'])
  assert.deepEqual(await raw('x'.repeat(10 * 1024 * 1024)), [413, 'body-too-large'])
  const binary = { 'content-type': 'application/octet-stream' }
  assert.deepEqual(await raw(Buffer.alloc(100), binary), [415, 'body-type-unknown'])
  assert.deepEqual(await raw('<a/>', { 'content-type': 'text/xml' }), [415, 'body-type-unknown'])
  const { draftId, token } = draft
  for (const path of [
    `/drafts/${draftId}/uploads?field=file.marriage`,
    `/drafts/${draftId}/filing`,
  ]) {
    const sent = { method: 'POST', path, token, headers: JSON_TYPE } as const
    const large = await refusal({ ...sent, payload: 'x'.repeat(10 * 1024 * 1024) })
    assert.deepEqual(large, [413, 'body-too-large'])
  }
  assert.equal(await count('draft'), drafts)
})

test('a field that does not exist is refused wherever it stands', async () => {
  const procedure = 'birth.register'
  assert.deepEqual(await start({ procedure, answers: {}, admin: true }), [400, 'request-invalid'])
  assert.deepEqual(await start({ procedure, answers: { 'a.b': 1 } }), [400, 'request-invalid'])
  assert.deepEqual(await change({ set: { 'child.nmae': 'x' } }), [400, 'request-invalid'])
  assert.deepEqual(await change({ sett: {} }), [400, 'request-invalid'])
  assert.deepEqual(await refusal({ path: '/units?code=1' }), [400, 'request-invalid'])
  const extra = { 'child.name': { full: 'An', nick: 'Bi' } }
  assert.deepEqual(await change({ set: extra }), [400, 'request-invalid'])
})

test('wrong types are refused field by field', async () => {
  for (const set of [
    { 'child.name': 'An' },
    { 'child.name': 7 },
    { 'child.sex': true },
    { 'mother.birthYear': '1990' },
    { 'mother.birthYear': 1990.5 },
    { 'requester.residence': { scope: 'city' } },
    { 'undertaking.true': 'yes' },
    { 'child.sex': null },
    { 'child.sex': [['male']] },
    'x',
    ['x'],
  ])
    assert.deepEqual(await change({ set }), [400, 'request-invalid'], JSON.stringify(set))
  for (const body of [null, 1, 'x', [], true]) {
    const [status] = await start(body)
    assert.equal(status, 400, JSON.stringify(body))
  }
})

test('nothing reaches a prototype', async () => {
  const wicked = '{"procedure":"birth.register","answers":{},"__proto__":{"polluted":1}}'
  await raw(wicked)
  await raw('{"procedure":"birth.register","answers":{"__proto__":{"full":"x"}}}')
  await raw('{"procedure":"birth.register","answers":{"constructor":"x"}}')
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined)
  assert.deepEqual(await start({ procedure: '__proto__', answers: {} }), [
    409,
    'procedure-not-in-force',
  ])
  assert.deepEqual(await start({ procedure: 'constructor', answers: {} }), [
    409,
    'procedure-not-in-force',
  ])
  assert.deepEqual(await change({ set: { toString: 'x' } }), [400, 'request-invalid'])
})

test('text that cannot be kept is refused, not stumbled over', async () => {
  for (const text of ['a\u0000b', 'a\ud800b']) {
    assert.deepEqual(await change({ set: { 'notice.number': text } }), [400, 'body-not-text'])
    assert.deepEqual(await change({ set: { 'child.name': { full: text } } }), [
      400,
      'body-not-text',
    ])
    assert.deepEqual(await change({ agencyId: text }), [400, 'body-not-text'])
  }
  for (const path of [
    '/drafts/%00',
    '/dossiers/%00',
    '/drafts/%ff',
    `/dossiers/${'x'.repeat(250)}`,
  ])
    assert.equal((await refusal({ path, token: draft.token }))[0], 404, path)
  assert.equal((await refusal({ path: '/desk/dossiers/%00', token: officer }))[0], 404)
  assert.equal((await refusal({ path: '/tracking?number=%00' }))[0], 400)
  assert.equal((await refusal({ path: '/procedures?q=%00' }))[0], 400)
  assert.equal((await refusal({ path: '/agencies/%00' }))[0], 404)
})

test('answers that are only wrong are kept, and told', async () => {
  const wrong = {
    'child.birthDate': '2016-02-31',
    'child.name': { full: 'Nguyễn 7' },
    'contact.phone': 'x',
  }
  const { body } = await ask(world.app, {
    method: 'PATCH',
    path: `/drafts/${draft.draftId}`,
    token: draft.token,
    body: { set: wrong },
  })
  const fields = (body['problems'] as { field: string }[]).map(({ field }) => field)
  for (const field of Object.keys(wrong)) assert.ok(fields.includes(field), field)
})

test('a day that does not exist is refused', async () => {
  for (const path of ['/units?on=2016-02-31', '/procedures?on=hom-nay', '/units/00187?on='])
    assert.deepEqual(await refusal({ path }), [400, 'request-invalid'], path)
  const before_ = '/units/00187/successors?from=2016-08-10&on=2016-01-01'
  assert.equal((await refusal({ path: before_ }))[1], 'unit-not-on-day')
})

test('a guessed code and a wrong check digit are told apart and open nothing', async () => {
  const number = dossier.lookupNumber
  const wrong = number.slice(0, 9) + String((Number(number[9]) + 1) % 10)
  assert.equal(hasValidCheckDigit(wrong), false)
  const track = (text: string) => refusal({ path: `/tracking?number=${text}` })
  assert.equal((await track(wrong))[1], 'lookup-check-digit')
  assert.deepEqual(await track(dossier.code.replace(/\d{4}$/, '0987')), [404, 'dossier-unknown'])
  assert.equal((await track('xyz'))[1], 'lookup-unreadable')
  const { body, text } = await ask(world.app, { path: `/tracking?number=${number}` })
  assert.equal(body['code'], dossier.code)
  assert.doesNotMatch(text, /Minh An|Khoa|0912/)
})

test('another’s draft or dossier and one that does not exist look alike', async () => {
  const { token } = draft
  const nowhere = '01890000-0000-7000-8000-000000000009'
  for (const [method, path] of [
    ['GET', '/dossiers/ID'],
    ['POST', '/dossiers/ID/withdrawal'],
    ['PATCH', '/drafts/ID'],
    ['POST', '/drafts/ID/filing'],
    ['DELETE', '/drafts/ID/uploads/x'],
    ['POST', '/drafts/ID/phone-codes'],
  ] as const) {
    const answers = await Promise.all(
      [dossier.dossierId, nowhere].map((id) =>
        ask(world.app, { method, path: path.replace('ID', id), token, body: {} }),
      ),
    )
    assert.equal(answers[0]!.status, 404, path)
    assert.equal(answers[0]!.text, answers[1]!.text, path)
  }
})

test('an officer’s act with a wrong body changes nothing', async () => {
  const events = await count('dossier_event')
  const act = (name: string, body: unknown) =>
    refusal({
      method: 'POST',
      path: `/desk/dossiers/${dossier.code}/${name}`,
      token: officer,
      key: 'khoa-cua-noi-dung-sai',
      body,
    })
  assert.deepEqual(await act('receive', {}), [400, 'request-invalid'])
  assert.deepEqual(await act('receive', { version: '1' }), [400, 'request-invalid'])
  assert.deepEqual(await act('receive', { version: 1, force: true }), [400, 'request-invalid'])
  assert.deepEqual(await act('decline', { version: 1, reason: '' }), [400, 'request-invalid'])
  assert.equal((await act('decline', { version: 1, reason: '   ' }))[1], 'reason-missing')
  assert.equal((await act('request-supplement', { version: 1, items: [] }))[1], 'supplement-empty')
  assert.deepEqual(await act('dismiss-duplicate', { otherId: 'x' }), [400, 'request-invalid'])
  assert.equal((await act('approve-everything', {}))[0], 404)
  const cursor = { path: '/worklist?after=999999999999999_x', token: officer }
  assert.deepEqual(await refusal(cursor), [400, 'request-invalid'])
  assert.equal(await count('dossier_event'), events)
})

test('a draft token is no staff token, and a made-up one is none', async () => {
  for (const token of [draft.token, 'mct_doan-mo-mot-cai-gi-do', undefined]) {
    const asked = { path: '/worklist', ...(token === undefined ? {} : { token }) }
    assert.deepEqual(await refusal(asked), [401, 'sign-in-needed'])
  }
})

test('a name of ethnic minorities with hyphen and apostrophe passes', async () => {
  const answers = declared({ 'child.name': { full: 'H’Hen Niê-Ktla' } })
  const { body } = await ask(world.app, {
    method: 'POST',
    path: '/drafts',
    body: { procedure: 'birth.register', answers },
  })
  const fields = (body['problems'] as { field: string }[]).map(({ field }) => field)
  assert.ok(!fields.includes('child.name'))
})
