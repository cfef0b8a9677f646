import type { Ctx } from '../../platform/ctx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { Refusal } from '../../platform/refusal.ts'
import { staffNames } from '../accounts/index.ts'
import { worldOf } from '../dossiers/index.ts'
import { renderPaper, type MinutesData } from '../papers/index.ts'
import type { Closing } from './book-store.ts'
import { findBookClosing } from './close-book.ts'
import { agencyOnPaper } from './result-facts.ts'
import type { Book } from './store.ts'

const BOOK_NAMES = { birth: 'Sổ đăng ký khai sinh', death: 'Sổ đăng ký khai tử' } as const

/** The name of a book as papers print it. */
export function bookName({ book, year }: Pick<Book, 'book' | 'year'>): string {
  return `${BOOK_NAMES[book]} năm ${year}`
}

/**
 * Biên bản khóa sổ, to be signed and sealed at the end of the paper book. Refuses `not-found`, also
 * while the book is open.
 * @basis LHT 60/2014/QH13 Điều 58
 */
export async function closingMinutes(ctx: Ctx, book: Book): Promise<Uint8Array> {
  const closing = await findBookClosing(ctx, book)
  if (!closing) throw new Refusal('not-found')
  const { city } = await worldOf(ctx.db)
  const names = await staffNames(ctx.db, [closing.closedBy])
  const { agencyLines, agencyPrinted, place } = agencyOnPaper(city, book.agencyId, closing.closedOn)
  const data: MinutesData = {
    agencyLines,
    minutesNumber: '',
    title: 'BIÊN BẢN KHÓA SỔ',
    about: bookName(book),
    placeAndDate: `${place}, ${dayInWords(closing.closedOn)}`,
    paragraphs: [
      `Hôm nay, ${dayInWords(closing.closedOn)}, ${agencyPrinted} khóa ${bookName(book)} ` +
        'theo Điều 58 Luật Hộ tịch, với số liệu như sau:',
    ],
    rows: totalsOf(closing),
    closing: 'Từ nay Sổ không ghi thêm việc đăng ký nào; chỉ ghi chú những thay đổi sau này.',
    signers: [
      { title: 'Người khóa sổ', fullName: names.get(closing.closedBy) ?? '' },
      { title: 'Thủ trưởng cơ quan', fullName: '' },
    ],
  }
  return renderPaper('minutes@1', data, { createdAt: closing.closedAt })
}

function totalsOf(closing: Closing): MinutesData['rows'] {
  const pages = closing.paperBooks.reduce((sum, { pages: used }) => sum + used, 0)
  return [
    { label: 'Tổng số trang đã ghi', value: String(pages) },
    ...closing.paperBooks.map(({ book, pages: used, first, last }) => ({
      label: `Quyển ${book}`,
      value: `${used} trang, từ trang ${first} đến trang ${last}`,
    })),
    { label: 'Tổng số đã vào sổ', value: String(closing.entries) },
    { label: 'Số trường hợp đã đăng ký', value: String(closing.registered) },
    { label: 'Số trường hợp gạch bỏ', value: String(closing.crossedOut) },
  ]
}

/** `ngày 31 tháng 12 năm 2016`; days and the months 1 and 2 with two digits, as Decree 30 asks. */
export function dayInWords(day: PlainDate): string {
  const [year, month = '', date] = day.split('-')
  return `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`
}
