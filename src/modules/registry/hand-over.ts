import type { Ctx } from '../../platform/ctx.ts'
import { legalDay, yearOf } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  closeDueActions,
  confirmClaims,
  deskAct,
  keepWords,
  move,
  viewOf,
  type AtDesk,
  type DeskAct,
  type Dossier,
  type DossierView,
  type EventFacts,
} from '../dossiers/index.ts'
import { evaluate, type Answers } from '../forms/index.ts'
import type { ComponentDefinition, ProcedureDefinition } from '../procedures/index.ts'
import { lockBook } from './book-store.ts'
import { isPage } from './check-book.ts'
import { noteDeath } from './claim-subject.ts'
import { copiesAtHandOver, signerOfEntry } from './copies.ts'
import { isHeldByLegs } from './legs-port.ts'
import { findEntryOf, insertAct } from './store.ts'

export type HandOver = DeskAct & {
  /** Keys of the components whose originals were compared; none where that was done before. */
  compared: readonly string[]
  /** Where the requester and the officer signed; required where a register is kept. */
  paperBook?: string
  paperPage?: number
  /** Who came, in words: the requester, or another entitled person with which paper. */
  collector: string
}

/**
 * Registers while other agencies still work: originals compared, the paper book signed at its page,
 * the certificate given. The rest is handed over when every leg has ended. Refuses as `deskAct`,
 * `act-not-now` (nothing is left to wait for: hand over), and as `handOver`.
 * @basis LHT 60/2014/QH13 Điều 4(3), 16(2); practice.md 2, 3, 10
 */
export async function register(ctx: Ctx, input: HandOver): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'register' }, async (desk) => {
    const answers = await declaredAt(desk)
    if (!(await isHeldByLegs(desk, answers))) {
      throw new Refusal('act-not-now', { action: 'register', state: desk.dossier.state })
    }
    const compared = await enterInBook(ctx, desk, { ...input, answers })
    await closeDueActions(desk.db, desk.at, ctx.clock.now(), { kind: 'lapse' })
    const facts = await keepCollector(ctx, desk, input.collector)
    return move(ctx, desk.db, {
      dossier: desk.dossier,
      action: 'register',
      to: 'interlinking',
      facts: { ...facts, compared },
      requestKey: input.requestKey,
    })
  })
}

/**
 * Hands the result over. From `signed`: originals compared, the paper register book signed at its
 * page; only now is the event registered. From `interlinking`: what the other agencies returned, for
 * the book was signed before. Refuses as `deskAct`, and `legs-still-open`, `originals-not-compared`
 * (components), `book-page-missing`, `book-closed` (the entry's year is over), `reason-missing` (who
 * came).
 * @basis LHT 60/2014/QH13 Điều 4(3), 16(2); practice.md 2, 3, 10
 */
export async function handOver(ctx: Ctx, input: HandOver): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'handOver' }, async (desk) => {
    const { db, at, dossier } = desk
    const answers = await declaredAt(desk)
    if (await isHeldByLegs(desk, answers)) throw new Refusal('legs-still-open')
    const isFirst = dossier.state === 'signed'
    const compared = isFirst ? await enterInBook(ctx, desk, { ...input, answers }) : undefined
    const facts = await keepCollector(ctx, desk, input.collector)
    const now = ctx.clock.now()
    await closeDueActions(db, at, now)
    return move(ctx, db, {
      dossier,
      action: 'handOver',
      to: 'handed_over',
      facts: { ...facts, ...(compared ? { compared } : {}) },
      change: dossier.endedAt === null ? { endedAt: now } : {},
      requestKey: input.requestKey,
    })
  })
}

/** Which of the two the counter does now, for its page: legs still open register first. */
export async function collectingAct(
  ctx: Ctx,
  { dossier, definition, declarations }: DossierView,
): Promise<'register' | 'handOver' | 'wait'> {
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const given = { db: ctx.db, at, dossier, definition }
  if (!(await isHeldByLegs(given, declarations[0]!.answers))) return 'handOver'
  return dossier.state === 'signed' ? 'register' : 'wait'
}

/** The originals to see at hand-over, by what was declared. */
export function originalsToCompare(
  definition: ProcedureDefinition,
  answers: Answers,
): readonly ComponentDefinition[] {
  return definition.components.filter(
    ({ present, when }) => present !== 'no' && (!when || evaluate(when, answers)),
  )
}

async function declaredAt({ db, world, dossier }: AtDesk): Promise<Answers> {
  const view = await viewOf(db, world, dossier)
  return view.declarations[0]!.answers
}

type Entering = HandOver & { answers: Answers }

/** Originals compared and the book signed; returns the components as the event keeps them. */
async function enterInBook(ctx: Ctx, desk: AtDesk, input: Entering): Promise<readonly string[]> {
  const { db, at, definition, staffId } = desk
  const now = ctx.clock.now()
  const compared = ensureCompared(definition, input)
  if (!definition.register) return compared
  const entry = await findEntryOf(db, at)
  if (!entry) throw new Error('a signed dossier without its register entry')
  const { closedOn } = await lockBook(db, entry, 'key share')
  // The book of a past year is closed: what was not collected in time is crossed out.
  if (closedOn !== null || entry.year < yearOf(legalDay(now))) {
    throw new Refusal('book-closed', { year: entry.year })
  }
  const { paperBook, paperPage } = ensurePage(input)
  await insertAct(db, entry, {
    kind: 'registered' as const,
    paperBook,
    paperPage,
    reason: null,
    facts: null,
    writtenBy: staffId,
    writtenAt: now,
  })
  const { answers } = entry.content
  await noteDeath(ctx, db, entry, { definition, answers, dossierId: at.dossierId })
  await confirmClaims(db, at, now)
  const signer = signerOfEntry(entry)
  await copiesAtHandOver(ctx, desk, { entry, answers, signer })
  return compared
}

async function keepCollector(ctx: Ctx, desk: AtDesk, collector: string): Promise<EventFacts> {
  const written = { writtenBy: desk.staffId, writtenAt: ctx.clock.now() }
  return keepWords(desk.db, desk.at, { kind: 'collector', body: collector, ...written })
}

/** The components compared: keys of the procedure, nothing else. */
function ensureCompared(
  definition: ProcedureDefinition,
  { answers, compared }: Entering,
): readonly string[] {
  const open = originalsToCompare(definition, answers)
    .map(({ key }) => key)
    .filter((key) => !compared.includes(key))
  if (open.length > 0) throw new Refusal('originals-not-compared', { components: open })
  return definition.components
    .map(({ key }) => key)
    .filter((key) => compared.includes(key))
    .toSorted()
}

function ensurePage(input: HandOver): { paperBook: string; paperPage: number } {
  const paperBook = input.paperBook?.trim() ?? ''
  const paperPage = input.paperPage ?? 0
  if (!isPage(paperBook, paperPage)) throw new Refusal('book-page-missing')
  return { paperBook, paperPage }
}
