import { Compile } from 'typebox/compile'
import type { Ctx } from '../../platform/ctx.ts'
import { paths, type Exchange } from './exchange.ts'
import { parseObject, wrongWithReply } from './judge-reply.ts'
import type { Place } from './parties.ts'
import { SummaryAnswer, type LegSummary } from './summary.ts'
import { NoAnswer } from './carry.ts'
import { sendRequest } from './transport.ts'

const answer = Compile(SummaryAnswer)

/** Asks another party how it sees our legs. Throws `NoAnswer`. */
export async function askSummary(
  ctx: Ctx,
  exchange: Exchange,
  asking: { agencyId: string; party: string; place: Place; legs: readonly string[] },
): Promise<readonly LegSummary[]> {
  const { agencyId: from, party, place, legs } = asking
  const bytes = Buffer.from(JSON.stringify({ legs }))
  const request = { from, to: party, place, method: 'POST', path: paths.summary, bytes } as const
  const { reply, nonce } = await sendRequest(ctx, exchange, request)
  const wrong = await wrongWithReply(ctx, reply, { party, nonce })
  if (wrong !== undefined || reply.status !== 200)
    throw new NoAnswer(wrong ?? `http-${reply.status}`)
  const value = parseObject(reply.bytes)
  if (!answer.Check(value)) throw new NoAnswer('reply-wrong')
  return value.legs
}
