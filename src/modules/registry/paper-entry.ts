import type { Ctx } from '../../platform/ctx.ts'
import { uuidv7 } from '../../platform/ids.ts'
import { legalDay, parsePlainDate, yearOf } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { foldVietnamese } from '../agencies/index.ts'
import { heldBy } from '../dossiers/index.ts'
import { isPage } from './check-book.ts'
import { ensureHeldBook, ensureKeeper } from './close-book.ts'
import {
  findPaperEntry,
  findPaperEntryByRequest,
  insertPaperEntry,
  listPaperEntries,
  listVersions,
  searchPaperEntries,
  type PaperEntry,
} from './paper-entry-store.ts'

/** What stands on the line of a paper book, by the key of its column; as it is written there. */
export type PaperContent = Readonly<Record<string, string>>

/** A column of the book, and whether a line is nothing without it. */
export type PaperColumn = { key: string; isNeeded?: true; isDay?: true }

const birthColumns: readonly PaperColumn[] = [
  { key: 'name', isNeeded: true },
  { key: 'birthDate', isNeeded: true, isDay: true },
  { key: 'sex' },
  { key: 'ethnicity' },
  { key: 'nationality' },
  { key: 'birthPlace' },
  { key: 'homeTown' },
  { key: 'mother.name' },
  { key: 'mother.birthYear' },
  { key: 'mother.ethnicity' },
  { key: 'mother.nationality' },
  { key: 'mother.residence' },
  { key: 'father.name' },
  { key: 'father.birthYear' },
  { key: 'father.ethnicity' },
  { key: 'father.nationality' },
  { key: 'father.residence' },
  { key: 'registeredOn', isNeeded: true, isDay: true },
  { key: 'registeredAt' },
  { key: 'remark' },
]

const deathColumns: readonly PaperColumn[] = [
  { key: 'name', isNeeded: true },
  { key: 'birthDate', isDay: true },
  { key: 'sex' },
  { key: 'ethnicity' },
  { key: 'nationality' },
  { key: 'lastResidence' },
  { key: 'identityPaper' },
  { key: 'diedOn', isNeeded: true, isDay: true },
  { key: 'time' },
  { key: 'place' },
  { key: 'cause' },
  { key: 'notice' },
  { key: 'registeredOn', isNeeded: true, isDay: true },
  { key: 'registeredAt' },
  { key: 'remark' },
]

export function paperColumns(book: 'birth' | 'death'): readonly PaperColumn[] {
  return book === 'birth' ? birthColumns : deathColumns
}

export type EnterPaperEntry = {
  agencyId: string
  book: 'birth' | 'death'
  year: number
  /** "Quyển số" of the paper book. */
  paperBook: string
  paperPage: number
  no: string
  content: PaperContent
  requestKey: string
}

/**
 * Copies a line of a paper book of an earlier year, so that it is found and extracts are made of
 * it. The same number again is an amendment: a further version, the one before stays. Safe to
 * repeat. Refuses `not-found`, `act-not-yours`, `paper-year-not-earlier`, `book-page-missing`,
 * `paper-entry-unclear` (columns that are missing or are no day).
 * @basis LHT 60/2014/QH13 Điều 4 khoản 3, 59, 63; NĐ 123/2015/NĐ-CP Điều 12
 */
export async function enterPaperEntry(ctx: Ctx, input: EnterPaperEntry): Promise<PaperEntry> {
  const { agencyId, book, year } = input
  const { staffId } = await ensureKeeper(ctx, input)
  const now = ctx.clock.now()
  const thisYear = yearOf(legalDay(now))
  const isEarlier = Number.isSafeInteger(year) && year >= 1900 && year < thisYear
  if (!isEarlier) throw new Refusal('paper-year-not-earlier', { year: thisYear })
  const paperBook = input.paperBook.trim()
  if (!isPage(paperBook, input.paperPage)) throw new Refusal('book-page-missing')
  const no = input.no.trim().toUpperCase()
  const content = readContent(book, input.content)
  if (!/^\d{1,5}[A-Z]?$/.test(no)) throw new Refusal('paper-entry-unclear', { columns: ['no'] })
  const request = { agencyId, requestKey: `${staffId}:${input.requestKey}` }
  return ctx.db.tx(async (db) => {
    const done = await findPaperEntryByRequest(db, request)
    if (done) return done
    await insertPaperEntry(db, {
      ...{ agencyId, book, year, paperBook, no, content },
      id: uuidv7(now),
      paperPage: input.paperPage,
      enteredBy: staffId,
      enteredAt: now,
      searchText: searchTextOf({ year, no, content }),
      requestKey: request.requestKey,
    })
    return (await findPaperEntryByRequest(db, request))!
  })
}

const LENGTH_MAX = 300

function readContent(book: 'birth' | 'death', given: PaperContent): PaperContent {
  const columns = paperColumns(book)
  const read = columns.map(({ key }) => [key, tidy(given[key] ?? '')] as const)
  const content = Object.fromEntries(read.filter(([, text]) => text !== ''))
  const wrong = columns
    .filter(({ key, isNeeded, isDay }) => {
      const text = content[key]
      if (text === undefined) return isNeeded
      return text.length > LENGTH_MAX || (isDay && !isPartOfDay(text))
    })
    .map(({ key }) => key)
  if (wrong.length > 0) throw new Refusal('paper-entry-unclear', { columns: wrong })
  return content
}

function tidy(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

/** `12/08/1998`, `08/1998` or `1998`: old books often know no more. */
function isPartOfDay(text: string): boolean {
  const parts = text.split('/').toReversed()
  const [year = '', month = '01', day = '01'] = parts
  const whole = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')
  return parts.length <= 3 && parsePlainDate(whole) !== undefined
}

type Searched = Pick<PaperEntry, 'year' | 'no' | 'content'>

function searchTextOf({ year, no, content }: Searched): string {
  const names = ['name', 'mother.name', 'father.name'].map((key) => content[key] ?? '')
  const days = ['birthDate', 'diedOn'].map((key) => content[key] ?? '')
  return foldVietnamese([...names, ...days, no, String(year)].join(' '))
}

/** One of them with its earlier versions. Refuses `not-found`. */
export async function getPaperEntry(
  ctx: Ctx,
  key: { agencyId: string; id: string },
): Promise<{ entry: PaperEntry; versions: readonly PaperEntry[] }> {
  await ensureHeldBook(ctx, key)
  const entry = await findPaperEntry(ctx.db, key)
  if (!entry) throw new Refusal('not-found')
  return { entry, versions: await listVersions(ctx.db, entry) }
}

const FOUND_MAX = 50

/**
 * Entries of paper books that the officer's agency holds: by the beginnings of words of names, days
 * and numbers, with or without marks; without words what was entered last. At most 50.
 */
export async function findPaperEntries(ctx: Ctx, text: string): Promise<readonly PaperEntry[]> {
  const agencyIds = await heldBy(ctx)
  const words = foldVietnamese(text).split(' ').filter(Boolean).slice(0, 8)
  if (words.length === 0) return listPaperEntries(ctx.db, { agencyIds, limit: FOUND_MAX })
  return searchPaperEntries(ctx.db, { agencyIds, words, limit: FOUND_MAX })
}
