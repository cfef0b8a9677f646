import { Compile } from 'typebox/compile'
import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { answering } from './door.ts'
import type { Exchange, ExchangeReply, ExchangeRequest } from './exchange.ts'
import { parseObject } from './judge-reply.ts'
import { insertNonce } from './store-messages.ts'
import { selectSummaries } from './store-reconcile.ts'
import { SummaryAsked } from './summary.ts'
import { verifyRequest } from './verify-request.ts'

const asked = Compile(SummaryAsked)

/** Answers the other side of these legs; legs that are not theirs are left out. */
export async function answerSummary(
  ctx: Ctx,
  exchange: Exchange,
  request: ExchangeRequest,
): Promise<ExchangeReply> {
  return answering(ctx, exchange, {
    request,
    work: async (about) => {
      const verified = verifyRequest(ctx, request, about)
      about.verified = verified
      const { from, to, keyId, nonce } = verified
      const isNew = await insertNonce(ctx.db, { keyId, nonce, at: ctx.clock.now() })
      if (!isNew) throw new Refusal('signature-replayed')
      const value = parseObject(request.bytes)
      if (!asked.Check(value)) throw new Refusal('message-invalid', { problems: [] })
      return {
        legs: await selectSummaries(ctx.db, { agencyId: to, party: from, legs: value.legs }),
      }
    },
  })
}
