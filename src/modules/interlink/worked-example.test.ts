import assert from 'node:assert/strict'
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from '../../platform/root.ts'
import { sha256Hex } from '../../platform/ids.ts'
import { isDigestOf, readSignature, signatureBase, signHttp } from './http-signature.ts'
import { keyIdOf } from './keys.ts'
import { readMessage } from './read-message.ts'
import { parseDictionary } from './structured-fields.ts'

const page = readFileSync(join(root, 'docs/interlink-api.md'), 'utf8')

/** The blocks of a language on the page, in order. */
function blocks(language: string): string[] {
  return [...page.matchAll(/^```(\w+)\n([\s\S]*?)\n```$/gm)]
    .filter(([, is]) => is === language)
    .map(([, , text]) => text!)
}

const [pem = ''] = blocks('pem')
const [body = '', acknowledgement = ''] = blocks('json')
const [base = ''] = blocks('text')
const [request = ''] = blocks('http')
const privateKey = createPrivateKey(pem)
const headers = Object.fromEntries(
  request
    .split('\n')
    .slice(1)
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
)
const target = `https://${headers['Host']}${request.split(' ')[1]}`
const message = { method: 'POST', target, headers }

test('the example for partners is a message as the protocol has it', () => {
  const read = readMessage(Buffer.from(body))
  assert.equal(read.type, 'received')
  assert.equal(headers['motcua-to'], read.to)
  assert.equal(isDigestOf(headers['content-digest'], Buffer.from(body)), true)
})

test('its signature base and signature are the ones the program makes and checks', () => {
  const signature = readSignature(headers)
  assert.ok(signature)
  const publicKey = createPublicKey(privateKey)
  assert.equal(signature.keyId, keyIdOf('ca-quan-006-2008', publicKey))
  assert.equal(signature.verify(message, publicKey), true)
  const list = parseDictionary(headers['signature-input'] ?? '')?.get('motcua')
  assert.ok(list && 'items' in list)
  assert.equal(signatureBase(message, list), base)
  const covered = signature.covered.map((name) => name.slice(1, -1))
  const { created, keyId, nonce } = signature
  const made = signHttp(message, covered, { created, keyId, nonce, privateKey })
  assert.equal(made.signature, headers['signature'])
  assert.equal(made['signature-input'], headers['signature-input'])
})

test('its acknowledgement is of these bytes', () => {
  const { id, leg, seq, sha256 } = JSON.parse(acknowledgement) as Record<string, unknown> // ours
  const sent = JSON.parse(body) as Record<string, unknown> // ours
  assert.deepEqual([id, leg, seq], [sent['id'], sent['leg'], sent['seq']])
  assert.equal(sha256, sha256Hex(body))
})

test('every code that stops a leg or sends it again is on the page', () => {
  const words = readFileSync(join(root, 'src/web/words/refusals-interlink.ts'), 'utf8')
  const codes = [...words.matchAll(/^ {2}'((?:message|leg|signature)-[a-z-]+)'/gm)].map(
    ([, code]) => code!,
  )
  const ours = ['message-not-stopped', 'leg-already-open', 'leg-not-open']
  for (const code of codes.filter((each) => !ours.includes(each)))
    assert.ok(page.includes(`\`${code}\``), code)
})
