import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { legalDay, parsePlainDate, type PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { getForStaff, heldBy, worldOf, type DossierView, type World } from '../dossiers/index.ts'
import { correctedAnswers, entryState, type Decision } from './acts.ts'
import {
  findAmendmentByRequest,
  insertAmendment,
  type Amendment,
  type AmendmentFacts,
  type AmendmentKind,
} from './amendment-store.ts'
import { ensureKeeper } from './close-book.ts'
import { correctionsOf, type NewValues } from './correctable.ts'
import { viewOfEntry } from './entry-paper.ts'
import { agencyOf, agencyOnPaper } from './result-facts.ts'
import { findEntryByKey, type EntryKey, type EntryWithAct } from './store.ts'
import { dayOfDeath, subjectOf } from './subject.ts'
import { whoCorrects } from './who-corrects.ts'

/** What a correction or annulment rests on, as typed. `by`: another agency's name; '' is our own. */
export type TypedDecision = { no: string; day: string; by: string }

type Amend = { entry: EntryKey; reason: string; requestKey: string }

export type CorrectEntry = Amend & {
  set: NewValues
  /** Left out before collection: the head signs the original anew. */
  decision?: TypedDecision
}

/**
 * Prepares a correction for the head's signature: of named fields, from what the book says to what
 * it should. Before collection it puts a mistake right; after, it is a cải chính by decision, of
 * our own committee or of another agency that has told us. Safe to repeat. Refuses `not-found`,
 * `act-not-yours`, `entry-not-registered`, `correction-empty`, `correction-unclear`,
 * `decision-missing`, `amendment-not-ours` (who), `amendment-waiting`, `reason-missing`,
 * `reason-too-long`.
 * @basis LHT 60/2014/QH13 Điều 27, 28, 46 khoản 3; practice.md 7
 */
export function correctEntry(ctx: Ctx, input: CorrectEntry): Promise<Amendment> {
  return prepare(ctx, input, ({ world, view, entry }) => {
    const state = entryState(entry.acts)
    if (state !== 'prepared' && state !== 'registered') throw new Refusal('entry-not-registered')
    const fields = correctionsOf(world, view, { entry, set: input.set })
    if (state === 'prepared') {
      return { kind: 'mistake', facts: { fields, decision: null, isOthers: false } }
    }
    const isOthers = Boolean(input.decision?.by.trim())
    if (!isOthers) ensureOurs(ctx, { world, view, entry })
    const decision = readDecision(ctx, world, { entry, typed: input.decision })
    return { kind: 'correction', facts: { fields, decision, isOthers } }
  })
}

export type AnnulEntry = Amend & { decision: TypedDecision }

/**
 * Prepares the annulment of a wrong death entry by decision, for the head's signature; signed, it
 * unlocks the person. Safe to repeat. Refuses as `correctEntry`, and `annulment-only-of-deaths`.
 * @basis LHT 60/2014/QH13 Điều 70 khoản 1; practice.md 7
 */
export function annulEntry(ctx: Ctx, input: AnnulEntry): Promise<Amendment> {
  return prepare(ctx, input, ({ world, entry }) => {
    if (entry.book !== 'death') throw new Refusal('annulment-only-of-deaths')
    if (entryState(entry.acts) !== 'registered') throw new Refusal('entry-not-registered')
    const decision = readDecision(ctx, world, { entry, typed: input.decision })
    const isOthers = input.decision.by.trim() !== ''
    return { kind: 'annulment', facts: { fields: [], decision, isOthers } }
  })
}

type AtEntry = { world: World; view: DossierView; entry: EntryWithAct }
type Decided = { kind: AmendmentKind; facts: AmendmentFacts }

async function prepare(
  ctx: Ctx,
  input: Amend,
  decide: (at: AtEntry) => Decided,
): Promise<Amendment> {
  const { staffId } = await ensureKeeper(ctx, input.entry)
  const reason = input.reason.trim().normalize('NFC')
  if (reason === '') throw new Refusal('reason-missing')
  if (reason.length > 4000) throw new Refusal('reason-too-long')
  const { agencyId } = input.entry
  const request = { agencyId, requestKey: `${staffId}:${input.requestKey}` }
  const world = await worldOf(ctx.db)
  const held = await heldBy(ctx)
  return ctx.db.tx(async (db) => {
    const done = await findAmendmentByRequest(db, request)
    if (done) return done
    const at = await lockEntry(ctx, db, { world, key: input.entry, held })
    const now = ctx.clock.now()
    const { book, year, no } = input.entry
    const made = { id: uuidv7(now), agencyId, book, year, no, ...decide(at), reason }
    const given = { ...made, preparedBy: staffId, preparedAt: now, requestKey: request.requestKey }
    if (!(await insertAmendment(db, given))) throw new Refusal('amendment-waiting')
    return (await findAmendmentByRequest(db, request))!
  })
}

type Locking = { world: World; key: EntryKey; held: readonly string[] }

/** An entry as it stands, its dossier locked by this transaction. Refuses `not-found`. */
export async function lockEntry(
  ctx: Ctx,
  db: Queryable,
  { world, key, held }: Locking,
): Promise<AtEntry> {
  const before = await findEntryByKey(db, key)
  if (!before) throw new Refusal('not-found')
  await getForStaff(ctx, before.dossierId, { db, lock: true, held })
  const entry = (await findEntryByKey(db, key))!
  return { world, entry, view: await viewOfEntry(db, world, entry) }
}

/** Refuses `amendment-not-ours`, naming the committee of the district. */
function ensureOurs(ctx: Ctx, { world, view, entry }: AtEntry): void {
  const on = legalDay(ctx.clock.now())
  const answers = correctedAnswers(entry.content.answers, entry.acts)
  const subject = subjectOf(view.definition, answers)
  const { birthDate, birthYear } = subject?.person ?? {}
  const diedOn = subject && dayOfDeath(subject)
  if (whoCorrects({ birthDate, birthYear, on, diedOn }) === 'commune') return
  const agency = agencyOf(world.city, entry.agencyId, on)
  const district = world.city.districtOf(agency.unitCode, on)
  const printed = district && world.city.printedUnit(district.code, on)
  throw new Refusal('amendment-not-ours', { who: `UBND ${printed ?? 'cấp huyện'}` })
}

type Deciding = { entry: EntryWithAct; typed: TypedDecision | undefined }

/** Refuses `decision-missing`: no number, or not a day up to today. */
function readDecision(ctx: Ctx, world: World, { entry, typed }: Deciding): Decision {
  const today = legalDay(ctx.clock.now())
  const no = typed?.no.trim().normalize('NFC') ?? ''
  const day = parsePlainDate(typed?.day ?? '')
  const by = typed?.by.trim().normalize('NFC') ?? ''
  const isPast = day !== undefined && day <= today && day >= signedOn(entry)
  if (no === '' || no.length > 60 || by.length > 200 || !isPast) {
    throw new Refusal('decision-missing')
  }
  return { no, day, by: by || agencyOnPaper(world.city, entry.agencyId, today).agencyPrinted }
}

function signedOn({ preparedAt }: EntryWithAct): PlainDate {
  return legalDay(preparedAt)
}
