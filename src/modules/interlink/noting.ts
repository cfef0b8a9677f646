import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import type { Dossier } from '../dossiers/index.ts'
import type { FileStore } from '../files/index.ts'
import type { Taken } from './effects.ts'
import type { Message } from './message.ts'

/** A message of a partner being noted on the lead's dossier. */
export type Noting = {
  ctx: Ctx
  db: Queryable
  dossier: Dossier
  taken: Taken
  files: FileStore
}

/** What told it, for events, notes and the person's record. */
export function sourceOf({ id }: Pick<Message, 'id'>): string {
  return `message:${id}`
}
