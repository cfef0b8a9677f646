import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuidv7 } from '../../platform/ids.ts'
import { answerSummary } from './answer-summary.ts'
import type { Difference } from './compare-sides.ts'
import { deliverDue } from './deliver-messages.ts'
import { setParty } from './parties.ts'
import { onReconcile, reconcile } from './reconcile.ts'
import { openLeg, send } from './send.ts'
import {
  acknowledgementOf,
  answered,
  heard,
  HERE,
  NOW,
  opening,
  openExchangeWorld,
  OTHER_WARD,
  registeredPartner,
  signedBy,
  WARD,
  type ExchangeWorld,
  type Heard,
  type Partner,
} from './testing.ts'

const POLICE = 'ca-quan-006-2008'
const INSURANCE = 'bhxh-quan-006-2008'

let world: ExchangeWorld
let insurance: Partner
let answer: (asked: Heard) => Response

before(async () => {
  world = await openExchangeWorld({ fetch: async (url, init) => answer(heard(url, init)) })
  insurance = await registeredPartner(world, INSURANCE)
  await setParty(world.ctx, { party: INSURANCE, endpoint: 'https://bhxh.example' })
})
after(() => world.close())

async function open(to: string): Promise<string> {
  const dossierId = uuidv7(NOW)
  const given = { agencyId: WARD, dossierId, key: 'leg', to, body: opening }
  return (await world.ctx.db.tx((db) => openLeg(world.ctx, db, given))).leg
}

async function run(asks = true): Promise<{ found: string[]; silent: string[]; legs: number }> {
  const differences: Difference[] = []
  const onDifference = (difference: Difference) => differences.push(difference)
  const done = await reconcile(world.ctx, world.exchange, { asks, onDifference })
  assert.equal(done.differences, differences.length)
  return {
    legs: done.legs,
    found: differences.map(({ agencyId, what }) => `${agencyId} ${what}`).toSorted(),
    silent: done.silent.map(({ party, why }) => `${party} ${why}`),
  }
}

const inside = async (): Promise<string> => {
  const leg = await open(POLICE)
  await deliverDue(world.ctx, world.exchange)
  const at = { agencyId: POLICE, leg }
  await world.ctx.db.tx((db) =>
    send(world.ctx, db, { at, type: 'result', body: { facts: {}, paper: null } }),
  )
  return leg
}

/** The owner changes what the product cannot; undone afterwards. */
async function broken(sql: string, undo: string, params: unknown[]): Promise<string[]> {
  await world.database.owner.query(sql, params)
  const { found } = await run()
  await world.database.owner.query(undo, params)
  assert.deepEqual((await run()).found, [])
  return found
}

test('legs that went their way show no difference, on their way or at their end', async () => {
  await open(POLICE)
  assert.deepEqual((await run()).found, [])
  await inside()
  assert.deepEqual((await run()).found, [])
  await deliverDue(world.ctx, world.exchange)
  assert.deepEqual(await run(), { found: [], silent: [], legs: 4 })
})

test('a state that its messages do not make, and sides that differ, are found', async () => {
  const leg = await inside()
  await deliverDue(world.ctx, world.exchange)
  const found = await broken(
    `update leg set state = 'refused' where agency_id = '${WARD}' and leg = $1`,
    `update leg set state = 'done' where agency_id = '${WARD}' and leg = $1`,
    [leg],
  )
  assert.deepEqual(found, [`${WARD} sides-differ`, `${WARD} state-differs-from-messages`])
})

test('a message accepted and not there, and one taken and never sent, are found', async () => {
  const leg = await inside()
  await deliverDue(world.ctx, world.exchange)
  const found = await broken(
    `update interlink_message set seq = 9 where agency_id = '${WARD}' and leg = $1 and direction = 'in'`,
    `update interlink_message set seq = 1 where agency_id = '${WARD}' and leg = $1 and direction = 'in'`,
    [leg],
  )
  assert.deepEqual(found, [
    `${POLICE} accepted-but-not-there`,
    `${WARD} seq-missing`,
    `${WARD} taken-but-never-sent`,
  ])
})

test('other bytes under the same place are found', async () => {
  const leg = await inside()
  await deliverDue(world.ctx, world.exchange)
  const set = (from: string, to: string) =>
    `update interlink_message set bytes_sha256 = translate(bytes_sha256, '${from}', '${to}')
     where agency_id = '${POLICE}' and leg = $1 and direction = 'in'`
  const hex = '0123456789abcdef'
  const moved = `${hex.slice(1)}0`
  assert.deepEqual(await broken(set(hex, moved), set(moved, hex), [leg]), [
    `${POLICE} bytes-differ`,
    `${WARD} bytes-differ`,
  ])
})

test('a result without its effect is found by the module that knows of effects', async () => {
  onReconcile('test', async (_db, sides) =>
    sides
      .filter(({ leg }) => leg.side === 'lead' && leg.state === 'done')
      .map(({ leg }) => ({
        agencyId: leg.agencyId,
        leg: leg.leg,
        party: leg.otherParty,
        what: 'effect-missing' as const,
        detail: 'result',
      })),
  )
  const { found } = await run()
  assert.ok(found.length > 0)
  assert.ok(found.every((each) => each === `${WARD} effect-missing`))
  onReconcile('test', async () => [])
})

test('a partner in its own software is asked: its word is held against ours', async () => {
  const leg = await open(INSURANCE)
  const say = (value: (asked: Heard) => unknown) => (asked: Heard) =>
    answered(insurance, world.clock.now(), { to: asked, value: value(asked) })
  answer = say(acknowledgementOf)
  await deliverDue(world.ctx, world.exchange)
  const summary = { leg, state: 'notSent', inSeq: 1, outSeq: 0, acceptedSeq: 0 }
  const asked: string[] = []
  const says = (change: object) => {
    answer = say((request) => {
      asked.push(request.url)
      return { legs: [{ ...summary, ...change }] }
    })
  }
  says({})
  assert.deepEqual((await run()).found, [])
  assert.deepEqual(asked, ['https://bhxh.example/doi-soat'])
  says({ inSeq: 0 })
  assert.deepEqual((await run()).found, [`${WARD} accepted-but-not-there`])
  says({ inSeq: 2 })
  assert.deepEqual((await run()).found, [`${WARD} taken-but-never-sent`])
  says({ state: 'done' })
  assert.deepEqual((await run()).found, [`${WARD} sides-differ`])
  says({ outSeq: 1, acceptedSeq: 1, state: 'received' })
  assert.deepEqual((await run()).found, [`${WARD} accepted-but-not-there`])
  answer = say(() => ({ legs: [] }))
  assert.deepEqual((await run()).found, [`${WARD} leg-unknown-there`])
  answer = () => Response.json({ legs: [summary] })
  assert.deepEqual((await run()).silent, [`${INSURANCE} reply-unsigned`])
  assert.deepEqual((await run(false)).silent, [])
})

test('we answer the same question, about nobody’s legs but the asker’s', async () => {
  const mine = await open(INSURANCE)
  const other = await open(POLICE)
  const bytes = Buffer.from(JSON.stringify({ legs: [mine, other] }))
  const target = `${HERE}/api/lien-thong/1/doi-soat`
  const request = signedBy(insurance, { to: WARD }, world.clock.now(), { bytes, target })
  const reply = await answerSummary(world.ctx, world.exchange, { ...request, targets: [target] })
  assert.deepEqual(JSON.parse(Buffer.from(reply.bytes).toString()), {
    legs: [{ leg: mine, state: 'notSent', inSeq: 0, outSeq: 1, acceptedSeq: 0 }],
  })
  const elsewhere = signedBy(insurance, { to: OTHER_WARD }, world.clock.now(), { bytes, target })
  const nothing = await answerSummary(world.ctx, world.exchange, {
    ...elsewhere,
    targets: [target],
  })
  assert.deepEqual(JSON.parse(Buffer.from(nothing.bytes).toString()), { legs: [] })
})
