import { findDossierAt, findLocation, worldOf } from '../../modules/dossiers/index.ts'
import {
  copiesGiven,
  entryState,
  extractNumber,
  getEntry,
  listAmendments,
  listExtracts,
  marginNotes,
  type Amendment,
  type EntryState,
  type EntryWithAct,
  type Extract,
} from '../../modules/registry/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { page, route, type Route, type WebReply } from '../http/route.ts'
import { Icon } from '../ui/icons.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { Back, Flash } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { AmendmentLines, amendmentKind } from './amendments.tsx'
import { extractUrl } from './book-copies.tsx'
import { BookEntry } from './book-entry.tsx'
import { subjectOf } from './book-lines.ts'
import { stateOfEntry } from './book-page.tsx'
import { BOOKS, bookTitle, bookUrl, entryIn, entryUrl } from './book-place.ts'
import { dossierUrl, queryText, type DeskRequest } from './desk-request.ts'
import { longDay } from './moments.ts'
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
  state: EntryState
  agency: string
  dossierCode: string | null
  extracts: readonly Extract[]
  amendments: readonly Amendment[]
  roles: readonly string[]
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
    state: entryState(entry.acts),
    agency: city.agency(entry.agencyId)?.fullName ?? entry.agencyId,
    dossierCode: dossier?.code ?? null,
    extracts: await listExtracts(ctx, entry),
    amendments: await listAmendments(ctx, entry),
    roles: ctx.actor.kind === 'staff' ? ctx.actor.roles : [],
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
  const { entry, state, agency, extracts, flash } = shown
  const t = useSay()
  const lang = useLang()
  const { icon, text } = stateOfEntry(state)
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
      <SheetActs {...shown} />
      <BookEntry entry={entry} notes={marginNotes(entry, copiesGiven(extracts))} />
      <Given extracts={extracts} />
      <Amended amendments={shown.amendments} />
    </div>
  )
}

function SheetActs({ entry, state, dossierCode, roles }: SheetShown) {
  const t = useSay()
  const isKeeper = roles.includes('civilStatusOfficer')
  const isCopying = isKeeper || roles.includes('counterOfficer') || roles.includes('chairman')
  const isRegistered = state === 'registered'
  return (
    <p class="acts mb4 no-print">
      <button type="button" class="btn btn--2" data-print hidden>
        <Icon name="print" />
        {t('In trang sổ', 'Print the page')}
      </button>
      {isCopying && isRegistered ? (
        <a class="btn btn--2" href={entryUrl(entry, 'ban-sao')}>
          {t('Cấp bản sao trích lục', 'Give copies')}
        </a>
      ) : null}
      {isKeeper && (isRegistered || state === 'prepared') ? (
        <a class="btn btn--2" href={entryUrl(entry, 'cai-chinh')}>
          {isRegistered ? t('Cải chính', 'Correct') : t('Sửa sai sót', 'Put a mistake right')}
        </a>
      ) : null}
      {isKeeper && isRegistered ? (
        <a class="btn btn--2" href={entryUrl(entry, 'ghi-chu')}>
          {t('Ghi chú', 'Note')}
        </a>
      ) : null}
      {isKeeper && isRegistered && entry.book === 'death' ? (
        <a class="btn btn--danger" href={entryUrl(entry, 'huy')}>
          {t('Hủy khai tử sai', 'Annul a wrong death')}
        </a>
      ) : null}
      {dossierCode ? (
        <a href={dossierUrl(dossierCode)}>
          {t('Hồ sơ', 'Dossier')} {dossierCode}
        </a>
      ) : null}
    </p>
  )
}

/** Extracts and copies made of the entry, with their PDFs. */
function Given({ extracts }: { extracts: readonly Extract[] }) {
  const t = useSay()
  const inVietnamese = useLang() === 'en' ? 'vi' : undefined
  if (extracts.length === 0) return null
  return (
    <section class="mt5 no-print" aria-labelledby="da-cap">
      <h2 id="da-cap">{t('Trích lục đã cấp', 'Extracts given')}</h2>
      <ul class="bul">
        {extracts.map((extract) => (
          <li>
            <a href={extractUrl(extract)}>{extractNumber(extract)}</a>,{' '}
            {longDay(legalDay(extract.preparedAt))}
            {extract.series === 'amendment'
              ? null
              : `, ${extract.count} ${t('bản', extract.count === 1 ? 'copy' : 'copies')}`}
            {extract.askedBy ? <span lang={inVietnamese}>, {extract.askedBy}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was prepared: waiting, signed or returned. */
function Amended({ amendments }: { amendments: readonly Amendment[] }) {
  const t = useSay()
  const lang = useLang()
  if (amendments.length === 0) return null
  return (
    <section class="mt5 no-print" aria-labelledby="de-nghi">
      <h2 id="de-nghi">{t('Đề nghị cải chính, hủy', 'Amendments')}</h2>
      {amendments.map((amendment) => (
        <div class="mb4">
          <p>
            {say(amendmentKind(amendment), lang)},{' '}
            {amendment.signedAt ? (
              t('đã ký', 'signed')
            ) : amendment.returnedAt ? (
              <>
                {t('trả lại', 'returned')}:{' '}
                <span lang={lang === 'en' ? 'vi' : undefined}>{amendment.returnedBecause}</span>
              </>
            ) : (
              <a href={`${BOOKS}/cho-ky`}>{t('chờ ký', 'waits for signature')}</a>
            )}
          </p>
          <AmendmentLines amendment={amendment} />
        </div>
      ))}
    </section>
  )
}
