import type { PlainDate } from '../../platform/plain-date.ts'
import type { Answers } from '../forms/index.ts'
import type { State } from './states.ts'

/** `interlink`: opened by another agency's message; not counted as a citizen's filing. */
export type Channel = 'online' | 'counter' | 'assisted' | 'post' | 'interlink'

/** A dossier as its events left it. Names and phone are for lists; events never hold them. */
export type Dossier = {
  agencyId: string
  id: string
  code: string
  codeDay: PlainDate
  codeNo: number
  lookupNo: string
  procedureKey: string
  revision: number
  state: State
  step: string | null
  version: number
  channel: Channel
  isTrial: boolean
  filedAt: Date
  receiveBy: Date
  receivedAt: Date | null
  dueAt: Date | null
  dueReasons: readonly unknown[]
  endedAt: Date | null
  assigneeId: string | null
  /** To whom it was reported as late; null while it is not, or has a new date. */
  escalation: 'head' | 'city' | null
  /** Somebody without a phone is to be told something since then. */
  callWantedAt: Date | null
  declarationNo: number
  subjectName: string | null
  requesterName: string | null
  phone: string | null
  /** What the QR of the dossier's papers holds: opens status and place, never the code. */
  secret: string
}

/** The result was given, in whole or, while other agencies still work, in part. */
export function isGiven({ state }: Pick<Dossier, 'state'>): boolean {
  return state === 'interlinking' || state === 'handed_over'
}

export type DossierEvent = {
  agencyId: string
  seq: number
  dossierId: string
  version: number
  kind: string
  at: Date
  actorKind: 'citizen' | 'staff' | 'system'
  actorId: string | null
  facts: EventFacts
  hash: string
}

/** `to` and `step` are the machine's; the rest are facts and references, never names or free text. */
export type EventFacts = { to?: string; step?: string | null; [fact: string]: unknown }

export type DossierFile = {
  id: string
  field: string
  component: string
  sha256: string
  sizeBytes: number
  mime: string
  name: string
  addedAt: Date
}

export type DeclarationVersion = { no: number; answers: Answers; sha256: string; madeAt: Date }

/** One thing found wrong. `proposed`: the officer's value, which the citizen accepts or answers. */
export type SupplementItem = {
  id: string
  kind: 'field' | 'paper' | 'other'
  /** Field key for `field`, component key for `paper`. */
  about: string | null
  reason: string
  proposed?: Answers[string]
}

export type SupplementAnswer = { itemId: string; accepted: boolean; remark?: string }

export type SupplementRequest = {
  no: number
  items: readonly SupplementItem[]
  requestedBy: string
  requestedAt: Date
  answers: readonly SupplementAnswer[] | null
  answeredAt: Date | null
  /** The version that the officer had before them; null in requests of long ago. */
  declarationNo: number | null
}

export type DossierNote = {
  no: number
  kind: string
  body: string
  writtenBy: string
  writtenAt: Date
}

export type FieldMark = {
  field: string
  verdict: 'same' | 'differs'
  paperSays: string | null
  /** How a difference between papers was closed (practice.md 5). */
  closedAs: 'declaration-wrong' | 'birth-notice-wrong' | 'other-paper-wrong' | null
  markedBy: string
  markedAt: Date
}

export type Pause = {
  no: number
  why: 'supplement' | 'preview'
  pausedAt: Date
  resumedAt: Date | null
}
