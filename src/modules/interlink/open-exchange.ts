import { carryOverHttp, type Carry } from './carry.ts'
import type { Exchange } from './exchange.ts'
import { openKeys } from './keys.ts'

/** Joins what messages on their way need; `home` holds the private keys. */
export function openExchange(
  parts: Omit<Exchange, 'keys' | 'carry'> & { home: string; carry?: Carry },
): Exchange {
  const { home, ...given } = parts
  return { carry: carryOverHttp, ...given, keys: openKeys(home) }
}
