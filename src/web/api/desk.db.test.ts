import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../../tests/journeys/world.ts'
import { findStaffByLogin, issueToken } from '../../modules/accounts/index.ts'
import { ask, formOf, photo } from './testing.ts'
import { actOn, filedDossier, newKey, type Filed } from './testing-errand.ts'

let world: World
const tokens: Record<string, string> = {}

before(async () => {
  world = await openWorld()
  for (const login of ['hang', 'yen', 'vinh', 'mai', 'lanha'])
    tokens[login] = (await issueToken(world.ctx, { login, label: 'thử', days: 30 })).token
})
after(() => world.close())

/** An officer by login does an act; the answer's status, refusal code and version. */
async function act(dossier: Filed, login: string, name: string, body: object = {}) {
  const given = { name, token: tokens[login]!, body: body as Record<string, unknown> }
  const answered = await actOn(world.app, dossier, given)
  const head = answered.body['dossier'] as { state: string; version: number } | undefined
  return { ...answered, code: answered.body['code'], state: head?.state, version: head?.version }
}

const open = (dossier: Filed, login: string) =>
  ask(world.app, { path: `/desk/dossiers/${dossier.code}`, token: tokens[login]! })

const owned = (dossier: Filed, path = '') => ({
  path: `/dossiers/${dossier.dossierId}${path}`,
  token: dossier.token,
})

test('a birth goes from filing to the signed certificate by API alone', async () => {
  const dossier = await filedDossier(world)
  assert.equal((await act(dossier, 'hang', 'receive', { version: 1 })).state, 'processing')
  const mark = { field: 'child.sex', verdict: 'same' }
  assert.equal((await act(dossier, 'yen', 'mark', mark)).status, 200)
  const proposed = await act(dossier, 'yen', 'propose', { version: 3, remark: 'Đủ giấy tờ.' })
  assert.equal(proposed.state, 'previewing', proposed.text)
  const preview = await ask(world.app, owned(dossier, '/preview'))
  assert.equal(preview.bytes.subarray(0, 5).toString(), '%PDF-')
  const confirmed = await ask(world.app, {
    method: 'POST',
    ...owned(dossier, '/preview-confirmation'),
    key: newKey(),
  })
  assert.equal(confirmed.body['state'], 'signing', confirmed.text)
  assert.equal((await act(dossier, 'hang', 'sign', { version: 5 })).code, 'signer-not-assigned')
  assert.equal((await act(dossier, 'mai', 'sign', { version: 5 })).code, 'signer-not-assigned')
  assert.equal((await act(dossier, 'vinh', 'sign', { version: 5 })).code, 'not-opened')
  assert.ok(((await open(dossier, 'vinh')).body['acts'] as string[]).includes('sign'))
  assert.equal((await act(dossier, 'vinh', 'sign', { version: 5 })).state, 'signed')
  await world.runJobs()
  const path = `/desk/dossiers/${dossier.code}`
  const certificate = await ask(world.app, { path: `${path}/certificate`, token: tokens['hang']! })
  assert.equal(certificate.bytes.subarray(0, 5).toString(), '%PDF-')
  const { body } = await open(dossier, 'hang')
  const { version } = body['dossier'] as { version: number }
  const handing = { version, paperBook: '01/2016', paperPage: 12, collector: 'Người yêu cầu' }
  const missing = await act(dossier, 'hang', 'hand-over', { ...handing, compared: [] })
  assert.equal(missing.code, 'originals-not-compared')
  const compared = (missing.body['data'] as { components: string[] }).components
  const handed = await act(dossier, 'hang', 'hand-over', { ...handing, compared })
  assert.equal(handed.state, 'handed_over', handed.text)
  const log = await ask(world.app, { path: `${path}/events`, token: tokens['yen']! })
  assert.deepEqual(
    (log.body['events'] as { kind: string }[]).map(({ kind }) => kind),
    [
      'filed',
      'received',
      'legOpened',
      'proposed',
      'previewConfirmed',
      'signed',
      'legOpened',
      'certificateIssued',
      'handedOver',
    ],
  )
})

test('what is asked for is answered once, with a new paper, in one request', async () => {
  const dossier = await filedDossier(world)
  const items = [
    { kind: 'paper', about: 'giay-chung-sinh', reason: 'Ảnh mờ.' },
    { kind: 'field', about: 'child.sex', reason: 'Khác Giấy chứng sinh.', proposed: 'male' },
  ]
  const asked = await act(dossier, 'hang', 'request-supplement', { version: 1, items })
  assert.equal(asked.state, 'completing', asked.text)
  const send = (answer: object, files: Parameters<typeof formOf>[1], key = newKey()) => {
    const form = formOf({ answer: JSON.stringify(answer) }, files)
    return ask(world.app, {
      method: 'POST',
      ...owned(dossier, '/supplement-answers'),
      key,
      ...form,
    })
  }
  const answers = [
    { itemId: '1', accepted: false },
    { itemId: '2', accepted: true },
  ]
  assert.equal((await send({ answers }, [])).body['code'], 'supplement-incomplete')
  const files = [{ field: 'file.birthNotice', name: 'ro.jpg', data: photo(77) }]
  const key = newKey()
  const sent = await send({ answers }, files, key)
  assert.equal(sent.body['state'], 'filed', sent.text)
  const [now, before_] = sent.body['declarations'] as { answers: Record<string, unknown> }[]
  assert.deepEqual([now!.answers['child.sex'], before_!.answers['child.sex']], ['male', 'female'])
  assert.equal((sent.body['files'] as unknown[]).length, 3)
  const again = await send({ answers }, files, key)
  assert.equal((again.body['files'] as unknown[]).length, 3)
})

test('an act sent twice with one key is done once; a stale version is told', async () => {
  const dossier = await filedDossier(world)
  const [key, token] = [newKey(), tokens['hang']!]
  const receive = { name: 'receive', token, key, body: { version: 1 } }
  const both = await Promise.all([0, 1].map(() => actOn(world.app, dossier, receive)))
  assert.deepEqual(
    both.map(({ status, body }) => [status, (body['dossier'] as { version: number }).version]),
    [
      [200, 3],
      [200, 3],
    ],
  )
  const stale = await act(dossier, 'hang', 'receive', { version: 1 })
  assert.deepEqual([stale.status, stale.code], [409, 'dossier-changed'])
  const other = await filedDossier(world)
  const reused = await actOn(world.app, other, { ...receive, body: { version: 1 } })
  assert.deepEqual([reused.status, reused.body['code']], [409, 'key-reused'])
})

test('work is handed to a colleague once a key', async () => {
  const dossier = await filedDossier(world)
  const yen = await findStaffByLogin(world.database.db, 'yen')
  const key = newKey()
  const assign = { name: 'assign', token: tokens['hang']!, key, body: { assigneeId: yen!.id } }
  for (const _ of [1, 2]) {
    const { status, body, text } = await actOn(world.app, dossier, assign)
    assert.equal(status, 200, text)
    assert.equal((body['dossier'] as { version: number }).version, 2)
  }
})

test('a citizen withdraws; the desk declines and refuses with reasons the citizen reads', async () => {
  const [one, two, three] = [
    await filedDossier(world),
    await filedDossier(world),
    await filedDossier(world),
  ]
  const taken = await ask(world.app, {
    method: 'POST',
    ...owned(one, '/withdrawal'),
    key: newKey(),
  })
  assert.equal(taken.body['state'], 'withdrawn')
  const reason = 'Không thuộc phường này.'
  assert.equal((await act(two, 'hang', 'decline', { version: 1, reason })).state, 'declined')
  await act(three, 'hang', 'receive', { version: 1 })
  await act(three, 'yen', 'propose-refusal', { version: 3, reason })
  await open(three, 'vinh')
  const refusal = await act(three, 'vinh', 'refuse', { version: 4 })
  assert.deepEqual(
    [refusal.state, (refusal.body['slips'] as { kind: string }[])[0]!.kind],
    ['refused', 'refusal'],
  )
  const { body } = await ask(world.app, owned(three))
  assert.equal((body['reasons'] as { body: string }[])[0]!.body, reason)
})

test('a disputed preview and a returned proposal go back to the examiner', async () => {
  const dossier = await filedDossier(world)
  await act(dossier, 'hang', 'receive', { version: 1 })
  const remark = 'Đã so với hồ sơ giống.'
  await act(dossier, 'yen', 'propose', { version: 3, remark })
  const disputed = await ask(world.app, {
    method: 'POST',
    ...owned(dossier, '/preview-dispute'),
    key: newKey(),
    body: { remark: 'Chữ đệm là Minh.' },
  })
  assert.equal(disputed.body['state'], 'processing', disputed.text)
  await act(dossier, 'yen', 'propose', { version: 5, remark })
  const how = 'Gọi điện lúc 15:00.'
  const confirmed = await act(dossier, 'hang', 'confirm-preview', { version: 6, how })
  assert.equal(confirmed.state, 'signing', confirmed.text)
  const back = await act(dossier, 'vinh', 'send-back', { version: 7, reason: 'Xem lại quê quán.' })
  assert.equal(back.state, 'processing', back.text)
})

test('a dossier of another ward does not exist for its officers', async () => {
  const dossier = await filedDossier(world)
  const [there, nowhere] = [
    await open(dossier, 'lanha'),
    await open({ ...dossier, code: 'H26.9-160812-9999' }, 'lanha'),
  ]
  assert.deepEqual([there.status, there.text], [404, nowhere.text])
  assert.equal((await act(dossier, 'lanha', 'receive', { version: 1 })).status, 404)
})

test('the worklist is read page by page, and searched by name in the body', async () => {
  const token = tokens['hang']!
  const codes: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const path = `/worklist?queue=filed&limit=2${next && `&after=${next}`}`
    const { body } = await ask(world.app, { path, token })
    codes.push(...(body['dossiers'] as { code: string }[]).map(({ code }) => code))
    next = body['next'] as string | null
  }
  assert.ok(codes.length >= 3)
  assert.equal(new Set(codes).size, codes.length)
  const found = await ask(world.app, {
    method: 'POST',
    path: '/worklist/search',
    token,
    body: { text: 'minh an', queue: 'filed' },
  })
  assert.equal(found.body['total'], codes.length)
  const named = await ask(world.app, { path: '/worklist?q=minh%20an', token })
  assert.equal(named.body['code'], 'request-invalid')
})

test('a second request, an inquiry, a notice and a call are acts of the API, refused by name', async () => {
  const dossier = await filedDossier(world)
  await act(dossier, 'hang', 'receive', { version: 1 })
  const said = { version: 2, said: 'Nhắn qua tổ trưởng.' }
  assert.equal((await act(dossier, 'hang', 'note-call', said)).status, 200)
  const asked = { version: 3, agencyId: 'ubnd-00199-2008', question: 'Còn lưu sổ không?' }
  const wrongStep = await act(dossier, 'yen', 'ask-verification', asked)
  assert.deepEqual([wrongStep.status, wrongStep.code], [409, 'step-not-verification'])
  const notice = { version: 3, place: 'Trụ sở', fromDay: '2016-08-12' }
  const known = await act(dossier, 'yen', 'post-notice', notice)
  assert.deepEqual([known.status, known.code], [409, 'notice-not-needed'])
  const again = { version: 3, reason: 'Cần thiết.' }
  const nothing = await act(dossier, 'vinh', 'approve-supplement', again)
  assert.deepEqual([nothing.status, nothing.code], [409, 'supplement-not-asked'])
  const other = await act(dossier, 'hang', 'approve-supplement', again)
  assert.deepEqual([other.status, other.code], [403, 'act-not-yours'])
})
