import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../tests/journeys/world.ts'
import { codeLimits, sendCode } from '../modules/intake/index.ts'
import { listNewest } from '../modules/notifications/index.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const sentTo = async (phone: string) => {
  await world.runJobs()
  return (await listNewest(world.deps.db)).filter(({ recipient }) => recipient === phone).length
}

test('a code that waited past its time is not sent any more, and nothing is left of it', async () => {
  const minutes = codeLimits.livesMinutes
  await sendCode(world.ctx, { draftId: null, phone: '0912399001' })
  world.clock.advance(minutes * 60_000)
  assert.equal(await sentTo('0912399001'), 0)
  await sendCode(world.ctx, { draftId: null, phone: '0912399002' })
  world.clock.advance((minutes - 1) * 60_000)
  assert.equal(await sentTo('0912399002'), 1)
  const { rows } = await world.deps.db.query(
    `select 1 from graphile_worker._private_jobs where payload::text like '%09123990%'`,
  )
  assert.deepEqual(rows, [])
})
