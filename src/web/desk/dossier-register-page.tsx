import type { FieldDefinition, Problem, RawInputs } from '../../modules/forms/index.ts'
import {
  REGISTER_COUNT_MAX,
  type Period,
  type RegisterPage,
  type RegisterRow,
} from '../../modules/slips/index.ts'
import { ErrorSummary, summaryOf } from '../ui/error-summary.tsx'
import type { FieldContext } from '../ui/field-shell.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Icon } from '../ui/icons.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { Table } from '../ui/parts.tsx'
import { dossierUrl } from './desk-request.ts'
import { longDay } from './moments.ts'
import { counted } from './words.ts'

export const PERIOD_FIELDS = {
  from: { key: 'tu', type: 'date', label: { vi: 'Từ ngày', en: 'From' } },
  to: { key: 'den', type: 'date', label: { vi: 'Đến ngày', en: 'To' } },
} as const satisfies Record<string, FieldDefinition>

const fields: readonly FieldDefinition[] = [PERIOD_FIELDS.from, PERIOD_FIELDS.to]

type Shown = {
  raw: RawInputs
  problems: readonly Problem[]
  /** Undefined while the days are not right. */
  period: Period | undefined
  register: RegisterPage | undefined
  agencyId: string
  agencies: readonly { id: string; name: string }[]
}

const URL = '/can-bo/so-theo-doi'

/** Mẫu 06 for any period: chosen, looked through, printed. */
export function DossierRegisterPage(shown: Shown) {
  const { problems, period, register } = shown
  const t = useSay()
  const lang = useLang()
  return (
    <div class="page pad">
      <ErrorSummary items={summaryOf(problems, fields, lang)} lang={lang} />
      <h1>{t('Sổ theo dõi hồ sơ', 'Dossier register')}</h1>
      <PeriodForm shown={shown} />
      {period && register ? (
        <Found period={period} register={register} agencyId={shown.agencyId} />
      ) : null}
    </div>
  )
}

function PeriodForm({ shown }: { shown: Shown }) {
  const { raw, problems, agencies, agencyId } = shown
  const t = useSay()
  const context: FieldContext = {
    lang: useLang(),
    raw,
    problems,
    lists: { ethnicities: [], nationalities: [] },
  }
  return (
    <form class="stack mb5" method="get" action={URL}>
      <p>
        {t(
          'Chọn một khoảng thời gian, dài nhất là một năm. Cả hai ngày đều được tính.',
          'Choose a period of at most one year. Both days belong to it.',
        )}
      </p>
      <div class="acts">
        {fields.map((field) => (
          <FormField field={field} context={context} />
        ))}
      </div>
      {agencies.length > 1 ? (
        <div class="field">
          <label for="cq">{t('Cơ quan', 'Agency')}</label>
          <select class="in" id="cq" name="cq">
            {agencies.map(({ id, name }) => (
              <option value={id} selected={id === agencyId}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <p>
        <button class="btn btn--2">{t('Xem sổ', 'Show')}</button>
      </p>
    </form>
  )
}

type FoundShown = { period: Period; register: RegisterPage; agencyId: string }

function Found({ period, register, agencyId }: FoundShown) {
  const { rows, next, total } = register
  const t = useSay()
  const place = `tu=${period.from}&den=${period.to}&cq=${agencyId}`
  const many = total >= REGISTER_COUNT_MAX ? '+' : ''
  return (
    <section aria-labelledby="ky">
      <h2 id="ky" class="mb4">
        {t(
          `Từ ${longDay(period.from)} đến ${longDay(period.to)}: ${total}${many} hồ sơ`,
          `${longDay(period.from)} to ${longDay(period.to)}: ${counted(total, `dossier${many}`)}`,
        )}
      </h2>
      {rows.length === 0 ? (
        <p>
          {t(
            'Không có hồ sơ nào được tiếp nhận trong thời gian này.',
            'No dossier was received in this period.',
          )}
        </p>
      ) : (
        <>
          <p class="mb4 acts">
            <a class="btn" href={`${URL}/so.pdf?${place}`} target="_blank" rel="noopener">
              <Icon name="print" />
              {t('In sổ của kỳ này (PDF, A4 ngang)', 'Print this period (PDF, A4 landscape)')}
            </a>
          </p>
          <Rows rows={rows} />
        </>
      )}
      {next ? (
        <p class="mt4">
          <a href={`${URL}?${place}&sau=${next.issuedAt.toISOString()}_${next.no}`}>
            {t('Trang sau', 'Next page')}
          </a>
        </p>
      ) : null}
    </section>
  )
}

/** The columns of the form; names and remarks are as it prints them. */
function Rows({ rows }: { rows: readonly RegisterRow[] }) {
  const t = useSay()
  return (
    <Table
      caption={t('Sổ theo dõi hồ sơ của kỳ đã chọn', 'The register of the chosen period')}
      columns={[
        { key: 'code', title: t('Mã hồ sơ', 'Code') },
        { key: 'no', title: t('STT', 'No.') },
        { key: 'procedure', title: t('Thủ tục', 'Procedure') },
        { key: 'name', title: t('Cá nhân, tổ chức', 'Submitter') },
        { key: 'receivedOn', title: t('Ngày nhận', 'Received') },
        { key: 'dueOn', title: t('Hẹn trả', 'Due') },
        { key: 'returnedOn', title: t('Ngày trả', 'Handed over') },
        { key: 'remark', title: t('Ghi chú', 'Remarks') },
      ]}
      rows={rows.map((row) => ({
        ...row,
        code: <a href={dossierUrl(row.code)}>{row.code}</a>,
        no: String(row.no).padStart(4, '0'),
      }))}
    />
  )
}
