import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import type { ProcedureDefinition } from '../procedures/index.ts'
import { doneBefore, ensureVersion, getForSubmitter } from './access.ts'
import { currentStep } from './complete-step.ts'
import { deskAct, keepWords, type DeskAct } from './desk-act.ts'
import { endPause } from './detail-store.ts'
import type { Dossier } from './dossier.ts'
import { dueNow } from './move-due.ts'
import { move } from './move.ts'
import { ensureMayAct, eventOf } from './permission.ts'
import type { DossierChange } from './store.ts'
import { definitionOf, worldOf, type World } from './world.ts'

export type OwnerAct = {
  dossierId: string
  requestKey: string
  /** What the citizen had before them; an older page is refused `dossier-changed`. */
  version?: number
}

/**
 * The citizen has read the preview and confirms it; the dossier goes to the signer and the clock
 * runs again. Refuses `not-found`, `key-reused`, `act-not-now`.
 */
export async function confirmPreview(ctx: Ctx, input: OwnerAct): Promise<Dossier> {
  return ownerAct(ctx, { ...input, action: 'confirmPreview' }, async ({ db, dossier, ...given }) =>
    move(ctx, db, {
      dossier,
      action: 'confirmPreview',
      to: 'signing',
      facts: { declarationNo: dossier.declarationNo, by: 'owner' },
      change: await changeAfterPreview(ctx, { db, dossier, ...given }),
      requestKey: input.requestKey,
    }),
  )
}

export type ConfirmForCitizen = DeskAct & { how: string }

/**
 * A counter officer records that the citizen confirmed by telephone or at the counter: a phone is
 * optional, the wait must end. Refuses as `deskAct`, and `reason-missing`.
 */
export async function confirmPreviewForCitizen(
  ctx: Ctx,
  input: ConfirmForCitizen,
): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'confirmPreview' }, async (desk) => {
    const { db, at, dossier, staffId } = desk
    const now = ctx.clock.now()
    const words = { kind: 'preview', body: input.how, writtenBy: staffId, writtenAt: now }
    const facts = await keepWords(db, at, words)
    return move(ctx, db, {
      dossier,
      action: 'confirmPreview',
      to: 'signing',
      facts: { ...facts, declarationNo: dossier.declarationNo, by: 'desk' },
      change: await changeAfterPreview(ctx, desk),
      requestKey: input.requestKey,
    })
  })
}

export type DisputePreview = OwnerAct & { remark: string }

/**
 * The citizen finds something wrong in the preview: back to the step that proposed. Refuses
 * `not-found`, `key-reused`, `act-not-now`, `reason-missing`, `reason-too-long`.
 */
export async function disputePreview(ctx: Ctx, input: DisputePreview): Promise<Dossier> {
  return ownerAct(ctx, { ...input, action: 'disputePreview' }, async (given) => {
    const { db, dossier, definition } = given
    const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
    const words = { kind: 'preview-disputed', body: input.remark, writtenBy: 'owner' }
    const facts = await keepWords(db, at, { ...words, writtenAt: ctx.clock.now() })
    return move(ctx, db, {
      dossier,
      action: 'disputePreview',
      to: 'processing',
      step: proposingStep(definition, dossier),
      facts,
      change: await changeAfterPreview(ctx, given),
      requestKey: input.requestKey,
    })
  })
}

/** The step before the signature: what is sent back returns there. */
export function proposingStep(definition: ProcedureDefinition, dossier: Dossier): string {
  const sign = currentStep(definition, dossier)
  const proposing = definition.steps
    .slice(0, definition.steps.indexOf(sign))
    .findLast(({ kind }) => kind === 'propose')
  if (!proposing) throw new Error(`no proposing step before ${sign.key} of ${definition.key}`)
  return proposing.key
}

type Given = { db: Queryable; dossier: Dossier; definition: ProcedureDefinition; world: World }

async function changeAfterPreview(ctx: Ctx, given: Given): Promise<DossierChange> {
  const { db, dossier, definition, world } = given
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  await endPause(db, at, ctx.clock.now())
  return dueNow(ctx, db, { dossier, definition, world })
}

type OwnerAction = OwnerAct & { action: 'confirmPreview' | 'disputePreview' | 'withdraw' }

/** The frame of the citizen's verbs, as `deskAct` is of the desk's. */
export async function ownerAct(
  ctx: Ctx,
  input: OwnerAction,
  work: (given: Given) => Promise<Dossier>,
): Promise<Dossier> {
  const world = await worldOf(ctx.db)
  return ctx.db.tx(async (db) => {
    const dossier = await getForSubmitter(ctx, input.dossierId, { db, lock: true })
    const { requestKey } = input
    const repeated = { db, dossier, event: eventOf(input.action), requestKey }
    const done = await doneBefore(ctx, repeated)
    if (done) return done
    if (input.version !== undefined) await ensureVersion(db, dossier, input.version)
    const definition = definitionOf(world, dossier)
    await ensureMayAct(ctx, { db, dossier, action: input.action, definition })
    return work({ db, dossier, definition, world })
  })
}
