import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { ensureStaff, namesOf, worldOf, type AtDesk, type World } from '../dossiers/index.ts'
import type { Answers } from '../forms/index.ts'
import type { ProcedureDefinition } from '../procedures/index.ts'
import { entryState } from './acts.ts'
import { bookName } from './book-minutes.ts'
import { ensureHeldBook, getEntry } from './close-book.ts'
import { copyPaper } from './copy-paper.ts'
import { entryPaper, signerOf, viewOfEntry } from './entry-paper.ts'
import {
  findExtract,
  findExtractByRequest,
  listExtractsOf,
  type Extract,
  type ExtractKey,
} from './extract-store.ts'
import { extractNumber, makeExtract } from './make-extract.ts'
import type { CopiesGiven } from './margin-notes.ts'
import { listSigners, type SignerOnPaper } from './signers.ts'
import { findEntryByKey, type EntryKey, type EntryWithAct } from './store.ts'

/** More sheets than this at once are asked for by mistake. */
export const COPIES_MAX = 50

export type IssueCopies = {
  entry: EntryKey
  count: number
  /** Who asked, in words: anybody entitled may. */
  askedBy: string
  /** Whose name the copy bears: one who may sign today. */
  signerId: string
  requestKey: string
}

/**
 * Copies of an entry for whoever asks at the desk: numbered, counted beside the entry, made by a
 * job and signed as the certificate is. Safe to repeat. Refuses `not-found`, `act-not-yours`,
 * `entry-not-registered`, `copies-unclear`, `asker-missing`, `not-the-signer`.
 * @basis LHT 60/2014/QH13 Điều 63, 64; practice.md 23
 */
export async function issueCopies(ctx: Ctx, input: IssueCopies): Promise<ExtractKey> {
  const entry = await getEntry(ctx, input.entry)
  const { staffId, askedBy, signer } = await readAsking(ctx, input)
  const world = await worldOf(ctx.db)
  const requestKey = `${staffId}:${input.requestKey}`
  return ctx.db.tx(async (db) => {
    const done = await findExtractByRequest(db, { agencyId: entry.agencyId, requestKey })
    if (done) return done
    // The entry as it stands now, in this transaction.
    const now = await findEntryByKey(db, entry)
    if (!now || entryState(now.acts) !== 'registered') throw new Refusal('entry-not-registered')
    const given = { entry: now, signer, count: input.count, askedBy, preparedBy: staffId }
    return copiesOf(ctx, db, world, { ...given, requestKey })
  })
}

export type Asking = { staffId: string; askedBy: string; signer: SignerOnPaper }

/** Who gives copies, to whom and under whose name, of whatever book. */
export async function readAsking(
  ctx: Ctx,
  input: Pick<IssueCopies, 'count' | 'askedBy' | 'signerId'>,
): Promise<Asking> {
  const { staffId, roles } = ensureStaff(ctx)
  if (!roles.some((role) => COPYING.includes(role))) throw new Refusal('act-not-yours')
  const isCount = Number.isSafeInteger(input.count) && input.count > 0 && input.count <= COPIES_MAX
  if (!isCount) throw new Refusal('copies-unclear', { max: COPIES_MAX })
  const askedBy = input.askedBy.trim().normalize('NFC')
  if (askedBy === '' || askedBy.length > 200) throw new Refusal('asker-missing')
  const signer = (await listSigners(ctx)).find((one) => one.staffId === input.signerId)
  if (!signer) throw new Refusal('not-the-signer')
  return { staffId, askedBy, signer }
}

const COPYING: readonly string[] = ['counterOfficer', 'civilStatusOfficer', 'chairman']

/** The copies asked for in the form, given with the original. */
export async function copiesAtHandOver(
  ctx: Ctx,
  { db, definition, world, staffId, dossier }: AtDesk,
  given: { entry: EntryWithAct; answers: Answers; signer: SignerOnPaper },
): Promise<void> {
  const count = copiesAsked(definition, given.answers)
  if (count === 0) return
  await copiesOf(ctx, db, world, {
    entry: given.entry,
    signer: given.signer,
    count,
    askedBy: namesOf(definition, given.answers).requesterName,
    preparedBy: staffId,
    requestKey: `handed-over:${dossier.id}`,
  })
}

/** How many copies the form asked for; 0 where the procedure gives none. */
export function copiesAsked({ result, roles }: ProcedureDefinition, answers: Answers): number {
  const asked = roles.copies === null ? 0 : Number(answers[roles.copies] ?? 0)
  const isCount = Number.isSafeInteger(asked) && asked > 0
  return result.copies && isCount ? Math.min(asked, COPIES_MAX) : 0
}

type Copies = {
  entry: EntryWithAct
  signer: SignerOnPaper
  count: number
  askedBy: string | null
  preparedBy: string
  requestKey: string
}

async function copiesOf(
  ctx: Ctx,
  db: Queryable,
  world: World,
  { entry, signer, ...given }: Copies,
): Promise<ExtractKey> {
  const view = await viewOfEntry(db, world, entry)
  const original = entryPaper(world, view, { entry, as: 'copy' })
  return makeExtract(ctx, db, {
    ...given,
    city: world.city,
    agencyId: entry.agencyId,
    series: entry.book === 'birth' ? 'birthCopy' : 'deathCopy',
    source: { book: entry.book, bookYear: entry.year, entryNo: entry.no, paperEntryId: null },
    paper: (head) => {
      const taken = { signer: onPaper(signer), takenFrom: bookName(entry) }
      const copy = copyPaper(original, { ...head, ...taken })
      if (!copy) throw new Refusal('entry-not-registered')
      return copy
    },
  })
}

function onPaper({ titleLines, fullName }: SignerOnPaper) {
  return { titleLines, fullName }
}

/** Who signed the original, for copies that are given with it. */
export function signerOfEntry(entry: EntryWithAct): SignerOnPaper {
  // Written by sign() from a ResultPaper.
  const paper = entry.content.paper as Parameters<typeof signerOf>[0]
  return { staffId: entry.signedBy, ...signerOf(paper) }
}

const LISTED_MAX = 200

/** Everything given out of an entry; refuses `not-found` to who does not hold the book. */
export async function listExtracts(ctx: Ctx, entry: EntryKey): Promise<readonly Extract[]> {
  await ensureHeldBook(ctx, entry)
  return listExtractsOf(ctx.db, entry, LISTED_MAX)
}

/** One of them, for the page that prints it. Refuses `not-found`. */
export async function getExtract(ctx: Ctx, key: ExtractKey): Promise<Extract> {
  await ensureHeldBook(ctx, key)
  const extract = await findExtract(ctx.db, key)
  if (!extract) throw new Refusal('not-found')
  return extract
}

/** The copies among them, as the note column counts them. */
export function copiesGiven(extracts: readonly Extract[]): readonly CopiesGiven[] {
  return extracts
    .filter(({ series }) => series !== 'amendment')
    .map((extract) => ({
      on: legalDay(extract.preparedAt),
      number: extractNumber(extract),
      count: extract.count,
    }))
}
