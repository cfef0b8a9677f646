import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testClock, type TestClock } from '../../platform/clock.ts'
import type { Ctx } from '../../platform/ctx.ts'
import { canonicalJson, secretToken, sha256Hex, uuidv7 } from '../../platform/ids.ts'
import { createLog } from '../../platform/log.ts'
import { root } from '../../platform/root.ts'
import { testDatabase, type TestDatabase } from '../../testing/db.ts'
import { seedCity } from '../agencies/index.ts'
import { openFiles } from '../files/index.ts'
import { NoAnswer, type Carry } from './carry.ts'
import { takeMessage } from './door.ts'
import {
  EXCHANGE_BASE,
  type Exchange,
  type ExchangeReply,
  type ExchangeRequest,
} from './exchange.ts'
import { contentDigest, readSignature, signHttp } from './http-signature.ts'
import { importKey, keyIdOf } from './keys.ts'
import { PROTOCOL, type Bodies, type Message, type MessageType } from './message.ts'
import { openExchange } from './open-exchange.ts'

export const WARD = 'ubnd-00187-2008'
export const OTHER_WARD = 'ubnd-00199-2008'
export const NOW = new Date('2016-08-12T14:00:00+07:00')
export const HERE = 'https://motcua.example'

export type ExchangeWorld = {
  database: TestDatabase
  clock: TestClock
  ctx: Ctx
  exchange: Exchange
  close(): Promise<void>
}

/** The exchange alone, on a database with the city in it; nothing leaves the process. */
export async function openExchangeWorld(
  options: { fetch?: typeof fetch } = {},
): Promise<ExchangeWorld> {
  const clock = testClock(NOW)
  const [database, home] = await Promise.all([testDatabase(), mkdtemp(join(tmpdir(), 'motcua-'))])
  await seedCity(database.db, join(root, 'data'))
  const exchange = openExchange({
    home,
    files: await openFiles(home),
    publicUrl: HERE,
    problemOf: ({ code, data }) => ({ status: 409, code, data }),
    carry: carriedBy(options.fetch ?? (() => Promise.reject(new Error('nobody is outside')))),
  })
  const log = createLog('silent')
  return {
    database,
    clock,
    exchange,
    ctx: { db: database.db, clock, log, actor: { kind: 'system', task: 'test' } },
    close: async () => {
      await database.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** A partner's server as a function of its requests. */
function carriedBy(serve: typeof fetch): Carry {
  return async ({ target, method, headers, bytes }) => {
    try {
      const body = method === 'POST' ? { body: Uint8Array.from(bytes) } : {}
      const response = await serve(target, { method, headers, ...body })
      const read = new Uint8Array(await response.arrayBuffer())
      return { status: response.status, headers: Object.fromEntries(response.headers), bytes: read }
    } catch (cause) {
      throw new NoAnswer('unreachable', { cause })
    }
  }
}

/** A partner's own program: it knows its private key and the protocol. */
export type Partner = {
  party: string
  keyId: string
  privateKey: KeyObject
  publicKey: KeyObject
}

export function newPartner(party: string): Partner {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { party, privateKey, publicKey, keyId: keyIdOf(party, publicKey) }
}

/** Its public key is registered here. */
export async function registeredPartner(world: ExchangeWorld, party: string): Promise<Partner> {
  const partner = newPartner(party)
  const text = partner.publicKey.export({ type: 'spki', format: 'pem' }).toString()
  await importKey(world.ctx, { party, text })
  return partner
}

type Written<T extends MessageType> = {
  from: Partner
  to: string
  leg: string
  seq: number
  type: T
  body: Bodies[T]
  at: Date
}

export function written<T extends MessageType>(given: Written<T>): Message {
  const { from, at, ...rest } = given
  const writtenAt = at.toISOString()
  return { schema: PROTOCOL, id: uuidv7(at), from: from.party, writtenAt, ...rest }
}

export type Signing = {
  created?: number
  nonce?: string
  target?: string
  components?: readonly string[]
  bytes?: Uint8Array
}

const ALL = ['@method', '@target-uri', 'motcua-to', 'content-digest', 'content-type']

/** The signed request that carries a message; `change` is what goes wrong with it. */
export function signedBy(
  { privateKey, keyId }: Partner,
  value: { to: string },
  at: Date,
  change: Signing = {},
): ExchangeRequest {
  const bytes = change.bytes ?? Buffer.from(canonicalJson(value))
  const target = change.target ?? `${HERE}${EXCHANGE_BASE}/thong-diep`
  const headers = {
    'motcua-to': value.to,
    'content-type': 'application/json',
    'content-digest': contentDigest(bytes),
  }
  const created = change.created ?? Math.floor(at.getTime() / 1000)
  const key = { created, keyId, privateKey, nonce: change.nonce ?? secretToken() }
  const signature = signHttp({ method: 'POST', target, headers }, change.components ?? ALL, key)
  const targets = [`${HERE}${EXCHANGE_BASE}/thong-diep`]
  return { method: 'POST', targets, headers: { ...headers, ...signature }, bytes }
}

export type Told = { status: number; value: Record<string, unknown>; reply: ExchangeReply }

/** Hands a request to the door, as HTTP would. */
export async function told(world: ExchangeWorld, request: ExchangeRequest): Promise<Told> {
  const reply = await takeMessage(world.ctx, world.exchange, request)
  const value = JSON.parse(Buffer.from(reply.bytes).toString()) as Record<string, unknown> // JSON
  return { status: reply.status, value, reply }
}

export const opening: Bodies['open'] = {
  service: 'residence.register',
  serviceVersion: 1,
  lead: { agencyName: 'UBND phường Láng Thượng', dossierCode: '000.00.01.H26-160812-0001' },
  answers: { 'child.name': { full: 'Lê Minh An' }, 'child.sex': 'male' },
  papers: [],
  dueAt: '2016-08-26T17:00:00+07:00',
}

export type Heard = {
  url: string
  headers: Record<string, string>
  bytes: Buffer
  message: Message
}

/** What came over the line, as a partner's server reads it. */
export function heard(url: unknown, init: RequestInit | undefined): Heard {
  const bytes = Buffer.from((init?.body ?? new Uint8Array()) as Uint8Array) // ours are bytes
  const message = bytes.length === 0 ? undefined : JSON.parse(bytes.toString())
  return { url: String(url), headers: init?.headers as Heard['headers'], bytes, message }
}

const REPLY = ['@status', 'content-digest', 'content-type']

/** A partner's answer, signed for this request. */
export function answered(
  by: Partner,
  at: Date,
  given: { to: Pick<Heard, 'headers'>; value: unknown; status?: number },
): Response {
  const { to, value, status = 200 } = given
  const bytes = Buffer.from(JSON.stringify(value))
  const type = status === 200 ? 'application/json' : 'application/problem+json'
  const headers = { 'content-type': type, 'content-digest': contentDigest(bytes) }
  const nonce = readSignature(to.headers)?.nonce
  const created = Math.floor(at.getTime() / 1000)
  const key = { created, keyId: by.keyId, privateKey: by.privateKey, nonce }
  const signature = signHttp({ status, headers }, REPLY, key)
  return new Response(bytes, { status, headers: { ...headers, ...signature } })
}

/** The acknowledgement of a message, as the protocol has it. */
export function acknowledgementOf({ message, bytes }: Heard): Record<string, unknown> {
  const { id, leg, seq } = message
  return { id, leg, seq, sha256: sha256Hex(bytes), repeated: false }
}
