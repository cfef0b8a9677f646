import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { openCore, type Core } from '../../testing/core.ts'
import {
  answerSupplement,
  assign,
  decline,
  file,
  receive,
  requestSupplement,
  withdraw,
  type DeskAct,
  type Dossier,
} from './index.ts'

let core: Core
let hang: Ctx
let yen: Ctx
let phone = 912_500_000
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
const filed = () => core.filedBirth({ 'contact.phone': `0${++phone}` })
const act = (dossier: Dossier, requestKey = `k-${++keys}`): DeskAct => ({
  code: dossier.code,
  version: dossier.version,
  requestKey,
})

test('a key that did one act of an officer does no other act, and says so', async () => {
  const { dossier } = await filed()
  const given = act(dossier)
  const received = await receive(hang, given)
  await assert.rejects(decline(hang, { ...given, reason: 'Thiếu.' }), refuses('key-reused'))
  const hangId = hang.actor.kind === 'staff' ? hang.actor.staffId : ''
  await assert.rejects(
    assign(hang, { code: dossier.code, assigneeId: hangId, requestKey: given.requestKey }),
    refuses('key-reused'),
  )
  const other = await filed()
  await assert.rejects(receive(hang, act(other.dossier, given.requestKey)), refuses('key-reused'))
  assert.equal((await receive(hang, given)).version, received.version)
})

test('the key that filed a dossier does not swallow the answer to a supplement request', async () => {
  const { dossier, owner } = await filed()
  const item = { kind: 'field', about: 'mother.birthYear', reason: 'Khác.' } as const
  await requestSupplement(hang, { ...act(dossier), items: [item] })
  await assert.rejects(
    answerSupplement(owner, {
      dossierId: dossier.id,
      requestKey: dossier.id,
      answers: [],
      files: [],
      set: { 'mother.birthYear': 1991 },
    }),
    refuses('key-reused'),
  )
})

test("one person's keys are nothing to another: neither a colleague's nor a citizen's", async () => {
  const first = await filed()
  const second = await filed()
  await receive(hang, act(first.dossier, 'mine'))
  assert.equal((await receive(yen, act(second.dossier, 'mine'))).state, 'processing')
  const third = await filed()
  const given = { dossierId: third.dossier.id, requestKey: 'mine' }
  assert.equal((await withdraw(third.owner, given)).state, 'withdrawn')
  const { id, owner } = await core.readyDraft({ 'contact.phone': `0${++phone}` })
  const send = { draftId: id, requestKey: 'mine', channel: 'online' as const }
  assert.equal((await file(owner, core.files, send)).state, 'filed')
})

test("a citizen's key cannot take the place of a job's", async () => {
  const { dossier, owner } = await filed()
  await withdraw(owner, { dossierId: dossier.id, requestKey: `certificate:${dossier.id}:1` })
  const { rows } = await core.database.db.query<{ n: number }>(
    `select count(*)::int as n from dossier_event where request_key like 'certificate:%'`,
  )
  assert.equal(rows[0]!.n, 0)
})
