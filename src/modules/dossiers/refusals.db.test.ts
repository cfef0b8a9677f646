import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCore, type Core } from '../../testing/core.ts'
import { refuses } from '../../testing/errand.ts'
import type { Ctx } from '../../platform/ctx.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { saveAnswers, startDraft } from '../intake/index.ts'
import { loadProcedures } from '../procedures/index.ts'
import { withCheckDigit } from './code.ts'
import { file, track } from './index.ts'

let core: Core
let phone = 912_400_000

before(async () => {
  core = await openCore()
})
after(() => core.close())

const filed = () => core.filedBirth({ 'contact.phone': `0${++phone}` })
const ready = (change = {}) => core.readyDraft({ 'contact.phone': `0${++phone}`, ...change })
const send = (owner: Ctx, id: string) =>
  file(owner, core.files, { draftId: id, requestKey: id, channel: 'online' })

test('tracking tells a misread digit, a wrong form and a number nobody has apart', async () => {
  const ten = withCheckDigit('123456789')
  const wrong = ten.slice(0, 9) + String((Number(ten[9]) + 1) % 10)
  await assert.rejects(track(core.system, wrong), refuses('lookup-check-digit'))
  await assert.rejects(track(core.system, '12 34'), refuses('lookup-unreadable'))
  await assert.rejects(track(core.system, ten), refuses('dossier-unknown'))
  const guessed = '000.01.87.H26-160812-9998'
  await assert.rejects(track(core.system, guessed), refuses('dossier-unknown'))
})

test('a draft without a confirmed phone, or past its time, is not filed', async () => {
  const definition = (await loadProcedures(core.database.db)).revisionOn(
    'birth.register',
    legalDay(core.clock.now()),
  )!
  const draft = await startDraft(core.system, { definition, answers: {} })
  const owner = core.citizen([draft.id])
  await assert.rejects(send(owner, draft.id), refuses('phone-not-confirmed'))
  const late = await ready()
  const now = core.clock.now()
  core.clock.advance(31 * 86_400_000)
  await assert.rejects(send(late.owner, late.id), refuses('draft-expired'))
  core.clock.set(now)
})

test('a draft opened under an older law is not filed before the citizen has seen the new one', async () => {
  const { id, owner } = await ready()
  const now = core.clock.now()
  core.clock.set(new Date('2024-06-10T09:00:00+07:00'))
  await core.database.owner.query('update draft set expires_at = $1', ['2030-01-01'])
  await assert.rejects(send(owner, id), refuses('law-changed'))
  core.clock.set(new Date('2015-06-10T09:00:00+07:00'))
  await assert.rejects(send(owner, id), refuses('procedure-not-in-force'))
  core.clock.set(now)
})

test('a foreign parent is refused with the rule of law, and nothing is filed', async () => {
  const { id, owner } = await ready({ 'father.nationality': 'Pháp' })
  await assert.rejects(send(owner, id), (error: unknown) => {
    refuses('law-refuses')(error)
    const findings = (error as Refusal).data['findings'] as { rule: string; basis: string }[]
    assert.ok(findings.some(({ rule, basis }) => rule === 'birth.nationality' && basis !== ''))
    return true
  })
})

test('parents of two wards choose one; a third ward is refused naming the right ones', async () => {
  const langHa = {
    scope: 'city',
    unit: '00199',
    unitFrom: '2008-08-01',
    line: 'Số 1',
    place: 'phường Láng Hạ, quận Đống Đa, Thành phố Hà Nội',
  }
  const { id, owner } = await ready({ 'mother.residence': langHa })
  await assert.rejects(send(owner, id), refuses('agency-not-chosen'))
  await saveAnswers(owner, { draftId: id, set: {}, agencyId: 'ubnd-00178-2008' })
  await assert.rejects(send(owner, id), (error: unknown) => {
    refuses('wrong-agency')(error)
    const competent = (error as Refusal).data['competent'] as { id: string }[]
    assert.deepEqual(competent.map((agency) => agency.id).toSorted(), [
      'ubnd-00187-2008',
      'ubnd-00199-2008',
    ])
    return true
  })
  await saveAnswers(owner, { draftId: id, set: {}, agencyId: 'ubnd-00199-2008' })
  assert.equal((await send(owner, id)).agencyId, 'ubnd-00199-2008')
})

test('a file whose bytes are gone stops the filing: acknowledged means complete', async () => {
  const { id, owner } = await ready()
  const broken = { ...core.files, has: async () => false }
  await assert.rejects(
    file(owner, broken, { draftId: id, requestKey: id, channel: 'online' }),
    refuses('file-bytes-missing'),
  )
  assert.equal((await send(owner, id)).state, 'filed')
})

test('a filed draft can no longer be changed', async () => {
  const { dossier, owner } = await filed()
  await assert.rejects(
    saveAnswers(owner, { draftId: dossier.id, set: {} }),
    refuses('draft-already-filed'),
  )
})

test('the 10,000th dossier of a ward and day is refused, not numbered beyond the legal format', async () => {
  const { id, owner } = await ready()
  const day = legalDay(core.clock.now())
  const { rows } = await core.database.db.query<{ code_no: number }>(
    `select code_no from agency_head where agency_id = 'ubnd-00187-2008'`,
  )
  const set = (no: number) =>
    core.database.db.query(
      `update agency_head set code_no = $1, code_day = $2 where agency_id = 'ubnd-00187-2008'`,
      [no, day],
    )
  await set(9999)
  await assert.rejects(send(owner, id), refuses('codes-exhausted'))
  await set(rows[0]!.code_no)
  assert.equal((await send(owner, id)).codeNo, rows[0]!.code_no + 1)
})
