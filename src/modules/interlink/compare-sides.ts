import { foldLeg, type LegAct, type LegState } from './leg.ts'
import type { MessageTrace } from './store-reconcile.ts'
import type { Leg } from './store-legs.ts'
import type { LegSummary } from './summary.ts'

/** What does not fit, of one leg on one side. No content, no names. */
export type Difference = {
  agencyId: string
  leg: string
  party: string
  what:
    | 'seq-missing'
    | 'order-impossible'
    | 'state-differs-from-messages'
    | 'accepted-but-not-there'
    | 'taken-but-never-sent'
    | 'bytes-differ'
    | 'sides-differ'
    | 'leg-unknown-there'
    | 'effect-missing'
  detail: string
}

export type Side = { leg: Leg; traces: readonly MessageTrace[] }

/** One side against itself: its rows, and its state against its messages folded again. */
export function problemsOfSide({ leg, traces }: Side): Difference[] {
  const found: Difference[] = []
  const add = (what: Difference['what'], detail: string) => found.push(about(leg, what, detail))
  for (const [direction, last] of [
    ['in', leg.inSeq],
    ['out', leg.outSeq],
  ] as const) {
    const seqs = traces.filter((trace) => trace.direction === direction).map(({ seq }) => seq)
    const isWhole = seqs.length === last && seqs.every((seq, index) => seq === index + 1)
    if (!isWhole) add('seq-missing', `${direction} ${seqs.length}/${last}`)
  }
  const accepted = traces.filter(({ direction, acceptedAt }) => direction === 'out' && acceptedAt)
  if (accepted.length !== leg.acceptedSeq)
    add('seq-missing', `accepted ${accepted.length}/${leg.acceptedSeq}`)
  const folded = refold(traces)
  if (folded === undefined) add('order-impossible', traces.map(({ type }) => type).join(' '))
  else if (folded !== leg.state) add('state-differs-from-messages', `${leg.state}, not ${folded}`)
  return found
}

/** The state that the messages make, in the order in which this side sent and took them. */
function refold(traces: readonly MessageTrace[]): LegState | undefined {
  const opening = traces.find(({ type }) => type === 'open')
  const isDelivered = opening?.direction === 'out' && opening.acceptedAt !== null
  // When it was delivered matters only while nothing else has happened.
  const acts: LegAct[] = traces.map(({ type }) => type)
  try {
    return foldLeg(isDelivered ? [...acts, 'delivered'] : acts)
  } catch {
    return undefined
  }
}

/** Both sides in one database: what one sent and knows accepted, the other has, byte for byte. */
export function problemsOfPair(mine: Side, theirs: Side): Difference[] {
  const found: Difference[] = []
  const add = (what: Difference['what'], detail: string) =>
    found.push(about(mine.leg, what, detail))
  const there = new Map(theirs.traces.map((trace) => [`${trace.direction} ${trace.seq}`, trace]))
  for (const { direction, seq, id, bytesSha256, acceptedAt, type } of mine.traces) {
    const other = there.get(`${direction === 'out' ? 'in' : 'out'} ${seq}`)
    const detail = `${type} ${seq}`
    if (other === undefined) {
      if (direction === 'in') add('taken-but-never-sent', detail)
      else if (acceptedAt !== null) add('accepted-but-not-there', detail)
    } else if (other.id !== id || other.bytesSha256 !== bytesSha256) add('bytes-differ', detail)
  }
  // Told once for both.
  const isQuiet = isSettled(mine.leg, theirs.leg) && isSettled(theirs.leg, mine.leg)
  if (mine.leg.side === 'lead' && isQuiet && !areAlike(mine.leg.state, theirs.leg.state))
    add('sides-differ', `${mine.leg.state} here, ${theirs.leg.state} there`)
  return found
}

/** Another system: its word against ours. */
export function problemsOfSummary(leg: Leg, theirs: LegSummary | undefined): Difference[] {
  if (theirs === undefined)
    return leg.acceptedSeq > 0 || leg.inSeq > 0
      ? [about(leg, 'leg-unknown-there', `${leg.acceptedSeq} accepted, ${leg.inSeq} taken`)]
      : []
  const found: Difference[] = []
  const add = (what: Difference['what'], detail: string) => found.push(about(leg, what, detail))
  if (theirs.inSeq < leg.acceptedSeq)
    add('accepted-but-not-there', `${theirs.inSeq} of ${leg.acceptedSeq}`)
  if (theirs.acceptedSeq > leg.inSeq)
    add('accepted-but-not-there', `here ${leg.inSeq} of ${theirs.acceptedSeq}`)
  if (theirs.inSeq > leg.outSeq) add('taken-but-never-sent', `${theirs.inSeq} of ${leg.outSeq}`)
  if (theirs.outSeq < leg.inSeq)
    add('taken-but-never-sent', `here ${leg.inSeq} of ${theirs.outSeq}`)
  const isQuiet = isSettled(leg, theirs) && isSettled(theirs, leg)
  if (isQuiet && !areAlike(leg.state, theirs.state))
    add('sides-differ', `${leg.state} here, ${theirs.state} there`)
  return found
}

export function about(leg: Leg, what: Difference['what'], detail: string): Difference {
  return { agencyId: leg.agencyId, leg: leg.leg, party: leg.otherParty, what, detail }
}

type Counted = { inSeq: number; outSeq: number; acceptedSeq: number }

/** Nothing is on its way from this side to the other. */
function isSettled(from: Counted, to: Counted): boolean {
  return from.acceptedSeq === from.outSeq && to.inSeq === from.outSeq
}

/** Only the lead knows that its opening message was delivered. */
function areAlike(one: LegState, other: LegState): boolean {
  const plain = (state: LegState) => (state === 'sent' ? 'notSent' : state)
  return plain(one) === plain(other)
}
