import {
  journey,
  summaryRows,
  type SummaryRow,
  type SummarySection,
} from '../../modules/forms/index.ts'
import { saveAnswers } from '../../modules/intake/index.ts'
import type { Finding } from '../../modules/procedures/index.ts'
import { page, redirect, type WebReply } from '../http/route.ts'
import { ErrorSummary, type SummaryItem } from '../ui/error-summary.tsx'
import { idOf } from '../ui/field-shell.tsx'
import { Back, Callout, Progress } from '../ui/parts.tsx'
import { langOf, say, words, type Lang } from '../words/index.ts'
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
import { FormAside, formOptions } from './form-page.tsx'
import { Receiver, type Shown } from './receiver.tsx'
import { fieldOf, type Req } from './request.ts'

/** Everything on one page before it is filed: answers, what the law says, who receives it. */
export async function showCheck(req: Req): Promise<WebReply> {
  const open = await openDraft(req)
  if (isOutdated(open)) return redirect(req.href(draftPath(open.draft.id, 'luat-moi')))
  return checkReply(req, open, [])
}

/** Keeps the choice of the agency and leads on: to the phone, then to the filing. */
export async function postCheck(req: Req): Promise<WebReply> {
  const open = await openDraft(req)
  if (isOutdated(open)) return redirect(req.href(draftPath(open.draft.id, 'luat-moi')))
  const wanted = fieldOf(req.body, 'agency')
  const { competent } = checkDraft(open).receivers
  const agency = competent.find(({ id }) => id === wanted)
  const draft = agency
    ? (await saveAnswers(req.ctx, { draftId: open.draft.id, set: {}, agencyId: agency.id })).draft
    : open.draft
  const now = { ...open, draft }
  const { receivers, isReady } = checkDraft(now)
  const here = req.href(draftPath(draft.id, CHECK_PAGE))
  if (receivers.chosen === null && competent.length > 1) {
    const text = filingWords(req.lang).chooseProblem
    return checkReply(req, now, [{ href: '#agency', text }])
  }
  if (fieldOf(req.body, '_move') !== '' || !isReady) return redirect(here)
  const next = needsPhone(now) ? 'so-dien-thoai' : 'nop'
  return redirect(req.href(draftPath(draft.id, next)))
}

function checkReply(req: Req, open: OpenDraft, problems: readonly SummaryItem[]): WebReply {
  const { lang } = req
  const { definition, draft } = open
  const t = filingWords(lang)
  const checked = checkDraft(open)
  const pages = journey(definition.form, open.answers)
  const content = (
    <div class="wrap page">
      <Back href={req.href(draftPath(draft.id, pages.at(-1)?.key))}>{words(lang).back}</Back>
      <div class="cols cols--side-l">
        <div class="measure">
          <Progress
            name={say(definition.name, lang)}
            step={pages.length + 1}
            steps={pages.length + 1}
            lang={lang}
          />
          <ErrorSummary items={problems} lang={lang} />
          <h1>{t.title}</h1>
          <p class="lead mt2 mb5">{t.lead}</p>
          <div class="stack-l">
            <Blocks req={req} open={open} checked={checked} />
            {summaryRows(definition.form, open.answers, open.world, lang).map((section) => (
              <Summary req={req} open={open} section={section} />
            ))}
            <Receiver req={req} open={open} checked={checked} isWrong={problems.length > 0} />
          </div>
        </div>
        <FormAside req={req} open={open} current={CHECK_PAGE} />
      </div>
    </div>
  )
  return page(content, formOptions({ title: t.title, definition, lang }, problems))
}

/** One red callout at most: what is not finished, else what the law refuses. */
function Blocks({ req, open, checked }: Shown) {
  const { lang } = req
  const t = filingWords(lang)
  const of = (severity: Finding['severity']) =>
    checked.findings.filter((finding) => finding.severity === severity)
  const refused = of('refuse')
  const pages = open.definition.form.pages.filter(({ key }) => checked.open.includes(key))
  return (
    <>
      {pages.length > 0 ? (
        <Callout kind={refused.length > 0 ? 'soon' : 'act'} title={t.openTitle(pages.length)}>
          <p>{t.openLead}</p>
          <ul class="bul mt2">
            {pages.map(({ key, title }) => (
              <li>
                <a href={`${req.href(draftPath(open.draft.id, key))}?loi=1`}>{say(title, lang)}</a>
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
      {refused.length > 0 ? (
        <Callout kind="act" title={t.refuseTitle} id="khong-nop-duoc">
          <Findings req={req} open={open} findings={refused} />
          <p>{t.refuseHelp}</p>
        </Callout>
      ) : null}
      {of('warn').length > 0 ? (
        <Callout kind="soon" icon="warn" title={t.warnTitle} id="nen-xem">
          <Findings req={req} open={open} findings={of('warn')} />
        </Callout>
      ) : null}
      {of('note').length > 0 ? (
        <Callout kind="info" title={t.noteTitle} id="can-biet">
          <Findings req={req} open={open} findings={of('note')} />
        </Callout>
      ) : null}
    </>
  )
}

function Findings(props: { req: Req; open: OpenDraft; findings: readonly Finding[] }) {
  const { req, open, findings } = props
  const { lang } = req
  return (
    <>
      {findings.map(({ message, basis, fields }) => {
        const at = fields.flatMap((field) => placeOf(open, field))[0]
        return (
          <p>
            <span lang={langOf(message, lang)}>{say(message, lang)}</span>{' '}
            {at ? (
              <a href={req.href(draftPath(open.draft.id, at))}>{filingWords(lang).edit}</a>
            ) : null}
            <small class="muted block" lang="vi">
              {filingWords('vi').basis}: {basis}
            </small>
          </p>
        )
      })}
    </>
  )
}

/** The page and field to change; a copied answer is changed at its source. */
function placeOf({ definition, answers }: OpenDraft, field: string): string[] {
  const owner = journey(definition.form, answers).find(({ fields }) =>
    fields.some(({ key }) => key === field),
  )
  return owner ? [`${owner.key}#${idOf(field)}`] : []
}

function Summary(props: { req: Req; open: OpenDraft; section: SummarySection }) {
  const { req, open, section } = props
  const id = `p-${section.page}`
  return (
    <section class="sec" aria-labelledby={id}>
      <h2 id={id}>{section.title}</h2>
      <dl class="dl">
        {section.rows.map((row) => (
          <div>
            <dt>{row.label}</dt>
            <dd>
              <Value row={row} open={open} lang={req.lang} />{' '}
              <a
                class="sm reg nw"
                href={`${req.href(draftPath(open.draft.id, section.page))}#${idOf(row.field)}`}
              >
                {filingWords(req.lang).edit}
                <span class="vh"> {row.label}</span>
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Value({ row, open, lang }: { row: SummaryRow; open: OpenDraft; lang: Lang }) {
  const files = open.files.filter(({ field }) => field === row.field)
  if (files.length > 0) return <>{files.map(({ name }) => name).join(', ')}</>
  if (row.answered) return <>{row.value}</>
  return <span class="muted reg">{filingWords(lang).none}</span>
}
