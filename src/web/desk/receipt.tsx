import { evaluate } from '../../modules/forms/index.ts'
import { useSay } from '../ui/lang.tsx'
import { weekdayName, dayOnPaper, timeOnPaper } from './moments.ts'
import { legalDay } from '../../platform/plain-date.ts'
import type { LimitDefinition } from '../../modules/procedures/index.ts'
import {
  Foot,
  Numbers,
  PaperHead,
  Qr,
  Sheets,
  Signatures,
  WhoLines,
  slipNumber,
  type PaperFacts,
  type SheetFacts,
} from './paper-parts.tsx'

/**
 * Mock 08: the receipt with the time to come back.
 * @basis TT 01/2018/TT-VPCP Điều 9, Mẫu 01; before: QĐ 09/2015/QĐ-TTg (Giấy tiếp nhận hồ sơ và hẹn
 * trả kết quả)
 */
export function Receipt({ facts }: { facts: PaperFacts }) {
  const t = useSay()
  return (
    <Sheets
      facts={facts}
      title={`${t('Giấy hẹn', 'Receipt')} ${facts.view.dossier.code}`}
      isLong={facts.view.files.length > 1 || toBring(facts).length > 120}
      draw={(size) => <ReceiptSheet facts={facts} size={size} />}
    />
  )
}

/** One sheet of it, as the desk and the citizen print it. */
export function ReceiptSheet({ facts, size }: { facts: SheetFacts; size: 'a5' | 'a4' }) {
  const { view, world, slip } = facts
  const { dossier, definition } = view
  const agency = world.city.agency(dossier.agencyId)
  const receivedAt = dossier.receivedAt ?? slip.issuedAt
  const place = agency?.desk.address
  const copies = copiesOf(facts)
  return (
    <>
      <PaperHead facts={facts} />
      <h2 id={`s-${size}`}>
        Giấy tiếp nhận hồ sơ
        <br />
        và hẹn trả kết quả
      </h2>
      <Numbers facts={facts} />
      <p class="r">Bộ phận tiếp nhận và trả kết quả {agency?.name}</p>
      <WhoLines facts={facts} verb="Tiếp nhận hồ sơ của" />
      <p class="r">1. Thành phần hồ sơ nộp gồm:</p>
      <PapersTable facts={facts} />
      <p class="r">
        2. Số lượng hồ sơ: 01 (bộ). Lệ phí: {lower(definition.facts.fee.main.vi)}.
        {copies > 0 ? ` Bản sao: ${String(copies).padStart(2, '0')} (bản).` : ''}
      </p>
      <p class="r">3. Thời hạn giải quyết theo quy định: {limitInWords(definition.limit)}.</p>
      <p class="r">
        4. Thời gian nhận hồ sơ: {timeOnPaper(receivedAt)}, {dayOnPaper(legalDay(receivedAt))}.
      </p>
      <div class="appt">
        <div>
          <p>5. Thời gian trả kết quả:</p>
          {dossier.dueAt ? <Appointment at={dossier.dueAt} /> : null}
          <p>6. Nhận kết quả tại: Bộ phận Một cửa, {place ?? agency?.name}.</p>
        </div>
        <Qr facts={facts} />
      </div>
      <p class="r">
        <b>Mang theo bản chính:</b> {toBring(facts)}.
      </p>
      <p class="r">
        Vào Sổ theo dõi hồ sơ năm {slip.year}, số thứ tự {slipNumber(slip).slice(0, 4)}.
      </p>
      <Signatures facts={facts} officer="NGƯỜI TIẾP NHẬN HỒ SƠ" />
      <Foot facts={facts} late />
    </>
  )
}

/** "16 giờ 30 phút, thứ Sáu / ngày 19 tháng 8 năm 2016". */
function Appointment({ at }: { at: Date }) {
  const day = legalDay(at)
  return (
    <p class="big">
      {timeOnPaper(at)}, {weekdayName(day)}
      <br />
      {dayOnPaper(day)}
    </p>
  )
}

function PapersTable({ facts }: { facts: SheetFacts }) {
  const { definition, files } = facts.view
  const sent = definition.components.flatMap(({ key, name }) => {
    const own = files.filter(({ component }) => component === key)
    if (own.length === 0) return []
    const isPdf = own.every(({ mime }) => mime === 'application/pdf')
    return [{ name: name.vi, form: isPdf ? 'Điện tử' : 'Ảnh chụp' }]
  })
  const rows = [{ name: definition.declaration.title.vi, form: 'Điện tử' }, ...sent]
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" class="n">
            TT
          </th>
          <th scope="col">Tên giấy tờ</th>
          <th scope="col" class="q">
            Hình thức
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, form }, index) => (
          <tr>
            <td class="n">{index + 1}</td>
            <td>{name}</td>
            <td class="q">{form}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function toBring({ view, answers }: SheetFacts): string {
  const originals = view.definition.components
    .filter(({ present, when }) => present !== 'no' && (!when || evaluate(when, answers)))
    .map(({ name, present }) => (present === 'keep' ? `${name.vi} (phường giữ lại)` : name.vi))
  const asksIdentity = view.definition.components.some(({ key }) => key === 'giay-to-tuy-than')
  const identity = asksIdentity ? [] : ['giấy tờ tùy thân có ảnh']
  return ['giấy hẹn này', ...identity, ...originals].join('; ')
}

function copiesOf({ view, answers }: SheetFacts): number {
  const key = view.definition.roles.copies
  const count = key === null ? 0 : answers[key]
  return typeof count === 'number' ? count : 0
}

function limitInWords(limit: LimitDefinition): string {
  switch (limit.kind) {
    case 'same-day':
      return 'ngay trong ngày'
    case 'working-days':
      return `${String(limit.days).padStart(2, '0')} ngày làm việc`
    case 'working-hours':
      return `${String(limit.hours).padStart(2, '0')} giờ làm việc`
    case 'days':
      return `${String(limit.days).padStart(2, '0')} ngày`
  }
}

function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}
