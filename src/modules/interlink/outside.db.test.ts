import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Actor } from '../../platform/ctx.ts'
import { secretToken, uuidv7 } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { deliverDue } from './deliver-messages.ts'
import { listDeadLetters, listExchange, listSilentParties, viewLeg } from './lists.ts'
import { setParty } from './parties.ts'
import { openLeg, send } from './send.ts'
import { sendAgain } from './send-again.ts'
import { findLeg, type Leg } from './store-legs.ts'
import {
  acknowledgementOf,
  answered,
  heard,
  newPartner,
  NOW,
  opening,
  openExchangeWorld,
  registeredPartner,
  WARD,
  type ExchangeWorld,
  type Heard,
  type Partner,
} from './testing.ts'

const POLICE = 'ca-quan-006-2008'
const INSURANCE = 'bhxh-quan-006-2008'

let world: ExchangeWorld
let police: Partner
let insurance: Partner
let answer: (asked: Heard) => Response | Promise<Response>
let tried: Heard[]

const acknowledge = (asked: Heard): Response =>
  answered(police, world.clock.now(), { to: asked, value: acknowledgementOf(asked) })

before(async () => {
  world = await openExchangeWorld({
    fetch: async (url, init) => {
      const asked = heard(url, init)
      tried.push(asked)
      return answer(asked)
    },
  })
  police = await registeredPartner(world, POLICE)
  insurance = await registeredPartner(world, INSURANCE)
  await setParty(world.ctx, { party: POLICE, endpoint: 'https://police.example/motcua' })
})
after(() => world.close())
beforeEach(async () => {
  answer = acknowledge
  // What an earlier test left behind is delivered now.
  for (let day = 0; day < 3; day += 1) {
    world.clock.advance(86_400_000)
    tried = []
    await deliverDue(world.ctx, world.exchange)
  }
  tried = []
})

function open(to = POLICE): Promise<Leg> {
  const dossierId = uuidv7(NOW)
  const given = { agencyId: WARD, dossierId, key: 'residence', to, body: opening }
  return world.ctx.db.tx((db) => openLeg(world.ctx, db, given))
}

const cancel = ({ leg }: Leg) =>
  world.ctx.db.tx((db) =>
    send(world.ctx, db, {
      at: { agencyId: WARD, leg },
      type: 'cancel',
      body: { why: 'withdrawn' },
    }),
  )

const state = async ({ leg }: Leg) => (await findLeg(world.ctx.db, { agencyId: WARD, leg }))?.state
const deliver = () => deliverDue(world.ctx, world.exchange)

function by(roles: readonly string[]): ExchangeWorld['ctx'] {
  const actor: Actor = { kind: 'staff', staffId: 'yen', agencyId: WARD, roles }
  return { ...world.ctx, actor }
}

const refuses = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal)
  assert.equal(error.code, code)
  return true
}

test('a partner’s signed acknowledgement of these bytes ends the sending', async () => {
  const leg = await open()
  assert.equal((await deliver()).accepted, 1)
  assert.equal(tried[0]?.url, 'https://police.example/motcua/thong-diep')
  assert.equal(tried[0].message.leg, leg.leg)
  assert.equal(await state(leg), 'sent')
  assert.equal((await deliver()).accepted, 0)
  assert.equal(tried.length, 1)
})

const notAcknowledged: [string, (asked: Heard) => Response][] = [
  ['an unsigned 200', (asked) => Response.json(acknowledgementOf(asked))],
  ['garbage', () => new Response(Buffer.from([0xff, 0xd8, 0]), { status: 200 })],
  ['an empty answer', () => new Response(null, { status: 204 })],
  [
    'one signed by another party',
    (asked) =>
      answered(insurance, world.clock.now(), { to: asked, value: acknowledgementOf(asked) }),
  ],
  [
    'one signed with a key that nobody knows',
    (asked) => {
      const stranger = newPartner(POLICE)
      return answered(stranger, world.clock.now(), { to: asked, value: acknowledgementOf(asked) })
    },
  ],
  ['one of other bytes', (asked) => acknowledge({ ...asked, bytes: Buffer.from('other') })],
  [
    'one of another message',
    (asked) => acknowledge({ ...asked, message: { ...asked.message, id: uuidv7(NOW) } }),
  ],
  [
    'one made for an earlier request',
    (asked) => {
      const input = `x=();created=1;keyid="k";nonce="${secretToken()}"`
      const headers = { 'signature-input': input, signature: 'x=:AAAA:' }
      return acknowledge({ ...asked, headers })
    },
  ],
  [
    'one of last week',
    (asked) => {
      const then = new Date(world.clock.now().getTime() - 7 * 86_400_000)
      return answered(police, then, { to: asked, value: acknowledgementOf(asked) })
    },
  ],
  [
    'a refusal that nobody signed',
    () => Response.json({ status: 409, code: 'leg-ended' }, { status: 409 }),
  ],
  ['a redirect', () => new Response(null, { status: 302, headers: { location: 'https://x' } })],
  ['a fault', () => new Response('oops', { status: 500 })],
]

for (const [name, reply] of notAcknowledged)
  test(`${name} is no acknowledgement: the message comes again`, async () => {
    const leg = await open()
    answer = reply
    assert.deepEqual(await deliver(), { accepted: 0, refused: 0, putOff: 1 })
    assert.equal(await state(leg), 'notSent')
    answer = acknowledge
    world.clock.advance(2_000)
    assert.equal((await deliver()).accepted, 1)
    assert.equal(await state(leg), 'sent')
  })

test('a party down for three days holds up nobody, and its backlog drains in order', async () => {
  answer = () => Promise.reject(new TypeError('fetch failed'))
  const legs: Leg[] = []
  for (let day = 0; day < 3; day += 1) {
    for (let each = 0; each < 20; each += 1) legs.push(await open())
    for (let hour = 0; hour < 24; hour += 1) {
      await deliver()
      world.clock.advance(3_600_000)
    }
    for (const leg of legs.slice(-20)) assert.equal(await state(leg), 'notSent')
  }
  for (const leg of legs.slice(0, 5)) await cancel(leg)
  assert.ok(tried.length < 16 + 3 * 24 + 5, `${tried.length} attempts while it was down`)
  const [silent] = await listSilentParties(by(['unitAdmin']))
  assert.deepEqual([silent?.party, silent?.lastError], [POLICE, 'unreachable'])
  tried = []
  let underway = 0
  let most = 0
  answer = async (asked) => {
    underway += 1
    most = Math.max(most, underway)
    await new Promise(setImmediate)
    underway -= 1
    return acknowledge(asked)
  }
  world.clock.advance(300_000)
  assert.equal((await deliver()).accepted, 65)
  assert.equal(tried.length, 65, 'nothing was sent twice')
  assert.ok(most <= 16, `${most} at once`)
  for (const { leg } of legs.slice(0, 5)) {
    const seqs = tried
      .filter(({ message }) => message.leg === leg)
      .map(({ message }) => message.seq)
    assert.deepEqual(seqs, [1, 2])
  }
  assert.deepEqual(await listSilentParties(by(['unitAdmin'])), [])
})

test('a silent party is tried by one message at a time, and others are not held up', async () => {
  await setParty(world.ctx, { party: INSURANCE, endpoint: 'https://bhxh.example' })
  for (let each = 0; each < 24; each += 1) await open()
  answer = () => new Response('', { status: 503 })
  await deliver()
  const first = tried.length
  assert.ok(first <= 16)
  const health = await open(INSURANCE)
  answer = (asked) =>
    asked.url.startsWith('https://bhxh')
      ? answered(insurance, world.clock.now(), { to: asked, value: acknowledgementOf(asked) })
      : new Response('', { status: 503 })
  assert.equal((await deliver()).accepted, 1)
  assert.equal(await state(health), 'sent')
  for (const afterMs of [1_500, 7_000, 40_000, 150_000]) {
    tried = []
    world.clock.advance(afterMs)
    await deliver()
    assert.equal(tried.length, 1, `${tried.length} probes after ${afterMs} ms`)
  }
})

test('a refusal that time cannot heal stops the leg; a person sees why and sends again', async () => {
  const leg = await open()
  const value = { status: 400, code: 'message-invalid', title: '…' }
  answer = (asked) => answered(police, world.clock.now(), { to: asked, value, status: 400 })
  assert.deepEqual(await deliver(), { accepted: 0, refused: 1, putOff: 0 })
  await cancel(leg)
  answer = acknowledge
  world.clock.advance(86_400_000)
  assert.equal((await deliver()).accepted, 0, 'the leg waits behind what stopped')
  const officer = by(['civilStatusOfficer'])
  const { rows } = await listDeadLetters(officer)
  const stopped = rows.find((row) => row.leg === leg.leg)
  assert.deepEqual([stopped?.deadReason, stopped?.type], ['message-invalid', 'open'])
  const [line] = (await listExchange(officer, { isWaiting: true })).rows
  assert.deepEqual([line?.leg, line?.deadReason], [leg.leg, 'message-invalid'])
  const messageId = stopped!.id
  const clerk = by(['counterOfficer'])
  await assert.rejects(sendAgain(clerk, { messageId }), refuses('not-your-role'))
  await assert.rejects(sendAgain(officer, { messageId: uuidv7(NOW) }), refuses('not-found'))
  await sendAgain(officer, { messageId })
  await assert.rejects(sendAgain(officer, { messageId }), refuses('message-not-stopped'))
  assert.equal((await deliver()).accepted, 2)
  assert.equal(await state(leg), 'cancelling')
  const { acts, messages } = await viewLeg(officer, { agencyId: WARD, leg: leg.leg })
  assert.deepEqual(
    acts.map(({ doneBy, reason }) => [doneBy, reason]),
    [['yen', 'message-invalid']],
  )
  assert.deepEqual(
    messages.map(({ type, deadAt }) => [type, deadAt]),
    [
      ['open', null],
      ['cancel', null],
    ],
  )
})

test('a refusal that time heals is tried again, and the party counts as answering', async () => {
  await open()
  const value = { status: 409, code: 'message-out-of-order', data: { expected: 7 } }
  answer = (asked) => answered(police, world.clock.now(), { to: asked, value, status: 409 })
  assert.equal((await deliver()).putOff, 1)
  assert.deepEqual(await listSilentParties(by(['unitAdmin'])), [])
  answer = acknowledge
  world.clock.advance(2_000)
  assert.equal((await deliver()).accepted, 1)
})

test('what nobody accepted in ten days is dead, tried or not, until a person sends it', async () => {
  const legs = [await open(), await open()]
  answer = () => new Response('', { status: 502 })
  await deliver()
  for (let day = 0; day < 10; day += 1) {
    world.clock.advance(86_400_000)
    await deliver()
  }
  assert.deepEqual((await listDeadLetters(by(['unitAdmin']))).rows.length, 0)
  world.clock.advance(60_000 * 6)
  await deliver()
  const dead = (await listDeadLetters(by(['unitAdmin']))).rows
  assert.deepEqual(dead.map(({ leg }) => leg).toSorted(), legs.map(({ leg }) => leg).toSorted())
  for (const { id: messageId } of dead) await sendAgain(by(['chairman']), { messageId })
  answer = acknowledge
  world.clock.advance(60_000 * 6)
  assert.equal((await deliver()).accepted, 2)
})

test('without an endpoint a message to the Ministry waits and stops nobody', async () => {
  const leg = await open('bo-tu-phap')
  await deliver()
  assert.equal(await state(leg), 'notSent')
  const silent = await listSilentParties(by(['unitAdmin']))
  assert.equal(silent.find(({ party }) => party === 'bo-tu-phap')?.lastError, 'no-endpoint')
})
