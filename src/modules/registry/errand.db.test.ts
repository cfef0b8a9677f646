import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newKey, openErrand, refuses, type Errand } from '../../testing/errand.ts'
import type { Core } from '../../testing/core.ts'
import {
  answerSupplement,
  disputePreview,
  mark,
  propose,
  receive,
  requestSupplement,
  sendBack,
  viewForOwner,
  viewForStaff,
} from '../dossiers/index.ts'
import { listSlips } from '../slips/index.ts'
import { sign } from './index.ts'

let errand: Errand
let core: Core
let by: Errand['by']
let act: Errand['act']
let toSign: Errand['toSign']
let ensureFolds: Errand['ensureFolds']
let filed: Errand['filed']

before(async () => {
  errand = await openErrand()
  ;({ core, by, act, filed, toSign, ensureFolds } = errand)
})
after(() => core.close())

test('receipt starts the legal clock: same day, with a numbered slip and the due date', async () => {
  const { dossier } = await filed()
  const received = await receive(by('hang'), act(dossier))
  assert.equal(received.state, 'processing')
  assert.equal(received.step, 'tham-tra')
  assert.equal(received.dueAt?.toISOString(), '2016-08-12T09:30:00.000Z') // 16:30
  const slips = await listSlips(core.database.db, {
    agencyId: dossier.agencyId,
    dossierId: dossier.id,
  })
  assert.equal(slips[0]?.kind, 'receipt')
  await ensureFolds(received)
})

test('a repeated request changes nothing; a second officer is told that it changed', async () => {
  const { dossier } = await filed()
  const given = act(dossier)
  const first = await receive(by('hang'), given)
  const again = await receive(by('hang'), given)
  assert.equal(again.version, first.version)
  await assert.rejects(receive(by('yen'), act(dossier)), refuses('dossier-changed'))
  await ensureFolds(first)
})

test('two officers deciding at once: one wins, the other is refused, nothing is done twice', async () => {
  const { dossier } = await filed()
  const results = await Promise.allSettled([
    receive(by('hang'), act(dossier)),
    receive(by('yen'), act(dossier)),
  ])
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1)
  const view = await viewForStaff(by('hang'), dossier.code)
  assert.deepEqual(
    view.events.map(({ kind }) => kind),
    ['filed', 'received', 'legOpened'],
  )
})

test('a supplement asks once for everything; the answer keeps both values and stops the clock', async () => {
  const { dossier, owner } = await filed()
  const received = await receive(by('hang'), act(dossier))
  const asked = await requestSupplement(by('yen'), {
    ...act(received),
    items: [
      {
        kind: 'field',
        about: 'mother.birthYear',
        proposed: 1991,
        reason: 'Giấy chứng sinh ghi năm 1991.',
      },
      { kind: 'paper', about: 'giay-ket-hon', reason: 'Ảnh bị lóa, không đọc được số.' },
    ],
  })
  assert.equal(asked.state, 'supplementing')
  const { definition } = await viewForStaff(by('hang'), dossier.code)
  assert.ok(definition.components.some(({ key }) => key === 'giay-ket-hon'))
  await assert.rejects(
    answerSupplement(owner, {
      dossierId: dossier.id,
      requestKey: 'a-1',
      set: {},
      files: [],
      answers: [{ itemId: '1', accepted: true }],
    }),
    refuses('supplement-incomplete'),
  )
  core.clock.set(new Date('2016-08-15T09:00:00+07:00'))
  const { sha256, sizeBytes } = await core.files.store(Buffer.from('new photo'), {
    sizeBytesMax: 1000,
  })
  const answered = await answerSupplement(owner, {
    dossierId: dossier.id,
    requestKey: 'a-2',
    set: {},
    answers: [{ itemId: '1', accepted: true }],
    files: [
      {
        id: '01900000-0000-7000-8000-00000000abcd',
        field: 'file.marriage',
        component: 'giay-ket-hon',
        sha256,
        sizeBytes,
        mime: 'image/png',
        name: 'ket-hon.png',
        addedAt: core.clock.now(),
      },
    ],
  })
  assert.equal(answered.state, 'processing')
  const view = await viewForOwner(owner, dossier.id)
  assert.equal(view.declarations[0]!.answers['mother.birthYear'], 1991)
  assert.equal(view.declarations[1]!.answers['mother.birthYear'], 1990)
  assert.ok(answered.dueAt! > received.dueAt!)
  await assert.rejects(
    requestSupplement(by('yen'), {
      ...act(answered),
      items: [{ kind: 'other', about: null, reason: 'Thêm nữa' }],
    }),
    refuses('supplement-second-needs-reason'),
  )
  await ensureFolds(answered)
  core.clock.set(new Date('2016-08-12T14:00:00+07:00'))
})

test('a difference from the papers must be closed and explained before a proposal', async () => {
  const { dossier } = await filed()
  const received = await receive(by('hang'), act(dossier))
  const given = { code: dossier.code, field: 'mother.birthYear', verdict: 'differs' as const }
  await mark(by('yen'), { ...given, paperSays: '1991', closedAs: null })
  await assert.rejects(propose(by('yen'), act(received)), refuses('difference-open'))
  await mark(by('yen'), { ...given, paperSays: '1991', closedAs: 'birth-notice-wrong' })
  await assert.rejects(propose(by('yen'), act(received)), refuses('proposal-needs-remark'))
  const proposed = await propose(by('yen'), { ...act(received), remark: 'Bệnh viện cấp lại.' })
  assert.equal(proposed.state, 'previewing')
})

test('the counter officer may not propose, nobody may sign without having opened', async () => {
  const { dossier } = await filed()
  const received = await receive(by('hang'), act(dossier))
  await assert.rejects(propose(by('hang'), act(received)), refuses('act-not-yours'))
  const waiting = await toSign()
  await assert.rejects(sign(by('vinh'), act(waiting.dossier)), refuses('not-opened'))
})

test('the citizen disputes a preview and the signer sends back: both return to the proposer', async () => {
  const { dossier, owner } = await filed()
  const received = await receive(by('hang'), act(dossier))
  await propose(by('yen'), { ...act(received), remark: 'Đủ giấy tờ.' })
  const disputed = await disputePreview(owner, {
    dossierId: dossier.id,
    requestKey: `d-${newKey()}`,
    remark: 'Sai chữ đệm.',
  })
  assert.deepEqual([disputed.state, disputed.step], ['processing', 'tham-tra'])
  const waiting = await toSign()
  const back = await sendBack(by('vinh'), { ...act(waiting.dossier), reason: 'Thiếu kết hôn.' })
  assert.deepEqual([back.state, back.step], ['processing', 'tham-tra'])
  await ensureFolds(back)
})
