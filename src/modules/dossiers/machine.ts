import type { State } from './states.ts'

export type Action =
  | 'file'
  | 'receive'
  | 'requestSupplement'
  | 'approveSupplement'
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
  | 'proposeRefusal'
  | 'refuse'
  | 'withdraw'

/**
 * `owner`: the citizen who filed. `stepRole`: the role the definition names for the current step.
 * `signer`: the head of the agency, or the deputy assigned that day. `head`: heads and deputies on
 * any day; `supervisor`: they and division heads. `officer`: whoever works at the agency.
 * `system`: our clock, or another agency's message to a dossier that came by one.
 */
export type By =
  | 'owner'
  | 'counterOfficer'
  | 'civilStatusOfficer'
  | 'specialist'
  | 'stepRole'
  | 'signer'
  | 'head'
  | 'supervisor'
  | 'officer'
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
export const counter: readonly By[] = ['counterOfficer', 'civilStatusOfficer', 'specialist']
export const desk: readonly By[] = [...counter, 'stepRole']

/** The ways of one act that differ only in where they begin and end. */
function ways(act: Omit<Move, 'from' | 'to'>, fromTo: readonly [State | null, State][]): Move[] {
  return fromTo.map(([from, to]) => ({ ...act, from, to }))
}

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
  ...ways(
    {
      action: 'requestSupplement',
      by: desk,
      event: 'supplementRequested',
      writes: 'supplement_request, pause where the law of the day pauses, supplement slip',
    },
    [
      ['filed', 'completing'],
      ['processing', 'supplementing'],
    ],
  ),
  ...ways(
    {
      action: 'approveSupplement',
      by: ['supervisor'],
      event: 'supplementRequested',
      writes: 'as requestSupplement, what an officer asked to request again; the reason for it',
    },
    [
      ['filed', 'completing'],
      ['processing', 'supplementing'],
    ],
  ),
  ...ways(
    {
      action: 'answerSupplement',
      by: ['owner', 'system'],
      event: 'supplementAnswered',
      writes:
        'new declaration version, new files, answers to each item; the day by which to receive, ' +
        'or due_at moved by the pause',
    },
    [
      ['completing', 'filed'],
      ['supplementing', 'processing'],
    ],
  ),
  ...ways({ action: 'decline', by: counter, event: 'declined', writes: 'reason, decline slip' }, [
    ['filed', 'declined'],
    ['completing', 'declined'],
  ]),
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
  ...ways(
    {
      action: 'proposeRefusal',
      by: ['stepRole'],
      event: 'refusalProposed',
      writes: 'the reason, for the signer; also for a supplement that never came',
    },
    [
      ['processing', 'refusing'],
      ['supplementing', 'refusing'],
    ],
  ),
  {
    action: 'refuse',
    from: 'refusing',
    to: 'refused',
    by: ['signer'],
    event: 'refused',
    writes: 'reason as signed, refusal slip, ended_at',
  },
  ...ways(
    {
      action: 'sendBack',
      by: ['signer'],
      event: 'sentBack',
      writes: 'reason; the refusal is not signed, the step or the supplement goes on',
    },
    [
      ['refusing', 'processing'],
      ['refusing', 'supplementing'],
    ],
  ),
  ...ways(
    {
      action: 'withdraw',
      by: ['owner', 'system'],
      event: 'withdrawn',
      writes: 'reason (if given), ended_at',
    },
    [
      ['filed', 'withdrawn'],
      ['completing', 'withdrawn'],
      ['processing', 'withdrawn'],
      ['supplementing', 'withdrawn'],
      ['previewing', 'withdrawn'],
      ['refusing', 'withdrawn'],
    ],
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

/** The rows by which `action` may leave `from`; empty when it may not. */
export function movesFrom(action: Action, from: State | null): readonly Move[] {
  return moves.filter((move) => move.action === action && move.from === from)
}

/** May the citizen who filed do this from here? For links of their own pages. */
export function isOwnersMove(action: Action, from: State): boolean {
  return movesFrom(action, from).some(({ by }) => by.includes('owner'))
}
