import type { Blank, viewBlanks } from '../../modules/registry/index.ts'
import { legalDay, type PlainDate } from '../../platform/plain-date.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Csrf, Flash, Table } from '../ui/parts.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { say } from '../words/index.ts'
import type { Text } from '../../modules/forms/index.ts'
import { shortDay } from './moments.ts'
import { minutesUrl } from './replace-page.tsx'

export type BlanksShown = {
  blanks: Awaited<ReturnType<typeof viewBlanks>>
  csrf: string
  today: PlainDate
  /** What was typed into an input of a refused form. */
  typed(name: string): string
  flash: string | undefined
  problem: string | undefined
}

const states: Readonly<Record<Blank['state'], Text>> = {
  'in-stock': { vi: 'Trong kho', en: 'In stock' },
  used: { vi: 'Đã dùng', en: 'Used' },
  spoiled: { vi: 'Hỏng', en: 'Spoiled' },
}

export function BlanksPage(shown: BlanksShown) {
  const { counts, next } = shown.blanks
  const t = useSay()
  const lang = useLang()
  return (
    <div class="page two-up">
      <div>
        {shown.flash ? <Flash>{shown.flash}</Flash> : null}
        {shown.problem ? (
          <ErrorSummary lang={lang} items={[{ href: '#so-dau', text: shown.problem }]} />
        ) : null}
        <h1 class="mb4">{t('Phôi Giấy khai sinh', 'Blanks of the Birth Certificate')}</h1>
        <dl class="sums mb5">
          {(['in-stock', 'used', 'spoiled'] as const).map((state) => (
            <div>
              <dt>{say(states[state], lang)}</dt>
              <dd>{counts[state]}</dd>
            </div>
          ))}
          <div>
            <dt>{t('Phôi kế tiếp', 'Next blank')}</dt>
            <dd>{next ?? t('hết', 'none left')}</dd>
          </div>
        </dl>
        <Changes {...shown} />
      </div>
      <div class="stack">
        <ReceiveForm {...shown} />
        <SpoilForm {...shown} />
        <Printers {...shown} />
      </div>
    </div>
  )
}

function Changes({ blanks, today }: BlanksShown) {
  const t = useSay()
  const lang = useLang()
  const nothing = t(
    'Chưa nhận phôi nào. Nhập kho ở biểu mẫu bên cạnh.',
    'No blanks received yet. Enter them in the form beside.',
  )
  if (blanks.blanks.length === 0) return <p>{nothing}</p>
  return (
    <Table
      caption={t('Phôi thay đổi gần đây', 'Blanks changed lately')}
      columns={[
        { key: 'serial', title: t('Số phôi', 'Serial') },
        { key: 'state', title: t('Tình trạng', 'State') },
        { key: 'on', title: t('Ngày', 'Day') },
        { key: 'reason', title: t('Lý do', 'Reason') },
      ]}
      rows={blanks.blanks.map((blank) => ({
        serial: blank.serial,
        state: say(states[blank.state], lang),
        on: shortDay(legalDay(blank.changedAt), today),
        reason: (
          <>
            {blank.reason ?? ''}{' '}
            {blank.minutes ? (
              <a href={minutesUrl(blank.minutes)}>{t('Biên bản', 'Minutes')}</a>
            ) : null}
          </>
        ),
      }))}
    />
  )
}

function ReceiveForm({ csrf, typed }: BlanksShown) {
  const t = useSay()
  return (
    <form class="card stack" method="post" action="/can-bo/phoi/nhan">
      <h2>{t('Nhận phôi', 'Receive blanks')}</h2>
      <Csrf token={csrf} />
      <div class="row">
        <Box name="so-dau" label={t('Số phôi đầu', 'First serial')} value={typed('so-dau')} />
        <Box name="so-luong" label={t('Số lượng', 'How many')} value={typed('so-luong')} isNumber />
        <button class="btn">{t('Nhập kho', 'Add to stock')}</button>
      </div>
    </form>
  )
}

function SpoilForm({ csrf, typed }: BlanksShown) {
  const t = useSay()
  return (
    <form class="card stack" method="post" action="/can-bo/phoi/hong">
      <h2>{t('Ghi phôi hỏng', 'Record a spoiled blank')}</h2>
      <Csrf token={csrf} />
      <div class="row">
        <Box name="so" label={t('Số phôi', 'Serial')} value={typed('so')} />
        <Box
          name="ly-do"
          label={t('Lý do, số biên bản hủy', 'Reason, number of the minutes')}
          value={typed('ly-do')}
        />
        <button class="btn btn--danger">{t('Ghi hỏng', 'Record')}</button>
      </div>
    </form>
  )
}

/** Offsets are what this printer shifts: right and down are positive. */
function Printers({ blanks, csrf, typed }: BlanksShown) {
  const t = useSay()
  return (
    <section class="card stack">
      <h2>{t('Máy in', 'Printers')}</h2>
      <p class="sm muted">
        {t(
          'Chỉnh lệch bằng mi-li-mét: sang phải và xuống dưới là số dương. ' +
            'In thử lên giấy thường, soi với phôi.',
          'Offsets in millimetres: right and down are positive. ' +
            'Print on plain paper first and hold it against a blank.',
        )}
      </p>
      {[...blanks.printers, { id: '', name: '', dxMm: 0, dyMm: 0 }].map((printer) => (
        <form class="row" method="post" action="/can-bo/phoi/may-in">
          <Csrf token={csrf} />
          <input type="hidden" name="id" value={printer.id} />
          <Box
            name="ten"
            id={`ten-${printer.id}`}
            label={printer.id ? t('Tên máy in', 'Printer') : t('Máy in mới', 'New printer')}
            value={printer.id ? printer.name : typed('ten')}
          />
          <Box
            name="ngang"
            id={`ngang-${printer.id}`}
            label={t('Ngang', 'Across')}
            value={String(printer.dxMm).replace('.', ',')}
            isNumber
          />
          <Box
            name="doc"
            id={`doc-${printer.id}`}
            label={t('Dọc', 'Down')}
            value={String(printer.dyMm).replace('.', ',')}
            isNumber
          />
          <button class="btn btn--2">{printer.id ? t('Lưu', 'Save') : t('Thêm', 'Add')}</button>
        </form>
      ))}
    </section>
  )
}

function Box(props: {
  name: string
  label: string
  value: string
  id?: string
  isNumber?: boolean
}) {
  const id = props.id ?? props.name
  return (
    <div>
      <label for={id}>{props.label}</label>
      <input
        class={props.isNumber ? 'in in--4' : 'in'}
        id={id}
        name={props.name}
        value={props.value}
        inputMode={props.isNumber ? 'decimal' : undefined}
        autocomplete="off"
      />
    </div>
  )
}
