import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { maySign, signIn } from '../modules/accounts/index.ts'
import { seedCity } from '../modules/agencies/index.ts'
import { testClock } from '../platform/clock.ts'
import type { Ctx } from '../platform/ctx.ts'
import { createLog } from '../platform/log.ts'
import { plainDate } from '../platform/plain-date.ts'
import { root } from '../platform/root.ts'
import { testDatabase } from '../testing/db.ts'
import { DEMO_PASSWORD, seedStaff } from './seed-staff.ts'

const database = await testDatabase()
after(() => database.close())
const clock = testClock(new Date('2016-08-12T02:00:00Z'))
const { db } = database
const log = createLog('silent')
await seedCity(db, `${root}/data`)
const ctx: Ctx = { db, clock, log, actor: { kind: 'system', task: 'test' } }

test('the demo’s officers can sign in then and now, each at the right ward', async () => {
  const lines = await seedStaff({ db, clock, log })
  assert.deepEqual(await seedStaff({ db, clock, log }), lines, 'safe to repeat')
  assert.match(lines.join('\n'), /hang +Trần Thu Hằng, cán bộ một cửa, UBND phường Láng Thượng/)
  const at = async (login: string) =>
    (await signIn(ctx, { login, password: DEMO_PASSWORD, ip: '10.0.0.1' })).agencyId
  assert.deepEqual([await at('hang'), await at('lanha')], ['ubnd-00187-2008', 'ubnd-00199-2008'])
  clock.set(new Date('2026-03-02T02:00:00Z'))
  assert.deepEqual(
    [await at('hang'), await at('lanha')],
    ['ubnd-00199-202507', 'ubnd-00190-202507'],
  )
})

test('police and social insurance sign in where the law of the day has them work', async () => {
  const at = async (login: string) =>
    (await signIn(ctx, { login, password: DEMO_PASSWORD, ip: '10.0.0.1' })).agencyId
  clock.set(new Date('2016-08-12T02:00:00Z'))
  assert.deepEqual([await at('huy'), await at('lan')], ['ca-quan-006-2008', 'bhxh-quan-006-2008'])
  clock.set(new Date('2026-03-02T02:00:00Z'))
  assert.deepEqual([await at('tuan'), await at('phuong')], ['ca-00199-202507', 'bhxh-tp'])
})

test('the demo’s chairman may sign, its counter officer may not', async () => {
  const day = plainDate('2016-08-12')
  clock.set(new Date('2016-08-12T02:00:00Z'))
  const who = (login: string) => signIn(ctx, { login, password: DEMO_PASSWORD, ip: '10.0.0.1' })
  const signs = async (login: string) => maySign(db, { ...(await who(login)), day })
  assert.deepEqual(
    [await signs('vinh'), await signs('mai'), await signs('hang')],
    [true, false, false],
  )
})
