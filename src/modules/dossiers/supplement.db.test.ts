import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { openCore, type Core } from '../../testing/core.ts'
import {
  answerSupplement,
  receive,
  requestSupplement,
  viewForOwner,
  viewForStaff,
  type DeskAct,
  type Dossier,
  type RequestSupplement,
} from './index.ts'

let core: Core
let hang: Ctx
let yen: Ctx
let phone = 912_900_000
let keys = 0

before(async () => {
  core = await openCore()
  hang = await core.officer('hang')
  yen = await core.officer('yen')
})
after(() => core.close())

const refuses = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal, String(error))
  assert.equal(error.code, code, JSON.stringify(error.data))
  return true
}
const act = (dossier: Dossier): DeskAct => ({
  code: dossier.code,
  version: dossier.version,
  requestKey: `s-${++keys}`,
})
const own = (dossier: Dossier) => ({ dossierId: dossier.id, requestKey: `s-${++keys}` })
const filed = () => core.filedBirth({ 'contact.phone': `0${++phone}` })

type Item = RequestSupplement['items'][number]
const birthYear: Item = { kind: 'field', about: 'mother.birthYear', reason: 'Khác giấy.' }

test('a proposed value must be one the citizen can accept', async () => {
  const { dossier } = await filed()
  const proposals: Item[] = [
    { ...birthYear, proposed: 'năm 1991' },
    { ...birthYear, proposed: 3000 },
    { ...birthYear, about: 'child.sex', proposed: 'nam' },
    { ...birthYear, about: 'child.name', proposed: { full: 'a'.repeat(300) } },
    { kind: 'paper', about: 'giay-ket-hon', reason: 'Mờ.', proposed: 'x' },
    { ...birthYear, about: 'file.birthNotice' },
  ]
  for (const item of proposals) {
    await assert.rejects(
      requestSupplement(hang, { ...act(dossier), items: [item] }),
      refuses('supplement-item-unclear'),
      JSON.stringify(item.proposed),
    )
  }
  const asked = await requestSupplement(hang, {
    ...act(dossier),
    items: [{ ...birthYear, proposed: 1991 }],
  })
  assert.equal(asked.state, 'completing')
})

test('why a second request was needed is kept in words, like every reason', async () => {
  const { dossier, owner } = await filed()
  const received = await receive(hang, act(dossier))
  const asked = await requestSupplement(yen, { ...act(received), items: [birthYear] })
  const answered = await answerSupplement(owner, {
    ...own(asked),
    answers: [],
    files: [],
    set: { 'mother.birthYear': 1991 },
  })
  const againBecause = 'Giấy tờ gửi lại lộ chỗ sai mới.'
  const given = { ...act(answered), items: [birthYear], againBecause }
  await assert.rejects(
    requestSupplement(yen, { ...given, againBecause: 'x'.repeat(4001) }),
    refuses('reason-too-long'),
  )
  await requestSupplement(yen, given)
  const { notes } = await viewForStaff(yen, dossier.code)
  assert.ok(notes.some(({ body }) => body === againBecause))
})

test('an answer to the first request, sent late, answers nothing of the second', async () => {
  const { dossier, owner } = await filed()
  const received = await receive(hang, act(dossier))
  const first = { ...birthYear, proposed: 1991 }
  const asked = await requestSupplement(yen, { ...act(received), items: [first] })
  const { supplements } = await viewForOwner(owner, asked.id)
  const answers = [{ itemId: supplements[0]!.items[0]!.id, accepted: true }]
  const answered = await answerSupplement(owner, { ...own(asked), answers, files: [], set: {} })
  const second = await requestSupplement(yen, {
    ...act(answered),
    againBecause: 'Còn chỗ sai.',
    items: [{ ...birthYear, proposed: 1992 }],
  })
  await assert.rejects(
    answerSupplement(owner, { ...own(second), answers, files: [], set: {} }),
    refuses('supplement-incomplete'),
  )
})

test('papers and words of an answer are checked, counted once, and covered by the event', async () => {
  const { dossier, owner } = await filed()
  const paper: Item = { kind: 'paper', about: 'giay-ket-hon', reason: 'Mờ.' }
  const asked = await requestSupplement(hang, { ...act(dossier), items: [paper] })
  const { files, supplements } = await viewForOwner(owner, dossier.id)
  const itemId = supplements[0]!.items[0]!.id
  const answers = [{ itemId, accepted: false, remark: 'Bản này rõ hơn.' }]
  const given = { ...own(asked), answers, set: {}, files: [] }
  const long = [{ itemId, accepted: false, remark: 'x'.repeat(4001) }]
  await assert.rejects(
    answerSupplement(owner, { ...given, answers: long }),
    refuses('reason-too-long'),
  )
  const marriage = files.find(({ component }) => component === 'giay-ket-hon')!
  const added = { ...marriage, id: '01900000-0000-7000-8000-00000000beef', sha256: 'b'.repeat(64) }
  for (const wrong of [{ field: 'child.name' }, { field: 'no.such' }, { component: 'x' }]) {
    await assert.rejects(
      answerSupplement(owner, { ...given, files: [{ ...added, ...wrong }] }),
      refuses('field-unknown'),
    )
  }
  await answerSupplement(owner, { ...given, files: [added, marriage] })
  const view = await viewForOwner(owner, dossier.id)
  assert.equal(view.files.length, files.length + 1)
  const { facts } = view.events.at(-1)!
  assert.deepEqual(facts['files'], [{ component: 'giay-ket-hon', sha256: 'b'.repeat(64) }])
  assert.match(String(facts['wordsSha256']), /^[0-9a-f]{64}$/)
})

test('the event says which sentence of the catalogue it was, and nothing of an officer’s own words', async () => {
  const { dossier } = await filed()
  const paper: Item = {
    kind: 'paper',
    about: 'giay-ket-hon',
    reason: 'Ảnh mờ hoặc thiếu góc, không đọc được. Chụp lại đủ bốn góc, đủ sáng.',
  }
  await requestSupplement(hang, { ...act(dossier), items: [paper, birthYear] })
  const { events } = await viewForStaff(hang, dossier.code)
  assert.deepEqual(events.at(-1)!.facts['items'], [
    { kind: 'paper', about: 'giay-ket-hon', reason: 'photo-unreadable' },
    { kind: 'field', about: 'mother.birthYear' },
  ])
})
