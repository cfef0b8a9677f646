import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ExchangeReply } from './exchange.ts'
import { isDigestOf, readSignature } from './http-signature.ts'
import { ensureHolds, publicKeyOf } from './keys.ts'
import { replyComponents } from './reply.ts'
import { findKey, type KeyRow } from './store-keys.ts'
import { WINDOW_SECONDS } from './verify-request.ts'

/** What a reply says of the message sent. */
export type Judgement =
  | { is: 'accepted' }
  /** The party said no, and time cannot heal it. */
  | { is: 'refused'; code: string }
  /** The party answered: not now. */
  | { is: 'later'; code: string }
  /** No word of the party: silence, garbage, somebody else. */
  | { is: 'unanswered'; why: string }

export type Asked = { party: string; nonce: string; id: string; bytesSha256: string }

/** The row of a key by its id, perhaps as it was a moment ago. */
export type KeyFinder = (keyId: string) => Promise<KeyRow | undefined>

/** Reasons that a person or time puts right while we go on trying. */
const HEALING: ReadonlySet<string> = new Set([
  'message-out-of-order',
  'message-unsigned',
  'signature-wrong',
  'signature-stale',
  'signature-replayed',
  'key-unknown',
  'key-expired',
  'key-revoked',
])

/** Only what the party itself signed, for this very request, counts as its word. */
export async function judgeReply(
  ctx: Ctx,
  reply: ExchangeReply,
  asked: Asked & { findKey?: KeyFinder },
): Promise<Judgement> {
  const wrong = await wrongWithReply(ctx, reply, asked)
  if (wrong !== undefined)
    return { is: 'unanswered', why: reply.status === 200 ? wrong : `http-${reply.status}` }
  const value = parseObject(reply.bytes)
  if (reply.status === 200) {
    const isOurs = value['id'] === asked.id && value['sha256'] === asked.bytesSha256
    return isOurs ? { is: 'accepted' } : { is: 'unanswered', why: 'reply-wrong' }
  }
  const code = typeof value['code'] === 'string' ? value['code'].slice(0, 80) : ''
  const isFinal =
    code !== '' &&
    reply.status >= 400 &&
    reply.status < 500 &&
    ![408, 425, 429].includes(reply.status) &&
    !HEALING.has(code)
  if (isFinal) return { is: 'refused', code }
  if (reply.status >= 500) return { is: 'unanswered', why: `http-${reply.status}` }
  return { is: 'later', code: code || `http-${reply.status}` }
}

/** Undefined when the party signed the reply for this request; else what does not hold. */
export async function wrongWithReply(
  ctx: Ctx,
  { status, headers, bytes }: ExchangeReply,
  asked: Pick<Asked, 'party' | 'nonce'> & { findKey?: KeyFinder },
): Promise<string | undefined> {
  const signature = readSignature(headers)
  if (signature === undefined) return 'reply-unsigned'
  const isWhole = replyComponents.every((name) => signature.covered.includes(`"${name}"`))
  const now = Math.floor(ctx.clock.now().getTime() / 1000)
  const isFresh = Math.abs(now - signature.created) <= WINDOW_SECONDS
  if (!isWhole || !isFresh || signature.nonce !== asked.nonce) return 'reply-signature-wrong'
  if (!isDigestOf(headers['content-digest'], bytes)) return 'reply-signature-wrong'
  try {
    const find = asked.findKey ?? ((keyId: string) => findKey(ctx.db, keyId))
    const key = ensureHolds(await find(signature.keyId), ctx.clock.now())
    if (key.party !== asked.party) return 'reply-from-stranger'
    const holds = signature.verify({ status, headers }, publicKeyOf(key))
    return holds ? undefined : 'reply-signature-wrong'
  } catch (error) {
    if (error instanceof Refusal) return `reply-${error.code}`
    throw error
  }
}

export function parseObject(bytes: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown> // JSON
  } catch {
    // An answer that cannot be read says nothing.
  }
  return {}
}
