import type { State } from './states.ts'

export type Action =
  | 'file'
  | 'receive'
  | 'requestSupplement'
  | 'answerSupplement'
  | 'decline'
  | 'completeStep'
  | 'propose'
  | 'confirmPreview'
  | 'disputePreview'
  | 'sendBack'
  | 'sign'
  | 'register'
  | 'handOver'
  | 'crossOut'
  | 'refuse'
  | 'withdraw'

/**
 * `owner`: the citizen who filed. `stepRole`: the role the definition names for the current step.
 * `system`: our clock, or another agency's message to a dossier that came by one.
 */
export type By =
  | 'owner'
  | 'counterOfficer'
  | 'civilStatusOfficer'
  | 'specialist'
  | 'stepRole'
  | 'signer'
  | 'system'

export type Move = {
  action: Action
  from: State | null
  to: State
  by: readonly By[]
  /** The event it appends, past tense. */
  event: string
  /** What else it writes, for the docs. */
  writes: string
}

/** Who stands at the desk of an agency: of a ward, or of police and social insurance. */
const counter: readonly By[] = ['counterOfficer', 'civilStatusOfficer', 'specialist']
const desk: readonly By[] = [...counter, 'stepRole']

/**
 * The legal machine of a dossier: which act leads from where to where, who may do it, and what it
 * writes. Buttons, checks, the access matrix, the docs and the sentences derive from this table.
 * @basis NĐ 61/2018/NĐ-CP Điều 17–20; QĐ 09/2015/QĐ-TTg; LHT 60/2014/QH13 Điều 16
 */
export const moves: readonly Move[] = [
  {
    action: 'file',
    from: null,
    to: 'filed',
    by: ['owner', 'system'],
    event: 'filed',
    writes: 'dossier, code, look-up number, declaration 1, files, day by which to receive',
  },
  {
    action: 'receive',
    from: 'filed',
    to: 'processing',
    by: counter,
    event: 'received',
    writes: 'received_at, due_at with its reasons, first step, receipt slip',
  },
  {
    action: 'requestSupplement',
    from: 'filed',
    to: 'completing',
    by: desk,
    event: 'supplementRequested',
    writes: 'supplement_request, supplement slip',
  },
  {
    action: 'requestSupplement',
    from: 'processing',
    to: 'supplementing',
    by: desk,
    event: 'supplementRequested',
    writes: 'supplement_request, pause where the law of the day pauses, supplement slip',
  },
  {
    action: 'answerSupplement',
    from: 'completing',
    to: 'filed',
    by: ['owner', 'system'],
    event: 'supplementAnswered',
    writes: 'new declaration version, new files, answers to each item, new day by which to receive',
  },
  {
    action: 'answerSupplement',
    from: 'supplementing',
    to: 'processing',
    by: ['owner', 'system'],
    event: 'supplementAnswered',
    writes: 'new declaration version, new files, answers to each item, due_at moved by the pause',
  },
  {
    action: 'decline',
    from: 'filed',
    to: 'declined',
    by: counter,
    event: 'declined',
    writes: 'reason, decline slip',
  },
  {
    action: 'decline',
    from: 'completing',
    to: 'declined',
    by: counter,
    event: 'declined',
    writes: 'reason, decline slip',
  },
  {
    action: 'completeStep',
    from: 'processing',
    to: 'processing',
    by: ['stepRole'],
    event: 'stepCompleted',
    writes: 'next step',
  },
  {
    action: 'propose',
    from: 'processing',
    to: 'previewing',
    by: ['stepRole'],
    event: 'proposed',
    writes: 'step sign; the citizen is asked to confirm the preview',
  },
  {
    action: 'propose',
    from: 'processing',
    to: 'signing',
    by: ['stepRole'],
    event: 'proposed',
    writes: 'step sign (procedures without a preview)',
  },
  {
    action: 'confirmPreview',
    from: 'previewing',
    to: 'signing',
    by: ['owner', 'counterOfficer'],
    event: 'previewConfirmed',
    writes: 'end of the pause',
  },
  {
    action: 'disputePreview',
    from: 'previewing',
    to: 'processing',
    by: ['owner'],
    event: 'previewDisputed',
    writes: 'what the citizen wants changed; back to the step that proposed',
  },
  {
    action: 'sendBack',
    from: 'signing',
    to: 'processing',
    by: ['signer'],
    event: 'sentBack',
    writes: 'reason; back to the step that proposed',
  },
  {
    action: 'sign',
    from: 'signing',
    to: 'signed',
    by: ['signer'],
    event: 'signed',
    writes: 'prepared register entry with its number, ended_at, certificate job',
  },
  {
    action: 'handOver',
    from: 'signed',
    to: 'handed_over',
    by: [...counter, 'system'],
    event: 'handedOver',
    writes: 'register act: signed into the paper book, at its page',
  },
  {
    action: 'register',
    from: 'signed',
    to: 'interlinking',
    by: ['counterOfficer', 'civilStatusOfficer'],
    event: 'registered',
    writes: 'register act as at hand-over, while other agencies still work: their legs open',
  },
  {
    action: 'handOver',
    from: 'interlinking',
    to: 'handed_over',
    by: ['counterOfficer', 'civilStatusOfficer'],
    event: 'handedOver',
    writes: 'what the other agencies returned is given; refused while one still works',
  },
  {
    action: 'crossOut',
    from: 'signed',
    to: 'lapsed',
    by: ['civilStatusOfficer', 'system'],
    event: 'crossedOut',
    writes: 'register act: crossed out with a reason; the number is never reused',
  },
  {
    action: 'refuse',
    from: 'processing',
    to: 'refused',
    by: ['stepRole'],
    event: 'refused',
    writes: 'reason, refusal slip',
  },
  {
    action: 'refuse',
    from: 'supplementing',
    to: 'refused',
    by: ['stepRole'],
    event: 'refused',
    writes: 'reason, refusal slip; for a supplement that never came',
  },
  ...(['filed', 'completing', 'processing', 'supplementing', 'previewing'] as const).map(
    (from): Move => ({
      action: 'withdraw',
      from,
      to: 'withdrawn',
      by: ['owner', 'system'],
      event: 'withdrawn',
      writes: 'ended_at',
    }),
  ),
  {
    action: 'withdraw',
    from: 'signing',
    to: 'withdrawn',
    by: ['system'],
    event: 'withdrawn',
    writes: 'ended_at; the agency that opened the dossier by a message cancels it',
  },
]

/** Events that record an act without moving the dossier. */
export const standingEvents = [
  'assigned',
  'dueMoved',
  'certificateIssued',
  'certificateReplaced',
  'legOpened',
  'legMoved',
  'legAnswered',
  'citizenAsked',
  'legsCompleted',
] as const

/** The rows by which `action` may leave `from`; empty when it may not. */
export function movesFrom(action: Action, from: State | null): readonly Move[] {
  return moves.filter((move) => move.action === action && move.from === from)
}

/** May the citizen who filed do this from here? For links of their own pages. */
export function isOwnersMove(action: Action, from: State): boolean {
  return movesFrom(action, from).some(({ by }) => by.includes('owner'))
}
