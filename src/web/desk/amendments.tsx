import { staffNames } from '../../modules/accounts/index.ts'
import {
  listWaitingAmendments,
  returnAmendment,
  signAmendment,
  type Amendment,
} from '../../modules/registry/index.ts'
import type { Text } from '../../modules/forms/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, redirect, route, type Route, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Icon } from '../ui/icons.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { Back, Csrf, Flash } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { BOOKS, bookTitle, entryUrl } from './book-place.ts'
import { queryText, textIn, withQuery, type DeskRequest } from './desk-request.ts'
import { longDay, moment } from './moments.ts'
import { flashText } from './words.ts'

const URL = `${BOOKS}/cho-ky`

/** What officers prepared about entries and the head has yet to sign. */
export const amendmentRoutes: readonly Route[] = [
  route({ method: 'GET', url: URL, action: 'register.read', handle: (req) => show(req, {}) }),
  route({
    method: 'POST',
    url: `${URL}/:id/ky`,
    action: 'register.sign',
    handle: (req) => act(req, 'ky-so-ho-tich', (ref) => signAmendment(req.ctx, ref)),
  }),
  route({
    method: 'POST',
    url: `${URL}/:id/tra-lai`,
    action: 'register.sign',
    handle: (req) =>
      act(req, 'tra-de-nghi', (ref) =>
        returnAmendment(req.ctx, { ...ref, reason: textIn(req.body, 'ly-do') }),
      ),
  }),
]

type Ref = { agencyId: string; id: string }

async function act(
  req: DeskRequest,
  told: string,
  work: (ref: Ref) => Promise<unknown>,
): Promise<WebReply> {
  const { actor } = req.ctx
  const id = req.params['id'] ?? ''
  if (actor.kind !== 'staff' || !/^[0-9a-f-]{36}$/.test(id)) throw new Refusal('not-found')
  try {
    await work({ agencyId: queryText(req, 'cq') || actor.agencyId, id })
    return redirect(withQuery(URL, 'vua', told))
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'not-found') throw error
    return show(req, { refusal: error, id })
  }
}

type Shown = {
  amendments: readonly Amendment[]
  names: ReadonlyMap<string, string>
  now: Date
  csrf: string
  isSigner: boolean
  flash: string | undefined
  problem: string | undefined
  /** Where the problem is. */
  id: string
}

async function show(
  req: DeskRequest,
  given: { refusal?: Refusal; id?: string },
): Promise<WebReply> {
  const { ctx, lang } = req
  const amendments = await listWaitingAmendments(ctx)
  const problem = given.refusal ? errorResponse(given.refusal, lang) : undefined
  const shown: Shown = {
    amendments,
    names: await staffNames(
      ctx.db,
      amendments.map(({ preparedBy }) => preparedBy),
    ),
    now: ctx.clock.now(),
    csrf: req.csrf,
    isSigner: ctx.actor.kind === 'staff' && ctx.actor.roles.some((role) => SIGNING.includes(role)),
    flash: flashText(queryText(req, 'vua'), lang),
    problem: problem?.detail,
    id: given.id ?? '',
  }
  return page(<AmendmentsPage {...shown} />, {
    title: lang === 'en' ? 'Amendments to sign' : 'Cải chính chờ ký',
    layout: 'desk',
    nav: BOOKS,
    scripts: ['desk.js'],
    ...(problem ? { hasProblems: true, status: problem.status } : {}),
  })
}

const SIGNING: readonly string[] = ['chairman', 'viceChairman', 'director', 'deputyDirector']

const kinds: Readonly<Record<Amendment['kind'], Text>> = {
  mistake: { vi: 'Sửa sai sót trước khi trao', en: 'Mistake before collection' },
  correction: { vi: 'Cải chính', en: 'Correction' },
  annulment: { vi: 'Hủy việc khai tử', en: 'Annulment of a death' },
}

function AmendmentsPage(shown: Shown) {
  const { amendments, flash, problem } = shown
  const t = useSay()
  const lang = useLang()
  return (
    <div class="page pad">
      {flash ? <Flash>{flash}</Flash> : null}
      {problem ? (
        <ErrorSummary lang={lang} items={[{ href: `#ly-do-${shown.id}`, text: problem }]} />
      ) : null}
      <Back href={BOOKS}>{t('Sổ hộ tịch', 'Register books')}</Back>
      <h1>{t('Cải chính chờ ký', 'Amendments to sign')}</h1>
      {amendments.length === 0 ? (
        <p>{t('Không có đề nghị nào chờ ký.', 'Nothing waits for a signature.')}</p>
      ) : (
        amendments.map((amendment) => <AmendmentCard {...shown} amendment={amendment} />)
      )}
    </div>
  )
}

function AmendmentCard({
  amendment,
  names,
  now,
  csrf,
  isSigner,
}: Shown & { amendment: Amendment }) {
  const t = useSay()
  const lang = useLang()
  const { id, agencyId, kind, reason, preparedBy, preparedAt } = amendment
  const url = (tail: string) => `${URL}/${id}/${tail}?cq=${agencyId}`
  return (
    <section class="card mb4 stack" aria-labelledby={`a-${id}`}>
      <h2 id={`a-${id}`}>
        {say(kinds[kind], lang)}:{' '}
        <a href={entryUrl(amendment)}>{say(bookTitle(amendment), lang)}</a>, {t('số', 'no.')}{' '}
        {amendment.no}
      </h2>
      <AmendmentLines amendment={amendment} />
      <p>
        {t('Lý do', 'Reason')}: <span lang={lang === 'en' ? 'vi' : undefined}>{reason}</span>
      </p>
      <p class="sm muted">
        {names.get(preparedBy) ?? preparedBy}, {moment(preparedAt, now)}
      </p>
      {isSigner ? (
        <form class="stack" method="post" action={url('tra-lai')}>
          <Csrf token={csrf} />
          <div class="row">
            <button class="btn" formaction={url('ky')}>
              <Icon name="pencil" />
              {t('Ký', 'Sign')}
            </button>
            <div>
              <label for={`ly-do-${id}`}>{t('Lý do trả lại', 'Reason for returning it')}</label>
              <input class="in" id={`ly-do-${id}`} name="ly-do" autocomplete="off" />
            </div>
            <button class="btn btn--2">{t('Trả lại', 'Return')}</button>
          </div>
        </form>
      ) : null}
    </section>
  )
}

/** What changes, and on what it rests. */
export function AmendmentLines({ amendment }: { amendment: Amendment }) {
  const t = useSay()
  const inVietnamese = useLang() === 'en' ? 'vi' : undefined
  const { fields, decision } = amendment.facts
  return (
    <>
      <ul class="bul">
        {fields.map(({ label, before, after }) => (
          <li lang={inVietnamese}>
            {label}: <del>{before}</del> → <b>{after}</b>
          </li>
        ))}
      </ul>
      {decision ? (
        <p>
          {t('Quyết định số', 'Decision no.')} {decision.no}, {longDay(decision.day)},{' '}
          <span lang={inVietnamese}>{decision.by}</span>
        </p>
      ) : null}
    </>
  )
}

export function amendmentKind(amendment: Amendment): Text {
  return kinds[amendment.kind]
}
