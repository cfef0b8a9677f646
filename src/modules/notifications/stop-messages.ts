import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { ensureStaff, getForStaff, type Dossier, type Location } from '../dossiers/index.ts'
import { findStop, insertStop } from './store.ts'

/**
 * The child has died: from now on no message about this filing goes to the family; whoever acts on
 * it telephones. Safe to repeat. Refuses `not-found`.
 * @basis practice.md 22
 */
export async function stopMessages(ctx: Ctx, input: { code: string }): Promise<Dossier> {
  const { staffId } = ensureStaff(ctx)
  return ctx.db.tx(async (db) => {
    const dossier = await getForStaff(ctx, input.code, { db, lock: true })
    const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
    await insertStop(db, at, { stoppedBy: staffId, stoppedAt: ctx.clock.now() })
    return dossier
  })
}

export async function areMessagesStopped(db: Queryable, at: Location): Promise<boolean> {
  return (await findStop(db, at)) !== undefined
}
