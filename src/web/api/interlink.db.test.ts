import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openWorld, type World } from '../../../tests/journeys/world.ts'
import { EXCHANGE_BASE } from '../../modules/interlink/index.ts'
import { newPartner, opening, signedBy, WARD, written } from '../../modules/interlink/testing.ts'
import { importKey, onMessage } from '../../modules/interlink/index.ts'
import { uuidv7 } from '../../platform/ids.ts'

const police = newPartner('ca-quan-006-2008')

let world: World

before(async () => {
  world = await openWorld()
  // Here it is about the way of a message, not about what desks make of it.
  for (const name of ['lead', 'inside-desk']) onMessage(name, async () => undefined)
  const text = police.publicKey.export({ type: 'spki', format: 'pem' }).toString()
  await importKey(world.ctx, { party: police.party, text })
})
after(() => world.close())

const address = () => `${world.url}${EXCHANGE_BASE}/thong-diep`

function request(target: string) {
  const at = world.clock.now()
  const leg = uuidv7(at)
  const message = written({ from: police, to: WARD, leg, seq: 1, type: 'open', body: opening, at })
  return signedBy(police, message, at, { target })
}

async function post(headers: Record<string, string | undefined>, body: Uint8Array, to = address()) {
  const sent = headers as Record<string, string>
  const reply = await fetch(to, { method: 'POST', headers: sent, body: Uint8Array.from(body) })
  return { reply, value: (await reply.json()) as Record<string, unknown> } // JSON of our own
}

test('a signed message over HTTP is taken and acknowledged with a signature', async () => {
  const { headers, bytes } = request(address())
  const { reply, value } = await post(headers, bytes)
  assert.equal(reply.status, 200, JSON.stringify(value))
  assert.equal(value['repeated'], false)
  assert.match(reply.headers.get('signature-input') ?? '', /"@status" "content-digest"/)
  assert.equal(reply.headers.get('content-encoding'), null)
})

test('a signature for the address really called holds, one for another server does not', async () => {
  const called = address().replace('localhost', '127.0.0.1')
  const mine = request(called)
  assert.equal((await post(mine.headers, mine.bytes, called)).reply.status, 200)
  const other = request('https://other.example/api/lien-thong/1/thong-diep')
  const { reply, value } = await post(other.headers, other.bytes)
  assert.deepEqual([reply.status, value['code']], [401, 'signature-wrong'])
})

test('a message of twenty megabytes is refused with its reason, and counted', async () => {
  const { headers } = request(address())
  const { reply, value } = await post(headers, Buffer.alloc(20 * 1024 * 1024, 'x'))
  assert.deepEqual([reply.status, value['code']], [413, 'message-too-large'])
  assert.match(reply.headers.get('content-type') ?? '', /^application\/problem\+json/)
  const { rows } = await world.database.owner.query(
    `select 1 from exchange_refusal where agency_id = $1 and code = 'message-too-large'`,
    [WARD],
  )
  assert.equal(rows.length, 1)
})

test('what no agency sent is refused in words a person can read', async () => {
  const { reply, value } = await post({ 'motcua-to': WARD }, Buffer.from('<a/>'))
  assert.deepEqual([reply.status, value['code']], [401, 'message-unsigned'])
  assert.equal(value['title'], 'Thông điệp chưa ký')
  const nobody = await post({}, Buffer.alloc(0))
  assert.deepEqual([nobody.reply.status, nobody.value['code']], [404, 'party-unknown'])
})
