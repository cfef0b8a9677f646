import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { doneBefore, heldBy, stand, worldOf } from '../dossiers/index.ts'
import { entryState } from './acts.ts'
import { lockEntry } from './amend-entry.ts'
import { ensureKeeper } from './close-book.ts'
import { insertAct, type EntryKey } from './store.ts'

export type NoteEntry = { entry: EntryKey; text: string; requestKey: string }

/**
 * Writes a line into the note column: what another agency has told of a registered event (a
 * recognition, a change elsewhere). Safe to repeat. Refuses `not-found`, `act-not-yours`,
 * `entry-not-registered`, `reason-missing`, `reason-too-long`.
 * @basis LHT 60/2014/QH13 Điều 3, 28 khoản 3, 30; TT 15/2015/TT-BTP Điều 31
 */
export async function noteEntry(ctx: Ctx, input: NoteEntry): Promise<void> {
  const { staffId } = await ensureKeeper(ctx, input.entry)
  const text = input.text.trim().normalize('NFC')
  if (text === '') throw new Refusal('reason-missing')
  if (text.length > 1000) throw new Refusal('reason-too-long')
  const world = await worldOf(ctx.db)
  const held = await heldBy(ctx)
  await ctx.db.tx(async (db) => {
    const { entry, view } = await lockEntry(ctx, db, { world, key: input.entry, held })
    const { dossier } = view
    const { requestKey } = input
    if (await doneBefore(ctx, { db, dossier, event: 'entryNoted', requestKey })) return
    if (entryState(entry.acts) !== 'registered') throw new Refusal('entry-not-registered')
    const actNo = await insertAct(db, entry, {
      kind: 'noted',
      paperBook: null,
      paperPage: null,
      facts: null,
      reason: text,
      writtenBy: staffId,
      writtenAt: ctx.clock.now(),
    })
    await stand(ctx, db, { dossier, kind: 'entryNoted', facts: { actNo }, requestKey })
  })
}
