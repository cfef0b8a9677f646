import type { Book, EntryState } from '../../modules/registry/index.ts'
import type { Text } from '../../modules/forms/index.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { Table } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { BOOKS, bookTitle, bookUrl } from './book-place.ts'

export type BookRow = {
  number: string
  href: string
  /** Where the paper book is signed; null once it is. */
  signHref: string | null
  name: string
  signedOn: string
  state: EntryState
  place: string
  reason: string
}

export type BookShown = {
  book: Book
  thisYear: number
  agency: string
  agencies: readonly { id: string; name: string }[]
  rows: readonly BookRow[]
  closedOn: string | null
  isKeeper: boolean
  mayClose: boolean
  /** Entries below this number are on the next page. */
  next: number | null
}

const states: Readonly<Record<EntryState, { icon: IconName; text: Text }>> = {
  prepared: { icon: 'clock', text: { vi: 'Chưa ký sổ giấy', en: 'Paper book not signed yet' } },
  registered: { icon: 'check', text: { vi: 'Đã ký sổ giấy', en: 'Paper book signed' } },
  'crossed-out': { icon: 'cross', text: { vi: 'Đã gạch', en: 'Crossed out' } },
  annulled: { icon: 'cross', text: { vi: 'Đã hủy', en: 'Annulled' } },
}

export function stateOfEntry(state: EntryState): { icon: IconName; text: Text } {
  return states[state]
}

export function BookPage(shown: BookShown) {
  const { book, agency, rows, closedOn } = shown
  const { year } = book
  const t = useSay()
  const lang = useLang()
  const open = rows.filter(({ state }) => state === 'prepared').length
  return (
    <div class="page pad">
      <h1>{say(bookTitle(book), lang)}</h1>
      <p class="mb4">
        {agency}.{' '}
        {open === 0
          ? t('Mọi số đều đã có trang sổ giấy.', 'Every entry has its page in the paper book.')
          : t(`${open} số chưa có trang.`, `${open} without a page.`)}{' '}
        {closedOn
          ? t(`Sổ đã khóa ngày ${closedOn}.`, `The book was closed on ${closedOn}.`)
          : t(
              'Sổ giấy là sổ gốc; danh sách này để đối chiếu hằng ngày.',
              'The paper book is the legal one; this list is for the daily comparison.',
            )}
      </p>
      <BookNav shown={shown} />
      {rows.length === 0 ? (
        <p>{t(`Chưa có số nào trong sổ năm ${year}.`, `No entry yet in the book of ${year}.`)}</p>
      ) : (
        <Entries rows={rows} />
      )}
      {shown.next ? (
        <a href={`${bookUrl(book)}&truoc=${shown.next}`}>{t('Các số trước', 'Earlier entries')}</a>
      ) : null}
    </div>
  )
}

function BookNav({ shown }: { shown: BookShown }) {
  const { book, agencies } = shown
  const { year } = book
  const t = useSay()
  const other = book.book === 'birth' ? 'death' : 'birth'
  return (
    <nav class="mb4 acts" aria-label={t('Sổ, năm và cơ quan', 'Book, year and agency')}>
      <a href={bookUrl({ ...book, book: other })}>
        {other === 'death'
          ? t('Sổ đăng ký khai tử', 'Register of deaths')
          : t('Sổ đăng ký khai sinh', 'Register of births')}
      </a>
      <a href={bookUrl({ ...book, year: year - 1 })}>{t(`Năm ${year - 1}`, `Year ${year - 1}`)}</a>
      {year < shown.thisYear ? (
        <a href={bookUrl({ ...book, year: year + 1 })}>
          {t(`Năm ${year + 1}`, `Year ${year + 1}`)}
        </a>
      ) : null}
      <a href={`${BOOKS}/cho-ky`}>{t('Cải chính chờ ký', 'Amendments to sign')}</a>
      <a href="/can-bo/so-giay">{t('Sổ giấy các năm trước', 'Paper books of earlier years')}</a>
      <a href={bookUrl(book, 'doi-chieu')}>{t('Đối chiếu sổ giấy', 'Compare the paper book')}</a>
      {(shown.isKeeper && shown.mayClose) || shown.closedOn ? (
        <a href={bookUrl(book, 'khoa-so')}>{t('Khóa sổ', 'Close the book')}</a>
      ) : null}
      {agencies.length > 1
        ? agencies.map(({ id, name }) => (
            <a
              href={bookUrl({ ...book, agencyId: id })}
              aria-current={id === book.agencyId ? 'page' : undefined}
            >
              {name}
            </a>
          ))
        : null}
    </nav>
  )
}

function Entries({ rows }: { rows: readonly BookRow[] }) {
  const t = useSay()
  const lang = useLang()
  return (
    <Table
      caption={t(
        'Số đăng ký; số chưa có trang sổ giấy ở trên cùng',
        'Entries; those without a page in the paper book come first',
      )}
      columns={[
        { key: 'number', title: t('Số', 'No.') },
        { key: 'name', title: t('Người được đăng ký', 'Person registered') },
        { key: 'signedOn', title: t('Ngày ký', 'Signed on') },
        { key: 'state', title: t('Tình trạng', 'State') },
        { key: 'place', title: t('Quyển, trang', 'Book, page') },
        { key: 'reason', title: t('Lý do gạch', 'Reason crossed out') },
      ]}
      rows={rows.map((row) => ({
        number: <a href={row.href}>{row.number}</a>,
        name: row.name,
        signedOn: row.signedOn,
        state: (
          <span class="ch">
            <Icon name={states[row.state].icon} /> {say(states[row.state].text, lang)}
          </span>
        ),
        place: row.signHref ? <a href={row.signHref}>{t('Ký sổ', 'Sign the book')}</a> : row.place,
        reason: row.reason,
      }))}
    />
  )
}
