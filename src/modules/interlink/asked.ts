import type { Ctx } from '../../platform/ctx.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { addressedTo, type ExchangeRequest } from './exchange.ts'
import { readSignature, type ReadSignature } from './http-signature.ts'
import { isParty, placeOf } from './parties.ts'
import { findAsked, type KeyRow } from './store-keys.ts'

/** Who is asked, and who seems to ask: nothing is proved yet. */
export type Asked = {
  /**
   * The agency in here that the request names; undefined when there is no such. One that has moved
   * to its own software still answers for the legs that it began in here.
   */
  by: string | undefined
  /** Legs opened today go to a desk of it in here. */
  isInside: boolean
  signature: ReadSignature | undefined
  key: KeyRow | undefined
}

export async function readAsked(ctx: Ctx, { headers }: ExchangeRequest): Promise<Asked> {
  const signature = readSignature(headers)
  const now = ctx.clock.now()
  const to = headers[addressedTo] ?? ''
  const keyId = signature?.keyId ?? ''
  const { key, parties, isOurs } = await findAsked(ctx.db, { keyId, to, now })
  const isInside = placeOf(to, parties, legalDay(now)).software === 'inside'
  // Who has signed in here is an agency; the city is asked about the others.
  const isHere = isOurs || (isInside && (await isParty(ctx.db, to)))
  return { by: isHere ? to : undefined, isInside, signature, key }
}
