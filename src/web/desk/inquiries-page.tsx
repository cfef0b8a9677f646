import type { Inquiry } from '../../modules/dossiers/index.ts'
import type { FieldDefinition, Problem, RawInputs } from '../../modules/forms/index.ts'
import { ErrorSummary, summaryOf } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { useSay } from '../ui/lang.tsx'
import { Back, Csrf } from '../ui/parts.tsx'
import { dossierUrl } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { fullMoment, moment } from './moments.ts'

export const PLACE: Extract<FieldDefinition, { type: 'address' }> = {
  key: 'noi',
  type: 'address',
  scopes: ['city', 'elsewhere'],
  lineOptional: true,
  label: { vi: 'Hỏi phường, xã nào', en: 'Which commune to ask' },
  missing: { vi: 'Nhập phường, xã được hỏi', en: 'Enter the commune to ask' },
}

export type InquiryShown = {
  raw: RawInputs
  problems: readonly Problem[]
  /** What the verb refused, at the input it is about. */
  refused: { at: string; detail: string } | null
}

type Props = { facts: DossierFacts; shown: InquiryShown }

/** What was asked and answered; the form to ask, where the step verifies. */
export function InquiriesPage({ facts, shown }: Props) {
  const { view, queue, lang } = facts
  const { dossier, inquiries } = view
  const t = useSay()
  const refused = shown.refused
    ? [{ href: `#${shown.refused.at}`, text: shown.refused.detail }]
    : []
  return (
    <div class="wrap page">
      <Back href={dossierUrl(dossier.code, { queue })}>{t('Về hồ sơ', 'Back to the dossier')}</Back>
      <ErrorSummary lang={lang} items={[...refused, ...summaryOf(shown.problems, [PLACE], lang)]} />
      <h1>{t('Xác minh nơi khác', 'Inquiries elsewhere')}</h1>
      <p class="mb5">
        {dossier.code} · {dossier.subjectName}
      </p>
      <div class="measure stack-l">
        {inquiries.length === 0 ? (
          <p class="muted">{t('Chưa hỏi nơi nào.', 'Nobody was asked yet.')}</p>
        ) : (
          inquiries.map((inquiry) => <OneInquiry inquiry={inquiry} facts={facts} shown={shown} />)
        )}
        {facts.acts.includes('askVerification') ? <Ask facts={facts} shown={shown} /> : null}
      </div>
    </div>
  )
}

function OneInquiry({ inquiry, facts, shown }: Props & { inquiry: Inquiry }) {
  const { view, now, lang, names } = facts
  const t = useSay()
  const words = (no: number | null) => view.notes.find((note) => note.no === no)?.body ?? ''
  const officer = names.get(inquiry.askedBy) ?? t('Cán bộ', 'An officer')
  const isOpen = inquiry.answeredAt === null
  return (
    <section aria-labelledby={`hoi-${inquiry.no}`}>
      <h2 id={`hoi-${inquiry.no}`}>{inquiry.place}</h2>
      <p class="sm muted">
        {officer} {t('hỏi', 'asked')} {moment(inquiry.askedAt, now)}.{' '}
        {isOpen
          ? `${t('Trả lời trước', 'To answer before')} ${fullMoment(inquiry.answerBy, lang)}.`
          : `${t('Trả lời', 'Answered')} ${moment(inquiry.answeredAt!, now)}.`}
      </p>
      <p class="mt2">{words(inquiry.questionNoteNo)}</p>
      {isOpen ? null : (
        <p class="mt2">
          <strong>{t('Trả lời:', 'Answer:')}</strong> {words(inquiry.answerNoteNo)}
        </p>
      )}
      {isOpen && facts.acts.includes('answerVerification') ? (
        <AnswerForm inquiry={inquiry} facts={facts} shown={shown} />
      ) : null}
    </section>
  )
}

function AnswerForm({ inquiry, facts, shown }: Props & { inquiry: Inquiry }) {
  const t = useSay()
  const id = `tra-loi-${inquiry.no}`
  const typed = shown.refused?.at === id ? String(shown.raw['tra-loi'] ?? '') : ''
  return (
    <form class="stack mt4" method="post" action={actionOf(facts, 'tra-loi-xac-minh')}>
      <Given facts={facts} />
      <input type="hidden" name="so" value={inquiry.no} />
      <div class="field">
        <label for={id}>{t('Trả lời đã nhận', 'The answer received')}</label>
        <p class="hint" id={`${id}-hint`}>
          {t('Ghi số, ngày công văn và nội dung.', 'Number, day and content, in Vietnamese.')}
        </p>
        <textarea
          class="in in--area in--full"
          id={id}
          name="tra-loi"
          rows={3}
          aria-describedby={`${id}-hint`}
        >
          {typed}
        </textarea>
      </div>
      <p>
        <button class="btn btn--2">{t('Ghi trả lời', 'Record the answer')}</button>
      </p>
    </form>
  )
}

function Ask({ facts, shown }: Props) {
  const t = useSay()
  const isOwn = shown.refused?.at === 'cau-hoi' || shown.problems.length > 0
  const raw = isOwn ? shown.raw : {}
  const lists = { ethnicities: [], nationalities: [] }
  return (
    <section aria-labelledby="hoi-h">
      <h2 id="hoi-h">{t('Hỏi xác minh', 'Ask another commune')}</h2>
      <p class="sm muted mb4">
        {t(
          'Nơi được hỏi có thời hạn trả lời theo quy định; hạn trả của hồ sơ lùi theo, người nộp được báo.',
          'The law gives them time to answer; the due date moves with it and the submitter is told.',
        )}
      </p>
      <form class="stack" method="post" action={actionOf(facts, 'hoi-xac-minh')}>
        <Given facts={facts} />
        <FormField
          field={PLACE}
          context={{ lang: facts.lang, raw, problems: shown.problems, lists }}
        />
        <div class="field">
          <label for="cau-hoi">{t('Nội dung hỏi', 'The question')}</label>
          <textarea class="in in--area in--full" id="cau-hoi" name="cau-hoi" rows={4}>
            {String(raw['cau-hoi'] ?? '')}
          </textarea>
        </div>
        <p>
          <button class="btn" data-key="F8">
            {t('Gửi câu hỏi', 'Send the question')} <kbd>F8</kbd>
          </button>
        </p>
      </form>
    </section>
  )
}

function actionOf({ view, queue }: DossierFacts, tail: string): string {
  return dossierUrl(view.dossier.code, { tail, queue })
}

function Given({ facts }: { facts: DossierFacts }) {
  return (
    <>
      <Csrf token={facts.csrf} />
      <input type="hidden" name="version" value={facts.view.dossier.version} />
      <input type="hidden" name="key" value={facts.key} />
    </>
  )
}
