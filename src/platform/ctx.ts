import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { Db } from './db.ts'

export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>

/** Who is standing there. What they may do is decided by the modules' policy, never here. */
export type Actor =
  | { kind: 'anonymous' }
  /** `draftIds`: drafts whose secret this browser holds; `phone`: confirmed by a one-time code. */
  | { kind: 'citizen'; phone: string | null; draftIds: readonly string[] }
  | { kind: 'staff'; staffId: string; agencyId: string; roles: readonly string[] }
  | { kind: 'system'; task: string }

/** What every verb receives. */
export type Ctx = { db: Db; clock: Clock; actor: Actor; log: Log }
