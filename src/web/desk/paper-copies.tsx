import type { ComponentChildren } from 'preact'
import { issuePaperCopies, listSigners } from '../../modules/registry/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, redirect, route, type Route, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { Back } from '../ui/parts.tsx'
import { formKey } from './book-act.tsx'
import { CopiesForm, typedCopies } from './book-copies.tsx'
import { BOOKS } from './book-place.ts'
import { withQuery, type DeskRequest } from './desk-request.ts'
import { PAPER_BOOKS, paperEntryIn, paperUrl } from './paper-books.tsx'

const URL = `${PAPER_BOOKS}/:id/ban-sao`

/** Copies of an entry of a paper book. */
export const paperCopyRoutes: readonly Route[] = [
  route({ method: 'GET', url: URL, action: 'register.copy', handle: (req) => show(req, {}) }),
  route({ method: 'POST', url: URL, action: 'register.copy', handle: send }),
]

async function send(req: DeskRequest): Promise<WebReply> {
  const { entry } = await paperEntryIn(req)
  const typed = typedCopies(req)
  const given = { ...typed, count: Number(typed.count), requestKey: formKey(req) }
  try {
    await issuePaperCopies(req.ctx, { entry, ...given })
    return redirect(withQuery(paperUrl(entry), 'vua', 'ban-sao'))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found') throw error
    return show(req, { refusal: error })
  }
}

async function show(req: DeskRequest, given: { refusal?: Refusal }): Promise<WebReply> {
  const { lang } = req
  const { entry } = await paperEntryIn(req)
  const problem = given.refusal ? errorResponse(given.refusal, lang) : undefined
  const content = (
    <CopiesPage back={paperUrl(entry)} problem={problem?.detail}>
      <CopiesForm
        action={paperUrl(entry, 'ban-sao')}
        signers={await listSigners(req.ctx)}
        typed={typedCopies(req)}
        csrf={req.csrf}
        formKey={formKey(req)}
      />
    </CopiesPage>
  )
  return page(content, {
    title: lang === 'en' ? 'Give copies' : 'Cấp bản sao trích lục',
    layout: 'desk',
    nav: BOOKS,
    scripts: ['desk.js'],
    ...(problem ? { hasProblems: true, status: problem.status } : {}),
  })
}

function CopiesPage(props: {
  back: string
  problem: string | undefined
  children?: ComponentChildren
}) {
  const { back, problem, children } = props
  const t = useSay()
  const lang = useLang()
  return (
    <div class="wrap page">
      <Back href={back}>{t('Về trang sổ', 'Back to the entry')}</Back>
      {problem ? <ErrorSummary lang={lang} items={[{ href: '#viec', text: problem }]} /> : null}
      <h1>{t('Cấp bản sao trích lục', 'Give copies')}</h1>
      {children}
    </div>
  )
}
