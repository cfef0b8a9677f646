import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { listAbsences, listStaffAt } from '../accounts/index.ts'
import { findField } from '../forms/index.ts'
import { doneBefore, ensureStaff, getForStaff, heldBy } from './access.ts'
import { upsertOpening } from './detail-store.ts'
import type { Dossier, FieldMark } from './dossier.ts'
import { insertMark } from './mark-store.ts'
import { isEnded, type State } from './states.ts'
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
 * An officer compared a field with the papers. A difference says what the paper has and, once
 * known, which side was wrong. Refuses `not-found`, `field-unknown`, `difference-needs-paper`,
 * `act-not-now` once proposed or ended.
 */
export async function mark(ctx: Ctx, input: Mark): Promise<void> {
  const { staffId } = ensureStaff(ctx)
  const world = await worldOf(ctx.db)
  const held = await heldBy(ctx)
  await ctx.db.tx(async (db) => {
    // Locked: a proposal at the same moment sees this difference, or this mark comes too late.
    const dossier = await getForStaff(ctx, input.code, { db, lock: true, held })
    if (!COMPARING.includes(dossier.state)) {
      throw new Refusal('act-not-now', { action: 'mark', state: dossier.state })
    }
    const { form } = definitionOf(world, dossier)
    if (!findField(form, input.field)) throw new Refusal('field-unknown', { field: input.field })
    const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
    await insertMark(db, at, { ...verdictOf(input), markedBy: staffId, markedAt: ctx.clock.now() })
  })
}

/** Once proposed, what was compared stands as the citizen confirms it and the signer reads it. */
const COMPARING: readonly State[] = ['filed', 'completing', 'processing', 'supplementing']

function verdictOf(input: Mark): Omit<FieldMark, 'markedBy' | 'markedAt'> {
  const { field, verdict, closedAs } = input
  if (verdict === 'same') return { field, verdict, paperSays: null, closedAs: null }
  const paperSays = input.paperSays?.trim().normalize('NFC').slice(0, 500) ?? ''
  if (paperSays === '') throw new Refusal('difference-needs-paper')
  return { field, verdict, paperSays, closedAs }
}

export type Assign = { code: string; assigneeId: string; requestKey: string }

/**
 * Hands an open dossier to another officer of the desk. Refuses `not-found` (also for an assignee
 * who has no work at this agency today), `key-reused`, `act-not-now`, `assignee-absent`.
 */
export async function assign(ctx: Ctx, input: Assign): Promise<Dossier> {
  const held = await heldBy(ctx)
  return ctx.db.tx(async (db) => {
    const dossier = await getForStaff(ctx, input.code, { db, lock: true, held })
    const { requestKey } = input
    const done = await doneBefore(ctx, { db, dossier, event: 'assigned', requestKey })
    if (done) return done
    if (isEnded(dossier.state)) throw new Refusal('act-not-now', { state: dossier.state })
    await ensureColleague(ctx, db, { assigneeId: input.assigneeId, agencyIds: held })
    return stand(ctx, db, {
      dossier,
      kind: 'assigned',
      facts: { assigneeBefore: dossier.assigneeId, assignee: input.assigneeId },
      change: { assigneeId: input.assigneeId },
      requestKey: input.requestKey,
    })
  })
}

/** The event names the assignee for ever: it takes no other text, and no officer of elsewhere. */
async function ensureColleague(
  ctx: Ctx,
  db: Queryable,
  { assigneeId, agencyIds }: { assigneeId: string; agencyIds: readonly string[] },
): Promise<void> {
  const day = legalDay(ctx.clock.now())
  const staff = await listStaffAt(db, { agencyIds, day })
  const isColleague = staff.some(({ id, state }) => id === assigneeId && state === 'active')
  if (!isColleague) throw new Refusal('not-found')
  const away = await listAbsences(db, { agencyIds, day })
  const isAway = away.some((absence) => absence.staffId === assigneeId && absence.fromDay <= day)
  if (isAway) throw new Refusal('assignee-absent')
}
