import type { Ctx } from '../../platform/ctx.ts'
import { joined, type Queryable } from '../../platform/db.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { enqueue } from '../../platform/jobs.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  admitFromMessage,
  answerSupplement,
  closeDueActions,
  getForSystem,
  move,
  papersOfMessage,
  viewOf,
  withdraw,
  worldOf,
  type Dossier,
  type World,
} from '../dossiers/index.ts'
import type { FileStore } from '../files/index.ts'
import type { ProcedureDefinition } from '../procedures/index.ts'
import type { AcceptedEffect, LegEffect, Taken } from './effects.ts'
import type { Bodies, PaperRef } from './message.ts'
import { findPlace } from './parties.ts'
import { findLeg, linkLegDossier, type LegAt } from './store-legs.ts'

/**
 * The partner's side on a desk of Một Cửa: an opening message makes an ordinary dossier of that
 * agency, further messages do with it what a citizen does with a filing. Refuses what the verbs
 * refuse, and `service-not-served`, `file-bytes-missing`.
 */
export function insideDesk(files: FileStore): LegEffect {
  return async (ctx, db, taken) => {
    if (taken.leg.side !== 'partner') return
    switch (taken.message.type) {
      case 'open':
        return opened({ ctx, db, taken, files }, taken.message.body as Bodies['open'])
      case 'answerSupplement':
        return answered({ ctx, db, taken, files }, taken.message.body as Bodies['answerSupplement'])
      case 'cancel':
        return cancelled({ ctx, db, taken, files })
    }
  }
}

type Desk = { ctx: Ctx; db: Queryable; taken: Taken; files: FileStore }

async function opened({ ctx, db, taken, files }: Desk, body: Bodies['open']): Promise<void> {
  const { leg, message } = taken
  const definition = serving(await worldOf(db), leg, { ctx, service: body.service })
  await ensureBytes({ ctx, db, taken, files }, body.papers)
  const dossier = await admitFromMessage(ctx, db, {
    messageId: message.id,
    agencyId: leg.agencyId,
    definition,
    answers: body.answers,
    papers: body.papers,
  })
  await linkLegDossier(db, leg, dossier.id)
}

/** The procedure by which an agency does a service today. Refuses `service-not-served`. */
function serving(
  { city, procedures }: World,
  { agencyId }: LegAt,
  { ctx, service }: { ctx: Ctx; service: string },
): ProcedureDefinition {
  const kind = city.agency(agencyId)?.kind
  const found = procedures.servingOn(service, legalDay(ctx.clock.now()))
  if (found === undefined || found.agencyKind !== kind)
    throw new Refusal('service-not-served', { service })
  return found
}

/**
 * Papers of an agency that works in here lie in the file store already. Nobody else may name bytes
 * that it has not shown to have. Refuses `file-bytes-missing`.
 */
async function ensureBytes(desk: Desk, papers: readonly PaperRef[]): Promise<void> {
  const { ctx, db, taken, files } = desk
  if (papers.length === 0) return
  const { software } = await findPlace(db, taken.message.from, legalDay(ctx.clock.now()))
  const isOurs = software === 'inside'
  for (const { component, sha256 } of papers) {
    const isThere = isOurs && (await files.has(sha256))
    if (!isThere) throw new Refusal('file-bytes-missing', { field: component })
  }
}

async function answered(desk: Desk, body: Bodies['answerSupplement']): Promise<void> {
  const { ctx, db, taken } = desk
  const dossier = await dossierOf(desk)
  const view = await viewOf(db, await worldOf(db), dossier)
  const open = view.supplements.find(({ answers }) => answers === null)
  if (open?.no !== body.no) throw new Refusal('supplement-none-open')
  await ensureBytes(desk, body.papers)
  const now = ctx.clock.now()
  const brought = papersOfMessage(view.definition, body.papers, now)
  await answerSupplement(
    { ...ctx, db: joined(db) },
    {
      dossierId: dossier.id,
      requestKey: taken.message.id,
      answers: body.answers,
      set: body.set,
      files: brought.map((file) => ({ ...file, id: uuidv7(now), addedAt: now })),
    },
  )
}

const withdrawable: readonly Dossier['state'][] = [
  'filed',
  'completing',
  'processing',
  'supplementing',
  'previewing',
  'signing',
]

/** Signed before the cancel came: the result is on its way, and is what the leg ends with. */
async function cancelled(desk: Desk): Promise<void> {
  const { ctx, db, taken } = desk
  const dossier = await dossierOf(desk)
  if (!withdrawable.includes(dossier.state)) return
  const given = { dossierId: dossier.id, requestKey: taken.message.id }
  await withdraw({ ...ctx, db: joined(db) }, given)
}

function dossierOf({ ctx, db, taken: { leg } }: Desk): Promise<Dossier> {
  if (leg.dossierId === null) throw new Error('a leg that was opened without a dossier')
  const at = { agencyId: leg.agencyId, dossierId: leg.dossierId }
  return getForSystem(ctx, at, { db })
}

export const HAND_OVER_TASK = 'hand-over-to-lead'

export type ToHandOver = { agencyId: string; leg: string }

/** The lead has the result: a job hands the partner's dossier over. */
export const handOverWhenAccepted: AcceptedEffect = async (db, { agencyId, leg, type }) => {
  if (type !== 'result') return
  const payload: ToHandOver = { agencyId, leg }
  await enqueue(db, HAND_OVER_TASK, payload, { key: `${HAND_OVER_TASK}:${agencyId}:${leg}` })
}

/** The partner's dossier ends as handed over to the lead. Safe to repeat. */
export async function handOverToLead(ctx: Ctx, given: ToHandOver): Promise<void> {
  const { agencyId } = given
  const dossierId = (await findLeg(ctx.db, given))?.dossierId
  if (!dossierId) return
  await ctx.db.tx(async (db) => {
    const at = { agencyId, dossierId }
    const dossier = await getForSystem(ctx, at, { db, lock: true })
    if (dossier.state !== 'signed') return
    await closeDueActions(db, at, ctx.clock.now())
    await move(ctx, db, {
      dossier,
      action: 'handOver',
      to: 'handed_over',
      requestKey: `handed-over:${dossier.id}`,
    })
  })
}
