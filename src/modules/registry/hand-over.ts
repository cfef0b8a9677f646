import type { Ctx } from '../../platform/ctx.ts'
import { legalDay, yearOf } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  closeDueActions,
  deskAct,
  keepWords,
  move,
  viewOf,
  type AtDesk,
  type DeskAct,
  type Dossier,
} from '../dossiers/index.ts'
import { evaluate } from '../forms/index.ts'
import type { ComponentDefinition, ProcedureDefinition } from '../procedures/index.ts'
import type { Answers } from '../forms/index.ts'
import { findEntryOf, insertAct } from './store.ts'

export type HandOver = DeskAct & {
  /** Keys of the components whose originals were compared. */
  compared: readonly string[]
  /** Where the requester and the officer signed; required where a register is kept. */
  paperBook?: string
  paperPage?: number
  /** Who came, in words: the requester, or another entitled person with which paper. */
  collector: string
}

/**
 * Hands the result over: originals compared, the paper register book signed at its page. Only now
 * is the event registered. Refuses as `deskAct`, and `originals-not-compared` (components),
 * `book-page-missing`, `book-closed` (the entry's year is over), `reason-missing` (who came).
 * @basis LHT 60/2014/QH13 Điều 4(3), 16(2); practice.md 2, 3, 10
 */
export async function handOver(ctx: Ctx, input: HandOver): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'handOver' }, async (desk) => {
    const { db, at, dossier, definition, staffId } = desk
    const now = ctx.clock.now()
    const compared = await ensureCompared(desk, input.compared)
    const entry = await findEntryOf(db, at)
    if (definition.register) {
      if (!entry) throw new Error('a signed dossier without its register entry')
      // The book of a past year is closed: what was not collected in time is crossed out.
      if (entry.year < yearOf(legalDay(now))) throw new Refusal('book-closed', { year: entry.year })
      const { paperBook, paperPage } = ensurePage(input)
      await insertAct(db, entry, {
        kind: 'registered' as const,
        paperBook,
        paperPage,
        reason: null,
        writtenBy: staffId,
        writtenAt: now,
      })
    }
    const words = { kind: 'collector', body: input.collector, writtenBy: staffId, writtenAt: now }
    const facts = await keepWords(db, at, words)
    await closeDueActions(db, at, now)
    return move(ctx, db, {
      dossier,
      action: 'handOver',
      to: 'handed_over',
      facts: { ...facts, compared },
      requestKey: input.requestKey,
    })
  })
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

/** The components compared, as the event keeps them: keys of the procedure, nothing else. */
async function ensureCompared(
  desk: AtDesk,
  compared: readonly string[],
): Promise<readonly string[]> {
  const view = await viewOf(desk.db, desk.world, desk.dossier)
  const open = originalsToCompare(desk.definition, view.declarations[0]!.answers)
    .map(({ key }) => key)
    .filter((key) => !compared.includes(key))
  if (open.length > 0) throw new Refusal('originals-not-compared', { components: open })
  return desk.definition.components
    .map(({ key }) => key)
    .filter((key) => compared.includes(key))
    .toSorted()
}

function ensurePage(input: HandOver): { paperBook: string; paperPage: number } {
  const paperBook = input.paperBook?.trim() ?? ''
  const paperPage = input.paperPage ?? 0
  const isPage = Number.isSafeInteger(paperPage) && paperPage > 0 && paperPage < 10_000
  if (paperBook === '' || paperBook.length > 20 || !isPage) throw new Refusal('book-page-missing')
  return { paperBook, paperPage }
}
