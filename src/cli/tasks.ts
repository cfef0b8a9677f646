import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { Log } from '../platform/ctx.ts'
import type { Db } from '../platform/db.ts'
import type { Tasks } from '../platform/jobs.ts'

export type TaskDeps = { db: Db; clock: Clock; log: Log; config: Config }

/** Every task of the job queue by name; each is safe to repeat. */
export function makeTasks(_deps: TaskDeps): Tasks {
  return {}
}
