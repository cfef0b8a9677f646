import { file } from '../../modules/dossiers/index.ts'
import { discard } from '../../modules/intake/index.ts'
import { receiveBy } from '../../modules/calendar/index.ts'
import { maskPhone } from '../../modules/people/index.ts'
import { printAnswer, findField } from '../../modules/forms/index.ts'
import { page, redirect, type WebReply } from '../http/route.ts'
import { Back, Csrf, Pairs } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { checkDraft } from './check.ts'
import {
  CHECK_PAGE,
  draftPath,
  isOutdated,
  needsPhone,
  openDraft,
  type OpenDraft,
} from './draft-page.ts'
import { filingWords } from './filing-words.ts'
import { formOptions } from './form-page.tsx'
import { formWords } from './form-words.ts'
import { moment } from './moments.ts'
import { officeName } from './office.ts'
import { ProcedureHeading } from './procedure-heading.tsx'
import { paramOf, refusalOf, type Req } from './request.ts'

export function dossierPath(dossierId: string, page = ''): string {
  return `/ho-so/${dossierId}${page === '' ? '' : `/${page}`}`
}

/** Where a draft that cannot be filed as it is has to go first; undefined when it can. */
function detour(open: OpenDraft): string | undefined {
  const { draft } = open
  if (isOutdated(open)) return draftPath(draft.id, 'luat-moi')
  if (!checkDraft(open).isReady) return draftPath(draft.id, CHECK_PAGE)
  return needsPhone(open) ? draftPath(draft.id, 'so-dien-thoai') : undefined
}

/** The last page before the filing: what goes where, and one button. */
export async function showFile(req: Req): Promise<WebReply> {
  const open = await openDraft(req)
  const other = detour(open)
  if (other !== undefined) return redirect(req.href(other))
  const { lang } = req
  const { draft, definition, answers } = open
  const t = filingWords(lang).file
  const { chosen } = checkDraft(open).receivers
  const { subjectName } = definition.roles
  const subject = findField(definition.form, subjectName)
  const due = receiveBy(open.calendar, req.ctx.clock.now(), definition.receiveWithinWorkingDays)
  const pairs = [
    { term: t.to, value: <span lang="vi">{chosen?.name}</span> },
    {
      term: t.subject,
      value: subject ? printAnswer(subject, answers[subjectName], open.world, lang) : '',
    },
    { term: t.papers, value: t.fileCount(open.files.length) },
    ...(draft.phone ? [{ term: t.phone, value: maskPhone(draft.phone) }] : []),
  ]
  const content = (
    <div class="wrap page">
      <Back href={req.href(draftPath(draft.id, CHECK_PAGE))}>{t.back}</Back>
      <div class="measure stack-l">
        <ProcedureHeading procedure={say(definition.name, lang)} title={t.title} lead={t.lead} />
        <Pairs pairs={pairs} />
        <p>{t.answer(officeName(chosen ?? undefined, lang), moment(due.dueAt, lang))}</p>
        <form action={req.href(draftPath(draft.id, 'nop'))} method="post">
          <Csrf token={req.csrf} />
          <button class="btn btn--big">{t.button}</button>
        </form>
      </div>
    </div>
  )
  return page(content, formOptions({ title: t.title, definition, lang }))
}

/** What a refused filing has to do first. */
const detours: Readonly<Record<string, string>> = {
  'phone-not-confirmed': 'so-dien-thoai',
  'law-changed': 'luat-moi',
  'declaration-incomplete': CHECK_PAGE,
  'law-refuses': CHECK_PAGE,
  'agency-not-chosen': CHECK_PAGE,
  'wrong-agency': CHECK_PAGE,
  'agency-not-online': CHECK_PAGE,
}

/** Files the draft under its own id as the key: sent twice, it is the same dossier. */
export async function postFile(req: Req): Promise<WebReply> {
  const draftId = paramOf(req, 'draftId')
  const refusal = await refusalOf(() =>
    file(req.ctx, req.deps.files, { draftId, requestKey: draftId, channel: 'online' }),
  )
  if (refusal === undefined || refusal.code === 'already-filed')
    return redirect(req.href(dossierPath(draftId, 'da-nop')))
  const first = detours[refusal.code]
  if (first === undefined) throw refusal
  return redirect(req.href(draftPath(draftId, first)))
}

export async function showDiscard(req: Req): Promise<WebReply> {
  const { draft, definition } = await openDraft(req)
  const { lang } = req
  const t = formWords(lang).discard
  const content = (
    <div class="wrap page">
      <div class="measure stack-l">
        <ProcedureHeading procedure={say(definition.name, lang)} title={t.title} lead={t.lead} />
        <form class="acts" action={req.href(draftPath(draft.id, 'bo'))} method="post">
          <Csrf token={req.csrf} />
          <a class="btn" href={req.href(draftPath(draft.id))}>
            {t.no}
          </a>
          <button class="btn btn--2">{t.yes}</button>
        </form>
      </div>
    </div>
  )
  return page(content, formOptions({ title: t.title, definition, lang }))
}

export async function postDiscard(req: Req): Promise<WebReply> {
  const { draft, definition } = await openDraft(req)
  await discard(req.ctx, { draftId: draft.id })
  await req.session.removeDraft(draft.id)
  return redirect(req.href(`/thu-tuc/${definition.slug}`))
}
