import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { ensureMaySign } from '../accounts/index.ts'
import {
  ensureStaff,
  heldBy,
  keepWords,
  namesOf,
  releaseClaims,
  searchTextOf,
  stand,
  worldOf,
  type DossierChange,
  type DossierView,
  type EventFacts,
  type World,
} from '../dossiers/index.ts'
import { entrySource, recordChange, unlockPerson, type Identity } from '../persons/index.ts'
import { correctedAnswers, entryState } from './acts.ts'
import { lockEntry } from './amend-entry.ts'
import {
  findAmendment,
  listAmendmentsOf,
  listWaiting,
  markReturned,
  markSigned,
  type Amendment,
} from './amendment-store.ts'
import { amendmentPaper } from './amendment-paper.ts'
import { ensureHeldBook } from './close-book.ts'
import { makeExtract } from './make-extract.ts'
import { makeOriginalAnew } from './make-original-anew.ts'
import { signerOnPaper } from './result-facts.ts'
import { findEntryByKey, insertAct, type EntryKey, type EntryWithAct } from './store.ts'
import { subjectOf } from './subject.ts'

export type AmendmentRef = { agencyId: string; id: string }

/**
 * The head's signature under an amendment: from now on it is an act beside the entry. A mistake put
 * right before collection makes the original anew; a correction gives an extract (Trích lục) and is
 * noted on the original; an annulled death unlocks the person. Safe to repeat. Refuses `not-found`,
 * `not-the-signer`, `amendment-ended` (returned), `entry-not-registered` (it stands otherwise now).
 * @basis LHT 60/2014/QH13 Điều 28; practice.md 7
 */
export async function signAmendment(ctx: Ctx, ref: AmendmentRef): Promise<Amendment> {
  const { staffId, agencyId } = ensureStaff(ctx)
  const held = await heldBy(ctx)
  if (!held.includes(ref.agencyId)) throw new Refusal('not-found')
  const world = await worldOf(ctx.db)
  return ctx.db.tx(async (db) => {
    const amendment = await findAmendment(db, { ...ref, lock: true })
    if (!amendment) throw new Refusal('not-found')
    if (amendment.signedAt) return amendment
    if (amendment.returnedAt) throw new Refusal('amendment-ended')
    await ensureMaySign(db, { agencyId, staffId, day: legalDay(ctx.clock.now()) })
    const { entry, view } = await lockEntry(ctx, db, { world, key: amendment, held })
    const expected = amendment.kind === 'mistake' ? 'prepared' : 'registered'
    if (entryState(entry.acts) !== expected) throw new Refusal('entry-not-registered')
    const actNo = await writeAct(ctx, db, { amendment, entry, staffId })
    await markSigned(db, amendment, { by: staffId, at: ctx.clock.now(), actNo })
    const later = (await findEntryByKey(db, entry))!
    await follow(ctx, db, { world, view, amendment, before: entry, entry: later, actNo })
    return (await findAmendment(db, ref))!
  })
}

async function writeAct(
  ctx: Ctx,
  db: Queryable,
  given: { amendment: Amendment; entry: EntryWithAct; staffId: string },
): Promise<number> {
  const { amendment, entry, staffId } = given
  const { fields, decision } = amendment.facts
  const written = { reason: amendment.reason, writtenBy: staffId, writtenAt: ctx.clock.now() }
  const act = { paperBook: null, paperPage: null, ...written }
  if (amendment.kind !== 'annulment') {
    return insertAct(db, entry, { ...act, kind: 'corrected', facts: { fields, decision } })
  }
  if (!decision) throw new Error('an annulment without its decision')
  return insertAct(db, entry, { ...act, kind: 'annulled', facts: { decision } })
}

type Signed = {
  world: World
  view: DossierView
  amendment: Amendment
  before: EntryWithAct
  entry: EntryWithAct
  actNo: number
}

/** What follows from the act: persons, papers, claims, the event that the citizen is told by. */
async function follow(ctx: Ctx, db: Queryable, signed: Signed): Promise<void> {
  const { amendment, view } = signed
  const at = { agencyId: view.dossier.agencyId, dossierId: view.dossier.id }
  const words = { kind: WORDS[amendment.kind], body: amendment.reason }
  const written = { writtenBy: amendment.preparedBy, writtenAt: ctx.clock.now() }
  const told = await keepWords(db, at, { ...words, ...written })
  const made =
    amendment.kind === 'annulment'
      ? await followAnnulment(ctx, db, signed)
      : await followCorrection(ctx, db, signed)
  await stand(ctx, db, {
    dossier: view.dossier,
    kind: EVENTS[amendment.kind],
    facts: { ...told, ...made, actNo: signed.actNo },
    change: namesNow(signed),
    requestKey: `amendment:${amendment.id}`,
  })
}

/** Lists find the dossier by what the book says now. */
function namesNow({ view, entry }: Signed): DossierChange {
  const { definition, dossier } = view
  const names = namesOf(definition, correctedAnswers(entry.content.answers, entry.acts))
  return { ...names, searchText: searchTextOf(dossier.code, dossier.lookupNo, names) }
}

const WORDS = {
  mistake: 'certificate-replaced',
  correction: 'entry-corrected',
  annulment: 'entry-annulled',
} as const

const EVENTS = {
  mistake: 'certificateReplaced',
  correction: 'entryCorrected',
  annulment: 'entryAnnulled',
} as const

async function followAnnulment(
  ctx: Ctx,
  db: Queryable,
  { view, entry, actNo }: Signed,
): Promise<EventFacts> {
  const at = { agencyId: view.dossier.agencyId, dossierId: view.dossier.id }
  await releaseClaims(db, at, { isAnnulled: true })
  const { agencyId, book, year, no } = entry
  const annuls = entrySource({ agencyId, book, year, no })
  await unlockPerson(ctx, db, { annuls, source: `${annuls}:act:${actNo}` })
  return {}
}

async function followCorrection(ctx: Ctx, db: Queryable, signed: Signed): Promise<EventFacts> {
  const { amendment, entry, view, actNo } = signed
  const { fields, decision, isOthers } = amendment.facts
  const { agencyId, book, year, no } = entry
  const person = changedPerson(signed)
  if (Object.keys(person).length > 0) {
    const source = `${entrySource({ agencyId, book, year, no })}:act:${actNo}`
    await recordChange(ctx, db, { of: { dossierId: view.dossier.id }, source, person })
  }
  const at = { agencyId: view.dossier.agencyId, dossierId: view.dossier.id }
  // The electronic original says it too.
  const replacedNo = await makeOriginalAnew(ctx, db, at)
  const facts = { fields: fields.map(({ key }) => key), replacedNo }
  if (!decision || isOthers) return facts
  const extract = await extractOf(ctx, db, signed)
  return { ...facts, extractNo: extract.no, extractYear: extract.year }
}

/** What is known otherwise of the person: only what this correction changed. */
function changedPerson({ view, before, entry }: Signed): Partial<Identity> {
  const of = ({ content, acts }: EntryWithAct) =>
    subjectOf(view.definition, correctedAnswers(content.answers, acts))?.person
  const was: Partial<Identity> = of(before) ?? {}
  const is: Partial<Identity> = of(entry) ?? {}
  return Object.fromEntries(
    Object.entries(is).filter(([key, value]) => value && value !== was[key as keyof Identity]),
  )
}

async function extractOf(
  ctx: Ctx,
  db: Queryable,
  { world, view, amendment, before }: Signed,
): Promise<{ no: number; year: number }> {
  const signer = await signerOnPaper(ctx, db)
  return makeExtract(ctx, db, {
    city: world.city,
    agencyId: before.agencyId,
    series: 'amendment',
    source: { book: before.book, bookYear: before.year, entryNo: before.no, paperEntryId: null },
    count: 1,
    askedBy: null,
    preparedBy: amendment.preparedBy,
    requestKey: `amendment:${amendment.id}`,
    paper: (head) => amendmentPaper(world, view, { entry: before, amendment, head, signer }),
  })
}

export type ReturnAmendment = AmendmentRef & { reason: string }

/** The head does not sign; the officer prepares it anew. Refuses as `signAmendment`, and reasons. */
export async function returnAmendment(ctx: Ctx, input: ReturnAmendment): Promise<Amendment> {
  const { staffId, agencyId } = ensureStaff(ctx)
  await ensureHeldBook(ctx, input)
  const because = input.reason.trim().normalize('NFC')
  if (because === '') throw new Refusal('reason-missing')
  if (because.length > 4000) throw new Refusal('reason-too-long')
  return ctx.db.tx(async (db) => {
    const amendment = await findAmendment(db, { ...input, lock: true })
    if (!amendment) throw new Refusal('not-found')
    if (amendment.returnedAt) return amendment
    if (amendment.signedAt) throw new Refusal('amendment-ended')
    await ensureMaySign(db, { agencyId, staffId, day: legalDay(ctx.clock.now()) })
    await markReturned(db, amendment, { by: staffId, at: ctx.clock.now(), because })
    return (await findAmendment(db, input))!
  })
}

/** What waits for the head of the officer's agency; at most 100, oldest first. */
export async function listWaitingAmendments(ctx: Ctx): Promise<readonly Amendment[]> {
  return listWaiting(ctx.db, await heldBy(ctx), 100)
}

/** All that was prepared about an entry; at most 50, newest first. Refuses `not-found`. */
export async function listAmendments(ctx: Ctx, entry: EntryKey): Promise<readonly Amendment[]> {
  await ensureHeldBook(ctx, entry)
  return listAmendmentsOf(ctx.db, entry, 50)
}
