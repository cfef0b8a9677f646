import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testClock } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { createLog } from '../../platform/log.ts'
import { plainDate } from '../../platform/plain-date.ts'
import { testDatabase } from '../../testing/db.ts'
import {
  addMandate,
  cancelAbsence,
  endMandate,
  findStaffInSession,
  listAbsences,
  listDeputised,
  maySign,
  recordAbsence,
  type StaffRole,
} from './index.ts'
import { makeStaff } from './testing.ts'

const WARD = 'ubnd-00187-2008'
const OTHER = 'ubnd-00199-2008'
const refused = (code: string) => ({ code })
const day = plainDate

const clock = testClock(new Date('2016-08-12T02:00:00Z'))
const database = await testDatabase()
const base = { db: database.db, clock, log: createLog('silent') }
const system: Ctx = { ...base, actor: { kind: 'system', task: 'test' } }
after(() => database.close())

let made = 0

async function officer(role: StaffRole, agencyId = WARD) {
  made += 1
  const login = `vang${made}`
  const staffId = await makeStaff(system, {
    login,
    name: `Vũ Thị ${made}`,
    agencyId,
    roles: [role],
  })
  const ctx: Ctx = { ...base, actor: { kind: 'staff', staffId, agencyId, roles: [role] } }
  return { staffId, login, ctx }
}

const span = (fromDay: string, toDay: string) => ({ fromDay: day(fromDay), toDay: day(toDay) })

test("an officer's own absence names a deputy, who has the work from the first day to the last", async () => {
  const [hang, yen] = [await officer('counterOfficer'), await officer('civilStatusOfficer')]
  const days = span('2016-08-15', '2016-08-17')
  const given = { staffId: hang.staffId, ...days, deputyId: yen.staffId }
  await recordAbsence(hang.ctx, given)
  const deputised = (on: string) =>
    listDeputised(database.db, { staffId: yen.staffId, day: day(on) })
  assert.deepEqual(await deputised('2016-08-14'), [])
  assert.deepEqual(await deputised('2016-08-15'), [hang.staffId])
  assert.deepEqual(await deputised('2016-08-17'), [hang.staffId])
  assert.deepEqual(await deputised('2016-08-18'), [])
})

test('the head records the absence of anyone of the agency, a colleague does not', async () => {
  const [head, hang] = [await officer('chairman'), await officer('counterOfficer')]
  const yen = await officer('civilStatusOfficer')
  const stranger = await officer('chairman', OTHER)
  const given = { staffId: hang.staffId, ...span('2016-08-15', '2016-08-15') }
  await assert.rejects(recordAbsence(yen.ctx, given), refused('act-not-yours'))
  await assert.rejects(recordAbsence(stranger.ctx, given), refused('not-found'))
  await recordAbsence(head.ctx, given)
  const known = await listAbsences(database.db, { agencyIds: [WARD], day: day('2016-08-12') })
  const absence = known.find(({ staffId }) => staffId === hang.staffId)
  assert.equal(absence!.recordedBy, head.staffId)
  await assert.rejects(cancelAbsence(yen.ctx, absence!.id), refused('act-not-yours'))
  await assert.rejects(cancelAbsence(stranger.ctx, absence!.id), refused('not-found'))
  await cancelAbsence(hang.ctx, absence!.id)
  await assert.rejects(cancelAbsence(hang.ctx, absence!.id), refused('not-found'))
})

test("the head's deputy signs on each day of the absence, and no longer once it is cancelled", async () => {
  const [head, deputy] = [await officer('chairman'), await officer('viceChairman')]
  const may = (who: { staffId: string }, on: string) =>
    maySign(database.db, { agencyId: WARD, staffId: who.staffId, day: day(on) })
  const days = span('2016-09-05', '2016-09-07')
  await recordAbsence(head.ctx, { staffId: head.staffId, ...days, deputyId: deputy.staffId })
  assert.deepEqual([await may(head, '2016-09-06'), await may(deputy, '2016-09-06')], [false, true])
  assert.deepEqual(
    [await may(deputy, '2016-09-04'), await may(deputy, '2016-09-08')],
    [false, false],
  )
  const found = await listAbsences(database.db, { agencyIds: [WARD], day: day('2016-09-05') })
  await cancelAbsence(head.ctx, found.find(({ staffId }) => staffId === head.staffId)!.id)
  assert.deepEqual([await may(head, '2016-09-06'), await may(deputy, '2016-09-06')], [true, false])
})

test('an absence that ends before it begins, overlaps another or has no fit deputy is refused', async () => {
  const [hang, yen] = [await officer('counterOfficer'), await officer('civilStatusOfficer')]
  const far = await officer('civilStatusOfficer', OTHER)
  const own = (days: ReturnType<typeof span>, deputyId?: string) =>
    recordAbsence(hang.ctx, { staffId: hang.staffId, ...days, ...(deputyId ? { deputyId } : {}) })
  await assert.rejects(own(span('2016-08-16', '2016-08-15')), refused('absence-days-wrong'))
  await assert.rejects(own(span('2016-08-16', '2017-08-17')), refused('absence-days-wrong'))
  const days = span('2016-08-15', '2016-08-16')
  for (const deputy of [hang, far])
    await assert.rejects(own(days, deputy.staffId), refused('absence-deputy-unfit'))
  await recordAbsence(yen.ctx, { staffId: yen.staffId, ...span('2016-08-16', '2016-08-16') })
  await assert.rejects(own(days, yen.staffId), refused('absence-deputy-unfit'))
  await own(days)
  await assert.rejects(own(span('2016-08-16', '2016-08-20')), refused('absence-overlaps'))
  await own(span('2016-08-17', '2016-08-20'))
})

test('a mandate is added from a day and ended with its last; what one may do follows the day', async () => {
  const { login, staffId } = await officer('counterOfficer')
  const roles = async (on: string) => {
    const session = { staffId, agencyId: WARD, day: day(on) }
    return (await findStaffInSession(database.db, session))?.roles ?? []
  }
  const more = { login, agencyId: WARD, role: 'civilStatusOfficer' as const }
  await addMandate(system, { ...more, fromDay: day('2016-08-20'), toDay: null })
  await assert.rejects(
    addMandate(system, { ...more, fromDay: day('2016-12-01'), toDay: null }),
    refused('mandate-exists'),
  )
  assert.deepEqual(await roles('2016-08-19'), ['counterOfficer'])
  assert.deepEqual(await roles('2016-08-20'), ['civilStatusOfficer', 'counterOfficer'])
  const end = { login, agencyId: WARD, role: 'counterOfficer' as const, lastDay: day('2016-08-31') }
  await endMandate(system, end)
  assert.deepEqual(await roles('2016-08-31'), ['civilStatusOfficer', 'counterOfficer'])
  assert.deepEqual(await roles('2016-09-01'), ['civilStatusOfficer'])
  const later = { ...end, lastDay: day('2016-09-30') }
  await assert.rejects(endMandate(system, later), refused('staff-no-mandate'))
  await assert.rejects(endMandate(system, { ...end, login: 'ai-do' }), refused('staff-unknown'))
})
