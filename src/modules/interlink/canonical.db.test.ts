import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson, sha256Hex, uuidv7 } from '../../platform/ids.ts'
import type { Answers } from '../forms/index.ts'
import { deliverDue } from './deliver-messages.ts'
import type { Bodies } from './message.ts'
import { bytesOf, openLeg } from './send.ts'
import { claimDeliveries } from './store-deliveries.ts'
import { NOW, opening, openExchangeWorld, WARD, type ExchangeWorld } from './testing.ts'

const POLICE = 'ca-quan-006-2008'
const INSURANCE = 'bhxh-quan-006-2008'

let world: ExchangeWorld
before(async () => {
  world = await openExchangeWorld()
})
after(() => world.close())

const text = fc
  .string({ unit: 'binary', maxLength: 30 })
  .filter((each) => each.isWellFormed() && !each.includes('\0'))
const key = text.filter((each) => each !== '__proto__')
const plain = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean())
const answers = fc.dictionary(
  key,
  fc.oneof(plain, fc.dictionary(key, text, { maxKeys: 3 }), fc.array(text, { maxLength: 3 })),
  { maxKeys: 6, noNullPrototype: true },
)

function open(to: string, given: Answers): Promise<unknown> {
  const body: Bodies['open'] = { ...opening, answers: given }
  const leg = { agencyId: WARD, dossierId: uuidv7(NOW), key: 'leg', to, body }
  return world.ctx.db.tx((db) => openLeg(world.ctx, db, leg))
}

test('a message has the same bytes when it comes back from the database, whatever it says', async () => {
  const samples = fc.sample(answers, 150)
  for (const given of samples) await open(INSURANCE, given as Answers)
  const leaseUntil = new Date(NOW.getTime() + 1000)
  const claim = { party: INSURANCE, now: NOW, leaseUntil, limit: 200 }
  const claimed = await claimDeliveries(world.ctx.db, claim)
  assert.equal(claimed.length, samples.length)
  for (const { message, bytesSha256 } of claimed)
    assert.equal(sha256Hex(bytesOf(message)), bytesSha256, canonicalJson(message.body))
})

test('and it is taken and acknowledged as it was written', async () => {
  const samples = fc.sample(answers, 60)
  for (const given of samples) await open(POLICE, given as Answers)
  const { accepted } = await deliverDue(world.ctx, world.exchange)
  assert.ok(accepted >= samples.length, `${accepted} of ${samples.length}`)
})

test('bytes do not depend on the order in which a value was put together', () => {
  const value = fc.dictionary(key, fc.oneof(plain, fc.dictionary(key, plain)), { maxKeys: 8 })
  fc.assert(
    fc.property(value, (given) => {
      const turned = Object.fromEntries(Object.entries(given).toReversed())
      assert.equal(canonicalJson(turned), canonicalJson(given))
      assert.deepEqual(JSON.parse(canonicalJson(given)), JSON.parse(JSON.stringify(given)))
    }),
  )
})
