import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCore, type Core } from '../../testing/core.ts'
import { refuses } from '../../testing/errand.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { saveAnswers, startDraft } from '../intake/index.ts'
import { loadProcedures, publish } from '../procedures/index.ts'
import {
  answerSupplement,
  assign,
  completeStep,
  confirmPreview,
  confirmPreviewForCitizen,
  decline,
  mark,
  moveDue,
  open,
  propose,
  proposeRefusal,
  receive,
  refuse,
  requestSupplement,
  withdraw,
  type DeskAct,
  type Dossier,
} from './index.ts'

let core: Core
let hang: Ctx
let yen: Ctx
let phone = 912_410_000
let keys = 0

before(async () => {
  core = await openCore()
  hang = await core.officer('hang')
  yen = await core.officer('yen')
})
after(() => core.close())

const act = (dossier: Dossier): DeskAct => ({
  code: dossier.code,
  version: dossier.version,
  requestKey: `r-${++keys}`,
})
const filed = () => core.filedBirth({ 'contact.phone': `0${++phone}` })

test('declining needs a reason, ends the dossier and cannot be repeated', async () => {
  const { dossier } = await filed()
  await assert.rejects(decline(hang, { ...act(dossier), reason: '  ' }), refuses('reason-missing'))
  await assert.rejects(
    decline(hang, { ...act(dossier), reason: 'x'.repeat(4001) }),
    refuses('reason-too-long'),
  )
  const declined = await decline(hang, { ...act(dossier), reason: 'Không thuộc thẩm quyền.' })
  assert.equal(declined.state, 'declined')
  assert.ok(declined.endedAt)
  await assert.rejects(receive(hang, act(declined)), refuses('act-not-now'))
})

test('a supplement request names fields and papers of the procedure, each with a reason', async () => {
  const { dossier } = await filed()
  const ask = (items: Parameters<typeof requestSupplement>[1]['items']) =>
    requestSupplement(hang, { ...act(dossier), items })
  await assert.rejects(ask([]), refuses('supplement-empty'))
  for (const item of [
    { kind: 'field', about: 'no.such', reason: 'x' },
    { kind: 'paper', about: 'no-such', reason: 'x' },
    { kind: 'field', about: 'child.name', reason: ' ' },
    { kind: 'other', about: 'child.name', reason: 'x' },
  ] as const) {
    await assert.rejects(ask([item]), refuses('supplement-item-unclear'))
  }
})

test('an answer may only touch the fields that were asked about, and only while asked', async () => {
  const { dossier, owner } = await filed()
  const given = { dossierId: dossier.id, requestKey: `r-${++keys}`, files: [], answers: [] }
  await assert.rejects(answerSupplement(owner, { ...given, set: {} }), refuses('act-not-now'))
  await requestSupplement(hang, {
    ...act(dossier),
    items: [{ kind: 'field', about: 'mother.birthYear', reason: 'Giấy chứng sinh ghi khác.' }],
  })
  await assert.rejects(
    answerSupplement(owner, { ...given, set: { 'child.sex': 'male' } }),
    refuses('supplement-field-not-asked'),
  )
  await core.database.owner.query(
    `update supplement_request set answers = '[]', answered_at = requested_at where dossier_id = $1`,
    [dossier.id],
  )
  await assert.rejects(
    answerSupplement(owner, { ...given, set: {} }),
    refuses('supplement-none-open'),
  )
})

test('a proposing step is not completed, and a difference says what the paper has', async () => {
  const received = await receive(hang, act((await filed()).dossier))
  await assert.rejects(completeStep(yen, act(received)), refuses('step-needs-proposal'))
  const given = { code: received.code, verdict: 'differs' as const, closedAs: null }
  await assert.rejects(
    mark(yen, { ...given, field: 'child.sex', paperSays: ' ' }),
    refuses('difference-needs-paper'),
  )
  await assert.rejects(
    mark(yen, { ...given, field: 'no.such', paperSays: 'x' }),
    refuses('field-unknown'),
  )
})

test("a personal number that does not fit the child's sex or year is refused", async () => {
  const received = await receive(hang, act((await filed()).dossier))
  const given = { ...act(received), remark: 'Đủ.' }
  for (const personalNumber of ['001216000123', '001315000123', '00131600012', '099316000123']) {
    await assert.rejects(
      propose(yen, { ...given, personalNumber }),
      refuses('number-does-not-fit'),
      personalNumber,
    )
  }
  const proposed = await propose(yen, { ...given, personalNumber: '001 316 000123' })
  assert.equal(proposed.state, 'previewing')
  const confirmed = await confirmPreviewForCitizen(hang, {
    ...act(proposed),
    how: 'Đọc qua điện thoại, người yêu cầu đồng ý.',
  })
  assert.equal(confirmed.state, 'signing')
})

test('one personal number is given to one child of the city, and comes back when a dossier ends', async () => {
  const first = await receive(hang, act((await filed()).dossier))
  const second = await receive(hang, act((await filed()).dossier))
  const given = { remark: 'Đủ.', personalNumber: '001316000777' }
  await propose(yen, { ...act(first), ...given })
  await assert.rejects(propose(yen, { ...act(second), ...given }), refuses('number-taken'))
  const { rows } = await core.database.db.query('select 1 from claim where dossier_id = $1', [
    second.id,
  ])
  assert.equal(rows.length, 0)
  const owner = core.citizen([first.id])
  await withdraw(owner, { dossierId: first.id, requestKey: `r-${++keys}` })
  assert.equal((await propose(yen, { ...act(second), ...given })).state, 'previewing')
})

test('a supplement that never comes does not hold the dossier for ever: it is refused', async () => {
  const received = await receive(hang, act((await filed()).dossier))
  const asked = await requestSupplement(hang, {
    ...act(received),
    items: [{ kind: 'paper', about: 'giay-ket-hon', reason: 'Ảnh bị lóa.' }],
  })
  const given = { ...act(asked), reason: 'Quá hạn bổ sung.' }
  const proposed = await proposeRefusal(yen, given)
  const vinh = await core.officer('vinh')
  await open(vinh, proposed)
  assert.equal((await refuse(vinh, act(proposed))).state, 'refused')
})

test('a withdrawn dossier is ended, and an ended one is neither assigned nor marked', async () => {
  const { dossier, owner } = await filed()
  const given = { dossierId: dossier.id, requestKey: `r-${++keys}` }
  const withdrawn = await withdraw(owner, given)
  assert.equal(withdrawn.state, 'withdrawn')
  assert.equal((await withdraw(owner, given)).version, withdrawn.version)
  await assert.rejects(
    confirmPreview(owner, { ...given, requestKey: `r-${++keys}` }),
    refuses('act-not-now'),
  )
  await assert.rejects(
    assign(hang, { code: dossier.code, assigneeId: 'x', requestKey: `r-${++keys}` }),
    refuses('act-not-now'),
  )
  const same = { verdict: 'same', paperSays: null, closedAs: null } as const
  await assert.rejects(
    mark(yen, { code: dossier.code, field: 'child.sex', ...same }),
    refuses('act-not-now'),
  )
})

test('the due date is moved once, by the head, with a reason, to a later desk hour', async () => {
  const received = await receive(hang, act((await filed()).dossier))
  const vinh = await core.officer('vinh')
  const given = { ...act(received), to: new Date('2016-08-15T10:00:00+07:00'), reason: 'Mất điện.' }
  await assert.rejects(moveDue(yen, given), refuses('act-not-yours'))
  await assert.rejects(moveDue(vinh, { ...given, reason: '' }), refuses('due-date-without-reason'))
  const moved = await moveDue(vinh, given)
  assert.equal(moved.dueAt?.toISOString(), '2016-08-15T03:00:00.000Z')
  await assert.rejects(
    moveDue(vinh, { ...act(moved), to: new Date('2016-08-16T10:00:00+07:00'), reason: 'Nữa.' }),
    refuses('due-date-already-moved'),
  )
})

test('a procedure without steps is not published, and unknown revisions refuse drafts', async () => {
  const procedures = await loadProcedures(core.database.db)
  const definition = procedures.revisionOn('birth.register', legalDay(core.clock.now()))!
  await assert.rejects(
    publish(
      core.database.db,
      { ...definition, key: 'x.y', slug: 'x-y', steps: [] },
      core.clock.now(),
    ),
    refuses('procedure-invalid'),
  )
  const draft = await startDraft(core.system, { definition, answers: {} })
  await core.database.owner.query('update draft set revision = 99 where id = $1', [draft.id])
  await assert.rejects(
    saveAnswers(core.citizen([draft.id]), { draftId: draft.id, set: {} }),
    refuses('procedure-unknown'),
  )
})
