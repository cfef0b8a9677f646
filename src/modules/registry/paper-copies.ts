import type { Ctx } from '../../platform/ctx.ts'
import { parsePlainDate } from '../../platform/plain-date.ts'
import { worldOf } from '../dossiers/index.ts'
import type { BirthCopyData, DeathCopyData, ParentData } from '../papers/index.ts'
import { dateInWords } from '../people/index.ts'
import { bookName } from './book-minutes.ts'
import { readAsking, type IssueCopies } from './copies.ts'
import { findExtractByRequest, listExtractsOfPaper, type Extract } from './extract-store.ts'
import { makeExtract, type ExtractHead } from './make-extract.ts'
import { getPaperEntry, type PaperContent } from './paper-entry.ts'
import type { PaperEntry } from './paper-entry-store.ts'
import { agencyOnPaper } from './result-facts.ts'
import type { ResultPaper } from './results.ts'
import type { SignerOnPaper } from './signers.ts'

export type IssuePaperCopies = Omit<IssueCopies, 'entry'> & {
  entry: { agencyId: string; id: string }
}

/**
 * Copies of an entry of a paper book of an earlier year: numbered and counted with all others, and
 * they say which book they were taken from. Refuses as `issueCopies`.
 * @basis LHT 60/2014/QH13 Điều 63, 64
 */
export async function issuePaperCopies(ctx: Ctx, input: IssuePaperCopies) {
  const { entry } = await getPaperEntry(ctx, input.entry)
  const { staffId, askedBy, signer } = await readAsking(ctx, input)
  const { city } = await worldOf(ctx.db)
  const requestKey = `${staffId}:${input.requestKey}`
  const { agencyId, book } = entry
  const { agencyPrinted } = agencyOnPaper(city, agencyId, dayOfBook(entry))
  return ctx.db.tx(async (db) => {
    const done = await findExtractByRequest(db, { agencyId, requestKey })
    if (done) return done
    return makeExtract(ctx, db, {
      ...{ city, agencyId, count: input.count, askedBy, preparedBy: staffId, requestKey },
      series: book === 'birth' ? 'birthCopy' : 'deathCopy',
      source: { book, bookYear: null, entryNo: null, paperEntryId: entry.id },
      paper: (head) => paperCopy(entry, { head, signer, at: agencyPrinted }),
    })
  })
}

/** Extracts of all versions of this number. */
export async function listPaperExtracts(
  ctx: Ctx,
  key: { agencyId: string; id: string },
): Promise<readonly Extract[]> {
  const { entry, versions } = await getPaperEntry(ctx, key)
  const { agencyId } = entry
  const lists = await Promise.all(
    versions.map(({ id }) => listExtractsOfPaper(ctx.db, { agencyId, paperEntryId: id }, 100)),
  )
  return lists.flat()
}

/** Where in time a book's agency is looked up; cities know their units from 2008 on. */
function dayOfBook({ year }: PaperEntry) {
  return parsePlainDate(`${Math.max(year, 2009)}-12-31`)!
}

type Made = { head: ExtractHead; signer: SignerOnPaper; at: string }

function paperCopy(entry: PaperEntry, { head, signer, at }: Made): ResultPaper {
  const said = saying(entry.content)
  const { titleLines, fullName } = signer
  const common = {
    ...head,
    signer: { titleLines, fullName },
    registered: {
      at: said('registeredAt') || at,
      number: `${entry.no}/${entry.year}`,
      on: said('registeredOn'),
    },
    remark: said('remark'),
    takenFrom: `${bookName(entry)} (sổ giấy), quyển ${entry.paperBook}, trang ${entry.paperPage}`,
    verification: null,
  }
  return entry.book === 'birth'
    ? { template: 'birth-copy@1', data: { ...common, ...birthOf(entry.content) } }
    : { template: 'death-copy@1', data: { ...common, ...deathOf(entry.content) } }
}

function saying(content: PaperContent): (key: string) => string {
  return (key) => content[key] ?? ''
}

function birthOf(content: PaperContent): Pick<BirthCopyData, 'child' | 'mother' | 'father'> {
  const said = saying(content)
  const parent = (who: string): ParentData | null =>
    said(`${who}.name`) === ''
      ? null
      : {
          fullName: said(`${who}.name`),
          birthYear: said(`${who}.birthYear`),
          ethnicity: said(`${who}.ethnicity`),
          nationality: said(`${who}.nationality`),
          residence: said(`${who}.residence`),
        }
  return {
    child: {
      fullName: said('name'),
      birthDate: said('birthDate'),
      birthDateInWords: inWords(said('birthDate')),
      sex: said('sex'),
      ethnicity: said('ethnicity'),
      nationality: said('nationality'),
      birthPlace: said('birthPlace'),
      homeTown: said('homeTown'),
      personalNumber: '',
    },
    mother: parent('mother'),
    father: parent('father'),
  }
}

function deathOf(content: PaperContent): Pick<DeathCopyData, 'deceased' | 'death'> {
  const said = saying(content)
  return {
    deceased: {
      fullName: said('name'),
      birthDate: said('birthDate'),
      sex: said('sex'),
      ethnicity: said('ethnicity'),
      nationality: said('nationality'),
      lastResidence: said('lastResidence'),
      identityPaper: said('identityPaper'),
    },
    death: {
      time: said('time'),
      date: said('diedOn'),
      dateInWords: inWords(said('diedOn')),
      place: said('place'),
      cause: said('cause'),
      notice: said('notice'),
    },
  }
}

/** `Ngày mười hai tháng tám …`; empty where the day is not known whole. */
function inWords(day: string): string {
  const [date = '', month = '', year = ''] = day.split('/')
  const whole = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const words = parsePlainDate(whole) ? (dateInWords(whole) ?? '') : ''
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
}
