import type { FileStore } from '../files/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import type { Carry } from './carry.ts'
import type { Keys } from './keys.ts'

/** A refusal as the other side reads it: problem details of RFC 9457, with its HTTP status. */
export type Problem = { status: number } & Record<string, unknown>

/** What messages on their way need of the outside; made once at start. */
export type Exchange = {
  keys: Keys
  files: FileStore
  /** Origin of this server, without a trailing slash. */
  publicUrl: string
  problemOf(refusal: Refusal): Problem
  /** Over HTTP, to parties in their own software. */
  carry: Carry
}

/** The protocol's paths, below the origin here and below a partner's endpoint there. */
export const EXCHANGE_BASE = '/api/lien-thong/1'
export const paths = {
  messages: '/thong-diep',
  papers: '/giay-to',
  summary: '/doi-soat',
  keys: '/khoa',
} as const

/** Largest message. */
export const MESSAGE_BYTES_MAX = 4 * 1024 * 1024

export type ExchangeRequest = {
  method: 'GET' | 'POST'
  /** Addresses under which the sender may have signed: the one we gave, the one really called. */
  targets: readonly string[]
  headers: Readonly<Record<string, string | undefined>>
  bytes: Uint8Array
}

export type ExchangeReply = {
  status: number
  headers: Readonly<Record<string, string>>
  bytes: Uint8Array
}

export const addressedTo = 'motcua-to'
