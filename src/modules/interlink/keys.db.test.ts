import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { plainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { getHoldingKey, importKey, keyIdOf, openKeys, revoke } from './keys.ts'
import { findPlace, placeOf, setParty } from './parties.ts'
import { NOW, openExchangeWorld, WARD, type ExchangeWorld } from './testing.ts'

const POLICE = 'ca-quan-006-2008'

let world: ExchangeWorld
let home: string

before(async () => {
  world = await openExchangeWorld()
  home = await mkdtemp(join(tmpdir(), 'motcua-keys-'))
})
after(async () => {
  await world.close()
  await rm(home, { recursive: true, force: true })
})

const refuses = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal)
  assert.equal(error.code, code)
  return true
}

test('an agency’s key is made once, whoever asks first, and nobody else may read it', async () => {
  const [first, second] = [openKeys(home), openKeys(home)]
  const made = await Promise.all([
    first.signing(world.ctx, WARD),
    second.signing(world.ctx, WARD),
    first.signing(world.ctx, POLICE),
  ])
  assert.equal(made[0]!.keyId, made[1]!.keyId)
  const folder = join(home, 'keys', 'interlink')
  const files = readdirSync(folder)
  assert.deepEqual(files.toSorted(), [`${made[2]!.keyId}.pem`, `${made[0]!.keyId}.pem`].toSorted())
  for (const file of files) assert.equal(statSync(join(folder, file)).mode & 0o777, 0o600)
  assert.equal(statSync(folder).mode & 0o777, 0o700)
  const later = await openKeys(home).signing(world.ctx, WARD)
  assert.equal(later.keyId, made[0]!.keyId)
})

test('after a rotation the old key holds until the overlap ends, and not a moment longer', async () => {
  const keys = openKeys(home)
  const old = await keys.signing(world.ctx, WARD)
  world.clock.advance(1000)
  const rotated = await keys.rotate(world.ctx, { party: WARD, overlapDays: 7 })
  assert.notEqual(rotated.keyId, old.keyId)
  assert.equal((await openKeys(home).signing(world.ctx, WARD)).keyId, rotated.keyId)
  assert.equal((await getHoldingKey(world.ctx, old.keyId)).party, WARD)
  world.clock.advance(7 * 86_400_000 - 1)
  await getHoldingKey(world.ctx, old.keyId)
  world.clock.advance(1)
  await assert.rejects(getHoldingKey(world.ctx, old.keyId), refuses('key-expired'))
  await getHoldingKey(world.ctx, rotated.keyId)
  world.clock.set(NOW)
})

test('a home that was lost gives a new key, and the old one is still known', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'motcua-keys-'))
  const here = await openKeys(home).signing(world.ctx, POLICE)
  const there = await openKeys(elsewhere).signing(world.ctx, POLICE)
  assert.notEqual(there.keyId, here.keyId)
  await getHoldingKey(world.ctx, here.keyId)
  await rm(elsewhere, { recursive: true })
})

test('a partner’s key is read as PEM, SPKI or raw bytes, is named by its bytes, once', async () => {
  const { publicKey } = generateKeyPairSync('ed25519')
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const keyId = keyIdOf(POLICE, publicKey)
  assert.match(keyId, /^ca-quan-006-2008\.[0-9a-f]{16}$/)
  const text = spki.subarray(-32).toString('base64')
  assert.equal(await importKey(world.ctx, { party: POLICE, text }), keyId)
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  for (const again of [pem, spki.toString('base64'), text])
    await assert.rejects(importKey(world.ctx, { party: POLICE, text: again }), refuses('key-known'))
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey
  const wrong = other.export({ type: 'spki', format: 'pem' }).toString()
  for (const unreadable of ['', 'x', '-----BEGIN', wrong])
    await assert.rejects(
      importKey(world.ctx, { party: POLICE, text: unreadable }),
      refuses('key-unreadable'),
    )
})

test('a key is good from its first day; revoked, it is good no more', async () => {
  const { publicKey } = generateKeyPairSync('ed25519')
  const text = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const validFrom = new Date(NOW.getTime() + 60_000)
  const keyId = await importKey(world.ctx, { party: POLICE, text, validFrom })
  await assert.rejects(getHoldingKey(world.ctx, keyId), refuses('key-unknown'))
  world.clock.advance(60_000)
  await getHoldingKey(world.ctx, keyId)
  await revoke(world.ctx, keyId)
  await assert.rejects(getHoldingKey(world.ctx, keyId), refuses('key-revoked'))
  await assert.rejects(revoke(world.ctx, 'nobody.0'), refuses('key-unknown'))
  world.clock.set(NOW)
})

test('a party that moves to its own software ends in here what it began in here', async () => {
  const rows = [
    { party: POLICE, fromDay: plainDate('2016-09-01'), software: 'outside', endpoint: 'https://a' },
    { party: POLICE, fromDay: plainDate('2016-10-01'), software: 'outside', endpoint: 'https://b' },
  ] as const
  const on = (day: string) => placeOf(POLICE, rows, plainDate(day))
  assert.deepEqual(on('2016-08-31'), { software: 'inside' })
  assert.deepEqual(on('2016-09-01'), { software: 'outside', endpoint: 'https://b' })
  assert.deepEqual(placeOf('bo-tu-phap', [], plainDate('2016-08-31')), {
    software: 'outside',
    endpoint: null,
  })
})

test('an endpoint is a whole web address, and the Ministry is never in here', async () => {
  const day = plainDate('2016-08-12')
  await setParty(world.ctx, { party: POLICE, endpoint: 'http://127.0.0.1:9101/motcua/' })
  assert.deepEqual(await findPlace(world.ctx.db, POLICE, day), {
    software: 'outside',
    endpoint: 'http://127.0.0.1:9101/motcua',
  })
  await setParty(world.ctx, { party: POLICE, endpoint: 'http://172.16.4.9:9101/x' })
  await setParty(world.ctx, { party: POLICE, endpoint: null })
  assert.deepEqual(await findPlace(world.ctx.db, POLICE, day), { software: 'inside' })
  const open = ['http://congan.example', 'http://172.32.0.1', 'http://10.example/']
  for (const endpoint of ['', '/x', 'ftp://a', 'https://a/?b=1', 'https://u:p@a/', ...open])
    await assert.rejects(
      setParty(world.ctx, { party: POLICE, endpoint }),
      refuses('endpoint-wrong'),
    )
  await assert.rejects(
    setParty(world.ctx, { party: 'bo-tu-phap', endpoint: null }),
    refuses('endpoint-wrong'),
  )
  await assert.rejects(
    setParty(world.ctx, { party: 'khong-co', endpoint: null }),
    refuses('party-unknown'),
  )
})
