import {
  enterPaperEntry,
  listPaperExtracts,
  paperColumns,
  extractNumber,
  type Extract,
  type PaperColumn,
  type PaperContent,
  type PaperEntry,
} from '../../modules/registry/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, redirect, route, type Route, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { Back, Flash } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { EntryHidden, formKey, TextLine } from './book-act.tsx'
import { extractUrl } from './book-copies.tsx'
import { BOOKS, bookOfSlug, bookTitle, slugOfBook } from './book-place.ts'
import { queryText, textIn, withQuery, type DeskRequest } from './desk-request.ts'
import { longDay } from './moments.ts'
import { PAPER_BOOKS, paperEntryIn, paperUrl } from './paper-books.tsx'
import { columnName } from './paper-columns.ts'
import { flashText } from './words.ts'

const ENTER = `${PAPER_BOOKS}/nhap`

/** One line of a paper book: copied from the book, and read. */
export const paperEntryRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: ENTER,
    action: 'register.amend',
    handle: (req) => showForm(req, {}),
  }),
  route({ method: 'POST', url: ENTER, action: 'register.amend', handle: enter }),
  route({ method: 'GET', url: `${PAPER_BOOKS}/:id`, action: 'register.read', handle: showEntry }),
]

type Typed = {
  book: 'birth' | 'death'
  year: string
  paperBook: string
  paperPage: string
  no: string
  content: PaperContent
}

function typedIn(req: DeskRequest): Typed {
  const book = bookOfSlug(textIn(req.body, 'so') || queryText(req, 'so')) ?? 'birth'
  const content = paperColumns(book).map(({ key }) => [key, textIn(req.body, key)] as const)
  return {
    book,
    year: textIn(req.body, 'nam'),
    paperBook: textIn(req.body, 'quyen'),
    paperPage: textIn(req.body, 'trang'),
    no: textIn(req.body, 'so-dang-ky'),
    content: Object.fromEntries(content),
  }
}

async function enter(req: DeskRequest): Promise<WebReply> {
  const { actor } = req.ctx
  if (actor.kind !== 'staff') throw new Refusal('not-found')
  const typed = typedIn(req)
  try {
    const entry = await enterPaperEntry(req.ctx, {
      ...typed,
      agencyId: textIn(req.body, 'cq') || actor.agencyId,
      year: Number(typed.year),
      paperPage: Number(typed.paperPage),
      requestKey: formKey(req),
    })
    return redirect(withQuery(paperUrl(entry), 'vua', 'so-giay'))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found') throw error
    return showForm(req, { typed, refusal: error })
  }
}

type FormShown = { typed: Typed; agencyId: string; refusal?: Refusal | undefined }

/** Empty, as typed, or filled in from an entry that is amended (`?tu=`). */
async function showForm(
  req: DeskRequest,
  given: { typed?: Typed; refusal?: Refusal },
): Promise<WebReply> {
  const { lang } = req
  const from = queryText(req, 'tu')
  const known = from && (await paperEntryIn({ ...req, params: { ...req.params, id: from } }))
  const typed = given.typed ?? (known ? typedOf(known.entry) : typedIn(req))
  const problem = given.refusal ? errorResponse(given.refusal, lang) : undefined
  const agencyId = known ? known.entry.agencyId : textIn(req.body, 'cq')
  const shown = { typed, agencyId, refusal: given.refusal }
  const content = (
    <div class="wrap page">
      {problem ? (
        <ErrorSummary lang={lang} items={itemsOf(given.refusal!, problem.detail)} />
      ) : null}
      <EntryFormPage {...shown} csrf={req.csrf} formKey={formKey(req)} />
    </div>
  )
  return page(content, {
    title: lang === 'en' ? 'Copy from a paper book' : 'Nhập từ sổ giấy',
    layout: 'desk',
    nav: BOOKS,
    scripts: ['desk.js'],
    ...(problem ? { hasProblems: true, status: problem.status } : {}),
  })
}

/** The sentence leads to the first column that is wrong. */
function itemsOf({ data }: Refusal, text: string) {
  const columns = data?.['columns']
  const first = Array.isArray(columns) ? String(columns[0]) : 'nam'
  return [{ href: `#${first === 'no' ? 'so-dang-ky' : first}`, text }]
}

function typedOf({ book, year, paperBook, paperPage, no, content }: PaperEntry): Typed {
  return { book, year: String(year), paperBook, paperPage: String(paperPage), no, content }
}

function EntryFormPage(props: FormShown & { csrf: string; formKey: string }) {
  const { typed, agencyId } = props
  const t = useSay()
  const lang = useLang()
  const other = typed.book === 'birth' ? 'death' : 'birth'
  const wrong = props.refusal?.data?.['columns']
  return (
    <>
      <Back href={PAPER_BOOKS}>{t('Sổ giấy các năm trước', 'Paper books')}</Back>
      <h1>
        {t('Nhập từ sổ giấy', 'Copy from a paper book')}:{' '}
        {typed.book === 'birth' ? t('khai sinh', 'birth') : t('khai tử', 'death')}
      </h1>
      <p class="mb4">
        <a href={`${ENTER}?so=${slugOfBook(other)}`}>
          {other === 'death'
            ? t('Nhập khai tử', 'Copy a death')
            : t('Nhập khai sinh', 'Copy a birth')}
        </a>
      </p>
      <form class="measure stack" method="post" action={ENTER}>
        <EntryHidden csrf={props.csrf} formKey={props.formKey} />
        <input type="hidden" name="so" value={slugOfBook(typed.book)} />
        <input type="hidden" name="cq" value={agencyId} />
        <p class="sm muted">
          {t(
            'Ghi đúng như trong sổ. Ngày ghi 12/08/1998; chỉ biết tháng hoặc năm thì ghi 08/1998, 1998.',
            'As the book has it. A day is 12/08/1998, or 08/1998 or 1998 where no more is known.',
          )}
        </p>
        <TextLine
          id="nam"
          label={t('Năm của sổ', 'Year of the book')}
          value={typed.year}
          isNumeric
        />
        <TextLine id="quyen" label={t('Quyển số', 'Book no.')} value={typed.paperBook} />
        <TextLine id="trang" label={t('Trang', 'Page')} value={typed.paperPage} isNumeric />
        <TextLine id="so-dang-ky" label={t('Số đăng ký', 'Entry no.')} value={typed.no} />
        {paperColumns(typed.book).map((column) => (
          <TextLine
            id={column.key}
            label={say(columnLabel(column), lang)}
            value={typed.content[column.key] ?? ''}
            {...(Array.isArray(wrong) && wrong.includes(column.key)
              ? { hint: t('Xem lại mục này.', 'See this one again.') }
              : {})}
          />
        ))}
        <button class="btn" data-key="F8">
          {t('Lưu', 'Save')} <kbd>F8</kbd>
        </button>
      </form>
    </>
  )
}

function columnLabel({ key, isNeeded }: PaperColumn): { vi: string; en: string } {
  const { vi, en = vi } = columnName(key)
  return isNeeded ? { vi, en } : { vi: `${vi} (nếu có)`, en: `${en} (if any)` }
}

type EntryShown = {
  entry: PaperEntry
  versions: readonly PaperEntry[]
  extracts: readonly Extract[]
  roles: readonly string[]
  flash: string | undefined
}

async function showEntry(req: DeskRequest): Promise<WebReply> {
  const { ctx, lang } = req
  const { entry, versions } = await paperEntryIn(req)
  const shown: EntryShown = {
    entry,
    versions,
    extracts: await listPaperExtracts(ctx, entry),
    roles: ctx.actor.kind === 'staff' ? ctx.actor.roles : [],
    flash: flashText(queryText(req, 'vua'), lang),
  }
  return page(<EntryPage {...shown} />, {
    title: `${say(bookTitle(entry), lang)}: ${entry.no}`,
    layout: 'desk',
    nav: BOOKS,
    scripts: ['desk.js'],
  })
}

function EntryPage({ entry, versions, extracts, roles, flash }: EntryShown) {
  const t = useSay()
  const lang = useLang()
  const isKeeper = roles.includes('civilStatusOfficer')
  const isCopying = isKeeper || roles.includes('counterOfficer')
  const inVietnamese = lang === 'en' ? 'vi' : undefined
  return (
    <div class="page pad">
      {flash ? <Flash>{flash}</Flash> : null}
      <Back href={PAPER_BOOKS}>{t('Sổ giấy các năm trước', 'Paper books')}</Back>
      <h1>
        {t('Số', 'No.')} {entry.no}/{entry.year}
      </h1>
      <p class="mb4">
        {say(bookTitle(entry), lang)}, {t('quyển', 'book')} {entry.paperBook}, {t('trang', 'page')}{' '}
        {entry.paperPage}. <span lang={inVietnamese}>Nguồn: {entry.source}</span>,{' '}
        {longDay(legalDay(entry.enteredAt))}
        {versions.length > 1
          ? t(`; lần nhập thứ ${entry.version}`, `; version ${entry.version}`)
          : ''}
        .
      </p>
      <p class="acts mb4 no-print">
        {isCopying ? (
          <a class="btn btn--2" href={paperUrl(entry, 'ban-sao')}>
            {t('Cấp bản sao trích lục', 'Give copies')}
          </a>
        ) : null}
        {isKeeper ? (
          <a class="btn btn--2" href={`${ENTER}?tu=${entry.id}&cq=${entry.agencyId}`}>
            {t('Nhập lại cho đúng', 'Enter it again, corrected')}
          </a>
        ) : null}
      </p>
      <Columns entry={entry} />
      <Others versions={versions.filter(({ id }) => id !== entry.id)} extracts={extracts} />
    </div>
  )
}

function Columns({ entry }: { entry: PaperEntry }) {
  const lang = useLang()
  return (
    <section class="bk" aria-label={say(bookTitle(entry), lang)}>
      <dl class="bk__l">
        {paperColumns(entry.book).map(({ key }) => (
          <div>
            <dt>{say(columnName(key), lang)}</dt>
            <dd lang={lang === 'en' ? 'vi' : undefined}>{entry.content[key] ?? '–'}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

type OthersProps = { versions: readonly PaperEntry[]; extracts: readonly Extract[] }

/** Other versions of the same number, and what was given out of it. */
function Others({ versions, extracts }: OthersProps) {
  const t = useSay()
  return (
    <>
      {versions.length > 0 ? (
        <p class="mt5">
          {t('Lần nhập khác', 'Other versions')}:{' '}
          {versions.map((version) => (
            <>
              <a href={paperUrl(version)}>{version.version}</a>{' '}
            </>
          ))}
        </p>
      ) : null}
      {extracts.length > 0 ? (
        <p class="mt5">
          {t('Trích lục đã cấp', 'Extracts given')}:{' '}
          {extracts.map((extract) => (
            <>
              <a href={extractUrl(extract)}>{extractNumber(extract)}</a>{' '}
            </>
          ))}
        </p>
      ) : null}
    </>
  )
}
