import type { Book, EntryKey } from '../../modules/registry/index.ts'
import type { Text } from '../../modules/forms/index.ts'
import { legalDay, yearOf } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { queryText, type DeskRequest } from './desk-request.ts'

export const BOOKS = '/can-bo/so-ho-tich'

const slugs = { birth: 'khai-sinh', death: 'khai-tu' } as const

const names: Readonly<Record<Book['book'], Text>> = {
  birth: { vi: 'Sổ đăng ký khai sinh', en: 'Register of births' },
  death: { vi: 'Sổ đăng ký khai tử', en: 'Register of deaths' },
}

/** "Sổ đăng ký khai sinh năm 2016". */
export function bookTitle({ book, year }: Pick<Book, 'book' | 'year'>): Text {
  return { vi: `${names[book].vi} năm ${year}`, en: `${names[book].en} ${year}` }
}

export function slugOfBook(book: Book['book']): string {
  return slugs[book]
}

export function bookOfSlug(slug: string): Book['book'] | undefined {
  if (slug === slugs.birth) return 'birth'
  return slug === slugs.death ? 'death' : undefined
}

/** Whose book the address names: `:year`, `?so=khai-tu`, `?cq=` of an agency held since a merger. */
export function bookIn(req: DeskRequest): Book {
  const { actor, clock } = req.ctx
  if (actor.kind !== 'staff') throw new Refusal('not-found')
  const year = Number(req.params['year'] ?? yearOf(legalDay(clock.now())))
  const book = bookOfSlug(req.params['book'] ?? (queryText(req, 'so') || slugs.birth))
  const isYear = Number.isSafeInteger(year) && year >= 2000 && year <= 2200
  if (!isYear || !book) throw new Refusal('not-found')
  return { agencyId: queryText(req, 'cq') || actor.agencyId, book, year }
}

export function entryIn(req: DeskRequest): EntryKey {
  const no = Number(req.params['no'])
  if (!Number.isSafeInteger(no) || no < 1) throw new Refusal('not-found')
  return { ...bookIn(req), no }
}

/** The address of a book, or of one of its pages. */
export function bookUrl({ agencyId, book, year }: Book, tail = ''): string {
  return `${BOOKS}/${year}${tail && `/${tail}`}?so=${slugs[book]}&cq=${agencyId}`
}

/** The address of an entry's page, or of an act on it. */
export function entryUrl({ agencyId, book, year, no }: EntryKey, tail = ''): string {
  return `${BOOKS}/${year}/${slugs[book]}/${no}${tail && `/${tail}`}?cq=${agencyId}`
}
