import {
  checkBook,
  closeBook,
  closingMinutes,
  type BookCheck,
  type Closing,
} from '../../modules/registry/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { bytes, page, redirect, route, type Route, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Icon } from '../ui/icons.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { Back, Csrf, Flash } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { bookIn, BOOKS, bookTitle, bookUrl } from './book-place.ts'
import { queryText, withQuery, type DeskRequest } from './desk-request.ts'
import { longDay } from './moments.ts'
import { flashText } from './words.ts'

const URL = `${BOOKS}/:year/khoa-so`

/** The end of a book's year: totals, minutes to sign and seal. */
export const bookCloseRoutes: readonly Route[] = [
  route({ method: 'GET', url: URL, action: 'register.read', handle: (req) => show(req, {}) }),
  route({ method: 'POST', url: URL, action: 'register.keep', handle: close }),
  route({
    method: 'GET',
    url: `${BOOKS}/:year/bien-ban.pdf`,
    action: 'register.read',
    handle: async (req: DeskRequest) =>
      bytes(await closingMinutes(req.ctx, bookIn(req)), {
        type: 'application/pdf',
        filename: 'bien-ban-khoa-so.pdf',
        inline: true,
      }),
  }),
]

async function close(req: DeskRequest): Promise<WebReply> {
  const book = bookIn(req)
  try {
    await closeBook(req.ctx, book)
    return redirect(withQuery(bookUrl(book, 'khoa-so'), 'vua', 'khoa-so'))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found') throw error
    return show(req, { refusal: error })
  }
}

type Shown = {
  check: BookCheck
  csrf: string
  mayClose: boolean
  flash: string | undefined
  problem: string | undefined
}

async function show(req: DeskRequest, given: { refusal?: Refusal }): Promise<WebReply> {
  const { ctx, lang } = req
  const book = bookIn(req)
  const problem = given.refusal ? errorResponse(given.refusal, lang) : undefined
  const isKeeper = ctx.actor.kind === 'staff' && ctx.actor.roles.includes('civilStatusOfficer')
  const shown: Shown = {
    check: await checkBook(ctx, book),
    csrf: req.csrf,
    mayClose: isKeeper && legalDay(ctx.clock.now()) >= `${book.year}-12-31`,
    flash: flashText(queryText(req, 'vua'), lang),
    problem: problem?.detail,
  }
  return page(<ClosePage {...shown} />, {
    title: lang === 'en' ? 'Close the book' : 'Khóa sổ',
    layout: 'desk',
    nav: BOOKS,
    scripts: ['desk.js'],
    ...(problem ? { hasProblems: true, status: problem.status } : {}),
  })
}

function ClosePage(shown: Shown) {
  const { check, flash, problem } = shown
  const t = useSay()
  const lang = useLang()
  return (
    <div class="page pad">
      {flash ? <Flash>{flash}</Flash> : null}
      {problem ? <ErrorSummary lang={lang} items={[{ href: '#khoa-so', text: problem }]} /> : null}
      <Back href={bookUrl(check)}>{say(bookTitle(check), lang)}</Back>
      <h1>
        {t('Khóa sổ', 'Close the book')}: {say(bookTitle(check), lang)}
      </h1>
      {check.closing ? (
        <Closed closing={check.closing} />
      ) : (
        <div id="khoa-so">
          <CloseForm {...shown} />
        </div>
      )}
    </div>
  )
}

function Closed({ closing }: { closing: Closing }) {
  const t = useSay()
  const pages = closing.paperBooks.reduce((sum, { pages: used }) => sum + used, 0)
  const sums = [
    [t('Trang đã ghi', 'Pages used'), pages],
    [t('Đã vào sổ', 'Entries'), closing.entries],
    [t('Đã đăng ký', 'Registered'), closing.registered],
    [t('Gạch bỏ', 'Crossed out'), closing.crossedOut],
  ] as const
  return (
    <>
      <p class="mb4">
        {t('Sổ đã khóa ngày', 'The book was closed on')} {longDay(closing.closedOn)}.
      </p>
      <dl class="sums mb4">
        {sums.map(([term, value]) => (
          <div>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <a class="btn" href={bookUrl(closing, 'bien-ban.pdf')}>
        <Icon name="print" />
        {t('In Biên bản khóa sổ', 'Print the closing minutes')}
      </a>
    </>
  )
}

function CloseForm({ check, csrf, mayClose }: Shown) {
  const t = useSay()
  const { withoutPage, gaps, twice } = check
  return (
    <>
      <p class="mb4">
        {t(
          'Sổ khóa vào ngày 31/12. Số chưa có người đến ký sẽ gạch bỏ; sau đó sổ không ghi thêm.',
          'A book closes on 31/12. What nobody collected is crossed out; then it takes no entry.',
        )}
      </p>
      <p class="mb4">
        {t('Số sẽ gạch bỏ', 'Numbers to be crossed out')}: <b>{withoutPage.length}</b>.{' '}
        {gaps.length + twice.length > 0 ? (
          <a href={bookUrl(check, 'doi-chieu')}>
            {t(
              'Sổ giấy còn trang chưa khớp: đối chiếu trước khi khóa.',
              'Some pages do not agree yet: compare before closing.',
            )}
          </a>
        ) : null}
      </p>
      {mayClose ? (
        <form method="post" action={bookUrl(check, 'khoa-so')}>
          <Csrf token={csrf} />
          <button class="btn btn--danger" data-key="F8">
            {t('Khóa sổ', 'Close the book')} <kbd>F8</kbd>
          </button>
        </form>
      ) : null}
    </>
  )
}
