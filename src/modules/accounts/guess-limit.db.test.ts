import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testClock } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { createLog } from '../../platform/log.ts'
import { testDatabase, type TestDatabase } from '../../testing/db.ts'
import { ensureMayGuess, recordWrongGuess, signInLimitsOf } from './index.ts'

let database: TestDatabase
let ctx: Ctx
const clock = testClock(new Date('2016-08-12T07:00:00Z'))

before(async () => {
  database = await testDatabase()
  ctx = { db: database.db, clock, log: createLog('silent'), actor: { kind: 'anonymous' } }
})
after(() => database.close())

test('an address that guessed wrongly too often waits; others and other secrets do not', async () => {
  const { failuresPerAddress, windowMinutes } = await signInLimitsOf(database.db)
  const guess = { what: 'resume', ip: '10.0.0.7' }
  for (let tries = 0; tries < failuresPerAddress; tries += 1) {
    await ensureMayGuess(ctx, guess)
    await recordWrongGuess(ctx, guess)
  }
  await assert.rejects(ensureMayGuess(ctx, guess), { code: 'guesses-throttled' })
  await ensureMayGuess(ctx, { ...guess, ip: '10.0.0.8' })
  await ensureMayGuess(ctx, { ...guess, what: 'lookup' })
  clock.advance(windowMinutes * 60_000 + 1000)
  await ensureMayGuess(ctx, guess)
})
