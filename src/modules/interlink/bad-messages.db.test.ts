import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { secretToken, uuidv7 } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { onMessage } from './effects.ts'
import { revoke } from './keys.ts'
import type { Message } from './message.ts'
import { findLeg } from './store-legs.ts'
import {
  newPartner,
  NOW,
  opening,
  openExchangeWorld,
  OTHER_WARD,
  registeredPartner,
  signedBy,
  told,
  WARD,
  written,
  type ExchangeWorld,
  type Partner,
  type Signing,
} from './testing.ts'

const POLICE = 'ca-quan-006-2008'
const INSURANCE = 'bhxh-quan-006-2008'

let world: ExchangeWorld
let police: Partner
let insurance: Partner

before(async () => {
  world = await openExchangeWorld()
  police = await registeredPartner(world, POLICE)
  insurance = await registeredPartner(world, INSURANCE)
})
after(() => world.close())

const id = () => uuidv7(NOW)

/** The other ward asks this one: the ward is the partner, and the police's program the lead. */
function openingOf(leg: string, by: Partner = police): Message {
  return written({ from: by, to: WARD, leg, seq: 1, type: 'open', body: opening, at: NOW })
}

async function count(): Promise<number> {
  const { rows } = await world.database.owner.query<{ n: number }>(
    `select (select count(*) from interlink_message) + (select count(*) from leg) as n`,
  )
  return rows[0]!.n
}

async function isCounted(code: string): Promise<boolean> {
  const { rows } = await world.database.owner.query(
    'select 1 from exchange_refusal where code = $1',
    [code],
  )
  return rows.length > 0
}

/** Sent, it is refused with this code, counted for the screen, and changes nothing. */
async function refused(
  code: string,
  message: { to: string } & Record<string, unknown>,
  change: Signing & { by?: Partner } = {},
): Promise<Record<string, unknown>> {
  const found = await count()
  const request = signedBy(change.by ?? police, message, world.clock.now(), change)
  const { value } = await told(world, request)
  assert.equal(value['code'], code)
  assert.equal(await count(), found, `${code} changed something`)
  assert.ok(await isCounted(code), `${code} is not on the screen`)
  return (value['data'] ?? {}) as Record<string, unknown> // JSON
}

async function opened(by: Partner = police): Promise<string> {
  const leg = id()
  const { status } = await told(world, signedBy(by, openingOf(leg, by), world.clock.now()))
  assert.equal(status, 200)
  return leg
}

const cancelOf = (leg: string, seq: number): Message =>
  written({ from: police, to: WARD, leg, seq, type: 'cancel', body: { why: 'withdrawn' }, at: NOW })

test('an unsigned message is refused', async () => {
  const request = signedBy(police, openingOf(id()), NOW)
  const { signature: _, ...headers } = request.headers
  const { value } = await told(world, { ...request, headers })
  assert.equal(value['code'], 'message-unsigned')
  assert.ok(await isCounted('message-unsigned'))
})

test('a message that was changed after its signature is refused', async () => {
  const message = openingOf(id())
  const request = signedBy(police, message, NOW)
  const found = await count()
  const altered = Buffer.from(Buffer.from(request.bytes).toString().replace('male', 'fema'))
  const { value } = await told(world, { ...request, bytes: altered })
  assert.equal(value['code'], 'signature-wrong')
  const elsewhere = { ...request, headers: { ...request.headers, 'motcua-to': OTHER_WARD } }
  assert.equal((await told(world, elsewhere)).value['code'], 'signature-wrong')
  assert.equal(await count(), found)
  await refused('signature-wrong', message, { target: 'https://other.example/thong-diep' })
  await refused('signature-wrong', message, { components: ['@method', '@target-uri'] })
  await refused('signature-wrong', message, { nonce: 'short' })
  const thief = { ...newPartner(POLICE), keyId: police.keyId }
  await refused('signature-wrong', message, { by: thief })
})

test('a key that is not registered, revoked or at its end is refused', async () => {
  await refused('key-unknown', openingOf(id()), { by: newPartner(POLICE) })
  const lost = await registeredPartner(world, POLICE)
  await opened(lost)
  await revoke(world.ctx, lost.keyId)
  await refused('key-revoked', openingOf(id()), { by: lost })
  const old = await registeredPartner(world, POLICE)
  await world.database.owner.query('update interlink_key set valid_to = $2 where key_id = $1', [
    old.keyId,
    new Date(NOW.getTime() + 1000),
  ])
  await opened(old)
  world.clock.advance(1000)
  await refused('key-expired', openingOf(id()), { by: old })
  world.clock.set(NOW)
})

test('a message that names another agency as its sender is refused', async () => {
  await refused('message-not-from-party', openingOf(id(), insurance))
})

test('a message for another receiver than its header names is refused', async () => {
  const message = { ...openingOf(id()), to: OTHER_WARD }
  const bytes = Buffer.from(JSON.stringify(message))
  await refused('message-not-to-party', { to: WARD }, { bytes })
  await refused('party-unknown', { ...message, to: 'ubnd-khong-co' })
})

test('a message about another’s leg looks like one about no leg', async () => {
  const leg = await opened(insurance)
  await refused('leg-not-yours', cancelOf(leg, 2))
  await refused('leg-not-yours', cancelOf(id(), 1))
})

test('what only the other side writes is refused', async () => {
  const leg = await opened()
  const result = { facts: {}, paper: null }
  await refused(
    'message-not-from-party',
    written({ from: police, to: WARD, leg, seq: 2, type: 'result', body: result, at: NOW }),
  )
})

test('a replayed signature is refused, the message sent anew is acknowledged again', async () => {
  const message = openingOf(id())
  const nonce = secretToken()
  assert.equal((await told(world, signedBy(police, message, NOW, { nonce }))).status, 200)
  await refused('signature-replayed', message, { nonce })
  const again = await told(world, signedBy(police, message, NOW))
  assert.equal(again.status, 200)
  assert.equal(again.value['repeated'], true)
})

test('a signature holds for five minutes, and no second longer', async () => {
  const now = Math.floor(NOW.getTime() / 1000)
  const { now: theirs } = await refused('signature-stale', openingOf(id()), { created: now - 301 })
  assert.equal(theirs, now)
  await refused('signature-stale', openingOf(id()), { created: now - 86_400 })
  await refused('signature-stale', openingOf(id()), { created: now + 301 })
  for (const created of [now - 300, now + 300]) {
    const request = signedBy(police, openingOf(id()), NOW, { created })
    assert.equal((await told(world, request)).status, 200)
  }
})

test('a message that comes too early is refused and told which is next', async () => {
  const leg = await opened()
  assert.deepEqual(await refused('message-out-of-order', cancelOf(leg, 3)), { expected: 2 })
  assert.deepEqual(await refused('message-out-of-order', { ...openingOf(id()), seq: 2 }), {
    expected: 1,
  })
  assert.equal((await findLeg(world.ctx.db, { agencyId: WARD, leg }))?.inSeq, 1)
})

test('an id that stands for other bytes, or a seq for another message, is refused', async () => {
  const message = openingOf(id())
  await told(world, signedBy(police, message, NOW))
  await refused('message-id-reused', { ...message, writtenAt: '2016-08-12T15:00:00.000Z' })
  await refused('message-id-reused', { ...openingOf(id()), id: message.id })
  await refused('message-seq-reused', openingOf(message.leg))
})

test('an unknown version or type, and what the protocol does not have, is refused', async () => {
  const message = openingOf(id())
  await refused('message-version-unknown', { ...message, schema: 'motcua/interlink/2' })
  await refused('message-type-unknown', { ...message, type: 'annul' })
  await refused('message-type-unknown', { ...message, type: 'toString' })
  await refused('message-invalid', { ...message, more: 1 })
  await refused('message-invalid', { ...message, seq: 0 })
  await refused('message-invalid', { ...message, leg: 'x' })
  await refused('message-invalid', { ...message, body: { ...opening, dueAt: 'mai' } })
  const texts = ['', '{', '[]', 'null', '{"a":"\\u0000"}', '{"__proto__":{}}', '{"a":"\\ud800"}']
  for (const text of texts)
    await refused('message-invalid', { to: WARD }, { bytes: Buffer.from(text) })
  await refused('message-invalid', { to: WARD }, { bytes: Buffer.from([0xff, 0xfe, 0]) })
})

test('after a leg was cancelled or has its result nothing more is taken', async () => {
  const { rows } = await world.database.owner.query<{ leg: string }>(
    `insert into leg (agency_id, leg, side, dossier_id, key, service, other_party, state, out_seq,
       accepted_seq, due_at, opened_at, ended_at)
     select $1, gen_random_uuid(), 'lead', gen_random_uuid(), 'residence', 'residence.register', $2,
       state, 1, 1, $3, $3, $3 from unnest(array['cancelled', 'done']) as state
     returning leg`,
    [WARD, POLICE, NOW],
  )
  const [cancelled, done] = rows.map(({ leg }) => leg)
  const result = { facts: {}, paper: null }
  const resultOf = (leg: string) =>
    written({ from: police, to: WARD, leg, seq: 1, type: 'result', body: result, at: NOW })
  await refused('leg-ended', resultOf(cancelled!))
  await refused('leg-has-result', resultOf(done!))
})

test('what an effect refuses is the answer, and its message was never there', async () => {
  const leg = await opened()
  onMessage('refusing', () => Promise.reject(new Refusal('leg-not-now')))
  await refused('leg-not-now', cancelOf(leg, 2))
  onMessage('refusing', async () => undefined)
  const { status } = await told(world, signedBy(police, cancelOf(leg, 2), NOW))
  assert.equal(status, 200)
})

test('strangers share one row a reason and day, whatever they send', async () => {
  const { rows: earlier } = await refusals('key-unknown')
  for (let each = 0; each < 5; each += 1)
    await refused('key-unknown', openingOf(id()), { by: newPartner('cong-an-gia') })
  const { rows } = await refusals('key-unknown')
  assert.equal(rows.length, 1)
  assert.equal(rows[0]!.times, earlier[0]!.times + 5)
  assert.deepEqual([rows[0]!.party, rows[0]!.leg], ['-', '-'])
})

const refusals = (code: string) =>
  world.database.owner.query<{ times: number; party: string; leg: string }>(
    'select times, party, leg from exchange_refusal where code = $1',
    [code],
  )
