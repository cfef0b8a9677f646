import type { Clock } from '../../platform/clock.ts'
import type { Log } from '../../platform/ctx.ts'
import type { Db } from '../../platform/db.ts'
import type { FileStore } from '../../modules/files/index.ts'
import type { Exchange } from '../../modules/interlink/index.ts'
import type { FileSigner } from '../../modules/papers/index.ts'

/** What every page and API call may need; made once at start. Areas add their own ports here. */
export type AppDeps = {
  db: Db
  clock: Clock
  log: Log
  /** Bytes of uploads and certificates. */
  files: FileStore
  signer: FileSigner
  /** Messages to and from other agencies. */
  exchange: Exchange
  /** Origin people type, without a trailing slash: `https://motcua.hanoi.example`. */
  publicUrl: string
  demo: boolean
  /** Are all migrations of this build applied? Asked by `/readyz`. */
  migrationsCurrent?: () => Promise<boolean>
  /** True behind a reverse proxy that sets X-Forwarded-For; off by default. */
  trustProxy?: boolean | string
}
