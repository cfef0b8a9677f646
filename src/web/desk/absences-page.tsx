import type { FieldDefinition, Problem, RawInputs } from '../../modules/forms/index.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { ErrorSummary, summaryOf } from '../ui/error-summary.tsx'
import type { FieldContext } from '../ui/field-shell.tsx'
import { FormField } from '../ui/form-field.tsx'
import { useSay } from '../ui/lang.tsx'
import { Csrf, Flash } from '../ui/parts.tsx'
import type { Lang } from '../words/index.ts'

export const ABSENCE_FIELDS = {
  from: { key: 'tu', type: 'date', label: { vi: 'Từ ngày', en: 'From' } },
  to: { key: 'den', type: 'date', label: { vi: 'Đến hết ngày', en: 'Last day' } },
} as const satisfies Record<string, FieldDefinition>

export type AbsenceForm = {
  raw: RawInputs
  problems: readonly Problem[]
  /** What the verb refused, in words. */
  refused: string | null
  colleagues: readonly { id: string; name: string }[]
  ownId: string
  mayForOthers: boolean
}

export type AbsenceRow = {
  id: string
  name: string
  fromDay: PlainDate
  toDay: PlainDate
  deputy: string | null
  mayCancel: boolean
}

type Props = {
  form: AbsenceForm
  rows: readonly AbsenceRow[]
  csrf: string
  lang: Lang
  said: string | undefined
}

const fields = [ABSENCE_FIELDS.from, ABSENCE_FIELDS.to]

/** Who is away now and later, and the form that records it. */
export function AbsencesPage({ form, rows, csrf, lang, said }: Props) {
  const t = useSay()
  return (
    <div class="wrap page">
      {said ? <Flash>{said}</Flash> : null}
      <ErrorSummary
        lang={lang}
        items={[
          ...(form.refused ? [{ href: '#tu.day', text: form.refused }] : []),
          ...summaryOf(form.problems, fields, lang),
        ]}
      />
      <h1>{t('Vắng mặt', 'Absences')}</h1>
      <p class="mb5">
        {t(
          'Việc của người vắng mặt hiện ở danh sách của người làm thay. Không có người làm thay thì hồ sơ về mục Chưa phân công.',
          'A deputy sees the work of who is away. Without a deputy it goes to the unassigned.',
        )}
      </p>
      <List rows={rows} csrf={csrf} />
      <h2 class="mt5">{t('Ghi vắng mặt', 'Record an absence')}</h2>
      <Form form={form} csrf={csrf} lang={lang} />
    </div>
  )
}

function List({ rows, csrf }: { rows: readonly AbsenceRow[]; csrf: string }) {
  const t = useSay()
  if (rows.length === 0) return <p class="muted">{t('Không có ai vắng mặt.', 'Nobody is away.')}</p>
  return (
    <div class="tw" role="region" aria-label={t('Danh sách vắng mặt', 'Absences')} tabIndex={0}>
      <table class="tb">
        <thead>
          <tr>
            <th scope="col">{t('Cán bộ', 'Officer')}</th>
            <th scope="col">{t('Từ', 'From')}</th>
            <th scope="col">{t('Đến hết', 'Last day')}</th>
            <th scope="col">{t('Người làm thay', 'Deputy')}</th>
            <th scope="col">
              <span class="vh">{t('Hủy', 'Cancel')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{row.name}</th>
              <td>{shown(row.fromDay)}</td>
              <td>{shown(row.toDay)}</td>
              <td>{row.deputy ?? t('Chưa có', 'None')}</td>
              <td>
                {row.mayCancel ? (
                  <form action="/can-bo/vang-mat/huy" method="post">
                    <Csrf token={csrf} />
                    <input type="hidden" name="lan" value={row.id} />
                    <button class="btn btn--q">
                      {t('Hủy', 'Cancel')}
                      <span class="vh"> {row.name}</span>
                    </button>
                  </form>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function shown(day: PlainDate): string {
  return day.split('-').toReversed().join('/')
}

function Form({ form, csrf, lang }: { form: AbsenceForm; csrf: string; lang: Lang }) {
  const t = useSay()
  const lists = { ethnicities: [], nationalities: [] }
  const context: FieldContext = { lang, raw: form.raw, problems: form.problems, lists }
  const chosen = (name: string) => String(form.raw[name] ?? '')
  return (
    <form class="measure stack" action="/can-bo/vang-mat" method="post">
      <Csrf token={csrf} />
      {form.mayForOthers ? (
        <div class="field">
          <label for="ai">{t('Ai vắng mặt', 'Who is away')}</label>
          <select class="in" id="ai" name="ai">
            {form.colleagues.map(({ id, name }) => (
              <option value={id} selected={id === (chosen('ai') || form.ownId)}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      {fields.map((field) => (
        <FormField field={field} context={context} />
      ))}
      <div class="field">
        <label for="thay">{t('Người làm thay', 'Deputy')}</label>
        <p class="hint" id="thay-hint">
          {t(
            'Phó thay người đứng đầu thì cũng ký thay trong những ngày này.',
            'A deputy of the head also signs on these days.',
          )}
        </p>
        <select class="in" id="thay" name="thay" aria-describedby="thay-hint">
          <option value="">{t('Chưa có', 'None')}</option>
          {form.colleagues
            .filter(({ id }) => form.mayForOthers || id !== form.ownId)
            .map(({ id, name }) => (
              <option value={id} selected={id === chosen('thay')}>
                {name}
              </option>
            ))}
        </select>
      </div>
      <button class="btn">{t('Ghi vắng mặt', 'Record')}</button>
    </form>
  )
}
