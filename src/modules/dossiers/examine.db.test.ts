import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { openCore, type Core } from '../../testing/core.ts'
import {
  answerSupplement,
  assign,
  confirmPreview,
  disputePreview,
  dismissDuplicate,
  mark,
  propose,
  receive,
  requestSupplement,
  viewForStaff,
  type DeskAct,
  type Dossier,
} from './index.ts'

let core: Core
let hang: Ctx
let yen: Ctx
let lanha: Ctx
let phone = 912_800_000
let keys = 0

before(async () => {
  core = await openCore()
  hang = await core.officer('hang')
  yen = await core.officer('yen')
  lanha = await core.officer('lanha')
})
after(() => core.close())

const refuses = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal, String(error))
  assert.equal(error.code, code, JSON.stringify(error.data))
  return true
}
const idOf = ({ actor }: Ctx) => (actor.kind === 'staff' ? actor.staffId : '')
const act = (dossier: Dossier): DeskAct => ({
  code: dossier.code,
  version: dossier.version,
  requestKey: `e-${++keys}`,
})
const own = (dossier: Dossier) => ({ dossierId: dossier.id, requestKey: `e-${++keys}` })
const filed = () => core.filedBirth({ 'contact.phone': `0${++phone}` })

async function received() {
  const { dossier, owner } = await filed()
  return { dossier: await receive(hang, act(dossier)), owner }
}

test('work is handed to an officer of the same agency, to nobody else and to no made-up name', async () => {
  const { dossier } = await received()
  const given = { code: dossier.code, requestKey: `e-${++keys}` }
  for (const assigneeId of [idOf(lanha), 'Nguyễn Văn A', '']) {
    await assert.rejects(assign(hang, { ...given, assigneeId }), refuses('not-found'))
  }
  const assigned = await assign(hang, { ...given, assigneeId: idOf(yen) })
  assert.equal(assigned.assigneeId, idOf(yen))
})

test('what was compared stands as proposed: nothing is marked before the signer’s eyes', async () => {
  const { dossier, owner } = await received()
  const given = { code: dossier.code, field: 'child.sex', closedAs: null }
  await mark(yen, { ...given, verdict: 'same', paperSays: null })
  const change = () => mark(yen, { ...given, verdict: 'differs', paperSays: 'Nam' })
  await propose(yen, { ...act(dossier), remark: 'Đủ.' })
  await assert.rejects(change(), refuses('act-not-now'))
  await confirmPreview(owner, own(dossier))
  await assert.rejects(change(), refuses('act-not-now'))
  const { marks } = await viewForStaff(hang, dossier.code)
  assert.deepEqual(
    marks.map(({ verdict }) => verdict),
    ['same'],
  )
})

test('a mark and a proposal at once: an open difference is never proposed unseen', async () => {
  for (let round = 0; round < 8; round++) {
    const { dossier } = await received()
    const given = { code: dossier.code, field: 'child.sex', closedAs: null }
    const [marked, proposed] = await Promise.allSettled([
      mark(hang, { ...given, verdict: 'differs', paperSays: 'Nam' }),
      propose(yen, { ...act(dossier), remark: 'Đủ.' }),
    ])
    const done = [marked, proposed].filter(({ status }) => status === 'fulfilled')
    assert.equal(done.length, 1)
  }
})

test('a number given before the declaration was corrected is not printed when it no longer fits', async () => {
  const { dossier, owner } = await received()
  const first = await propose(yen, {
    ...act(dossier),
    remark: 'Đủ.',
    personalNumber: '001316000123',
  })
  const disputed = await disputePreview(owner, { ...own(first), remark: 'Con tôi là nam.' })
  const asked = await requestSupplement(yen, {
    ...act(disputed),
    againBecause: 'Ông/bà báo sai giới tính.',
    items: [{ kind: 'field', about: 'child.sex', reason: 'Sai.', proposed: 'male' }],
  })
  const { supplements } = await viewForStaff(yen, asked.code)
  const corrected = await answerSupplement(owner, {
    ...own(asked),
    set: {},
    files: [],
    answers: [{ itemId: supplements[0]!.items[0]!.id, accepted: true }],
  })
  await assert.rejects(
    propose(yen, { ...act(corrected), remark: 'Đủ.' }),
    refuses('number-does-not-fit'),
  )
  const again = { ...act(corrected), remark: 'Đủ.', personalNumber: '001216000123' }
  assert.equal((await propose(yen, again)).state, 'previewing')
})

test('only what looks alike is dismissed, and saying so twice is the same', async () => {
  const { dossier } = await received()
  const { alike } = await viewForStaff(hang, dossier.code)
  const given = { code: dossier.code, otherId: alike[0]!.dossierId }
  await dismissDuplicate(hang, given)
  await dismissDuplicate(hang, given)
  for (const otherId of ['x', '01900000-0000-7000-8000-000000000000', dossier.id]) {
    await assert.rejects(dismissDuplicate(hang, { ...given, otherId }), refuses('not-found'))
  }
  const after = await viewForStaff(hang, dossier.code)
  assert.ok(after.alike.every(({ dossierId }) => dossierId !== given.otherId))
})

test('a field marked anew keeps what was marked before, with who and when', async () => {
  const { dossier } = await received()
  const given = { code: dossier.code, field: 'mother.birthYear' }
  const differs = { ...given, verdict: 'differs', paperSays: '1991', closedAs: null } as const
  await mark(yen, differs)
  await mark(yen, { ...differs, closedAs: 'declaration-wrong' })
  await mark(hang, { ...given, verdict: 'same', paperSays: null, closedAs: null })
  const { marks, earlierMarks } = await viewForStaff(yen, dossier.code)
  assert.deepEqual(
    marks.map(({ field, verdict, markedBy }) => [field, verdict, markedBy]),
    [['mother.birthYear', 'same', idOf(hang)]],
  )
  assert.deepEqual(
    earlierMarks.map(({ paperSays, closedAs }) => [paperSays, closedAs]),
    [
      ['1991', 'declaration-wrong'],
      ['1991', null],
    ],
  )
})
