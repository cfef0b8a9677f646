import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { takeMessage } from './door.ts'
import { paths, type Exchange, type ExchangeReply, type ExchangeRequest } from './exchange.ts'
import { PROBLEM_TYPE } from './reply.ts'
import { servePaper } from './serve-paper.ts'

/** What HTTP does for others, for an agency in here that asks another in here: message or paper. */
export async function askInside(
  ctx: Ctx,
  exchange: Exchange,
  { path, request }: { path: string; request: ExchangeRequest },
): Promise<ExchangeReply> {
  if (path === paths.messages) return takeMessage(ctx, exchange, request)
  const [leg = '', sha256 = ''] = path.split('/').slice(-2)
  try {
    const paper = await servePaper(ctx, exchange, { request, at: { leg, sha256 } })
    const chunks: Buffer[] = []
    for await (const chunk of paper.stream) chunks.push(Buffer.from(chunk))
    return { status: 200, headers: { 'content-type': paper.mime }, bytes: Buffer.concat(chunks) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const value = exchange.problemOf(error)
    const bytes = Buffer.from(JSON.stringify(value))
    return { status: value.status, headers: { 'content-type': PROBLEM_TYPE }, bytes }
  }
}
