import { Table } from '../ui/parts.tsx'
import { Icon } from '../ui/icons.tsx'

export type BookRow = {
  number: string
  href: string | null
  name: string
  signedOn: string
  state: 'open' | 'registered' | 'crossed-out'
  place: string
  reason: string
}

export type BookShown = {
  year: number
  thisYear: number
  agency: string
  agencies: readonly { id: string; name: string }[]
  agencyId: string
  rows: readonly BookRow[]
  /** Entries below this number are on the next page. */
  next: number | null
}

const states = {
  open: { icon: 'clock', text: 'Chưa ký sổ giấy' },
  registered: { icon: 'check', text: 'Đã ký sổ giấy' },
  'crossed-out': { icon: 'cross', text: 'Đã gạch' },
} as const

export function BookPage(shown: BookShown) {
  const { year, agency, rows } = shown
  const open = rows.filter(({ state }) => state === 'open').length
  const url = (of: number) => `/can-bo/so-ho-tich/${of}?cq=${shown.agencyId}`
  return (
    <div class="page pad">
      <h1>Sổ đăng ký khai sinh năm {year}</h1>
      <p class="mb4">
        {agency}. {open === 0 ? 'Mọi số đều đã có trang sổ giấy.' : `${open} số chưa có trang.`} Sổ
        giấy là sổ gốc; danh sách này để đối chiếu hằng ngày.
      </p>
      <nav class="mb4 acts" aria-label="Năm và cơ quan">
        <a href={url(year - 1)}>Năm {year - 1}</a>
        {year < shown.thisYear ? <a href={url(year + 1)}>Năm {year + 1}</a> : null}
        {shown.agencies.length > 1
          ? shown.agencies.map(({ id, name }) => (
              <a
                href={`/can-bo/so-ho-tich/${year}?cq=${id}`}
                aria-current={id === shown.agencyId ? 'page' : undefined}
              >
                {name}
              </a>
            ))
          : null}
      </nav>
      {rows.length === 0 ? <p>Chưa có số nào trong sổ năm {year}.</p> : <Entries rows={rows} />}
      {shown.next ? <a href={`${url(year)}&truoc=${shown.next}`}>Các số trước</a> : null}
    </div>
  )
}

function Entries({ rows }: { rows: readonly BookRow[] }) {
  return (
    <Table
      caption="Số đăng ký khai sinh; số chưa có trang sổ giấy ở trên cùng"
      columns={[
        { key: 'number', title: 'Số' },
        { key: 'name', title: 'Người được khai sinh' },
        { key: 'signedOn', title: 'Ngày ký' },
        { key: 'state', title: 'Tình trạng' },
        { key: 'place', title: 'Quyển, trang' },
        { key: 'reason', title: 'Lý do gạch' },
      ]}
      rows={rows.map((row) => ({
        number: row.href ? <a href={row.href}>{row.number}</a> : row.number,
        name: row.name,
        signedOn: row.signedOn,
        state: (
          <span class="ch">
            <Icon name={states[row.state].icon} /> {states[row.state].text}
          </span>
        ),
        place: row.place,
        reason: row.reason,
      }))}
    />
  )
}
