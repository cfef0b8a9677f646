import type { Ctx } from '../../platform/ctx.ts'
import { Refusal } from '../../platform/refusal.ts'
import { findField } from '../forms/index.ts'
import { doneBefore, ensureStaff, getForStaff, heldBy } from './access.ts'
import { upsertMark, upsertOpening } from './detail-store.ts'
import type { Dossier, FieldMark } from './dossier.ts'
import { isEnded } from './machine.ts'
import { stand } from './move.ts'
import { definitionOf, worldOf } from './world.ts'

/** Notes that this officer has the dossier open at this version; the signature asks for it. */
export async function open(ctx: Ctx, dossier: Dossier): Promise<void> {
  const { staffId } = ensureStaff(ctx)
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const opening = { staffId, version: dossier.version, openedAt: ctx.clock.now() }
  await upsertOpening(ctx.db, at, opening)
}

export type Mark = { code: string } & Pick<
  FieldMark,
  'field' | 'verdict' | 'paperSays' | 'closedAs'
>

/**
 * An officer compared a field with the papers. A difference says what the paper has and, once known,
 * which side was wrong. Refuses `not-found`, `field-unknown`, `difference-needs-paper`,
 * `act-not-now` on an ended dossier.
 */
export async function mark(ctx: Ctx, input: Mark): Promise<void> {
  const { staffId } = ensureStaff(ctx)
  const dossier = await getForStaff(ctx, input.code)
  if (isEnded(dossier.state)) throw new Refusal('act-not-now', { state: dossier.state })
  const definition = definitionOf(await worldOf(ctx.db), dossier)
  if (!findField(definition.form, input.field)) {
    throw new Refusal('field-unknown', { field: input.field })
  }
  if (input.verdict === 'differs' && !input.paperSays?.trim()) {
    throw new Refusal('difference-needs-paper')
  }
  await upsertMark(
    ctx.db,
    { agencyId: dossier.agencyId, dossierId: dossier.id },
    {
      field: input.field,
      verdict: input.verdict,
      paperSays: input.verdict === 'differs' ? (input.paperSays ?? '').trim().slice(0, 500) : null,
      closedAs: input.verdict === 'differs' ? input.closedAs : null,
      markedBy: staffId,
      markedAt: ctx.clock.now(),
    },
  )
}

export type Assign = { code: string; assigneeId: string; requestKey: string }

/**
 * Hands an open dossier to another officer of the desk. Refuses `not-found`, `key-reused`,
 * `act-not-now`.
 */
export async function assign(ctx: Ctx, input: Assign): Promise<Dossier> {
  const held = await heldBy(ctx)
  return ctx.db.tx(async (db) => {
    const dossier = await getForStaff(ctx, input.code, { db, lock: true, held })
    const { requestKey } = input
    const done = await doneBefore(ctx, { db, dossier, event: 'assigned', requestKey })
    if (done) return done
    if (isEnded(dossier.state)) throw new Refusal('act-not-now', { state: dossier.state })
    return stand(ctx, db, {
      dossier,
      kind: 'assigned',
      facts: { assigneeBefore: dossier.assigneeId, assignee: input.assigneeId },
      change: { assigneeId: input.assigneeId },
      requestKey: input.requestKey,
    })
  })
}
