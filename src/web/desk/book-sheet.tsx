import { findDossierAt, findLocation, worldOf } from '../../modules/dossiers/index.ts'
import {
  entryState,
  getEntry,
  marginNotes,
  type EntryWithAct,
} from '../../modules/registry/index.ts'
import { page, route, type Route, type WebReply } from '../http/route.ts'
import { Icon } from '../ui/icons.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { Back, Flash } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { BookEntry } from './book-entry.tsx'
import { subjectOf } from './book-lines.ts'
import { stateOfEntry } from './book-page.tsx'
import { BOOKS, bookTitle, bookUrl, entryIn } from './book-place.ts'
import { dossierUrl, queryText, type DeskRequest } from './desk-request.ts'
import { flashText } from './words.ts'

/** One entry as a page of the book, to copy from and to print, with what may be done to it. */
export const bookSheetRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: `${BOOKS}/:year/:book/:no`,
    action: 'register.read',
    handle: showSheet,
  }),
]

type SheetShown = {
  entry: EntryWithAct
  agency: string
  dossierCode: string | null
  flash: string | undefined
}

async function showSheet(req: DeskRequest): Promise<WebReply> {
  const { ctx } = req
  const entry = await getEntry(ctx, entryIn(req))
  const { city } = await worldOf(ctx.db)
  const at = await findLocation(ctx.db, 'id', entry.dossierId)
  const dossier = at && (await findDossierAt(ctx.db, at))
  const shown: SheetShown = {
    entry,
    agency: city.agency(entry.agencyId)?.fullName ?? entry.agencyId,
    dossierCode: dossier?.code ?? null,
    flash: flashText(queryText(req, 'vua'), req.lang),
  }
  return page(<Sheet {...shown} />, {
    title: `${say(bookTitle(entry), req.lang)}: ${entry.no}`,
    layout: 'desk',
    nav: BOOKS,
    scripts: ['desk.js'],
  })
}

function Sheet(shown: SheetShown) {
  const { entry, agency, dossierCode, flash } = shown
  const t = useSay()
  const lang = useLang()
  const { icon, text } = stateOfEntry(entryState(entry.acts))
  return (
    <div class="page pad">
      {flash ? <Flash>{flash}</Flash> : null}
      <Back href={bookUrl(entry)}>{say(bookTitle(entry), lang)}</Back>
      <h1>
        {t('Số', 'No.')} {entry.no}/{entry.year}
      </h1>
      <p class="mb4">
        <b lang={lang === 'en' ? 'vi' : undefined}>{subjectOf(entry)}</b> · {agency} ·{' '}
        <span class="ch">
          <Icon name={icon} /> {say(text, lang)}
        </span>
      </p>
      <p class="acts mb4 no-print">
        <button type="button" class="btn btn--2" data-print hidden>
          <Icon name="print" />
          {t('In trang sổ', 'Print the page')}
        </button>
        {dossierCode ? (
          <a href={dossierUrl(dossierCode)}>
            {t('Hồ sơ', 'Dossier')} {dossierCode}
          </a>
        ) : null}
      </p>
      <BookEntry entry={entry} notes={marginNotes(entry)} />
    </div>
  )
}
