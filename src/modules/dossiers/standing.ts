import { counter, desk, type By } from './machine.ts'
import { openStates, states, type State } from './states.ts'

export type StandingAction =
  | 'assign'
  | 'moveDue'
  | 'askSupplementAgain'
  | 'turnDownSupplement'
  | 'askVerification'
  | 'answerVerification'
  | 'postNotice'
  | 'noteCall'
  | 'warn'
  | 'escalate'
  | 'remind'
  | 'answerPartner'
  | 'askCitizen'

/** An act that is recorded and leaves the dossier where it stands. */
export type StandingAct = {
  action: StandingAction
  during: readonly State[]
  by: readonly By[]
  event: string
  writes: string
}

/** Other agencies may work for a filing from its receipt until all is handed over. */
const withLegs: readonly State[] = [
  'processing',
  'supplementing',
  'previewing',
  'signing',
  'refusing',
  'signed',
  'interlinking',
]

/** What people and our clock do to a dossier beside its moves: who, when, and what it writes. */
export const standingActs: readonly StandingAct[] = [
  {
    action: 'assign',
    during: openStates,
    by: ['officer'],
    event: 'assigned',
    writes: 'assignee_id',
  },
  {
    action: 'moveDue',
    during: ['processing', 'supplementing', 'previewing', 'signing', 'refusing', 'interlinking'],
    by: ['head'],
    event: 'dueMoved',
    writes: 'due_at, once; reason, apology slip',
  },
  {
    action: 'askSupplementAgain',
    during: ['filed', 'processing'],
    by: desk,
    event: 'supplementAgainAsked',
    writes: 'supplement_asking: what to request a second time although it was to be seen, and why',
  },
  {
    action: 'turnDownSupplement',
    during: ['filed', 'processing'],
    by: ['supervisor'],
    event: 'supplementAgainTurnedDown',
    writes: 'reason; nothing goes to the citizen',
  },
  {
    action: 'askVerification',
    during: ['processing'],
    by: ['stepRole'],
    event: 'verificationAsked',
    writes: 'dossier_inquiry: question, by when to answer; due_at with the time the law adds',
  },
  {
    action: 'answerVerification',
    during: ['processing', 'supplementing', 'previewing', 'signing', 'refusing'],
    by: [...counter, 'stepRole', 'system'],
    event: 'verificationAnswered',
    writes: 'the answer; due_at by the time that is left to finish',
  },
  {
    action: 'postNotice',
    during: ['filed', 'processing', 'supplementing'],
    by: desk,
    event: 'noticePosted',
    writes: 'posted_notice: where, from when to when; due_at after its days',
  },
  {
    action: 'noteCall',
    during: states,
    by: ['officer'],
    event: 'called',
    writes: 'what was said; off the list of those to call',
  },
  {
    action: 'warn',
    during: ['processing', 'signing', 'refusing', 'signed', 'interlinking'],
    by: ['system'],
    event: 'warned',
    writes: 'nothing else: the working day before the due date has begun',
  },
  {
    action: 'escalate',
    during: ['filed', 'processing', 'signing', 'refusing', 'signed', 'interlinking'],
    by: ['system'],
    event: 'escalated',
    writes: 'escalation: the head when the time is over, the city two working days later',
  },
  {
    action: 'remind',
    during: ['signed', 'interlinking'],
    by: ['system'],
    event: 'reminded',
    writes: 'nothing else: a result waits to be collected',
  },
  {
    action: 'answerPartner',
    during: withLegs,
    by: ['counterOfficer', 'civilStatusOfficer'],
    event: 'legAnswered',
    writes: 'the message answerSupplement to the agency that asked, papers',
  },
  {
    action: 'askCitizen',
    during: withLegs,
    by: ['counterOfficer', 'civilStatusOfficer'],
    event: 'citizenAsked',
    writes: 'citizen_task: what to sign or bring for another agency, and before when',
  },
]

export function standingAct(action: StandingAction): StandingAct {
  return standingActs.find((act) => act.action === action)!
}

export function isStandingAction(action: string): action is StandingAction {
  return standingActs.some((act) => act.action === action)
}
