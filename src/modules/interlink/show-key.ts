import type { Ctx } from '../../platform/ctx.ts'
import { toLegalIso } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { publicKeyOf } from './keys.ts'
import { findKey } from './store-keys.ts'

/** A public key as a partner needs it: a JWK (RFC 8037) with its party and days. */
export type ShownKey = {
  kty: 'OKP'
  crv: 'Ed25519'
  x: string
  kid: string
  alg: 'EdDSA'
  party: string
  validFrom: string
  validTo: string | null
  revokedAt: string | null
}

/** A key of an agency in here. Refuses `not-found`. */
export async function showKey(ctx: Ctx, keyId: string): Promise<ShownKey> {
  const row = await findKey(ctx.db, keyId)
  if (row === undefined || !row.isOurs) throw new Refusal('not-found')
  const { x = '' } = publicKeyOf(row).export({ format: 'jwk' })
  const day = (at: Date | null) => (at === null ? null : toLegalIso(at))
  return {
    kty: 'OKP',
    crv: 'Ed25519',
    x,
    kid: keyId,
    alg: 'EdDSA',
    party: row.party,
    validFrom: toLegalIso(row.validFrom),
    validTo: day(row.validTo),
    revokedAt: day(row.revokedAt),
  }
}
