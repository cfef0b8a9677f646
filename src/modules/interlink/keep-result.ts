import { canonicalJson, sha256Hex } from '../../platform/ids.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  keepPaper,
  keepWords,
  takeNumber,
  type Dossier,
  type EventFacts,
} from '../dossiers/index.ts'
import { recordCard, recordResidence, giveNumber } from '../persons/index.ts'
import { dayIn, resultNote } from './leg-results.ts'
import type { Bodies, SentPaper } from './message.ts'
import { sourceOf, type Noting } from './noting.ts'

const PAPER_BYTES_MAX = 2 * 1024 * 1024

/** Dossier states in which what a partner did still concerns the person. */
const live: readonly string[] = ['processing', 'supplementing', 'previewing', 'signing', 'signed']

/**
 * Keeps what a leg brought back: facts as erasable notes, what they say of the person on the
 * person's record, the paper among the dossier's. Returns what the event may say, and the dossier
 * after. Refuses `number-does-not-fit`, `number-taken`, `paper-damaged`, and as the person's record.
 */
export async function keepResult(note: Noting, body: Bodies['result']): Promise<KeptResult> {
  const { ctx, db, taken } = note
  const { leg } = taken
  const at = { agencyId: note.dossier.agencyId, dossierId: note.dossier.id }
  const isGiven = live.includes(note.dossier.state) || note.dossier.state === 'interlinking'
  for (const [key, value] of Object.entries(body.facts)) {
    if (value.trim() === '') continue
    const written = { writtenBy: leg.otherParty, writtenAt: ctx.clock.now() }
    await keepWords(db, at, { kind: resultNote(leg.key, key), body: value, ...written })
  }
  const paper = body.paper && (await keepSentPaper(note, body.paper))
  const record = isGiven ? recordOn[leg.service] : undefined
  const dossier = (await record?.(note, body.facts)) ?? note.dossier
  const factsSha256 = sha256Hex(canonicalJson(body.facts))
  return { dossier, facts: { factsSha256, ...(paper ? { paperSha256: paper } : {}) } }
}

export type KeptResult = { dossier: Dossier; facts: EventFacts }

/** The bytes are what the message says they are, and a PDF. */
async function keepSentPaper(note: Noting, sent: SentPaper): Promise<string> {
  const { ctx, db, taken, files, dossier } = note
  const bytes = Buffer.from(sent.contentBase64, 'base64')
  const isPdf = bytes.subarray(0, 5).toString('latin1') === '%PDF-'
  if (!isPdf || sha256Hex(bytes) !== sent.sha256) throw new Refusal('paper-damaged')
  const { sha256, sizeBytes } = await files.store(bytes, { sizeBytesMax: PAPER_BYTES_MAX })
  await keepPaper(ctx, db, dossier, {
    component: `result:${taken.leg.key}`,
    name: sent.name,
    mime: sent.mime,
    sha256,
    sizeBytes,
  })
  return sha256
}

type Facts = Bodies['result']['facts']

/** Returns the dossier where an event of its own was added. */
type Recording = (note: Noting, facts: Facts) => Promise<Dossier | void>

/** What results say of the person, by service; others are for the dossier alone. */
const recordOn: Readonly<Record<string, Recording>> = {
  'residence.register': (note, facts) => residence(note, facts, 'registered'),
  'residence.delete': (note, facts) => residence(note, facts, 'deleted'),
  'health_card.issue': card,
  'personal_number.give': number,
}

async function residence(
  { ctx, db, dossier, taken }: Noting,
  facts: Facts,
  what: Residence,
): Promise<void> {
  const of = { dossierId: dossier.id }
  const on = dayIn(facts['day']) ?? legalDay(ctx.clock.now())
  await recordResidence(ctx, db, { of, what, on, source: sourceOf(taken.message) })
}

type Residence = 'registered' | 'deleted'

async function card({ ctx, db, dossier, taken }: Noting, facts: Facts): Promise<void> {
  const cardNo = facts['card']
  if (!cardNo) return
  await recordCard(ctx, db, {
    of: { dossierId: dossier.id },
    number: cardNo,
    on: dayIn(facts['from']) ?? legalDay(ctx.clock.now()),
    source: sourceOf(taken.message),
  })
}

async function number({ ctx, db, dossier, taken }: Noting, facts: Facts): Promise<Dossier> {
  const given = facts['number']
  if (!given) return dossier
  const source = sourceOf(taken.message)
  await giveNumber(ctx, db, { of: { dossierId: dossier.id }, number: given, source })
  return takeNumber(ctx, db, { dossier, number: given, source })
}
