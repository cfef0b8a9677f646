import type { Exchange } from './exchange.ts'
import { openKeys } from './keys.ts'

/** Joins what messages on their way need; `home` holds the private keys. */
export function openExchange(
  parts: Omit<Exchange, 'keys' | 'fetch'> & { home: string; fetch?: typeof fetch },
): Exchange {
  const { home, ...given } = parts
  return { fetch: globalThis.fetch, ...given, keys: openKeys(home) }
}
