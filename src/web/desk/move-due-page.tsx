import type { FieldDefinition, Problem, RawInputs } from '../../modules/forms/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { page, type WebReply } from '../http/route.ts'
import { errorResponse } from '../to-response.ts'
import { ErrorSummary, summaryOf } from '../ui/error-summary.tsx'
import type { FieldContext } from '../ui/field-shell.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Icon } from '../ui/icons.tsx'
import { Back, Callout, Csrf } from '../ui/parts.tsx'
import { dossierUrl } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { fullMoment } from './moments.ts'

export const MOVE_FIELDS = {
  day: { key: 'ngay', type: 'date', label: { vi: 'Ngày trả mới' } },
  time: { key: 'gio', type: 'time', label: { vi: 'Giờ trả mới' } },
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
  const { dossier } = facts.view
  const problems = [...shown.problems, ...refusedOf(shown)]
  const content = (
    <div class="wrap page">
      <Back href={dossierUrl(dossier.code, { queue: facts.queue })}>Về hồ sơ</Back>
      <ErrorSummary items={summaryOf(problems, [...fields, REASON], 'vi')} lang="vi" />
      <h1>Hẹn lại ngày trả</h1>
      <p class="mb5">
        {dossier.code} · {dossier.subjectName} · hạn trả hiện nay{' '}
        <strong>{dossier.dueAt ? fullMoment(dossier.dueAt) : ''}</strong>
      </p>
      {facts.dueMovedFrom ? (
        <Callout kind="soon" icon="info" title="Hồ sơ này đã được hẹn lại một lần">
          <p>Hạn trả trước đó là {fullMoment(facts.dueMovedFrom)}. Không hẹn lại được nữa.</p>
        </Callout>
      ) : (
        <MoveForm facts={facts} shown={shown} problems={problems} />
      )}
    </div>
  )
  const status = shown.refusal ? errorResponse(shown.refusal.error, 'vi').status : 422
  return page(content, {
    title: 'Hẹn lại ngày trả',
    layout: 'desk',
    nav: '/can-bo/ho-so',
    scripts: ['desk.js'],
    ...(problems.length > 0 ? { hasProblems: true, status } : {}),
  })
}

const REASON: FieldDefinition = {
  ...{ key: 'reason', type: 'text', lengthMax: 4000, multiline: true },
  label: { vi: 'Lý do hẹn lại' },
}

function refusedOf({ refusal }: MoveShown): Problem[] {
  if (refusal === undefined) return []
  const { code } = refusal.error
  return [{ field: refusal.at, code, message: { vi: errorResponse(refusal.error, 'vi').detail } }]
}

type FormShown = { facts: DossierFacts; shown: MoveShown; problems: readonly Problem[] }

function MoveForm({ facts, shown, problems }: FormShown) {
  const { dossier } = facts.view
  const context: FieldContext = { lang: 'vi', raw: shown.raw, problems, lists: NO_LISTS }
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
      <p>Chỉ hẹn lại được một lần, muộn hơn hạn trả, vào giờ Bộ phận Một cửa mở cửa.</p>
      {fields.map((field) => (
        <FormField field={field} context={context} />
      ))}
      <div class={wrong ? 'field field--err' : 'field'}>
        <label for="reason">{REASON.label.vi}</label>
        <p class="hint" id="reason-hint">
          Người nộp đọc được lý do này trong Phiếu xin lỗi và hẹn lại ngày trả.
        </p>
        {wrong ? (
          <p class="err" id="reason-error">
            <Icon name="stop" />
            <span>{wrong.message.vi}</span>
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
        Hẹn lại <kbd>F8</kbd>
      </button>
    </form>
  )
}

const NO_LISTS = { ethnicities: [], nationalities: [] }
