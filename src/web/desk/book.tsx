import { findDossierAt, findLocation, worldOf } from '../../modules/dossiers/index.ts'
import {
  entryState,
  findBookClosing,
  listBook,
  type EntryWithAct,
} from '../../modules/registry/index.ts'
import { legalDay, yearOf } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, route, type Route, type WebReply } from '../http/route.ts'
import { sayIn } from '../ui/lang.tsx'
import { say } from '../words/index.ts'
import { subjectOf } from './book-lines.ts'
import { BookPage, type BookRow } from './book-page.tsx'
import { bookIn, BOOKS, bookTitle, entryUrl } from './book-place.ts'
import { dossierUrl, queryText, type DeskRequest } from './desk-request.ts'
import { longDay } from './moments.ts'

/** The registers of births and deaths, year by year; the paper book is the legal one. */
export const bookRoutes: readonly Route[] = [
  route({ method: 'GET', url: BOOKS, action: 'register.read', handle: showBook }),
  route({ method: 'GET', url: `${BOOKS}/:year`, action: 'register.read', handle: showBook }),
]

async function showBook(req: DeskRequest): Promise<WebReply> {
  const { ctx } = req
  if (ctx.actor.kind !== 'staff') throw new Refusal('not-found')
  const book = bookIn(req)
  const today = legalDay(ctx.clock.now())
  const { city } = await worldOf(ctx.db)
  const held = city.heldAgencies(ctx.actor.agencyId, today)
  if (!held.includes(book.agencyId)) throw new Refusal('not-found')
  const before = Number(queryText(req, 'truoc')) || undefined
  const entries = await listBook(ctx, { ...book, before })
  const rows = await Promise.all(entries.map((entry) => rowOf(req, entry)))
  const closing = await findBookClosing(ctx, book)
  const content = (
    <BookPage
      book={book}
      thisYear={yearOf(today)}
      agency={city.agency(book.agencyId)?.name ?? book.agencyId}
      agencies={held.map((id) => ({ id, name: city.agency(id)?.name ?? id }))}
      rows={openFirst(rows)}
      closedOn={closing ? longDay(closing.closedOn) : null}
      isKeeper={ctx.actor.roles.includes('civilStatusOfficer')}
      mayClose={today >= `${book.year}-12-31`}
      next={entries.length === 50 ? entries.at(-1)!.no : null}
    />
  )
  return page(content, {
    title: say(bookTitle(book), req.lang),
    layout: 'desk',
    nav: BOOKS,
    scripts: ['desk.js'],
  })
}

async function rowOf(req: DeskRequest, entry: EntryWithAct): Promise<BookRow> {
  const { no, year, preparedAt, act } = entry
  const t = sayIn(req.lang)
  return {
    number: `${no}/${year}`,
    href: entryUrl(entry),
    signHref: act === null ? await handOverUrl(req, entry.dossierId) : null,
    name: subjectOf(entry),
    signedOn: longDay(legalDay(preparedAt)),
    state: entryState(entry.acts),
    place:
      act?.kind === 'registered' ? `${act.paperBook}, ${t('trang', 'page')} ${act.paperPage}` : '',
    reason: act?.kind === 'crossed-out' ? (act.reason ?? '') : '',
  }
}

/** Where the book is signed for an entry that has no page yet. */
async function handOverUrl(req: DeskRequest, dossierId: string): Promise<string | null> {
  const at = await findLocation(req.ctx.db, 'id', dossierId)
  const dossier = at && (await findDossierAt(req.ctx.db, at))
  return dossier ? dossierUrl(dossier.code, { tail: 'tra-ket-qua' }) : null
}

/** What still has no page in the paper book comes first. */
function openFirst(rows: readonly BookRow[]): readonly BookRow[] {
  const isOpen = (row: BookRow) => row.state === 'prepared'
  return [...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row))]
}
