import type { FieldDefinition, Problem, RawInputs, Text } from '../../modules/forms/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { page, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { ErrorSummary, summaryOf } from '../ui/error-summary.tsx'
import type { FieldContext } from '../ui/field-shell.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Icon } from '../ui/icons.tsx'
import { sayIn, useSay } from '../ui/lang.tsx'
import { Back, Callout, Csrf } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { dossierUrl } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { fullMoment } from './moments.ts'

export const MOVE_FIELDS = {
  day: { key: 'ngay', type: 'date', label: { vi: 'Ngày trả mới', en: 'New due day' } },
  time: { key: 'gio', type: 'time', label: { vi: 'Giờ trả mới', en: 'New due hour' } },
} as const satisfies Record<string, FieldDefinition>

const fields: readonly FieldDefinition[] = [MOVE_FIELDS.day, MOVE_FIELDS.time]

export type MoveShown = {
  raw: RawInputs
  reason: string
  problems: readonly Problem[]
  /** What the verb refused, at the input it is about. */
  refusal?: { error: Refusal; at: string }
}

/** The form, or that it was done already: the law allows it once. */
export function moveDuePage(facts: DossierFacts, shown: MoveShown): WebReply {
  const { lang } = facts
  const { dossier } = facts.view
  const t = sayIn(lang)
  const title = t('Hẹn lại ngày trả', 'Move the due date')
  const problems = [...shown.problems, ...refusedOf(shown)]
  const content = (
    <div class="wrap page">
      <Back href={dossierUrl(dossier.code, { queue: facts.queue })}>
        {t('Về hồ sơ', 'Back to the dossier')}
      </Back>
      <ErrorSummary items={summaryOf(problems, [...fields, REASON], lang)} lang={lang} />
      <h1>{title}</h1>
      <p class="mb5">
        {dossier.code} · {dossier.subjectName} · {t('hạn trả hiện nay', 'due now')}{' '}
        <strong>{dossier.dueAt ? fullMoment(dossier.dueAt, lang) : ''}</strong>
      </p>
      {facts.dueMovedFrom ? (
        <MovedOnce facts={facts} before={facts.dueMovedFrom} />
      ) : (
        <MoveForm facts={facts} shown={shown} problems={problems} />
      )}
    </div>
  )
  const status = shown.refusal ? errorResponse(shown.refusal.error, lang).status : 422
  return page(content, {
    title,
    layout: 'desk',
    nav: '/can-bo/ho-so',
    scripts: ['desk.js'],
    ...(problems.length > 0 ? { hasProblems: true, status } : {}),
  })
}

const REASON: FieldDefinition = {
  key: 'reason',
  type: 'text',
  lengthMax: 4000,
  multiline: true,
  label: { vi: 'Lý do hẹn lại', en: 'Reason for the new due date' },
}

function refusedOf({ refusal }: MoveShown): Problem[] {
  if (refusal === undefined) return []
  const { code } = refusal.error
  return [{ field: refusal.at, code, message: detailOf(refusal.error) }]
}

function detailOf(refusal: Refusal): Text {
  return { vi: errorResponse(refusal, 'vi').detail, en: errorResponse(refusal, 'en').detail }
}

function MovedOnce({ facts, before }: { facts: DossierFacts; before: Date }) {
  const t = useSay()
  const at = fullMoment(before, facts.lang)
  return (
    <Callout
      kind="soon"
      icon="info"
      title={t('Hồ sơ này đã được hẹn lại một lần', 'This due date was moved once already')}
    >
      <p>
        {t(
          `Hạn trả trước đó là ${at}. Không hẹn lại được nữa.`,
          `It was ${at} before. It cannot be moved again.`,
        )}
      </p>
    </Callout>
  )
}

type FormShown = { facts: DossierFacts; shown: MoveShown; problems: readonly Problem[] }

function MoveForm({ facts, shown, problems }: FormShown) {
  const { dossier } = facts.view
  const { lang } = facts
  const t = useSay()
  const context: FieldContext = { lang, raw: shown.raw, problems, lists: NO_LISTS }
  const wrong = problems.find(({ field }) => field === REASON.key)
  return (
    <form
      class="measure stack"
      method="post"
      action={dossierUrl(dossier.code, { tail: 'hen-lai', queue: facts.queue })}
    >
      <Csrf token={facts.csrf} />
      <input type="hidden" name="version" value={dossier.version} />
      <input type="hidden" name="key" value={facts.key} />
      <p>
        {t(
          'Chỉ hẹn lại được một lần, muộn hơn hạn trả, vào giờ Bộ phận Một cửa mở cửa.',
          'It can be moved once only, to a later time, while the one-stop desk is open.',
        )}
      </p>
      {fields.map((field) => (
        <FormField field={field} context={context} />
      ))}
      <div class={wrong ? 'field field--err' : 'field'}>
        <label for="reason">{say(REASON.label, lang)}</label>
        <p class="hint" id="reason-hint">
          {t(
            'Người nộp đọc được lý do này trong Phiếu xin lỗi và hẹn lại ngày trả.',
            'Write it in Vietnamese: the submitter reads it on the apology slip.',
          )}
        </p>
        {wrong ? (
          <p class="err" id="reason-error">
            <Icon name="stop" />
            <span>{say(wrong.message, lang)}</span>
          </p>
        ) : null}
        <textarea
          class={`in in--area in--full${wrong ? ' in--err' : ''}`}
          id="reason"
          name="reason"
          rows={4}
          aria-describedby={wrong ? 'reason-hint reason-error' : 'reason-hint'}
          aria-invalid={wrong ? 'true' : undefined}
        >
          {shown.reason}
        </textarea>
      </div>
      <button class="btn" data-key="F8">
        {t('Hẹn lại', 'Move')} <kbd>F8</kbd>
      </button>
    </form>
  )
}

const NO_LISTS = { ethnicities: [], nationalities: [] }
