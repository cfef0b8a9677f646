import { findDossierAt, findLocation } from '../../modules/dossiers/index.ts'
import { checkBook, explainPage, isInOrder, type BookCheck } from '../../modules/registry/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, redirect, route, type Route, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { Back, Csrf, Flash } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { bookIn, BOOKS, bookTitle, bookUrl, entryUrl } from './book-place.ts'
import { dossierUrl, queryText, textIn, withQuery, type DeskRequest } from './desk-request.ts'
import { longDay } from './moments.ts'
import { flashText } from './words.ts'

const URL = `${BOOKS}/:year/doi-chieu`

/** The daily comparison of a paper book with its entries. */
export const bookCheckRoutes: readonly Route[] = [
  route({ method: 'GET', url: URL, action: 'register.read', handle: (req) => show(req, {}) }),
  route({ method: 'POST', url: URL, action: 'register.keep', handle: explain }),
]

type Typed = { paperBook: string; paperPage: string; reason: string }

async function explain(req: DeskRequest): Promise<WebReply> {
  const book = bookIn(req)
  const typed: Typed = {
    paperBook: textIn(req.body, 'quyen'),
    paperPage: textIn(req.body, 'trang'),
    reason: textIn(req.body, 'ly-do'),
  }
  try {
    await explainPage(req.ctx, { ...book, ...typed, paperPage: Number(typed.paperPage) })
    return redirect(withQuery(bookUrl(book, 'doi-chieu'), 'vua', 'trang-so'))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found') throw error
    return show(req, { typed, refusal: error })
  }
}

type Shown = {
  check: BookCheck
  /** Codes of the dossiers whose entries have no page. */
  codes: ReadonlyMap<string, string>
  isKeeper: boolean
  csrf: string
  typed: Typed
  flash: string | undefined
  problem: string | undefined
}

async function show(
  req: DeskRequest,
  given: { typed?: Typed; refusal?: Refusal },
): Promise<WebReply> {
  const { ctx, lang } = req
  const check = await checkBook(ctx, bookIn(req))
  const problem = given.refusal ? errorResponse(given.refusal, lang) : undefined
  const first = check.gaps[0]
  const shown: Shown = {
    check,
    codes: await codesOf(req, check),
    isKeeper: ctx.actor.kind === 'staff' && ctx.actor.roles.includes('civilStatusOfficer'),
    csrf: req.csrf,
    typed: given.typed ?? {
      paperBook: first?.paperBook ?? '',
      paperPage: first ? String(first.first) : '',
      reason: '',
    },
    flash: flashText(queryText(req, 'vua'), lang),
    problem: problem?.detail,
  }
  return page(<BookCheckPage {...shown} />, {
    title: lang === 'en' ? 'Compare the paper book' : 'Đối chiếu sổ giấy',
    layout: 'desk',
    nav: BOOKS,
    scripts: ['desk.js'],
    ...(problem ? { hasProblems: true, status: problem.status } : {}),
  })
}

async function codesOf({ ctx }: DeskRequest, { withoutPage }: BookCheck) {
  const codes = new Map<string, string>()
  for (const { dossierId } of withoutPage) {
    const at = await findLocation(ctx.db, 'id', dossierId)
    const dossier = at && (await findDossierAt(ctx.db, at))
    if (dossier) codes.set(dossierId, dossier.code)
  }
  return codes
}

function BookCheckPage(shown: Shown) {
  const { check, flash, problem } = shown
  const t = useSay()
  const lang = useLang()
  return (
    <div class="page pad">
      {flash ? <Flash>{flash}</Flash> : null}
      {problem ? <ErrorSummary lang={lang} items={[{ href: '#quyen', text: problem }]} /> : null}
      <Back href={bookUrl(check)}>{say(bookTitle(check), lang)}</Back>
      <h1>{t('Đối chiếu sổ giấy', 'Compare the paper book')}</h1>
      <p class="mb4">
        {isInOrder(check)
          ? t(
              'Sổ giấy và dữ liệu khớp nhau: mỗi số có một trang, mỗi trang có một số.',
              'Paper book and entries agree: a page for each number, a number on each page.',
            )
          : t(
              'Mở sổ giấy, xem từng dòng dưới đây và ghi lại cho khớp.',
              'Open the paper book and put right each line below.',
            )}
      </p>
      {check.isToClose ? (
        <p class="mb4">
          <a href={bookUrl(check, 'khoa-so')}>
            {t(`Sổ năm ${check.year} chưa khóa.`, `The book of ${check.year} is not closed.`)}
          </a>
        </p>
      ) : null}
      <WithoutPage {...shown} />
      <Pages check={check} />
      {shown.isKeeper ? <ExplainForm {...shown} /> : null}
    </div>
  )
}

function WithoutPage({ check, codes }: Shown) {
  const t = useSay()
  return (
    <section class="mb4" aria-labelledby="chua-trang">
      <h2 id="chua-trang">
        {t('Số chưa có trang', 'Numbers without a page')}: {check.withoutPage.length}
      </h2>
      <ul class="bul">
        {check.withoutPage.map(({ no, signedOn, dossierId }) => {
          const code = codes.get(dossierId)
          return (
            <li>
              <a href={entryUrl({ ...check, no })}>
                {no}/{check.year}
              </a>
              , {t('ký ngày', 'signed on')} {longDay(signedOn)}
              {code ? (
                <>
                  {' · '}
                  <a href={dossierUrl(code, { tail: 'tra-ket-qua' })}>
                    {t('ký sổ', 'sign the book')} {code}
                  </a>
                </>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Pages({ check }: { check: BookCheck }) {
  const t = useSay()
  const inVietnamese = useLang() === 'en' ? 'vi' : undefined
  const { gaps, twice, explained } = check
  return (
    <>
      <section class="mb4" aria-labelledby="bo-trong">
        <h2 id="bo-trong">
          {t('Trang không có số', 'Pages without a number')}: {gaps.length}
        </h2>
        <ul class="bul">
          {gaps.map(({ paperBook, first, last }) => (
            <li>
              {t('Quyển', 'Book')} {paperBook}, {t('trang', 'page')} {first}
              {last > first ? `–${last}` : ''}
            </li>
          ))}
        </ul>
      </section>
      <section class="mb4" aria-labelledby="hai-lan">
        <h2 id="hai-lan">
          {t('Trang có hơn một số', 'Pages with more than one number')}: {twice.length}
        </h2>
        <ul class="bul">
          {twice.map(({ paperBook, page: of, nos }) => (
            <li>
              {t('Quyển', 'Book')} {paperBook}, {t('trang', 'page')} {of}:{' '}
              {nos.map((no, index) => (
                <>
                  {index > 0 ? ', ' : ''}
                  <a href={entryUrl({ ...check, no })}>
                    {no}/{check.year}
                  </a>
                </>
              ))}
            </li>
          ))}
        </ul>
      </section>
      {explained.length > 0 ? (
        <section class="mb4" aria-labelledby="da-ro">
          <h2 id="da-ro">{t('Trang đã ghi lý do', 'Pages explained')}</h2>
          <ul class="bul">
            {explained.map(({ paperBook, paperPage, reason }) => (
              <li>
                {t('Quyển', 'Book')} {paperBook}, {t('trang', 'page')} {paperPage}:{' '}
                <span lang={inVietnamese}>{reason}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function ExplainForm({ check, csrf, typed }: Shown) {
  const t = useSay()
  return (
    <form class="card stack measure" method="post" action={bookUrl(check, 'doi-chieu')}>
      <h2>{t('Trang hỏng hoặc bỏ trống', 'A spoiled or empty page')}</h2>
      <Csrf token={csrf} />
      <div class="row">
        <div>
          <label for="quyen">{t('Quyển', 'Book')}</label>
          <input class="in" id="quyen" name="quyen" value={typed.paperBook} autocomplete="off" />
        </div>
        <div>
          <label for="trang">{t('Trang', 'Page')}</label>
          <input
            class="in"
            id="trang"
            name="trang"
            inputMode="numeric"
            value={typed.paperPage}
            autocomplete="off"
          />
        </div>
      </div>
      <div>
        <label for="ly-do">{t('Vì sao trang không có số', 'Why it holds no number')}</label>
        <input class="in in--full" id="ly-do" name="ly-do" value={typed.reason} />
      </div>
      <button class="btn" data-key="F8">
        {t('Ghi lý do', 'Note the reason')} <kbd>F8</kbd>
      </button>
    </form>
  )
}
