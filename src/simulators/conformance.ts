import type { KeyObject } from 'node:crypto'
import { uuidv7 } from '../platform/ids.ts'
import type { Bodies, Message, MessageType } from '../modules/interlink/index.ts'
import type { CheckCity } from './check-city.ts'
import { sha256 } from './portal.ts'
import { checkAnswer, signRequest, type WireKey } from './wire.ts'

/** One thing a partner must do, and whether it did. */
export type Finding = { what: { vi: string; en: string }; ok: boolean; seen: string }

export type ConformanceInput = {
  /** Where the partner takes messages; `/thong-diep` is added. */
  endpoint: string
  /** The partner's party, as it stands in `to`. */
  party: string
  partnerKey: KeyObject
  service: string
  answers: Bodies['open']['answers']
  city: CheckCity
  now(): Date
  /** How long to wait for what the partner sends by itself. */
  waitMs: number
}

type Reply = { status: number; code: string; isSigned: boolean; value: Record<string, unknown> }

/** Everything the protocol asks of a partner's endpoint, tried one after another. */
export async function checkPartner(input: ConformanceInput): Promise<readonly Finding[]> {
  const found: Finding[] = []
  for (const check of [checkRefusals, checkTaking, checkAnswering, checkCancelling])
    found.push(...(await check(input)))
  return found
}

async function checkRefusals(input: ConformanceInput): Promise<Finding[]> {
  const { city } = input
  const opening = () => message(input, { seq: 1, type: 'open', body: openBody(input) })
  const dayAgo = new Date(input.now().getTime() - 86_400_000)
  const early = message(input, { seq: 2, type: 'cancel', body: { why: 'withdrawn' } })
  const big = { ...opening(), padding: 'x'.repeat(20 * 1024 * 1024) }
  return [
    refused('từ chối thông điệp không ký', 'an unsigned message is refused', [
      await unsigned(input, opening()),
    ]),
    refused('từ chối chữ ký sai', 'a wrong signature is refused', [
      await send(input, opening(), { tamper: true }),
    ]),
    refused('từ chối chữ ký của một ngày trước', 'a signature a day old is refused', [
      await send(input, opening(), { now: dayAgo }),
    ]),
    refused('từ chối khóa của cơ quan khác', 'the key of another party is refused', [
      await send(input, opening(), { key: city.stranger }),
    ]),
    refused('từ chối phiên bản lạ', 'an unknown version is refused', [
      await send(input, { ...opening(), schema: 'motcua/interlink/99' }),
    ]),
    refused('từ chối loại lạ', 'an unknown type is refused', [
      await send(input, { ...opening(), type: 'khong-co' }),
    ]),
    refused('từ chối thông điệp 20 MB', 'a message of 20 MB is refused', [await send(input, big)]),
    refused('từ chối thông điệp đến sớm', 'a message before its turn is refused', [
      await send(input, early),
    ]),
  ]
}

function refused(vi: string, en: string, replies: readonly Reply[]): Finding {
  const ok = replies.every(({ status }) => status === 0 || (status >= 400 && status < 500))
  const seen = replies.map(({ status, code }) => `${status} ${code}`.trim()).join(', ')
  return { what: { vi, en }, ok, seen }
}

async function checkTaking(input: ConformanceInput): Promise<Finding[]> {
  const opening = message(input, { seq: 1, type: 'open', body: openBody(input) })
  const signed = signFor(input, Buffer.from(JSON.stringify(opening)), {})
  const first = await sendSigned(input, signed)
  const replay = await sendSigned(input, signed)
  const again = await send(input, opening)
  const other = { ...opening, body: { ...opening.body, dueAt: later(input, 3) } }
  const changed = await send(input, other)
  const digest = sha256(signed.bytes)
  const isAck = first.status === 200 && first.value['sha256'] === digest
  return [
    {
      what: { vi: 'nhận thông điệp mở và xác nhận', en: 'an opening is taken and acknowledged' },
      ok: isAck && first.value['id'] === opening.id,
      seen: `${first.status} ${first.code}`,
    },
    {
      what: { vi: 'xác nhận có chữ ký của cơ quan', en: 'the acknowledgement is signed' },
      ok: first.isSigned,
      seen: first.isSigned ? 'signed' : 'not signed, or not for this request',
    },
    refused('từ chối chữ ký đã dùng', 'a replayed signature is refused', [replay]),
    {
      what: { vi: 'gửi lại thì xác nhận lại', en: 'the same message is acknowledged again' },
      ok: again.status === 200 && again.value['repeated'] === true,
      seen: `${again.status} repeated=${String(again.value['repeated'])}`,
    },
    refused('từ chối cùng mã khác nội dung', 'the same id with other bytes is refused', [changed]),
  ]
}

async function checkAnswering(input: ConformanceInput): Promise<Finding[]> {
  const { city } = input
  const opening = message(input, { seq: 1, type: 'open', body: openBody(input) })
  city.failOnce(opening.leg)
  await send(input, opening)
  const own = () => city.arrived.filter(({ message: { leg } }) => leg === opening.leg)
  const ends: readonly string[] = ['result', 'refused', 'requestSupplement']
  await until(input, () =>
    own().some((one) => one.answered === 200 && ends.includes(one.message.type)),
  )
  const taken = own().filter(({ answered }) => answered === 200)
  const failed = own().find(({ answered }) => answered === 500)
  const repeated = own().filter(({ message: { id } }) => id === failed?.message.id)
  const inOrder = taken.every(({ message: { seq } }, index) => seq === index + 1)
  return [
    {
      what: { vi: 'báo đã nhận rồi trả lời', en: 'says that it received, then concludes' },
      ok: taken[0]?.message.type === 'received' && taken.length > 1,
      seen: taken.map((one) => one.message.type).join(', ') || 'nothing came',
    },
    {
      what: { vi: 'ký từng thông điệp', en: 'every message is signed' },
      ok: taken.length > 0 && own().every(({ verdict }) => verdict === 'ok'),
      seen: own()
        .map(({ verdict }) => verdict)
        .join(', '),
    },
    {
      what: { vi: 'gửi lại khi chưa được xác nhận', en: 'sends again what was not acknowledged' },
      ok: repeated.length >= 2 && new Set(repeated.map((one) => one.sha256)).size === 1,
      seen: `${repeated.length}×`,
    },
    {
      what: { vi: 'gửi đúng thứ tự', en: 'sends in order' },
      ok: taken.length > 0 && inOrder,
      seen: taken.map(({ message: { seq } }) => seq).join(', '),
    },
  ]
}

async function checkCancelling(input: ConformanceInput): Promise<Finding[]> {
  const opening = message(input, { seq: 1, type: 'open', body: openBody(input) })
  await send(input, opening)
  const cancel = { ...message(input, { seq: 2, type: 'cancel', body: { why: 'withdrawn' } }) }
  const reply = await send(input, { ...cancel, leg: opening.leg })
  const ends: readonly string[] = ['cancelled', 'result', 'refused']
  const own = () =>
    input.city.arrived.filter(
      ({ message: { leg, type } }) => leg === opening.leg && ends.includes(type),
    )
  await until(input, () => own().length > 0)
  const last = own().at(-1)?.message.type
  return [
    {
      what: { vi: 'nhận yêu cầu hủy và trả lời', en: 'takes a cancellation and answers it' },
      ok: reply.status === 200 && last !== undefined,
      seen: `${reply.status}, ${last ?? 'nothing came'}`,
    },
  ]
}

async function until(input: ConformanceInput, isDone: () => boolean): Promise<void> {
  const end = performance.now() + input.waitMs
  while (!isDone() && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 50))
}

type New<T extends MessageType> = { seq: number; type: T; body: Bodies[T] }

function message<T extends MessageType>(input: ConformanceInput, made: New<T>): Message<T> {
  const now = input.now()
  return {
    schema: 'motcua/interlink/1',
    id: uuidv7(now),
    leg: uuidv7(now),
    from: input.city.party,
    to: input.party,
    writtenAt: now.toISOString(),
    ...made,
  }
}

function openBody(input: ConformanceInput): Bodies['open'] {
  return {
    service: input.service,
    serviceVersion: 1,
    lead: { agencyName: 'Bộ kiểm tra Một Cửa', dossierCode: '000.00.00.H26-160810-0001' },
    answers: input.answers,
    papers: [],
    dueAt: later(input, 15),
  }
}

function later(input: ConformanceInput, days: number): string {
  return new Date(input.now().getTime() + days * 86_400_000).toISOString()
}

type Twist = { tamper?: true; now?: Date; key?: WireKey }
type Signed = { bytes: Buffer; headers: Record<string, string>; nonce: string }

function signFor(input: ConformanceInput, bytes: Buffer, twist: Twist): Signed {
  const target = `${input.endpoint}/thong-diep`
  const key = twist.key ?? input.city.key
  const now = twist.now ?? input.now()
  const { headers, nonce } = signRequest({ target, to: input.party, bytes, key, now })
  if (twist.tamper) headers['motcua-to'] = `${input.party}-khac`
  return { bytes, headers, nonce }
}

function send(input: ConformanceInput, value: object, twist: Twist = {}): Promise<Reply> {
  return sendSigned(input, signFor(input, Buffer.from(JSON.stringify(value)), twist))
}

function unsigned(input: ConformanceInput, value: object): Promise<Reply> {
  const bytes = Buffer.from(JSON.stringify(value))
  const headers = { 'content-type': 'application/json', 'motcua-to': input.party }
  return sendSigned(input, { bytes, headers, nonce: '' })
}

/** Status 0: the partner closed the connection. */
async function sendSigned(input: ConformanceInput, signed: Signed): Promise<Reply> {
  try {
    const response = await fetch(`${input.endpoint}/thong-diep`, {
      method: 'POST',
      headers: signed.headers,
      body: Uint8Array.from(signed.bytes),
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    const { status } = response
    const headers = Object.fromEntries(response.headers)
    const { nonce } = signed
    const given = { status, headers, bytes, nonce, key: input.partnerKey, now: input.now() }
    const value = parse(bytes)
    return { status, code: String(value['code'] ?? ''), isSigned: checkAnswer(given).ok, value }
  } catch {
    return { status: 0, code: 'no answer', isSigned: false, value: {} }
  }
}

function parse(bytes: Buffer): Record<string, unknown> {
  try {
    return JSON.parse(bytes.toString('utf8')) as Record<string, unknown> // the checks read members
  } catch {
    return {}
  }
}
