import type { Ctx } from '../../platform/ctx.ts'
import { addDays, legalDay, type PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { FormDefinition } from '../forms/index.ts'
import { startDraft, type Draft } from '../intake/index.ts'
import { notHeldBack, type ProcedureDefinition } from '../procedures/index.ts'
import { ensureStaff } from './access.ts'
import {
  findBlock,
  insertBlock,
  isSlipEntered,
  listBlocks,
  type SlipBlock,
} from './counter-store.ts'
import { worldOf, type World } from './world.ts'

/** So many slips at once: a day of a busy ward. */
export const SLIPS_MAX = 200

/** A slip is entered within this time, or its dossier needs an explanation of its own. */
const ENTER_WITHIN_DAYS = 30

/**
 * At the counter a phone is optional (the slip's QR stands in for it) and papers are seen by the
 * officer who fills in: neither must be there to file.
 * @basis practice.md 25
 */
export function forCounter(definition: ProcedureDefinition): ProcedureDefinition {
  const pages = definition.form.pages.map((page) => ({
    ...page,
    fields: page.fields.map((field) =>
      field.key === definition.roles.phone || field.type === 'file'
        ? { ...field, optional: true }
        : field,
    ),
  }))
  const form: FormDefinition = { ...definition.form, pages }
  return { ...definition, form }
}

export type StartAtCounter = {
  procedureKey: string
  /** A paper slip of an hour without power: its number and when it was given out. */
  slip?: { no: number; filedAt: Date }
}

/** What the officer's agency takes at its counter today, by name. */
export async function listAtCounter(ctx: Ctx): Promise<readonly ProcedureDefinition[]> {
  const { agencyId } = ensureStaff(ctx)
  return takenAt(await worldOf(ctx.db), agencyId, legalDay(ctx.clock.now()))
}

/** Of its own kind, and not held back by the city; being online does not matter here. */
function takenAt(world: World, agencyId: string, day: PlainDate): readonly ProcedureDefinition[] {
  const kind = world.city.agency(agencyId)?.kind
  const offered = notHeldBack(world.procedures, world.city).on(day)
  return offered.filter(({ agencyKind }) => agencyKind === kind)
}

/**
 * Begins a declaration that an officer fills in for somebody at the counter. Refuses
 * `not-found` (not taken there), `slip-unknown` (no such reserved number), `slip-entered-already`,
 * `slip-time-wrong` (in the future, before the block was printed, or over 30 days ago).
 */
export async function startAtCounter(ctx: Ctx, input: StartAtCounter): Promise<Draft> {
  const { staffId, agencyId } = ensureStaff(ctx)
  const world = await worldOf(ctx.db)
  const { slip } = input
  if (slip) await ensureSlip(ctx, agencyId, slip)
  const day = legalDay(slip?.filedAt ?? ctx.clock.now())
  const taken = takenAt(world, agencyId, day)
  const definition = taken.find(({ key }) => key === input.procedureKey)
  if (!definition) throw new Refusal('not-found')
  return startDraft(ctx, {
    definition,
    answers: {},
    counter: {
      counterAgencyId: agencyId,
      counterStaffId: staffId,
      slipNo: slip?.no ?? null,
      trulyFiledAt: slip?.filedAt ?? null,
    },
  })
}

async function ensureSlip(
  ctx: Ctx,
  agencyId: string,
  slip: { no: number; filedAt: Date },
): Promise<void> {
  const block = await findBlock(ctx.db, agencyId, slip.no)
  if (!block) throw new Refusal('slip-unknown', { no: slip.no })
  if (await isSlipEntered(ctx.db, agencyId, slip.no))
    throw new Refusal('slip-entered-already', { no: slip.no })
  const now = ctx.clock.now()
  const isTooOld = legalDay(slip.filedAt) < addDays(legalDay(now), -ENTER_WITHIN_DAYS)
  if (slip.filedAt > now || slip.filedAt < block.reservedAt || isTooOld)
    throw new Refusal('slip-time-wrong')
}

/**
 * Reserves numbers for paper slips, to be printed before they are needed. Refuses
 * `slip-count-wrong` (1 to 200).
 * @basis practice.md 25
 */
export async function reserveSlips(
  ctx: Ctx,
  input: { count: number },
): Promise<{ firstNo: number; lastNo: number }> {
  const { staffId, agencyId } = ensureStaff(ctx)
  const { count } = input
  if (!Number.isSafeInteger(count) || count < 1 || count > SLIPS_MAX)
    throw new Refusal('slip-count-wrong', { max: SLIPS_MAX })
  const at = ctx.clock.now()
  const firstNo = await ctx.db.tx((db) => insertBlock(db, agencyId, { count, by: staffId, at }))
  return { firstNo, lastNo: firstNo + count - 1 }
}

/** The officer's agency's reserved numbers, newest block first. */
export function listSlipBlocks(ctx: Ctx): Promise<SlipBlock[]> {
  return listBlocks(ctx.db, ensureStaff(ctx).agencyId)
}
