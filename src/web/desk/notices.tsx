import { legalDay } from '../../platform/plain-date.ts'
import {
  Foot,
  Numbers,
  PaperHead,
  Qr,
  Sheets,
  Signatures,
  WhoLines,
  type PaperFacts,
} from './paper-parts.tsx'
import { itemName, proposedText } from './supplement-answers.tsx'

/** The one-stop rules of 2018 renamed the slip and numbered it Mẫu 02. */
const RENAMED_ON = '2018-06-21'

/**
 * What is missing or wrong, all of it, with the reason for each.
 * @basis TT 01/2018/TT-VPCP Mẫu 02; before: Phiếu hướng dẫn hoàn thiện hồ sơ, QĐ 09/2015/QĐ-TTg
 */
export function SupplementSlip({ facts }: { facts: PaperFacts }) {
  const isNew = legalDay(facts.slip.issuedAt) >= RENAMED_ON
  const title = isNew
    ? 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ'
    : 'Phiếu hướng dẫn hoàn thiện hồ sơ'
  const items = facts.view.supplements[0]?.items ?? []
  return (
    <Sheets
      facts={facts}
      title={title}
      draw={(size) => (
        <>
          <PaperHead facts={facts} />
          <h2 id={`s-${size}`}>{title}</h2>
          <Numbers facts={facts} />
          <WhoLines facts={facts} verb="Hồ sơ của" />
          <p class="r">Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:</p>
          <ol class="asks">
            {items.map((item) => (
              <li>
                <b>{itemName(facts, item)}</b> {item.reason}
                {proposedText(facts, item)}
              </li>
            ))}
          </ol>
          <div class="appt">
            <p>
              Ông/bà trả lời qua mạng bằng mã QR bên cạnh, hoặc mang phiếu này đến Bộ phận Một cửa.
              Cần hướng dẫn, gọi <b>1900 1009</b> và đọc mã tra cứu.
            </p>
            <Qr facts={facts} />
          </div>
          <Signatures facts={facts} officer="NGƯỜI HƯỚNG DẪN" />
          <Foot facts={facts} />
        </>
      )}
    />
  )
}

/** @basis TT 01/2018/TT-VPCP Mẫu 03; NĐ 61/2018/NĐ-CP Điều 17(1), 19(8) */
export function RefusalSlip({ facts }: { facts: PaperFacts }) {
  const isDecline = facts.slip.kind === 'decline'
  const title = isDecline
    ? 'Phiếu từ chối tiếp nhận giải quyết hồ sơ'
    : 'Thông báo từ chối giải quyết hồ sơ'
  const kind = isDecline ? 'decline' : 'refuse'
  const reason = facts.view.notes.find((note) => note.kind === kind)?.body ?? ''
  return (
    <Sheets
      facts={facts}
      title={title}
      draw={(size) => (
        <>
          <PaperHead facts={facts} />
          <h2 id={`s-${size}`}>{title}</h2>
          <Numbers facts={facts} />
          <WhoLines facts={facts} verb={isDecline ? 'Tiếp nhận hồ sơ của' : 'Hồ sơ của'} />
          <p class="r">
            Qua xem xét, Bộ phận tiếp nhận và trả kết quả thông báo không{' '}
            {isDecline ? 'tiếp nhận' : 'giải quyết'} hồ sơ này với lý do cụ thể như sau:
          </p>
          <p class="r">{reason}</p>
          <div class="appt">
            <p>
              Ông/bà có quyền khiếu nại theo quy định. Cần hỏi thêm, gọi <b>1900 1009</b> và đọc mã
              tra cứu.
            </p>
            <Qr facts={facts} />
          </div>
          <Signatures facts={facts} officer="NGƯỜI TIẾP NHẬN HỒ SƠ" />
          <Foot facts={facts} />
        </>
      )}
    />
  )
}
