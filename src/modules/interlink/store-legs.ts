import type { Queryable } from '../../platform/db.ts'
import { isLegEnded, type LegState } from './leg.ts'

/** One agency's part in a filing, as this side (`agencyId`) has it. */
export type Leg = {
  agencyId: string
  /** The conversation: a UUID made by the lead. Both sides name it so. */
  leg: string
  side: 'lead' | 'partner'
  /** This side's dossier; null at the partner's until its effect made one. */
  dossierId: string | null
  /** Which leg of the dossier: with it, the lead opens each once. */
  key: string
  service: string
  otherParty: string
  state: LegState
  /** The last message taken; the last written; the last of those that the other has accepted. */
  inSeq: number
  outSeq: number
  acceptedSeq: number
  /** When the result is wanted back, or when the partner last said it comes. */
  dueAt: Date
  /** The partner's own code of its dossier, once it has told. */
  otherCode: string | null
  openedAt: Date
  endedAt: Date | null
}

export type LegAt = { agencyId: string; leg: string }

export const legColumns = `agency_id as "agencyId", leg, side, dossier_id as "dossierId", key,
  service, other_party as "otherParty", state, in_seq as "inSeq", out_seq as "outSeq",
  accepted_seq as "acceptedSeq", due_at as "dueAt", other_code as "otherCode",
  opened_at as "openedAt", ended_at as "endedAt"`

export async function findLeg(
  db: Queryable,
  at: LegAt,
  options: { lock: boolean } = { lock: false },
): Promise<Leg | undefined> {
  const { rows } = await db.query<Leg>(
    `select ${legColumns} from leg where agency_id = $1 and leg = $2
     ${options.lock ? 'for update' : ''}`,
    [at.agencyId, at.leg],
    { name: options.lock ? 'leg-lock' : 'leg-find' },
  )
  return rows[0]
}

/** The legs of a dossier, as opened; a dossier has a handful. */
export async function listLegsOf(
  db: Queryable,
  at: { agencyId: string; dossierId: string },
): Promise<readonly Leg[]> {
  const { rows } = await db.query<Leg>(
    `select ${legColumns} from leg where agency_id = $1 and dossier_id = $2
     order by opened_at, leg limit 50`,
    [at.agencyId, at.dossierId],
  )
  return rows
}

/** The lead's leg of this key, if it was opened. */
export async function findOpenedLeg(
  db: Queryable,
  at: { agencyId: string; dossierId: string; key: string },
): Promise<Leg | undefined> {
  const { rows } = await db.query<Leg>(
    `select ${legColumns} from leg
     where agency_id = $1 and dossier_id = $2 and key = $3 and side = 'lead'`,
    [at.agencyId, at.dossierId, at.key],
  )
  return rows[0]
}

/** The columns of a new leg, to be written together with its first message. */
export const newLegColumns = `agency_id, leg, side, dossier_id, key, service, other_party, state,
  in_seq, out_seq, due_at, opened_at`

export function newLegValues(leg: Leg): unknown[] {
  return [
    leg.agencyId,
    leg.leg,
    leg.side,
    leg.dossierId,
    leg.key,
    leg.service,
    leg.otherParty,
    leg.state,
    leg.inSeq,
    leg.outSeq,
    leg.dueAt,
    leg.openedAt,
  ]
}

/** What a message made of the locked leg; `now` is its end when this ended it. */
export function movedLegValues(leg: Leg, now: Date): unknown[] {
  const { agencyId, state, inSeq, outSeq, dueAt, otherCode } = leg
  return [agencyId, leg.leg, state, inSeq, outSeq, dueAt, otherCode, isLegEnded(state), now]
}

/** The partner's dossier, made by the effect of the opening message. */
export async function linkLegDossier(db: Queryable, at: LegAt, dossierId: string): Promise<void> {
  await db.query(
    'update leg set dossier_id = $3 where agency_id = $1 and leg = $2 and dossier_id is null',
    [at.agencyId, at.leg, dossierId],
  )
}
