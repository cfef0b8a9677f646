import type { Text } from '../forms/index.ts'
import type { LegDefinition } from '../procedures/index.ts'
import type { LegState } from './leg.ts'
import type { Bodies, MessageType } from './message.ts'

/** A message of a leg as a lane reads it, in the order in which this side wrote and took them. */
export type LaneMessage = {
  type: MessageType
  direction: 'in' | 'out'
  body: unknown
  /** Written here, or taken here. */
  at: Date
  acceptedAt: Date | null
  /** Since when it waits to be sent; null while nothing of it waits. */
  waitingSince: Date | null
  attempts: number
  /** Refused for good: a person must look. */
  deadAt: Date | null
}

export type OpenedLeg = {
  leg: string
  partner: string
  state: LegState
  dueAt: Date
  openedAt: Date
  endedAt: Date | null
  /** The partner's own dossier code. */
  code: string | null
  messages: readonly LaneMessage[]
}

/** `toCome`: not opened yet; `onPaper`: no agency of the city serves it, the ward writes. */
export type LaneState = LegState | 'toCome' | 'onPaper'

export type LaneStep = {
  what: 'sent' | 'received' | 'asked' | 'answered' | 'delayed' | 'done' | 'refused' | 'cancelled'
  at: Date
}

export type Lane = {
  key: string
  name: Text
  service: string
  holds: boolean
  partner: string | undefined
  /** Id of the conversation; undefined while it is not opened. */
  leg: string | undefined
  state: LaneState
  /** The partner's own date once it told one. */
  dueAt: Date | null
  code: string | null
  openedAt: Date | null
  endedAt: Date | null
  steps: readonly LaneStep[]
  /** What we wrote has not reached the partner; `isStopped`: and will not without a person. */
  unsent: { since: Date; isStopped: boolean } | null
  /** What is asked of the lead agency now. */
  asked: (Bodies['requestSupplement'] & { at: Date }) | null
  results: readonly { key: string; name: Text; value: string }[]
  /** Names of what will come back. */
  awaits: readonly Text[]
  /** The partner's reason in words; personal data may be in it. */
  refusedBecause: string | null
}

/** A leg as people read it, from its definition and from what its messages say. */
export function laneOf(
  definition: LegDefinition,
  opened: OpenedLeg | undefined,
  otherwise: { partner: string | undefined; isOnPaper: boolean },
): Lane {
  const base = {
    key: definition.key,
    name: definition.name,
    service: definition.service,
    holds: definition.holds === 'handOver',
    awaits: definition.results.map(({ name }) => name),
  }
  if (opened === undefined) {
    const state = otherwise.isOnPaper ? 'onPaper' : 'toCome'
    return { ...base, ...nothingYet, state, partner: otherwise.partner }
  }
  const { messages, leg, partner, state, dueAt, code, openedAt, endedAt } = opened
  return {
    ...base,
    ...{ leg, partner, state, dueAt, code, openedAt, endedAt },
    steps: messages.flatMap((message) => stepOf(message) ?? []),
    unsent: unsentOf(messages),
    asked: state === 'supplementRequested' ? askedOf(messages) : null,
    results: resultsOf(definition, messages),
    refusedBecause: bodyOf(messages, 'refused')?.reason ?? null,
  }
}

const nothingYet = {
  leg: undefined,
  dueAt: null,
  code: null,
  openedAt: null,
  endedAt: null,
  steps: [],
  unsent: null,
  asked: null,
  results: [],
  refusedBecause: null,
}

const stepNames = {
  open: 'sent',
  received: 'received',
  requestSupplement: 'asked',
  answerSupplement: 'answered',
  delayed: 'delayed',
  result: 'done',
  refused: 'refused',
  cancel: undefined,
  cancelled: 'cancelled',
} as const satisfies Record<MessageType, LaneStep['what'] | undefined>

/** What we wrote has happened for the partner only when it took it. */
function stepOf(message: LaneMessage): LaneStep | undefined {
  const what = stepNames[message.type]
  const at = message.direction === 'out' ? message.acceptedAt : message.at
  return what === undefined || at === null ? undefined : { what, at }
}

function unsentOf(messages: readonly LaneMessage[]): Lane['unsent'] {
  const first = messages.find(({ direction, acceptedAt }) => direction === 'out' && !acceptedAt)
  if (first === undefined) return null
  if (first.deadAt) return { since: first.at, isStopped: true }
  return first.attempts > 0 ? { since: first.waitingSince ?? first.at, isStopped: false } : null
}

function askedOf(messages: readonly LaneMessage[]): Lane['asked'] {
  const last = messages.findLast(({ type }) => type === 'requestSupplement')
  // The door checked the body by the schema of its type.
  return last ? { ...(last.body as Bodies['requestSupplement']), at: last.at } : null
}

function resultsOf({ results }: LegDefinition, messages: readonly LaneMessage[]) {
  const facts = bodyOf(messages, 'result')?.facts ?? {}
  return results.flatMap(({ key, name }) => {
    const value = facts[key]
    return value === undefined ? [] : [{ key, name, value }]
  })
}

function bodyOf<T extends MessageType>(
  messages: readonly LaneMessage[],
  type: T,
): Bodies[T] | undefined {
  // As above.
  return messages.findLast((message) => message.type === type)?.body as Bodies[T] | undefined
}
