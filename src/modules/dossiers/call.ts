import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { deskAct, keepWords, type DeskAct } from './desk-act.ts'
import type { Dossier } from './dossier.ts'
import { stand } from './move.ts'
import { setCallWanted, type Location } from './store.ts'

/**
 * Somebody who gave no phone is to be told something: the dossier comes onto the list of those to
 * call. In the transaction of the act they are to hear of.
 */
export async function wantCall(db: Queryable, at: Location, now: Date): Promise<void> {
  await setCallWanted(db, at, now)
}

export type NoteCall = DeskAct & {
  /** Whom and how: a neighbour, the head of the residential group, a visit. */
  said: string
}

/**
 * Records that somebody without a phone was told, and takes the dossier off the list. Refuses as
 * `deskAct`, and `reason-missing` (whom and how), `reason-too-long`.
 * @basis practice.md 25
 */
export async function noteCall(ctx: Ctx, input: NoteCall): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'noteCall' }, async (desk) => {
    const { db, at, dossier, staffId } = desk
    const words = { kind: 'call', body: input.said, writtenBy: staffId }
    const facts = await keepWords(db, at, { ...words, writtenAt: ctx.clock.now() })
    return stand(ctx, db, {
      dossier,
      kind: 'called',
      facts,
      change: { callWantedAt: null },
      requestKey: input.requestKey,
    })
  })
}
