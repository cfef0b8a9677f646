import { timingSafeEqual } from 'node:crypto'
import type { Ctx } from '../../platform/ctx.ts'
import { randomDigits, sha256Hex, uuidv7 } from '../../platform/ids.ts'
import { enqueue } from '../../platform/jobs.ts'
import { Refusal } from '../../platform/refusal.ts'
import { normalisePhone } from '../people/index.ts'
import { lockOpenDraft } from './access.ts'
import {
  countCodesSince,
  countTry,
  insertCode,
  lockNewestCode,
  setPhone,
  useCode,
} from './store.ts'

/** How one-time codes are limited. Six digits, five tries: a guess succeeds once in 200,000. */
export const codeLimits = {
  livesMinutes: 10,
  triesMax: 5,
  perTenSeconds: 2,
  perHour: 5,
} as const

const MINUTE_MS = 60_000

export type SendCode = { draftId: string | null; phone: string }

/**
 * Sends a one-time code to a phone, for a draft or (without one) to open one's own list. Refuses
 * `phone-not-a-mobile`, `code-too-many-sent`, and for a draft `not-found`, `draft-already-filed`,
 * `draft-expired`.
 */
export async function sendCode(ctx: Ctx, input: SendCode): Promise<{ phone: string }> {
  const phone = normalisePhone(input.phone)
  if (phone === undefined) throw new Refusal('phone-not-a-mobile')
  await ctx.db.tx(async (db) => {
    const now = ctx.clock.now()
    if (input.draftId !== null) {
      const draft = await lockOpenDraft(ctx, db, input.draftId)
      if (draft.phone !== phone) await setPhone(db, draft.id, phone, null)
    }
    const lastHour = await countCodesSince(db, phone, new Date(now.getTime() - 60 * MINUTE_MS))
    const justNow = await countCodesSince(db, phone, new Date(now.getTime() - 10_000))
    if (lastHour >= codeLimits.perHour || justNow >= codeLimits.perTenSeconds) {
      throw new Refusal('code-too-many-sent')
    }
    const code = randomDigits(6)
    const id = uuidv7(now)
    const expiresAt = new Date(now.getTime() + codeLimits.livesMinutes * MINUTE_MS)
    await insertCode(db, {
      id,
      draftId: input.draftId,
      phone,
      codeHash: hashCode(id, code),
      tries: 0,
      createdAt: now,
      expiresAt,
      usedAt: null,
    })
    const message = {
      template: 'one-time-code',
      recipient: phone,
      params: { code, minutes: codeLimits.livesMinutes },
      occasion: `code:${id}`,
    }
    await enqueue(db, 'notify', message, { expiresAt })
  })
  return { phone }
}

export type ConfirmPhone = { draftId: string | null; phone: string; code: string }

/**
 * Checks a one-time code. A wrong try counts even though it is refused. Refuses `code-wrong`,
 * `code-expired`, `code-too-many-tries`, `phone-not-a-mobile`, `not-found`.
 */
export async function confirmPhone(ctx: Ctx, input: ConfirmPhone): Promise<{ phone: string }> {
  const phone = normalisePhone(input.phone)
  if (phone === undefined) throw new Refusal('phone-not-a-mobile')
  const refused = await ctx.db.tx(async (db): Promise<string | undefined> => {
    const now = ctx.clock.now()
    if (input.draftId !== null) await lockOpenDraft(ctx, db, input.draftId)
    const code = await lockNewestCode(db, phone, input.draftId)
    if (!code || code.expiresAt <= now) return 'code-expired'
    if (code.tries >= codeLimits.triesMax) return 'code-too-many-tries'
    await countTry(db, code.id)
    if (!sameHash(code.codeHash, hashCode(code.id, input.code.replace(/\s/g, '')))) {
      return 'code-wrong'
    }
    await useCode(db, code.id, now)
    if (input.draftId !== null) await setPhone(db, input.draftId, phone, now)
    return undefined
  })
  if (refused) throw new Refusal(refused)
  return { phone }
}

function hashCode(id: string, code: string): string {
  return sha256Hex(`${id}:${code}`)
}

function sameHash(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a, 'hex'), Buffer.from(b, 'hex'))
}
