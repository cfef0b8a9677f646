import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { uuidv7 } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { deliverDue } from './deliver-messages.ts'
import { onMessage } from './effects.ts'
import type { ExchangeRequest } from './exchange.ts'
import { takeMessage } from './door.ts'
import { importKey } from './keys.ts'
import { isLegEnded } from './leg.ts'
import { senderOf, type Bodies, type MessageType } from './message.ts'
import { setParty } from './parties.ts'
import { reconcile } from './reconcile.ts'
import { openLeg, send } from './send.ts'
import { findLeg } from './store-legs.ts'
import { heard, NOW, opening, openExchangeWorld, WARD, type ExchangeWorld } from './testing.ts'

const POLICE = 'ca-quan-006-2008'

type Fault = 'none' | 'requestLost' | 'replyLost' | 'doubled' | 'garbage' | 'silent200'
type Side = 'lead' | 'partner'

let lead: ExchangeWorld
let partner: ExchangeWorld
/** What happens to the next requests; then nothing. */
let faults: Fault[] = []
/** Requests that went by, to be played again. */
let recorded: { to: Side; request: ExchangeRequest }[] = []
let effects: Map<string, number>

before(async () => {
  lead = await openExchangeWorld({ fetch: wayTo('partner') })
  partner = await openExchangeWorld({ fetch: wayTo('lead') })
  await introduce(lead, partner, POLICE)
  await introduce(partner, lead, WARD)
  onMessage('counted', async (_ctx, _db, { leg, message }) => {
    const key = `${leg.side} ${message.id}`
    effects.set(key, (effects.get(key) ?? 0) + 1)
  })
})
after(() => Promise.all([lead.close(), partner.close()]))

const worldOf = (side: Side) => (side === 'lead' ? lead : partner)

async function introduce(here: ExchangeWorld, there: ExchangeWorld, party: string): Promise<void> {
  const { privateKey } = await there.exchange.keys.signing(there.ctx, party)
  const { x = '' } = privateKey.export({ format: 'jwk' })
  await importKey(here.ctx, { party, text: x })
  await setParty(here.ctx, { party, endpoint: 'https://other.example/x' })
}

function wayTo(to: Side): typeof fetch {
  return async (url, init) => {
    const { headers, bytes } = heard(url, init)
    const request: ExchangeRequest = { method: 'POST', targets: [String(url)], headers, bytes }
    const fault = faults.shift() ?? 'none'
    if (fault === 'requestLost') throw new TypeError('lost')
    if (fault === 'silent200') return new Response('{}')
    recorded.push({ to, request })
    if (fault === 'doubled') await arrive(to, request)
    const { status, headers: answered, bytes: body } = await arrive(to, request)
    if (fault === 'replyLost') throw new TypeError('lost')
    if (fault === 'garbage') return new Response('<html>', { status })
    return new Response(Uint8Array.from(body), { status, headers: answered })
  }
}

const arrive = (to: Side, request: ExchangeRequest) =>
  takeMessage(worldOf(to).ctx, worldOf(to).exchange, request)

const bodies: Omit<Bodies, 'open'> = {
  received: { code: 'CA-1', dueAt: opening.dueAt },
  requestSupplement: { no: 1, items: [{ id: 'a', kind: 'other', about: null, reason: 'Thiếu.' }] },
  answerSupplement: { no: 1, answers: [], set: {}, papers: [] },
  delayed: { dueAt: opening.dueAt, reason: 'Hồ sơ nhiều.' },
  result: { facts: {}, paper: null },
  refused: { reason: 'Không đủ điều kiện.' },
  cancel: { why: 'withdrawn' },
  cancelled: {},
}
const types = Object.keys(bodies) as Exclude<MessageType, 'open'>[] // its keys are the types

/** Whoever may write it writes it, if the leg lets it; what the table refuses is not written. */
async function write(leg: string, type: Exclude<MessageType, 'open'>): Promise<void> {
  const side = senderOf[type]
  const { ctx } = worldOf(side)
  const at = { agencyId: side === 'lead' ? WARD : POLICE, leg }
  const known = await findLeg(ctx.db, at)
  if (known === undefined || isLegEnded(known.state)) return
  await ctx.db
    .tx((db) => send(ctx, db, { at, type, body: bodies[type] }))
    .catch((error: unknown) => assert.ok(error instanceof Refusal, String(error)))
}

type Step =
  | { do: 'write'; type: Exclude<MessageType, 'open'> }
  | { do: 'deliver'; side: Side; faults: Fault[] }
  | { do: 'replay'; nth: number }
  | { do: 'wait'; seconds: number }

const fault = fc.constantFrom<Fault>(
  'none',
  'none',
  'requestLost',
  'replyLost',
  'doubled',
  'garbage',
  'silent200',
)
const step = fc.oneof<fc.Arbitrary<Step>[]>(
  fc.record({ do: fc.constant('write' as const), type: fc.constantFrom(...types) }),
  fc.record({
    do: fc.constant('deliver' as const),
    side: fc.constantFrom<Side>('lead', 'partner'),
    faults: fc.array(fault, { maxLength: 4 }),
  }),
  fc.record({ do: fc.constant('replay' as const), nth: fc.nat() }),
  fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 400 }) }),
)

function advance(seconds: number): void {
  for (const { clock } of [lead, partner]) clock.advance(seconds * 1000)
}

async function take(one: Step, leg: string): Promise<void> {
  if (one.do === 'write') return write(leg, one.type)
  if (one.do === 'wait') return advance(one.seconds)
  if (one.do === 'deliver') {
    faults = [...one.faults]
    await deliverDue(worldOf(one.side).ctx, worldOf(one.side).exchange)
    faults = []
    return
  }
  const again = recorded[one.nth % Math.max(recorded.length, 1)]
  if (again !== undefined) await arrive(again.to, again.request)
}

/** The line is mended: what was written arrives, and what a leg still owes is written. */
async function settle(leg: string): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    advance(3600)
    await deliverDue(lead.ctx, lead.exchange)
    await deliverDue(partner.ctx, partner.exchange)
    await write(leg, 'cancelled')
  }
}

async function ensureWhole(leg: string): Promise<void> {
  const [mine, theirs] = [
    await findLeg(lead.ctx.db, { agencyId: WARD, leg }),
    await findLeg(partner.ctx.db, { agencyId: POLICE, leg }),
  ]
  assert.ok(mine && theirs)
  assert.deepEqual([mine.inSeq, mine.outSeq], [theirs.outSeq, theirs.inSeq])
  const plain = (state: string) => (state === 'sent' ? 'notSent' : state)
  assert.equal(plain(mine.state), plain(theirs.state))
  assert.equal(effects.size, mine.inSeq + theirs.inSeq, 'an effect for every message')
  assert.deepEqual(
    [...effects.values()].filter((count) => count !== 1),
    [],
    'each once',
  )
}

test('whatever the line does, both sides end alike and every effect is done once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (script) => {
      effects = new Map()
      recorded = []
      faults = []
      const given = {
        agencyId: WARD,
        dossierId: uuidv7(NOW),
        key: 'leg',
        to: POLICE,
        body: opening,
      }
      const { leg } = await lead.ctx.db.tx((db) => openLeg(lead.ctx, db, given))
      for (const one of script) await take(one, leg)
      await settle(leg)
      await ensureWhole(leg)
    }),
    { numRuns: 60 },
  )
  for (const { ctx, exchange } of [lead, partner]) {
    const found: unknown[] = []
    const onDifference = (difference: unknown) => void found.push(difference)
    await reconcile(ctx, exchange, { asks: false, onDifference })
    assert.deepEqual(found, [])
  }
})
