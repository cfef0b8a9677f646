import assert from 'node:assert/strict'
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  contentDigest,
  isDigestOf,
  readSignature,
  signatureBase,
  signHttp,
} from './http-signature.ts'
import { parseDictionary, serializeInnerList, type InnerList } from './structured-fields.ts'

// RFC 9421 B.1.4 and B.2.6.
const privateKey = createPrivateKey(
  '-----BEGIN PRIVATE KEY-----\n' +
    'MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\n' +
    '-----END PRIVATE KEY-----\n',
)
const publicKey = createPublicKey(
  '-----BEGIN PUBLIC KEY-----\n' +
    'MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=\n' +
    '-----END PUBLIC KEY-----\n',
)
const INPUT =
  '("date" "@method" "@path" "@authority" "content-type" "content-length")' +
  ';created=1618884473;keyid="test-key-ed25519"'
const SIGNATURE =
  'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw=='
const BASE = `"date": Tue, 20 Apr 2021 02:07:55 GMT
"@method": POST
"@path": /foo
"@authority": example.com
"content-type": application/json
"content-length": 18
"@signature-params": ${INPUT}`
const rfc = {
  method: 'POST',
  target: 'https://example.com/foo?param=Value&Pet=dog',
  headers: {
    date: 'Tue, 20 Apr 2021 02:07:55 GMT',
    'content-type': 'application/json',
    'content-length': '18',
    'signature-input': `sig-b26=${INPUT}`,
    signature: `sig-b26=:${SIGNATURE}:`,
  },
}

test('the vector of RFC 9421 B.2.6 gives its base, its signature and holds', () => {
  const list = parseDictionary(`a=${INPUT}`)?.get('a')
  assert.ok(list && 'items' in list)
  assert.equal(signatureBase(rfc, list), BASE)
  assert.equal(sign(null, Buffer.from(BASE), privateKey).toString('base64'), SIGNATURE)
  const read = readSignature(rfc.headers)
  assert.equal(read?.keyId, 'test-key-ed25519')
  assert.equal(read.created, 1_618_884_473)
  assert.equal(read.verify(rfc, publicKey), true)
})

test('whatever is covered and changed breaks the signature', () => {
  const read = readSignature(rfc.headers)!
  const changed = [
    { ...rfc, method: 'PUT' },
    { ...rfc, target: 'https://example.com/fop' },
    { ...rfc, target: 'https://example.org/foo' },
    { ...rfc, headers: { ...rfc.headers, 'content-length': '19' } },
    { ...rfc, headers: { ...rfc.headers, date: undefined } },
  ]
  for (const message of changed) assert.equal(read.verify(message, publicKey), false)
  const stranger = generateKeyPairSync('ed25519').publicKey
  assert.equal(read.verify(rfc, stranger), false)
  const later = { ...rfc.headers, 'signature-input': `sig-b26=${INPUT.replace('473', '474')}` }
  assert.equal(readSignature(later)!.verify(rfc, publicKey), false)
})

test('what is no signature is none', () => {
  const { 'signature-input': input, signature } = rfc.headers
  for (const headers of [
    {},
    { signature },
    { 'signature-input': input },
    { 'signature-input': 'sig-b26=(', signature },
    { 'signature-input': 'sig-b26=("a");created=1', signature },
    { 'signature-input': input.replace('created=1618884473', 'created="x"'), signature },
    { 'signature-input': `${input};alg="rsa-pss-sha512"`, signature },
    { 'signature-input': input, signature: 'other=:AAAA:' },
    { 'signature-input': input, signature: 'sig-b26=?1' },
  ])
    assert.equal(readSignature(headers), undefined, JSON.stringify(headers))
  const twice = {
    ...rfc.headers,
    'signature-input': `sig-b26=${INPUT.replace('"date"', '"@path"')}`,
  }
  assert.equal(readSignature(twice)!.verify(rfc, publicKey), false)
})

const value = fc.stringMatching(/^[\x21-\x7e]([\x20-\x7e]{0,30}[\x21-\x7e])?$/)

test('what is signed is read back as it was signed, and holds', () => {
  const given = fc.record({
    keyId: fc.stringMatching(/^[\x20-\x7e]{1,40}$/),
    nonce: fc.option(fc.stringMatching(/^[\x20-\x7e]{1,40}$/), { nil: undefined }),
    created: fc.integer({ min: 0, max: 4_000_000_000 }),
    headers: fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/), value, { maxKeys: 5 }),
    path: fc.webPath(),
    method: fc.constantFrom('GET', 'POST'),
  })
  fc.assert(
    fc.property(given, ({ headers, path, method, ...params }) => {
      const message = { method, target: `https://motcua.example${path}`, headers }
      const covered = ['@method', '@target-uri', ...Object.keys(headers)]
      const made = signHttp(message, covered, { ...params, privateKey })
      const { verify, covered: names, ...read } = readSignature(made)!
      assert.deepEqual({ nonce: undefined, ...read }, params)
      assert.deepEqual(
        names,
        covered.map((name) => `"${name}"`),
      )
      assert.equal(verify(message, publicKey), true)
      assert.equal(verify({ ...message, method: 'PUT' }, publicKey), false)
    }),
  )
})

test('an inner list is read as it was written', () => {
  const bare = fc.oneof(
    fc.stringMatching(/^[\x20-\x7e]*$/),
    fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
    fc.boolean(),
    fc.stringMatching(/^[A-Za-z*][\w!#$%&'*+.^`|~:/-]*$/).map((token) => ({ token })),
    fc.uint8Array().map((bytes) => ({ bytes: Buffer.from(bytes) })),
  )
  const plain = { noNullPrototype: true }
  const key = fc.stringMatching(/^[a-z*][a-z0-9_.*-]*$/)
  const params = fc.array(fc.tuple(key, bare), { maxLength: 4 }).map((pairs) => new Map(pairs))
  const list = fc.record(
    { items: fc.array(fc.record({ value: bare, params }, plain)), params },
    plain,
  )
  fc.assert(
    fc.property(list, (written: InnerList) => {
      const text = serializeInnerList(written)
      const read = parseDictionary(`x=${text}`)?.get('x')
      assert.ok(read && 'items' in read, text)
      assert.equal(serializeInnerList(read), text)
      assert.deepEqual(read, written)
    }),
  )
})

test('no text breaks the reader', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseDictionary(text)))
})

test('a digest fits its bytes and no others', () => {
  const bytes = Buffer.from('{"hello": "world"}')
  const digest = contentDigest(bytes)
  assert.equal(digest, 'sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:')
  assert.equal(isDigestOf(digest, bytes), true)
  assert.equal(isDigestOf(`sha-512=:AAAA:, ${digest}`, bytes), true)
  for (const other of [undefined, '', 'sha-512=:AAAA:', 'sha-256=AAAA', 'sha-256=:AAAA:'])
    assert.equal(isDigestOf(other, bytes), false)
  assert.equal(isDigestOf(digest, Buffer.from('{"hello": "world" }')), false)
})
