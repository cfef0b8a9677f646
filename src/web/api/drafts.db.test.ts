import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../../tests/journeys/world.ts'
import { ask, photo } from './testing.ts'
import { begunDraft, fileIt, newKey, readyDraft, upload } from './testing-errand.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

test('the same key gives the same dossier, however concurrently it is sent', async () => {
  const draft = await readyDraft(world)
  const key = newKey()
  const sent = await Promise.all(Array.from({ length: 6 }, () => fileIt(world.app, draft, key)))
  assert.deepEqual(
    sent.map(({ status }) => status),
    [201, 201, 201, 201, 201, 201],
  )
  assert.equal(new Set(sent.map(({ body }) => body['code'])).size, 1)
  const again = await fileIt(world.app, draft, key)
  assert.equal(again.body['dossierId'], draft.draftId)
})

test('another key after filing is told which dossier there is', async () => {
  const draft = await readyDraft(world)
  const first = await fileIt(world.app, draft, newKey())
  const second = await fileIt(world.app, draft, newKey())
  assert.deepEqual([second.status, second.body['code']], [409, 'already-filed'])
  assert.equal((second.body['data'] as { code: string }).code, first.body['code'])
})

test('a key that filed one draft does not file another', async () => {
  const [one, other] = [await readyDraft(world), await readyDraft(world)]
  const key = newKey()
  assert.equal((await fileIt(world.app, one, key)).status, 201)
  const reused = await fileIt(world.app, other, key)
  assert.deepEqual([reused.status, reused.body['code']], [409, 'key-reused'])
})

test('filing without a key, or with a short one, does nothing', async () => {
  const draft = await readyDraft(world)
  const path = `/drafts/${draft.draftId}/filing`
  for (const key of [undefined, 'ngan', 'x'.repeat(101)]) {
    const sent = { method: 'POST', path, token: draft.token } as const
    const refused = await ask(world.app, key === undefined ? sent : { ...sent, key })
    assert.deepEqual([refused.status, refused.body['code']], [400, 'idempotency-key-needed'])
  }
  assert.equal(
    (await ask(world.app, { path: `/drafts/${draft.draftId}`, token: draft.token })).body[
      'filedAt'
    ],
    null,
  )
})

test('what is incomplete is not filed, and every problem is told at once', async () => {
  const draft = await begunDraft(world)
  const unconfirmed = await fileIt(world.app, draft, newKey())
  assert.equal(unconfirmed.body['code'], 'phone-not-confirmed')
  const ready = await readyDraft(world)
  const { draftId, token } = ready
  const cleared = { clear: ['child.sex', 'mother.name'] }
  const path = `/drafts/${draftId}`
  const changed = await ask(world.app, { method: 'PATCH', path, token, body: cleared })
  const fields = (problems: unknown) =>
    (problems as { field: string }[]).map(({ field }) => field).toSorted()
  assert.deepEqual(fields(changed.body['problems']), ['child.sex', 'mother.name'])
  const refused = await fileIt(world.app, ready, newKey())
  assert.deepEqual([refused.status, refused.body['code']], [422, 'declaration-incomplete'])
  assert.deepEqual(fields(refused.body['problems']), ['child.sex', 'mother.name'])
})

test('an answer that another one hides is kept aside and comes back', async () => {
  const { draftId, token } = await begunDraft(world)
  const path = `/drafts/${draftId}`
  const set = (value: string) =>
    ask(world.app, { method: 'PATCH', path, token, body: { set: { 'parents.relation': value } } })
  const hidden = await set('motherOnly')
  assert.ok((hidden.body['keptAside'] as string[]).includes('father.birthYear'))
  const back = await set('married')
  assert.equal((back.body['answers'] as Record<string, unknown>)['father.birthYear'], 1988)
})

test('a token opens its own draft and no other', async () => {
  const [mine, yours] = [await begunDraft(world), await begunDraft(world)]
  const nowhere = '01890000-0000-7000-8000-000000000009'
  const read = (draftId: string) =>
    ask(world.app, { path: `/drafts/${draftId}`, token: mine.token })
  assert.equal((await read(mine.draftId)).status, 200)
  const [other, none] = [await read(yours.draftId), await read(nowhere)]
  assert.deepEqual([other.status, other.text], [404, none.text])
})

test('papers are known by their bytes, taken once, and can be taken out again', async () => {
  const draft = await begunDraft(world)
  const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])
  const code = async (data: Buffer, field = 'file.birthNotice') =>
    (await upload(world.app, draft, field, data)).body['code']
  assert.equal(await code(exe), 'file-type-mismatch')
  assert.equal(await code(Buffer.alloc(0)), 'file-empty')
  assert.equal(await code(photo(), 'child.name'), 'field-unknown')
  assert.equal(await code(Buffer.alloc(10 * 1024 * 1024 + 1, 1)), 'file-too-large')
  assert.equal(await code(Buffer.alloc(21 * 1024 * 1024, 1)), 'upload-too-large')
  const kept = await upload(world.app, draft, 'file.birthNotice', photo(7))
  assert.equal(await code(photo(7)), 'file-already-attached')
  const path = `/drafts/${draft.draftId}/uploads/${String(kept.body['id'])}`
  const { token } = draft
  assert.equal((await ask(world.app, { method: 'DELETE', path, token })).status, 200)
  const again = await ask(world.app, { method: 'DELETE', path, token })
  assert.deepEqual([again.status, again.body['code']], [404, 'not-found'])
})

test('papers cannot be declared without being sent', async () => {
  const { draftId, token } = await begunDraft(world)
  const body = { set: { 'file.birthNotice': 'anh' } }
  const refused = await ask(world.app, { method: 'PATCH', path: `/drafts/${draftId}`, token, body })
  assert.deepEqual(
    [refused.status, refused.body['problems']],
    [400, [{ at: 'body/file.birthNotice', message: 'field-by-upload' }]],
  )
})

test('the check names the agency, its level and what the law says', async () => {
  const { draftId, token } = await begunDraft(world, { 'child.birthDate': '2016-05-02' })
  const { body } = await ask(world.app, { path: `/drafts/${draftId}/check`, token })
  const agencies = body['competentAgencies'] as { id: string; level: number }[]
  assert.deepEqual(
    agencies.map(({ id, level }) => [id, level]),
    [['ubnd-00187-2008', 3]],
  )
  const findings = body['findings'] as { rule: string; basis: string }[]
  assert.ok(findings.some(({ rule, basis }) => rule === 'birth.late' && basis !== ''))
})

test('a draft opened under an older law is moved to the new one by its owner', async () => {
  world.clock.set(new Date('2018-06-20T10:00:00+07:00'))
  const draft = await readyDraft(world, { 'child.birthDate': '2018-06-11' })
  world.clock.set(new Date('2018-06-21T10:00:00+07:00'))
  const { token } = draft
  const path = `/drafts/${draft.draftId}`
  const refused = await fileIt(world.app, draft, newKey())
  assert.deepEqual([refused.status, refused.body['code']], [409, 'law-changed'])
  const checked = await ask(world.app, { path: `${path}/check`, token })
  assert.equal(checked.body['isRevisionInForce'], false)
  const moved = await ask(world.app, { method: 'POST', path: `${path}/revision-in-force`, token })
  assert.equal(moved.body['revision'], 2)
  assert.equal((await fileIt(world.app, draft, newKey())).status, 201)
})
