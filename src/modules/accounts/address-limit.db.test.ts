import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testClock } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { createLog } from '../../platform/log.ts'
import { testDatabase, type TestDatabase } from '../../testing/db.ts'
import { networkOf } from './address-limit.ts'
import { signIn, signInLimitsOf, spendUse, sweepSignIns } from './index.ts'
import { addressLimitsOf } from './rules.ts'
import { makeStaff, TEST_PASSWORD } from './testing.ts'

let database: TestDatabase
let ctx: Ctx
const clock = testClock(new Date('2016-08-12T07:00:00Z'))

before(async () => {
  database = await testDatabase()
  ctx = { db: database.db, clock, log: createLog('silent'), actor: { kind: 'anonymous' } }
})
after(() => database.close())

test('an address has so many drafts in a window, even when it asks all at once', async () => {
  const { windowMinutes, uses } = await addressLimitsOf(database.db)
  const use = { what: 'draft', ip: '10.0.0.7' } as const
  const asked = Array.from({ length: uses.draft + 20 }, () => spendUse(ctx, use))
  const outcomes = await Promise.allSettled(asked)
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
  assert.equal(refused.length, 20)
  assert.equal(refused[0]!.reason.code, 'drafts-throttled')
  assert.deepEqual(refused[0]!.reason.data, { minutes: windowMinutes })
  await spendUse(ctx, { ...use, ip: '10.0.0.8' })
  await spendUse(ctx, { ...use, what: 'lookup' })
  clock.advance(windowMinutes * 60_000)
  await spendUse(ctx, use)
})

test('an IPv6 line is one address, whatever it puts into its last 64 bits', () => {
  const line = '2001:db8:0:7::/64'
  const same = ['2001:db8:0:7::1', '2001:0DB8:0000:0007:a:b:c:d', '2001:db8:0:7:ffff:ffff:0:1']
  for (const ip of same) assert.equal(networkOf(ip), line)
  assert.notEqual(networkOf('2001:db8:0:8::1'), line)
  assert.equal(networkOf('::1'), '0:0:0:0::/64')
  assert.equal(networkOf('::ffff:10.0.0.7'), '10.0.0.7')
  assert.equal(networkOf('10.0.0.7'), '10.0.0.7')
})

test('passwords tried at one moment count as if tried one after another', async () => {
  await makeStaff(ctx, {
    login: 'hang',
    name: 'Trần Thu Hằng',
    agencyId: 'ubnd-00187-2008',
    roles: ['counterOfficer'],
  })
  const { failuresPerAccount, windowMinutes } = await signInLimitsOf(database.db)
  const tries = Array.from({ length: failuresPerAccount + 4 }, (_none, index) =>
    signIn(ctx, { login: 'hang', password: `sai lần thứ ${index}`, ip: `10.0.1.${index}` }),
  )
  const codes = (await Promise.allSettled(tries)).map((outcome) =>
    outcome.status === 'rejected' ? outcome.reason.code : 'right',
  )
  assert.ok(codes.filter((code) => code === 'sign-in-wrong').length <= failuresPerAccount)
  assert.ok(codes.includes('sign-in-throttled'))
  clock.advance(windowMinutes * 60_000 + 1000)
  const right = { login: 'hang', password: TEST_PASSWORD, ip: '10.0.1.1' }
  for (let times = 0; times < failuresPerAccount + 2; times += 1) await signIn(ctx, right)
})

test('old counts are forgotten', async () => {
  const count = async () => (await database.db.query('select 1 from address_use')).rows.length
  assert.ok((await count()) > 0)
  clock.advance(2 * 86_400_000)
  await sweepSignIns(ctx)
  assert.equal(await count(), 0)
})
