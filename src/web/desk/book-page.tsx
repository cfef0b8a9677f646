import { Table } from '../ui/parts.tsx'
import { Icon } from '../ui/icons.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { say } from '../words/index.ts'

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
  open: { icon: 'clock', text: { vi: 'Chưa ký sổ giấy', en: 'Paper book not signed yet' } },
  registered: { icon: 'check', text: { vi: 'Đã ký sổ giấy', en: 'Paper book signed' } },
  'crossed-out': { icon: 'cross', text: { vi: 'Đã gạch', en: 'Crossed out' } },
} as const

export function BookPage(shown: BookShown) {
  const { year, agency, rows } = shown
  const t = useSay()
  const open = rows.filter(({ state }) => state === 'open').length
  const url = (of: number) => `/can-bo/so-ho-tich/${of}?cq=${shown.agencyId}`
  return (
    <div class="page pad">
      <h1>{t(`Sổ đăng ký khai sinh năm ${year}`, `Register of births ${year}`)}</h1>
      <p class="mb4">
        {agency}.{' '}
        {open === 0
          ? t('Mọi số đều đã có trang sổ giấy.', 'Every entry has its page in the paper book.')
          : t(`${open} số chưa có trang.`, `${open} without a page.`)}{' '}
        {t(
          'Sổ giấy là sổ gốc; danh sách này để đối chiếu hằng ngày.',
          'The paper book is the legal one; this list is for the daily comparison.',
        )}
      </p>
      <nav class="mb4 acts" aria-label={t('Năm và cơ quan', 'Year and agency')}>
        <a href={url(year - 1)}>{t(`Năm ${year - 1}`, `Year ${year - 1}`)}</a>
        {year < shown.thisYear ? (
          <a href={url(year + 1)}>{t(`Năm ${year + 1}`, `Year ${year + 1}`)}</a>
        ) : null}
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
      {rows.length === 0 ? (
        <p>{t(`Chưa có số nào trong sổ năm ${year}.`, `No entry yet in the book of ${year}.`)}</p>
      ) : (
        <Entries rows={rows} />
      )}
      {shown.next ? (
        <a href={`${url(year)}&truoc=${shown.next}`}>{t('Các số trước', 'Earlier entries')}</a>
      ) : null}
    </div>
  )
}

function Entries({ rows }: { rows: readonly BookRow[] }) {
  const t = useSay()
  const lang = useLang()
  return (
    <Table
      caption={t(
        'Số đăng ký khai sinh; số chưa có trang sổ giấy ở trên cùng',
        'Birth entries; those without a page in the paper book come first',
      )}
      columns={[
        { key: 'number', title: t('Số', 'No.') },
        { key: 'name', title: t('Người được khai sinh', 'Child') },
        { key: 'signedOn', title: t('Ngày ký', 'Signed on') },
        { key: 'state', title: t('Tình trạng', 'State') },
        { key: 'place', title: t('Quyển, trang', 'Book, page') },
        { key: 'reason', title: t('Lý do gạch', 'Reason crossed out') },
      ]}
      rows={rows.map((row) => ({
        number: row.href ? <a href={row.href}>{row.number}</a> : row.number,
        name: row.name,
        signedOn: row.signedOn,
        state: (
          <span class="ch">
            <Icon name={states[row.state].icon} /> {say(states[row.state].text, lang)}
          </span>
        ),
        place: row.place,
        reason: row.reason,
      }))}
    />
  )
}
