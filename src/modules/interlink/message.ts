import type { SupplementAnswer, SupplementItem } from '../dossiers/index.ts'
import type { Answers } from '../forms/index.ts'

/** Names the protocol and its version. */
export const PROTOCOL = 'motcua/interlink/1'

/**
 * A message between two agencies about one leg of a filing: plain JSON, signed on its way, the same
 * whether both work in Một Cửa or one in its own software. `seq` counts from 1 per leg and sender;
 * a receiver takes them in order. The same `id` always means the same bytes.
 */
export type Message<T extends MessageType = MessageType> = {
  schema: typeof PROTOCOL
  /** UUIDv7 made by the sender: the idempotency key. */
  id: string
  /** The conversation, named by the lead agency that opened it. */
  leg: string
  seq: number
  type: T
  /** Parties: an agency's id, or `bo-tu-phap`. */
  from: string
  to: string
  /** ISO 8601 instant of writing; sending may come days later. */
  writtenAt: string
  body: Bodies[T]
}

export type MessageType = keyof Bodies

/** The lead agency asks, answers and cancels; the partner does everything else. */
export const senderOf = {
  open: 'lead',
  answerSupplement: 'lead',
  cancel: 'lead',
  received: 'partner',
  requestSupplement: 'partner',
  delayed: 'partner',
  result: 'partner',
  refused: 'partner',
  cancelled: 'partner',
} as const satisfies Record<MessageType, 'lead' | 'partner'>

export type Bodies = {
  /** The lead asks a partner to do its part. `answers` fit the form of the service. */
  open: {
    service: string
    serviceVersion: 1
    /** The lead's own dossier, as people name it at the phone. */
    lead: { agencyName: string; dossierCode: string }
    answers: Answers
    papers: readonly PaperRef[]
    /** When the law wants the result back. */
    dueAt: string
  }
  received: { code: string; dueAt: string }
  requestSupplement: { no: number; items: readonly SupplementItem[] }
  /** The commune answers, never the citizen. */
  answerSupplement: {
    no: number
    answers: readonly SupplementAnswer[]
    set: Answers
    papers: readonly PaperRef[]
  }
  /** A written apology of the partner, with its new date. */
  delayed: { dueAt: string; reason: string }
  result: { facts: Readonly<Record<string, string>>; paper: SentPaper | null }
  refused: { reason: string }
  cancel: { why: 'withdrawn' | 'crossed-out' | 'annulled' }
  cancelled: Record<string, never>
}

/** A paper the receiver may fetch from the sender while the leg is open. */
export type PaperRef = {
  component: string
  name: string
  mime: string
  sizeBytes: number
  sha256: string
}

/** A paper inside the message, at most 2 MB. */
export type SentPaper = {
  name: string
  mime: 'application/pdf'
  sha256: string
  contentBase64: string
}
