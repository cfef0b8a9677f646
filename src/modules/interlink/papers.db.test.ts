import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { secretToken, sha256Hex, uuidv7 } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { deliverDue } from './deliver-messages.ts'
import type { ExchangeRequest } from './exchange.ts'
import { fetchPaper } from './fetch-paper.ts'
import { signHttp } from './http-signature.ts'
import type { PaperRef } from './message.ts'
import { setParty } from './parties.ts'
import { openLeg } from './send.ts'
import { servePaper } from './serve-paper.ts'
import {
  heard,
  HERE,
  NOW,
  opening,
  openExchangeWorld,
  registeredPartner,
  signedBy,
  told,
  WARD,
  written,
  type ExchangeWorld,
  type Heard,
  type Partner,
} from './testing.ts'
import { NoAnswer } from './carry.ts'

const POLICE = 'ca-quan-006-2008'
const INSURANCE = 'bhxh-quan-006-2008'
const PAPER = Buffer.from('%PDF-1.7 a household book')
const SHA = sha256Hex(PAPER)
const ref: PaperRef = {
  component: 'household-book',
  name: 'So ho khau.pdf',
  mime: 'application/pdf',
  sizeBytes: PAPER.length,
  sha256: SHA,
}

let world: ExchangeWorld
let insurance: Partner
let answer: (asked: Heard) => Response

before(async () => {
  world = await openExchangeWorld({ fetch: async (url, init) => answer(heard(url, init)) })
  insurance = await registeredPartner(world, INSURANCE)
  await world.exchange.files.store(PAPER, { sizeBytesMax: 1000 })
})
after(() => world.close())

async function open(to: string): Promise<string> {
  const body = { ...opening, papers: [ref] }
  const given = { agencyId: WARD, dossierId: uuidv7(NOW), key: 'leg', to, body }
  return (await world.ctx.db.tx((db) => openLeg(world.ctx, db, given))).leg
}

function asking(by: Partner, leg: string, sha256 = SHA, nonce = secretToken()): ExchangeRequest {
  const target = `${HERE}/api/lien-thong/1/giay-to/${leg}/${sha256}`
  const headers = { 'motcua-to': WARD }
  const { keyId, privateKey } = by
  const created = Math.floor(world.clock.now().getTime() / 1000)
  const key = { created, keyId, privateKey, nonce }
  const covered = ['@method', '@target-uri', 'motcua-to']
  const signature = signHttp({ method: 'GET', target, headers }, covered, key)
  const bytes = new Uint8Array()
  return { method: 'GET', targets: [target], headers: { ...headers, ...signature }, bytes }
}

async function served(by: Partner, leg: string, sha256 = SHA): Promise<string> {
  const at = { leg, sha256 }
  const request = asking(by, leg, sha256)
  const { stream, mime } = await servePaper(world.ctx, world.exchange, { request, at })
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return `${mime} ${Buffer.concat(chunks).toString()}`
}

const refuses = (code: string) => (error: unknown) => {
  assert.ok(error instanceof Refusal)
  assert.equal(error.code, code)
  return true
}

test('the other side of a leg fetches its papers while it is open; nobody else, nothing else', async () => {
  const leg = await open(INSURANCE)
  assert.equal(await served(insurance, leg), `application/pdf ${PAPER.toString()}`)
  const hidden = refuses('leg-not-yours')
  await assert.rejects(served(insurance, leg, sha256Hex('other')), hidden)
  await assert.rejects(served(insurance, uuidv7(NOW)), hidden)
  await assert.rejects(served(insurance, 'x'), hidden)
  const police = await registeredPartner(world, POLICE)
  await assert.rejects(served(police, leg), hidden)
  const request = asking(insurance, leg)
  const asked = { request, at: { leg, sha256: SHA } }
  const { stream } = await servePaper(world.ctx, world.exchange, asked)
  stream.destroy()
  await assert.rejects(servePaper(world.ctx, world.exchange, asked), refuses('signature-replayed'))
  const bare = { ...request, headers: { 'motcua-to': WARD } }
  await assert.rejects(
    servePaper(world.ctx, world.exchange, { ...asked, request: bare }),
    refuses('message-unsigned'),
  )
  const refused = { reason: 'Không thuộc thẩm quyền.' }
  const at = world.clock.now()
  await told(
    world,
    signedBy(
      insurance,
      written({ from: insurance, to: WARD, leg, seq: 1, type: 'refused', body: refused, at }),
      at,
    ),
  )
  await assert.rejects(served(insurance, leg), hidden)
})

test('an agency in here fetches from another in here through the same door', async () => {
  const leg = await open(POLICE)
  await deliverDue(world.ctx, world.exchange)
  const wanted = { agencyId: POLICE, leg, sha256: SHA }
  assert.deepEqual(await fetchPaper(world.ctx, world.exchange, wanted), {
    sha256: SHA,
    sizeBytes: PAPER.length,
  })
  const none = fetchPaper(world.ctx, world.exchange, { ...wanted, sha256: sha256Hex('x') })
  await assert.rejects(none, NoAnswer)
})

test('a paper from another system is kept only when it is the one that was named', async () => {
  await setParty(world.ctx, { party: INSURANCE, endpoint: 'https://bhxh.example' })
  const leg = uuidv7(NOW)
  const at = world.clock.now()
  const body = { ...opening, papers: [{ ...ref, sha256: sha256Hex('theirs'), sizeBytes: 6 }] }
  await told(
    world,
    signedBy(
      insurance,
      written({ from: insurance, to: WARD, leg, seq: 1, type: 'open', body, at }),
      at,
    ),
  )
  const wanted = { agencyId: WARD, leg, sha256: sha256Hex('theirs') }
  const urls: string[] = []
  answer = ({ url }) => {
    urls.push(url)
    return new Response('forged')
  }
  await assert.rejects(fetchPaper(world.ctx, world.exchange, wanted), NoAnswer)
  answer = () => new Response('theirs')
  assert.equal((await fetchPaper(world.ctx, world.exchange, wanted)).sizeBytes, 6)
  assert.deepEqual(urls, [`https://bhxh.example/giay-to/${leg}/${wanted.sha256}`])
  answer = () => new Response('', { status: 404 })
  await assert.rejects(fetchPaper(world.ctx, world.exchange, wanted), NoAnswer)
})
