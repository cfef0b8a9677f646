import { findDossierAt, worldOf } from '../../modules/dossiers/index.ts'
import { listBook, type EntryWithAct } from '../../modules/registry/index.ts'
import { legalDay, yearOf } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, route, type Route, type WebReply } from '../http/route.ts'
import { birthOf } from './book-entry.tsx'
import { BookPage, type BookRow } from './book-page.tsx'
import { dossierUrl, queryText, type DeskRequest } from './desk-request.ts'
import { sayIn } from '../ui/lang.tsx'
import { longDay } from './moments.ts'

const URL = '/can-bo/so-ho-tich'

/** The register of births, year by year; the paper book is the legal one. */
export const bookRoutes: readonly Route[] = [
  route({ method: 'GET', url: URL, action: 'register.read', handle: showBook }),
  route({ method: 'GET', url: `${URL}/:year`, action: 'register.read', handle: showBook }),
]

async function showBook(req: DeskRequest): Promise<WebReply> {
  const { ctx } = req
  if (ctx.actor.kind !== 'staff') throw new Refusal('not-found')
  const today = legalDay(ctx.clock.now())
  const { city } = await worldOf(ctx.db)
  const held = city.heldAgencies(ctx.actor.agencyId, today)
  const agencyId = queryText(req, 'cq') || ctx.actor.agencyId
  const year = Number(req.params['year'] ?? yearOf(today))
  const isYear = Number.isSafeInteger(year) && year >= 2000 && year <= 2200
  if (!held.includes(agencyId) || !isYear) throw new Refusal('not-found')
  const before = Number(queryText(req, 'truoc')) || undefined
  const entries = await listBook(ctx, { agencyId, book: 'birth', year, before })
  const rows = await Promise.all(entries.map((entry) => rowOf(req, entry)))
  const content = (
    <BookPage
      year={year}
      thisYear={yearOf(today)}
      agency={city.agency(agencyId)?.name ?? agencyId}
      agencies={held.map((id) => ({ id, name: city.agency(id)?.name ?? id }))}
      agencyId={agencyId}
      rows={openFirst(rows)}
      next={entries.length === 50 ? entries.at(-1)!.no : null}
    />
  )
  return page(content, {
    title: sayIn(req.lang)(`Sổ đăng ký khai sinh ${year}`, `Register of births ${year}`),
    layout: 'desk',
    nav: URL,
    scripts: ['desk.js'],
  })
}

async function rowOf(req: DeskRequest, entry: EntryWithAct): Promise<BookRow> {
  const { agencyId, dossierId, no, year, preparedAt, act } = entry
  const dossier = await findDossierAt(req.ctx.db, { agencyId, dossierId })
  const t = sayIn(req.lang)
  return {
    number: `${no}/${year}`,
    href: dossier ? dossierUrl(dossier.code, act ? {} : { tail: 'tra-ket-qua' }) : null,
    name: birthOf(entry)?.child.fullName ?? dossier?.subjectName ?? '',
    signedOn: longDay(legalDay(preparedAt)),
    state: act === null ? 'open' : act.kind,
    place:
      act?.kind === 'registered' ? `${act.paperBook}, ${t('trang', 'page')} ${act.paperPage}` : '',
    reason: act?.kind === 'crossed-out' ? (act.reason ?? '') : '',
  }
}

/** What still has no page in the paper book comes first. */
function openFirst(rows: readonly BookRow[]): readonly BookRow[] {
  const isOpen = (row: BookRow) => row.state === 'open'
  return [...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row))]
}
