import type { Blank, viewBlanks } from '../../modules/registry/index.ts'
import { legalDay, type PlainDate } from '../../platform/plain-date.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Csrf, Flash, Table } from '../ui/parts.tsx'
import { shortDay } from './moments.ts'

export type BlanksShown = {
  blanks: Awaited<ReturnType<typeof viewBlanks>>
  csrf: string
  today: PlainDate
  /** What was typed into an input of a refused form. */
  typed(name: string): string
  flash: string | undefined
  problem: string | undefined
}

const states: Readonly<Record<Blank['state'], string>> = {
  'in-stock': 'Trong kho',
  used: 'Đã dùng',
  spoiled: 'Hỏng',
}

export function BlanksPage(shown: BlanksShown) {
  const { counts, next } = shown.blanks
  return (
    <div class="page two-up">
      <div>
        {shown.flash ? <Flash>{shown.flash}</Flash> : null}
        {shown.problem ? (
          <ErrorSummary lang="vi" items={[{ href: '#so-dau', text: shown.problem }]} />
        ) : null}
        <h1 class="mb4">Phôi Giấy khai sinh</h1>
        <dl class="sums mb5">
          {(['in-stock', 'used', 'spoiled'] as const).map((state) => (
            <div>
              <dt>{states[state]}</dt>
              <dd>{counts[state]}</dd>
            </div>
          ))}
          <div>
            <dt>Phôi kế tiếp</dt>
            <dd>{next ?? 'hết'}</dd>
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
  if (blanks.blanks.length === 0) return <p>Chưa nhận phôi nào. Nhập kho ở biểu mẫu bên cạnh.</p>
  return (
    <Table
      caption="Phôi thay đổi gần đây"
      columns={[
        { key: 'serial', title: 'Số phôi' },
        { key: 'state', title: 'Tình trạng' },
        { key: 'on', title: 'Ngày' },
        { key: 'reason', title: 'Lý do' },
      ]}
      rows={blanks.blanks.map((blank) => ({
        serial: blank.serial,
        state: states[blank.state],
        on: shortDay(legalDay(blank.changedAt), today),
        reason: blank.reason ?? '',
      }))}
    />
  )
}

function ReceiveForm({ csrf, typed }: BlanksShown) {
  return (
    <form class="card stack" method="post" action="/can-bo/phoi/nhan">
      <h2>Nhận phôi</h2>
      <Csrf token={csrf} />
      <div class="row">
        <Box name="so-dau" label="Số phôi đầu" value={typed('so-dau')} />
        <Box name="so-luong" label="Số lượng" value={typed('so-luong')} isNumber />
        <button class="btn">Nhập kho</button>
      </div>
    </form>
  )
}

function SpoilForm({ csrf, typed }: BlanksShown) {
  return (
    <form class="card stack" method="post" action="/can-bo/phoi/hong">
      <h2>Ghi phôi hỏng</h2>
      <Csrf token={csrf} />
      <div class="row">
        <Box name="so" label="Số phôi" value={typed('so')} />
        <Box name="ly-do" label="Lý do, số biên bản hủy" value={typed('ly-do')} />
        <button class="btn btn--danger">Ghi hỏng</button>
      </div>
    </form>
  )
}

/** Offsets are what this printer shifts: right and down are positive. */
function Printers({ blanks, csrf, typed }: BlanksShown) {
  return (
    <section class="card stack">
      <h2>Máy in</h2>
      <p class="sm muted">
        Chỉnh lệch bằng mi-li-mét: sang phải và xuống dưới là số dương. In thử lên giấy thường, soi
        với phôi.
      </p>
      {[...blanks.printers, { id: '', name: '', dxMm: 0, dyMm: 0 }].map((printer) => (
        <form class="row" method="post" action="/can-bo/phoi/may-in">
          <Csrf token={csrf} />
          <input type="hidden" name="id" value={printer.id} />
          <Box
            name="ten"
            id={`ten-${printer.id}`}
            label={printer.id ? 'Tên máy in' : 'Máy in mới'}
            value={printer.id ? printer.name : typed('ten')}
          />
          <Box
            name="ngang"
            id={`ngang-${printer.id}`}
            label="Ngang"
            value={String(printer.dxMm).replace('.', ',')}
            isNumber
          />
          <Box
            name="doc"
            id={`doc-${printer.id}`}
            label="Dọc"
            value={String(printer.dyMm).replace('.', ',')}
            isNumber
          />
          <button class="btn btn--2">{printer.id ? 'Lưu' : 'Thêm'}</button>
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
