import type { Ctx } from '../../platform/ctx.ts'
import { canonicalJson, secretToken, sha256Hex } from '../../platform/ids.ts'
import { enqueue } from '../../platform/jobs.ts'
import {
  instantAt,
  legalDay,
  plainDate,
  yearOf,
  type PlainDate,
} from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  closeDueActions,
  deskAct,
  move,
  openedVersion,
  resultFactsOf,
  setDueAction,
  viewOf,
  type AtDesk,
  type DeskAct,
  type Dossier,
} from '../dossiers/index.ts'
import type { Answers } from '../forms/index.ts'
import { noteBirth } from './claim-subject.ts'
import { insertCertificate } from './certificate-store.ts'
import { holdingLegs } from './legs-port.ts'
import { allotPaperNo, insertNumberedPaper } from './numbered-papers-store.ts'
import { agencyOf, factsOf, signerOnPaper } from './result-facts.ts'
import { AGAIN, resultPaper, type ResultPaper } from './results.ts'
import { allotEntryNo, insertEntry, type EntryContent, type EntryKey } from './store.ts'

/**
 * The signature. In one transaction: the prepared register entry with the book's next number, the
 * state, the certificate's token and the job that makes it. The legal clock stops here, unless legs
 * of other agencies hold the hand-over; the event is registered only when the book is signed.
 * Refuses as `deskAct`, and `not-opened` (this version was not opened by the signer), `book-closed`.
 * @basis LHT 60/2014/QH13 Điều 16(2); practice.md 1, 2
 */
export async function sign(ctx: Ctx, input: DeskAct): Promise<Dossier> {
  return deskAct(ctx, { ...input, action: 'sign' }, async (desk) => {
    const { db, at, dossier } = desk
    if ((await openedVersion(db, at, desk.staffId)) !== dossier.version) {
      throw new Refusal('not-opened')
    }
    const now = ctx.clock.now()
    const today = legalDay(now)
    // A merged ward's dossier is entered into the book of the ward that holds it now.
    const bookAgencyId = agencyOf(desk.world.city, dossier.agencyId, today).id
    const entryNo = await nextNumber(desk, { bookAgencyId, today })
    const seriesNo = await nextPaperNo(desk, { agencyId: bookAgencyId, at: now })
    const number = numberOf(desk, entryNo ?? seriesNo)
    const made = await paperOf(ctx, desk, { number, today })
    const { paper, answers } = made
    // The clock of a filing with legs goes on until the last one has ended.
    const hasLegs = holdingLegs(desk.definition, answers).length > 0
    if (!hasLegs) await closeDueActions(db, at, now)
    if (entryNo && desk.definition.register) {
      const key = { agencyId: bookAgencyId, book: desk.definition.register.book, ...entryNo }
      await prepareEntry(ctx, desk, { key, made })
    }
    const token = secretToken()
    await insertCertificate(db, at, {
      token,
      tokenHash: sha256Hex(token),
      bookAgencyId: entryNo ? bookAgencyId : null,
      content: entryNo ? null : paper,
      preparedAt: now,
    })
    await enqueue(db, 'issue-certificate', at, { key: `certificate:${dossier.id}` })
    return move(ctx, db, {
      dossier,
      action: 'sign',
      to: 'signed',
      facts: {
        ...(entryNo ? { entryNo: entryNo.no, entryYear: entryNo.year } : {}),
        ...(seriesNo ? { paperNo: seriesNo.no, paperYear: seriesNo.year } : {}),
        paperSha256: sha256Hex(canonicalJson(paper)),
      },
      change: hasLegs ? {} : { endedAt: now },
      requestKey: input.requestKey,
    })
  })
}

type EntryNo = { year: number; no: number }

async function nextNumber(
  desk: AtDesk,
  book: { bookAgencyId: string; today: PlainDate },
): Promise<EntryNo | null> {
  if (!desk.definition.register) return null
  const year = yearOf(book.today)
  const agencyId = book.bookAgencyId
  const no = await allotEntryNo(desk.db, { agencyId, book: desk.definition.register.book, year })
  if (no === undefined) throw new Refusal('book-closed', { year })
  return { year, no }
}

/** The line of the book, as its page will be signed; a birth makes the person. */
async function prepareEntry(
  ctx: Ctx,
  { db, at, definition, staffId }: AtDesk,
  { key, made }: { key: EntryKey; made: Made },
): Promise<void> {
  const { content, answers, personalNumber, signerTitle } = made
  await insertEntry(db, {
    ...key,
    dossierId: at.dossierId,
    content,
    contentSha256: sha256Hex(canonicalJson(content)),
    signedBy: staffId,
    signerTitle,
    preparedAt: ctx.clock.now(),
  })
  await noteBirth(ctx, db, key, { definition, answers, dossierId: at.dossierId, personalNumber })
  await setDueAction(db, at, { kind: 'lapse', at: endOfYear(key.year) })
}

/** A result with a number of its own outside the books takes the series' next one. */
async function nextPaperNo(
  { db, at, definition }: AtDesk,
  given: { agencyId: string; at: Date },
): Promise<EntryNo | null> {
  const { series } = definition.result
  if (series === undefined) return null
  const { agencyId } = given
  const year = yearOf(legalDay(given.at))
  const no = await allotPaperNo(db, { agencyId, series, year })
  await insertNumberedPaper(db, { agencyId, series, year, no, dossier: at, issuedAt: given.at })
  return { year, no }
}

function numberOf({ dossier }: AtDesk, allotted: EntryNo | null): string {
  return allotted ? `${allotted.no}/${allotted.year}` : dossier.code
}

type Made = {
  paper: ResultPaper
  content: EntryContent
  answers: Answers
  personalNumber: string | null
  signerTitle: string
}

async function paperOf(
  ctx: Ctx,
  desk: AtDesk,
  given: { number: string; today: PlainDate },
): Promise<Made> {
  const view = await viewOf(desk.db, desk.world, desk.dossier)
  const signer = await signerOnPaper(ctx, desk.db)
  const answers = view.declarations[0]!.answers
  const personalNumber = personalNumberOf(view.notes)
  const facts = factsOf({
    world: desk.world,
    dossier: desk.dossier,
    answers,
    number: given.number,
    signer,
    signedOn: given.today,
    personalNumber,
    entered: resultFactsOf(desk.definition, view.notes),
  })
  const paper = resultPaper(facts)
  const again = desk.definition.register?.entry === 'again' ? [AGAIN] : []
  const remarks = [...again, ...facts.notes.map(({ remark }) => remark)]
  const signerTitle = signer.titleLines.join(' / ')
  const content = { paper, answers, remarks, personalNumber }
  return { paper, content, answers, personalNumber, signerTitle }
}

/** The newest number an officer entered as given by the Ministry's software; null while awaited. */
export function personalNumberOf(notes: readonly { kind: string; body: string }[]): string | null {
  return notes.find(({ kind }) => kind === 'personal-number')?.body ?? null
}

/** Uncollected entries are crossed out when the book's year is over. */
function endOfYear(year: number): Date {
  return instantAt(plainDate(`${year}-12-31`), 24 * 60)
}

export type SignMany = { acts: readonly DeskAct[] }

export type Signed =
  | { code: string; ok: true; dossier: Dossier }
  | { code: string; ok: false; refusal: Refusal }

/** A batch is at most this long; each dossier is its own transaction and its own verdict. */
export const SIGN_MANY_MAX = 50

/** Signs several opened dossiers; one that may not be signed does not hold back the others. */
export async function signMany(ctx: Ctx, input: SignMany): Promise<readonly Signed[]> {
  if (input.acts.length > SIGN_MANY_MAX) throw new Refusal('batch-too-long', { max: SIGN_MANY_MAX })
  const results: Signed[] = []
  for (const act of input.acts) {
    try {
      results.push({ code: act.code, ok: true, dossier: await sign(ctx, act) })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      results.push({ code: act.code, ok: false, refusal: error })
    }
  }
  return results
}
