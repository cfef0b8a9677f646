import { showLookupNo } from '../../modules/dossiers/index.ts'
import { maskPhone } from '../../modules/people/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { page, type WebReply } from '../http/route.ts'
import { words } from '../words/index.ts'
import { ownDossier, type OwnDossier } from './dossier-page.tsx'
import { dossierPath } from './file.tsx'
import { Qr, qrAddress } from './filed.tsx'
import { paperDay, paperMoment } from './moments.ts'
import type { Req } from './request.ts'
import { trackingWords } from './tracking-words.ts'

/** Papers are in Vietnamese, whatever the page's language. */
const slip = {
  title: 'GIẤY XÁC NHẬN NỘP HỒ SƠ QUA MẠNG',
  desk: ['BỘ PHẬN TIẾP NHẬN', 'VÀ TRẢ KẾT QUẢ'],
  submitter: 'Người nộp',
  subject: 'Người được đăng ký',
  phone: 'Số điện thoại',
  about: 'Nội dung yêu cầu giải quyết',
  parts: 'Hồ sơ gồm',
  no: 'TT',
  paper: 'Tên giấy tờ',
  form: 'Hình thức',
  electronic: 'Điện tử',
  photo: 'Ảnh chụp',
  filedAt: 'Thời gian nộp',
  answerBy: 'Cơ quan trả lời trước',
  note: 'Giấy này xác nhận hồ sơ đã đến cơ quan. Giấy tiếp nhận và hẹn trả kết quả được cấp khi cơ quan tiếp nhận hồ sơ.',
  lookup: (no: string) =>
    `Tra cứu: quét mã QR, nhắn tin MC ${no} gửi 8109, hoặc gọi 1900 1009 và đọc mã tra cứu.`,
}

/** The filing receipt on paper, A5; in Vietnamese as all papers. */
export async function showFilingSlip(req: Req): Promise<WebReply> {
  const { view, world } = await ownDossier(req)
  const { dossier, definition } = view
  const { numbers, filed } = trackingWords('vi')
  const day = legalDay(dossier.filedAt)
  const agency = world.city.agency(dossier.agencyId)
  const side = trackingWords(req.lang).side
  const content = (
    <>
      <div class="tools">
        <h1>{side.receipt}</h1>
        <button type="button" data-print hidden>
          {side.print}
        </button>
        <a href={req.href(dossierPath(dossier.id))}>{side.back}</a>
      </div>
      <div class="sheet a5" lang="vi">
        <Top agency={agency?.name ?? ''} day={paperDay(day)} />
        <h2>{slip.title}</h2>
        <p class="code">
          {numbers.lookup}: <b>{showLookupNo(dossier.lookupNo)}</b> &nbsp; {numbers.code}:{' '}
          <b>{dossier.code}</b>
          {dossier.isTrial ? <b> · {words('vi').trial}</b> : null}
        </p>
        <p class="r">
          {slip.submitter}: <b>{dossier.requesterName}</b>
        </p>
        {dossier.phone ? (
          <p class="r">
            {slip.phone}: {maskPhone(dossier.phone)}
          </p>
        ) : null}
        <p class="r">
          {slip.about}: <b>{definition.name.vi}</b>
        </p>
        <p class="r">
          {slip.subject}: <b>{dossier.subjectName}</b>
        </p>
        <p class="r">
          {slip.filedAt}: {paperMoment(dossier.filedAt)}.
        </p>
        <SlipParts view={view} />
        <div class="appt">
          <div>
            <p>{slip.answerBy}:</p>
            <p class="big">{paperMoment(dossier.receiveBy)}</p>
          </div>
          <div class="qr">
            <Qr text={qrAddress(req.deps.publicUrl, dossier.secret)} />
            {filed.qr}
          </div>
        </div>
        <div class="note">
          <p>{slip.note}</p>
          <p>{slip.lookup(dossier.lookupNo)}</p>
        </div>
      </div>
    </>
  )
  return page(content, { title: `${slip.title} ${dossier.code}`, layout: 'print' })
}

function Top({ agency, day }: { agency: string; day: string }) {
  const place = agency.replace(/^UBND (phường|xã|thị trấn) /, '')
  return (
    <div class="top">
      <div>
        <p class="up">{agency}</p>
        <p>
          <b>{slip.desk[0]}</b>
          <br />
          <b class="u">{slip.desk[1]}</b>
        </p>
      </div>
      <div>
        <p>
          <b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>
        </p>
        <p>
          <b class="u">Độc lập - Tự do - Hạnh phúc</b>
        </p>
        <p class="dt">
          <i>
            {place}, {day}
          </i>
        </p>
      </div>
    </div>
  )
}

function SlipParts({ view }: { view: OwnDossier['view'] }) {
  const { definition, files } = view
  const counts = new Map<string, number>()
  for (const { component } of files) counts.set(component, (counts.get(component) ?? 0) + 1)
  const rows = [...counts].map(([component, count]) => {
    const name = definition.components.find(({ key }) => key === component)?.name.vi ?? component
    return { name, form: count > 1 ? `${slip.photo} (${count})` : slip.photo }
  })
  return (
    <table>
      <thead>
        <tr>
          <th class="n" scope="col">
            {slip.no}
          </th>
          <th scope="col">{slip.paper}</th>
          <th class="q" scope="col">
            {slip.form}
          </th>
        </tr>
      </thead>
      <tbody>
        {[{ name: definition.declaration.title.vi, form: slip.electronic }, ...rows].map(
          ({ name, form }, index) => (
            <tr>
              <td class="n">{index + 1}</td>
              <td>{name}</td>
              <td class="q">{form}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}
