import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import { viewOf, worldOf, type Dossier, type DossierEvent } from '../dossiers/index.ts'
import { entryState, numberGiven } from './acts.ts'
import { findCertificate } from './certificate-store.ts'
import { makeOriginalAnew } from './make-original-anew.ts'
import { personalNumberOf } from './sign.ts'
import { findEntryOf, insertAct } from './store.ts'

/**
 * Listens to personal numbers that arrive after the signature: each is an act beside the entry, and
 * an original that nobody has yet is made anew with it. Before, the proposal takes the number. The
 * same number again changes nothing. Refuses `number-already-given` (the book has another one),
 * `entry-not-registered` (it was crossed out).
 * @basis NĐ 137/2015/NĐ-CP Điều 13, 14; practice.md 14
 */
export async function noteNumber(
  ctx: Ctx,
  db: Queryable,
  event: DossierEvent,
  dossier: Dossier,
): Promise<void> {
  if (event.kind !== 'numberArrived') return
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const entry = await findEntryOf(db, at)
  if (!entry) return
  const { notes } = await viewOf(db, await worldOf(db), dossier)
  const number = personalNumberOf(notes)
  if (number === null) throw new Error('a number arrived and was not kept')
  const known = numberGiven(entry.acts) ?? entry.content.personalNumber ?? undefined
  if (known === number) return
  if (known !== undefined) throw new Refusal('number-already-given')
  const state = entryState(entry.acts)
  if (state !== 'prepared' && state !== 'registered') throw new Refusal('entry-not-registered')
  await insertAct(db, entry, {
    kind: 'number-given',
    paperBook: null,
    paperPage: null,
    reason: null,
    facts: { number },
    writtenBy: ctx.actor.kind === 'staff' ? ctx.actor.staffId : 'system',
    writtenAt: ctx.clock.now(),
  })
  // Not made yet: the job that makes it finds the number.
  const original = await findCertificate(db, at)
  if (dossier.state === 'signed' && original?.issuedAt) await makeOriginalAnew(ctx, db, at)
}
