import { senderOf, type MessageType } from './message.ts'

/**
 * One agency's part in a filing, as its messages left it. The names are those of the hand-off
 * contract (services7.md 8); both sides fold the same table over what they sent and took.
 */
export const legStates = [
  'notSent',
  'sent',
  'received',
  'supplementRequested',
  'processing',
  'cancelling',
  'done',
  'refused',
  'cancelled',
] as const

export type LegState = (typeof legStates)[number]

export function isLegEnded(state: LegState): boolean {
  return state === 'done' || state === 'refused' || state === 'cancelled'
}

/** `delivered`: the partner's system has taken the opening message. */
export type LegAct = MessageType | 'delivered'

const working: readonly LegState[] = ['notSent', 'sent', 'received', 'processing']

const unended: readonly LegState[] = [...working, 'supplementRequested', 'cancelling']

/** What each act does, from each state in which it may happen. */
const table: Readonly<Record<Exclude<LegAct, 'open'>, Partial<Record<LegState, LegState>>>> = {
  delivered: { notSent: 'sent' },
  received: { notSent: 'received', sent: 'received', cancelling: 'cancelling' },
  requestSupplement: {
    ...fromAll(working, 'supplementRequested'),
    cancelling: 'cancelling',
  },
  answerSupplement: { supplementRequested: 'processing' },
  delayed: {
    received: 'received',
    processing: 'processing',
    supplementRequested: 'supplementRequested',
    cancelling: 'cancelling',
  },
  result: fromAll(unended, 'done'),
  refused: fromAll(unended, 'refused'),
  cancel: fromAll([...working, 'supplementRequested'], 'cancelling'),
  cancelled: { cancelling: 'cancelled' },
}

function fromAll(states: readonly LegState[], to: LegState): Partial<Record<LegState, LegState>> {
  return Object.fromEntries(states.map((state) => [state, to]))
}

export type LegVerdict =
  | { ok: true; state: LegState }
  | {
      ok: false
      why: 'leg-not-open' | 'leg-already-open' | 'leg-has-result' | 'leg-ended' | 'leg-not-now'
    }

/**
 * What an act makes of a leg; null: no leg yet. Messages cross on their way: what the lead wrote
 * before it knew that the partner had ended changes nothing, and is no mistake of either.
 */
export function stepLeg(state: LegState | null, act: LegAct): LegVerdict {
  if (act === 'open') {
    return state === null ? { ok: true, state: 'notSent' } : { ok: false, why: 'leg-already-open' }
  }
  if (state === null) return { ok: false, why: 'leg-not-open' }
  const to = table[act][state]
  if (to !== undefined) return { ok: true, state: to }
  if (act === 'delivered' || crosses(state, act)) return { ok: true, state }
  if (state === 'done' && act === 'result') return { ok: false, why: 'leg-has-result' }
  return { ok: false, why: isLegEnded(state) ? 'leg-ended' : 'leg-not-now' }
}

/** A lead's message that meets a leg the partner has just ended, or answers one it cancels. */
function crosses(state: LegState, act: MessageType): boolean {
  return senderOf[act] === 'lead' && (isLegEnded(state) || state === 'cancelling')
}

/** What a leg's messages, in the order in which this side sent and took them, make of it. */
export function foldLeg(acts: readonly LegAct[]): LegState {
  let state: LegState | null = null
  for (const act of acts) {
    const verdict = stepLeg(state, act)
    if (!verdict.ok) throw new Error(`a leg cannot ${act} from ${state ?? 'nothing'}`)
    state = verdict.state
  }
  if (state === null) throw new Error('a leg without messages')
  return state
}

/** The worst first: what the whole dossier says of its legs. Undefined without legs. */
export function worstLeg(states: readonly LegState[]): LegState | undefined {
  return worstFirst.find((state) => states.includes(state))
}

const worstFirst: readonly LegState[] = [
  'refused',
  'supplementRequested',
  'notSent',
  'sent',
  'received',
  'processing',
  'cancelling',
  'cancelled',
  'done',
]
