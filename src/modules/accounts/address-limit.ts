import { isIPv6 } from 'node:net'
import type { Ctx } from '../../platform/ctx.ts'
import { sha256Hex } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { addressLimitsOf, type AddressLimits } from './rules.ts'
import { countUse } from './limit-store.ts'

/** What an address asks for: each begins a declaration, sends a message or tells a status. */
export type AddressUse = { what: keyof AddressLimits['uses']; ip: string }

const REFUSED_AS = {
  draft: 'drafts-throttled',
  code: 'codes-throttled',
  lookup: 'guesses-throttled',
} as const

/**
 * Counts one use, right or wrong, and passes while the address has some left. Refuses
 * `drafts-throttled`, `codes-throttled` or `guesses-throttled`, each with { minutes }.
 */
export async function spendUse(ctx: Ctx, { what, ip }: AddressUse): Promise<void> {
  const { windowMinutes, uses } = await addressLimitsOf(ctx.db)
  const windowMs = windowMinutes * 60_000
  const windowStart = new Date(Math.floor(ctx.clock.now().getTime() / windowMs) * windowMs)
  const keyHash = sha256Hex(`use:${what}:${networkOf(ip)}`)
  const hasLeft = await countUse(ctx.db, { keyHash, windowStart, usesMax: uses[what] })
  if (!hasLeft) throw new Refusal(REFUSED_AS[what], { minutes: windowMinutes })
}

/**
 * Whom an address stands for: one IPv4 address, or the 64 bits of an IPv6 one that a line is given
 * whole, so that the other 64 buy nothing.
 */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(ip)) return ip
  const [left = '', right] = ip.toLowerCase().replace(/%.*$/, '').split('::')
  const head = left === '' ? [] : left.split(':')
  const tail = right === undefined || right === '' ? [] : right.split(':')
  const zeros = right === undefined ? 0 : Math.max(0, 8 - head.length - tail.length)
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...tail].slice(0, 4)
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`
}
