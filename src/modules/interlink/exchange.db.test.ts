import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { uuidv7 } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { deliverDue } from './deliver-messages.ts'
import { onMessage, type Taken } from './effects.ts'
import type { MessageType } from './message.ts'
import { openLeg, send, type Send } from './send.ts'
import { findLeg, linkLegDossier, type Leg } from './store-legs.ts'
import { NOW, opening, openExchangeWorld, WARD, type ExchangeWorld } from './testing.ts'

const POLICE = 'ca-quan-006-2008'

let world: ExchangeWorld
const taken: Taken[] = []

before(async () => {
  world = await openExchangeWorld()
  onMessage('test', async (ctx, db, each) => {
    taken.push(each)
    const { agencyId, leg } = each.leg
    if (each.message.type === 'open')
      await linkLegDossier(db, { agencyId, leg }, uuidv7(ctx.clock.now()))
    if (each.message.type === 'cancel')
      await send(ctx, db, { at: { agencyId, leg }, type: 'cancelled', body: {} })
  })
})
after(() => world.close())

async function open(key = 'residence'): Promise<Leg> {
  const dossierId = uuidv7(NOW)
  return world.ctx.db.tx((db) =>
    openLeg(world.ctx, db, { agencyId: WARD, dossierId, key, to: POLICE, body: opening }),
  )
}

function write<T extends Exclude<MessageType, 'open'>>(given: Send<T>): Promise<unknown> {
  return world.ctx.db.tx((db) => send(world.ctx, db, given))
}

const refuses = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal)
  assert.equal(error.code, code)
  return true
}

test('a leg opened by a ward is taken by the police on a desk in here, with its effect', async () => {
  const { leg } = await open()
  assert.equal((await findLeg(world.ctx.db, { agencyId: WARD, leg }))?.state, 'notSent')
  assert.deepEqual(await deliverDue(world.ctx, world.exchange), {
    accepted: 1,
    refused: 0,
    putOff: 0,
  })
  const theirs = await findLeg(world.ctx.db, { agencyId: POLICE, leg })
  assert.equal(theirs?.side, 'partner')
  assert.ok(theirs.dossierId, 'the effect made a dossier')
  assert.equal((await findLeg(world.ctx.db, { agencyId: WARD, leg }))?.state, 'sent')
  assert.deepEqual(taken.at(-1)?.message.body, opening)
})

test('messages of a leg are taken in the order in which they were written', async () => {
  const { leg } = await open()
  await deliverDue(world.ctx, world.exchange)
  const at = { agencyId: POLICE, leg }
  const dueAt = '2016-08-20T17:00:00.000Z'
  await write({ at, type: 'received', body: { code: 'CA-1', dueAt } })
  await write({ at, type: 'delayed', body: { dueAt, reason: 'Hồ sơ nhiều.' } })
  await write({ at, type: 'result', body: { facts: { place: 'x' }, paper: null } })
  taken.length = 0
  await deliverDue(world.ctx, world.exchange)
  assert.deepEqual(
    taken.map(({ message }) => message.type),
    ['received', 'delayed', 'result'],
  )
  const mine = await findLeg(world.ctx.db, { agencyId: WARD, leg })
  assert.deepEqual([mine?.state, mine?.otherCode, mine?.inSeq], ['done', 'CA-1', 3])
  assert.deepEqual(mine?.dueAt, new Date(dueAt))
  assert.ok(mine?.endedAt)
})

test('what an effect sends leaves with it: a cancelled leg answers by itself', async () => {
  const { leg } = await open()
  await deliverDue(world.ctx, world.exchange)
  await write({ at: { agencyId: WARD, leg }, type: 'cancel', body: { why: 'withdrawn' } })
  await deliverDue(world.ctx, world.exchange)
  for (const agencyId of [WARD, POLICE])
    assert.equal((await findLeg(world.ctx.db, { agencyId, leg }))?.state, 'cancelled')
})

test('a leg is opened once a key, and nobody writes what is not theirs to write', async () => {
  const first = await open('same')
  const again = await world.ctx.db.tx((db) =>
    openLeg(world.ctx, db, { ...first, dossierId: first.dossierId!, to: POLICE, body: opening }),
  )
  assert.equal(again.leg, first.leg)
  const at = { agencyId: WARD, leg: first.leg }
  const result = { facts: {}, paper: null }
  await assert.rejects(write({ at, type: 'result', body: result }), refuses('leg-not-yours'))
  const nowhere = { agencyId: WARD, leg: uuidv7(NOW) }
  await assert.rejects(
    write({ at: nowhere, type: 'cancel', body: { why: 'withdrawn' } }),
    refuses('leg-not-yours'),
  )
  await write({ at, type: 'cancel', body: { why: 'withdrawn' } })
  await assert.rejects(
    write({ at, type: 'cancel', body: { why: 'withdrawn' } }),
    refuses('leg-not-now'),
  )
  await deliverDue(world.ctx, world.exchange)
  await assert.rejects(
    write({ at, type: 'cancel', body: { why: 'withdrawn' } }),
    refuses('leg-ended'),
  )
})

test('an effect that fails takes nothing, and the message comes again', async () => {
  const { leg } = await open()
  onMessage('failing', () => Promise.reject(new Error('a fault')))
  assert.equal((await deliverDue(world.ctx, world.exchange)).putOff, 1)
  assert.equal(await findLeg(world.ctx.db, { agencyId: POLICE, leg }), undefined)
  onMessage('failing', async () => undefined)
  world.clock.advance(2_000)
  assert.equal((await deliverDue(world.ctx, world.exchange)).accepted, 1)
  assert.ok(await findLeg(world.ctx.db, { agencyId: POLICE, leg }))
})
