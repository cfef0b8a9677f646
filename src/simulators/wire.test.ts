import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import test from 'node:test'
import {
  checkAnswer,
  checkRequest,
  keyIdFor,
  readSigned,
  signAnswer,
  signRequest,
  type Headers,
} from './wire.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
const now = new Date('2016-08-15T14:45:00+07:00')
const target = 'http://127.0.0.1:8080/api/lien-thong/1/thong-diep'
const bytes = Buffer.from('{"a":1}')
const key = { keyId: keyIdFor('ca-quan', publicKey), privateKey }
const signed = signRequest({ target, to: 'ubnd', bytes, key, now })

const cases: readonly {
  what: string
  code: string
  headers?: Headers
  change?: Partial<Parameters<typeof checkRequest>[0]>
}[] = [
  { what: 'without a signature', code: 'message-unsigned', headers: { 'motcua-to': 'ubnd' } },
  { what: 'of another body', code: 'signature-wrong', change: { bytes: Buffer.from('{"a":2}') } },
  { what: 'to another address', code: 'signature-wrong', change: { target: `${target}2` } },
  { what: 'by a stranger', code: 'signature-wrong', change: { key: stranger.publicKey } },
  { what: 'by an unknown key', code: 'key-unknown', change: { key: undefined } },
  {
    what: 'of six minutes ago',
    code: 'signature-stale',
    change: { now: new Date(now.getTime() + 360_000) },
  },
]

test('a request that was signed so is believed', () => {
  const verdict = checkRequest({ target, headers: signed.headers, bytes, key: publicKey, now })
  assert.deepEqual(verdict, { ok: true })
  assert.equal(readSigned(signed.headers)?.keyId, key.keyId)
})

for (const { what, code, headers = signed.headers, change = {} } of cases) {
  test(`a request ${what} is refused: ${code}`, () => {
    const given = { target, headers, bytes, key: publicKey, now, ...change }
    assert.deepEqual(checkRequest(given), { ok: false, code })
  })
}

test('a request addressed to another party is not the one that was signed', () => {
  const headers = { ...signed.headers, 'motcua-to': 'other' }
  const verdict = checkRequest({ target, headers, bytes, key: publicKey, now })
  assert.deepEqual(verdict, { ok: false, code: 'signature-wrong' })
})

test('an answer counts for the request it answers alone', () => {
  const answer = { status: 200, type: 'application/json', bytes, nonce: signed.nonce, key, now }
  const headers = signAnswer(answer)
  const given = { status: 200, headers, bytes, nonce: signed.nonce, key: publicKey, now }
  assert.deepEqual(checkAnswer(given), { ok: true })
  assert.equal(checkAnswer({ ...given, nonce: 'another' }).ok, false)
  assert.equal(checkAnswer({ ...given, status: 409 }).ok, false)
})
