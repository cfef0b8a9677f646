import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testClock } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { createLog } from '../../platform/log.ts'
import { plainDate } from '../../platform/plain-date.ts'
import { beginSession } from '../../platform/sessions.ts'
import { testDatabase } from '../../testing/db.ts'
import {
  acceptInvite,
  assignSigner,
  disable,
  ensureMaySign,
  findStaffInSession,
  findTokenHolder,
  getInvited,
  invite,
  inviteAgain,
  issueToken,
  maySign,
  recordAbsence,
  signIn,
  sweepSignIns,
} from './index.ts'
import { maySignFrom } from './signing.ts'
import { makeStaff, TEST_PASSWORD } from './testing.ts'

const WARD = 'ubnd-00187-2008'
const OTHER = 'ubnd-00199-2008'
const start = new Date('2016-08-12T02:00:00Z')
const today = plainDate('2016-08-12')
const refused = (code: string) => ({ code })

const clock = testClock(start)
const database = await testDatabase()
const ctx: Ctx = {
  db: database.db,
  clock,
  log: createLog('silent'),
  actor: { kind: 'system', task: 'test' },
}
after(() => database.close())

const make = (login: string, role: Parameters<typeof makeStaff>[1]['roles'][number]) =>
  makeStaff(ctx, { login, name: `Người ${login}`, agencyId: WARD, roles: [role] })
const tryIn = (login: string, password: string, ip = '10.0.0.1') =>
  signIn(ctx, { login, password, ip })

test('an invitation works once, in time, with a good password', async () => {
  const mandate = { agencyId: WARD, roles: ['specialist'] as const, fromDay: today, toDay: null }
  const made = { login: 'moi', name: 'Vũ Khánh Linh', mandates: [mandate] }
  const { token } = await invite(ctx, made)
  await assert.rejects(invite(ctx, made), refused('staff-login-taken'))
  await assert.rejects(tryIn('moi', ''), refused('sign-in-wrong'))
  await assert.rejects(
    acceptInvite(ctx, { token, password: 'ngắn' }),
    refused('password-too-short'),
  )
  await assert.rejects(
    acceptInvite(ctx, { token, password: 'vu khanh linh 1' }),
    refused('password-is-name'),
  )
  await acceptInvite(ctx, { token, password: TEST_PASSWORD })
  await assert.rejects(getInvited(ctx, token), refused('invite-not-valid'))
  assert.equal((await tryIn('MOI ', TEST_PASSWORD)).agencyId, WARD)
  const again = await inviteAgain(ctx, 'moi')
  clock.advance(73 * 3_600_000)
  await assert.rejects(getInvited(ctx, again.token), refused('invite-not-valid'))
  await assert.rejects(inviteAgain(ctx, 'khong-co'), refused('staff-unknown'))
  clock.set(start)
})

test('guessing is slowed by account, and stops slowing after the window', async () => {
  await make('doan', 'specialist')
  for (let guess = 0; guess < 5; guess += 1)
    await assert.rejects(tryIn('doan', `sai ${guess}`), refused('sign-in-wrong'))
  await assert.rejects(tryIn('doan', TEST_PASSWORD), refused('sign-in-throttled'))
  clock.advance(16 * 60_000)
  assert.equal((await tryIn('doan', TEST_PASSWORD)).agencyId, WARD)
  clock.set(start)
})

test('guessing is slowed by address over many accounts', async () => {
  for (let guess = 0; guess < 30; guess += 1)
    await assert.rejects(tryIn(`nguoi-${guess}`, 'sai', '10.0.0.66'), refused('sign-in-wrong'))
  await assert.rejects(tryIn('nguoi-31', 'sai', '10.0.0.66'), refused('sign-in-throttled'))
  await assert.rejects(tryIn('nguoi-31', 'sai', '10.0.0.67'), refused('sign-in-wrong'))
})

test('a role holds from its first day to its last', async () => {
  const span = { fromDay: plainDate('2016-08-10'), toDay: plainDate('2016-08-20') }
  const mandate = { agencyId: WARD, roles: ['counterOfficer'] as const, ...span }
  const { staffId, token } = await invite(ctx, {
    login: 'tam',
    name: 'Đỗ Tâm',
    mandates: [mandate],
  })
  await acceptInvite(ctx, { token, password: TEST_PASSWORD })
  const on = (day: string) =>
    findStaffInSession(ctx.db, { staffId, agencyId: WARD, day: plainDate(day) })
  assert.equal(await on('2016-08-09'), undefined)
  assert.deepEqual((await on('2016-08-10'))?.roles, ['counterOfficer'])
  assert.deepEqual((await on('2016-08-20'))?.roles, ['counterOfficer'])
  assert.equal(await on('2016-08-21'), undefined)
  clock.set(new Date('2016-08-21T02:00:00Z'))
  await assert.rejects(tryIn('tam', TEST_PASSWORD), refused('staff-no-mandate'))
  clock.set(start)
})

test('a disabled account signs in no more and its tokens stop', async () => {
  await make('hetviec', 'specialist')
  const { token } = await issueToken(ctx, { login: 'hetviec', label: 'thử', days: 9 })
  assert.equal((await findTokenHolder(ctx.db, { token, now: start }))?.agencyId, WARD)
  await disable(ctx, 'hetviec')
  assert.equal(await findTokenHolder(ctx.db, { token, now: start }), undefined)
  await assert.rejects(tryIn('hetviec', TEST_PASSWORD), refused('sign-in-wrong'))
  await assert.rejects(disable(ctx, 'khong-co'), refused('staff-unknown'))
})

test('the head signs; a deputy on the day assigned; nobody while away; nobody elsewhere', async () => {
  const chairman = await make('vinh', 'chairman')
  const deputy = await make('mai', 'viceChairman')
  const clerk = await make('hang', 'counterOfficer')
  const signs = (staffId: string, day = '2016-08-12', agencyId = WARD) =>
    maySign(ctx.db, { agencyId, day: plainDate(day), staffId })
  assert.deepEqual(await Promise.all([chairman, deputy, clerk].map((id) => signs(id))), [
    true,
    false,
    false,
  ])
  assert.equal(await signs(chairman, '2016-08-12', OTHER), false)
  await assignSigner(ctx, { day: today, staffId: deputy })
  await assignSigner(ctx, { day: today, staffId: deputy })
  assert.equal(await signs(deputy), true)
  assert.equal(await signs(deputy, '2016-08-13'), false)
  await assert.rejects(
    assignSigner(ctx, { day: today, staffId: clerk }),
    refused('staff-no-mandate'),
  )
  await recordAbsence(ctx, { staffId: chairman, fromDay: today, toDay: plainDate('2016-08-14') })
  assert.deepEqual(
    await Promise.all(
      ['2016-08-11', '2016-08-12', '2016-08-14', '2016-08-15'].map((day) => signs(chairman, day)),
    ),
    [true, false, false, true],
  )
  const asked = { agencyId: WARD, day: today, staffId: chairman }
  await assert.rejects(ensureMaySign(ctx.db, asked), refused('not-the-signer'))
})

test('an assignment makes no signer of someone who is no deputy', () => {
  const facts = { isAbsent: false, isAssigned: true }
  assert.equal(maySignFrom({ ...facts, roles: ['counterOfficer', 'civilStatusOfficer'] }), false)
  assert.equal(maySignFrom({ ...facts, roles: ['deputyDirector'] }), true)
  assert.equal(maySignFrom({ ...facts, roles: ['director'], isAssigned: false }), true)
})

test('old failures and dead sessions are swept; live ones stay', async () => {
  const { id } = await beginSession(ctx.db, start, { kind: 'citizen' })
  clock.advance(2 * 86_400_000)
  await assert.rejects(tryIn('ai-do', 'sai', '10.0.0.99'), refused('sign-in-wrong'))
  assert.ok((await sweepSignIns(ctx)) > 0)
  const rows = async (sql: string) => (await ctx.db.query(sql)).rows.length
  assert.equal(await rows('select 1 from sign_in_failure'), 2)
  assert.equal(await rows(`select 1 from web_session where id = '${id}'`), 1)
  clock.advance(31 * 86_400_000)
  await sweepSignIns(ctx)
  assert.equal(await rows(`select 1 from web_session where id = '${id}'`), 0)
})
