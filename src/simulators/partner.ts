import { randomDigits, uuidv7 } from '../platform/ids.ts'
import { legalDay } from '../platform/plain-date.ts'
import {
  isLegEnded,
  stepLeg,
  type Bodies,
  type LegState,
  type Message,
} from '../modules/interlink/index.ts'
import { answerOpen, answerSupplement, type Planned, type Situation } from './behaviour.ts'
import { services, type PartnerKind } from './services.ts'
import type { Settings } from './settings.ts'

/** One leg as this partner keeps it. Times are milliseconds of the machine's clock. */
export type PartnerLeg = {
  leg: string
  /** Who this partner is for the leg (one program serves many agencies), and who asked. */
  party: string
  lead: string
  leadCode: string
  code: string
  state: LegState
  opened: Bodies['open']
  inSeq: number
  outSeq: number
  /** Messages taken, by id: the SHA-256 of their bytes. */
  taken: Record<string, string>
  planned: { at: number; act: Planned }[]
  /** Written and not yet acknowledged, in order. */
  outbox: Outgoing[]
}

export type Outgoing = {
  message: Message
  attempts: number
  nextAt: number
  /** Why the receiver would not take it; it is not sent again. */
  refused?: string
}

export type PartnerState = { done: number; codes: number; legs: Record<string, PartnerLeg> }

export type Taken =
  | { outcome: 'accepted' | 'repeated' }
  | { outcome: 'refused'; status: number; code: string; data?: Record<string, unknown> }

export type PartnerDeps = {
  kind: PartnerKind
  state: PartnerState
  settings(): Settings
  /** Our legal time, which a demonstration may have moved. */
  now(): Date
  machineNow(): number
}

export type Partner = {
  take(message: Message, sha256: string): Taken
  /** Writes what is planned for now; true when something is new. */
  writeDue(): boolean
  legs(): readonly PartnerLeg[]
}

/** A partner agency with software of its own, as far as its messages show. */
export function makePartner(deps: PartnerDeps): Partner {
  return {
    take: (message, sha256) => take(deps, message, sha256),
    writeDue: () =>
      Object.values(deps.state.legs).reduce((is, leg) => writeDue(deps, leg) || is, false),
    legs: () => Object.values(deps.state.legs),
  }
}

function take(deps: PartnerDeps, message: Message, sha256: string): Taken {
  const leg = deps.state.legs[message.leg]
  const before = leg?.taken[message.id]
  if (before !== undefined)
    return before === sha256
      ? { outcome: 'repeated' }
      : { outcome: 'refused', status: 409, code: 'message-id-reused' }
  if (leg && (leg.lead !== message.from || leg.party !== message.to))
    return { outcome: 'refused', status: 404, code: 'leg-not-yours' }
  const expected = (leg?.inSeq ?? 0) + 1
  if (message.seq !== expected) {
    const data = { expected }
    return { outcome: 'refused', status: 409, code: 'message-out-of-order', data }
  }
  const verdict = stepLeg(leg?.state ?? null, message.type)
  if (!verdict.ok) return { outcome: 'refused', status: 409, code: verdict.why }
  if (message.type === 'open') return open(deps, message as Message<'open'>, sha256)
  return goOn(deps, { leg: leg!, message, sha256, state: verdict.state })
}

function open(deps: PartnerDeps, message: Message<'open'>, sha256: string): Taken {
  const { service, lead, dueAt } = message.body
  if (!Object.hasOwn(services[deps.kind], service))
    return { outcome: 'refused', status: 422, code: 'service-unknown' }
  deps.state.codes += 1
  const leg: PartnerLeg = {
    leg: message.leg,
    party: message.to,
    lead: message.from,
    leadCode: lead.dossierCode,
    code: `MP-${String(deps.state.codes).padStart(5, '0')}`,
    state: 'notSent',
    opened: message.body,
    inSeq: 1,
    outSeq: 0,
    taken: { [message.id]: sha256 },
    planned: [],
    outbox: [],
  }
  deps.state.legs[leg.leg] = leg
  plan(deps, leg, answerOpen(situation(deps, leg, dueAt)))
  return { outcome: 'accepted' }
}

type GoingOn = { leg: PartnerLeg; message: Message; sha256: string; state: LegState }

function goOn(deps: PartnerDeps, { leg, message, sha256, state }: GoingOn): Taken {
  const wasEnded = isLegEnded(leg.state)
  leg.inSeq = message.seq
  leg.taken[message.id] = sha256
  leg.state = state
  if (wasEnded) return { outcome: 'accepted' }
  if (message.type === 'answerSupplement') {
    plan(deps, leg, answerSupplement(situation(deps, leg, leg.opened.dueAt)))
  }
  if (message.type === 'cancel') {
    leg.planned = []
    plan(deps, leg, [{ type: 'cancelled', body: {}, afterMs: 0 }])
  }
  return { outcome: 'accepted' }
}

function situation(deps: PartnerDeps, leg: PartnerLeg, dueAt: string): Situation {
  return {
    settings: deps.settings(),
    service: services[deps.kind][leg.opened.service]!,
    work: {
      answers: leg.opened.answers,
      no: deps.state.done + 1,
      day: legalDay(deps.now()).split('-').toReversed().join('/'),
      digits: randomDigits,
    },
    code: leg.code,
    dueAt,
    chance,
  }
}

/** True with that share of a hundred. */
export function chance(percent: number): boolean {
  return Number(randomDigits(2)) < percent
}

function plan(deps: PartnerDeps, leg: PartnerLeg, acts: readonly Planned[]): void {
  const now = deps.machineNow()
  leg.planned.push(...acts.map((act) => ({ at: now + act.afterMs, act })))
}

function writeDue(deps: PartnerDeps, leg: PartnerLeg): boolean {
  const now = deps.machineNow()
  const due = leg.planned.filter(({ at }) => at <= now)
  if (due.length === 0) return false
  leg.planned = leg.planned.filter(({ at }) => at > now)
  for (const { act } of due) write(deps, leg, act)
  return true
}

/** What no longer fits (the lead has cancelled meanwhile) is not written. */
function write(deps: PartnerDeps, leg: PartnerLeg, act: Planned): void {
  const verdict = stepLeg(leg.state, act.type)
  if (!verdict.ok || isLegEnded(leg.state)) return
  leg.state = verdict.state
  leg.outSeq += 1
  if (act.type === 'result') deps.state.done += 1
  const now = deps.now()
  const message: Message = {
    schema: 'motcua/interlink/1',
    id: uuidv7(now),
    leg: leg.leg,
    seq: leg.outSeq,
    type: act.type,
    from: leg.party,
    to: leg.lead,
    writtenAt: now.toISOString(),
    body: act.body,
  }
  leg.outbox.push({ message, attempts: 0, nextAt: deps.machineNow() })
}
