import type { ComponentChildren } from 'preact'
import { formWorldOf } from '../../modules/procedures/index.ts'
import { findField, printAnswer } from '../../modules/forms/index.ts'
import { showLookupNo, type DossierView } from '../../modules/dossiers/index.ts'
import { qrSvgPath } from '../../modules/papers/index.ts'
import { maskPhone, printedName } from '../../modules/people/index.ts'
import type { Slip, SlipKind } from '../../modules/slips/index.ts'
import { legalDay } from '../../platform/plain-date.ts'
import { useLang, useSay } from '../ui/lang.tsx'
import { words } from '../words/index.ts'
import { dossierUrl } from './desk-request.ts'
import type { DossierFacts } from './dossier-facts.ts'
import { dayOnPaper } from './moments.ts'

/** What the printed slips share. Every paper has code, look-up number, QR, SMS and phone. */
export type PaperFacts = DossierFacts & {
  slip: Slip
  publicUrl: string
  /** Name of the officer who issued it. */
  issuer: string
}

/** What a sheet itself draws: as much as the citizen who prints it knows. */
export type SheetFacts = Pick<
  PaperFacts,
  'world' | 'now' | 'answers' | 'slip' | 'publicUrl' | 'issuer'
> & { view: DossierView }

/** Both sheets, A5 (the form's size) and A4, and the tools that are not printed. */
export function Sheets(props: {
  facts: PaperFacts
  title: string
  /** More than a sheet takes at its usual size. */
  isLong?: boolean
  draw(size: 'a5' | 'a4'): ComponentChildren
}) {
  const { facts, title, isLong, draw } = props
  const t = useSay()
  // The papers themselves stay Vietnamese: the law gives their words.
  const paperLang = useLang() === 'en' ? 'vi' : undefined
  return (
    <>
      <header class="tools">
        <h1>{title}</h1>
        <span>{t('Khổ A5 (mặc định) và A4', 'Sizes A5 (default) and A4')}</span>
        <button type="button" data-print data-key="F8" hidden>
          {t('In (F8)', 'Print (F8)')}
        </button>
        <a href={dossierUrl(facts.view.dossier.code, { queue: facts.queue })} data-key="Escape">
          {t('Về hồ sơ', 'Back to the dossier')}
        </a>
        <a href={`/can-bo/ho-so?hang=${facts.queue}`} data-key="J">
          {t('Về danh sách (J)', 'Back to the list (J)')}
        </a>
      </header>
      {(['a5', 'a4'] as const).map((size) => (
        <article
          class={`sheet ${size}${isLong ? ' tight' : ''}`}
          lang={paperLang}
          aria-labelledby={`s-${size}`}
        >
          {draw(size)}
        </article>
      ))}
    </>
  )
}

const numberMarks: Readonly<Record<SlipKind, string>> = {
  receipt: 'TNHS',
  supplement: 'HDHS',
  decline: 'TCHS',
  refusal: 'TCGQ',
}

export function slipNumber(slip: Slip): string {
  return `${String(slip.no).padStart(4, '0')}/${numberMarks[slip.kind]}`
}

/** National heading: the agency left, the State right, place and day. */
export function PaperHead({ facts }: { facts: SheetFacts }) {
  const { world, view, slip } = facts
  const agency = world.city.agency(view.dossier.agencyId)
  const day = legalDay(slip.issuedAt)
  const place = agency ? (world.city.unit(agency.unitCode, day)?.name ?? '') : ''
  return (
    <div class="top">
      <div>
        <p class="up">{agency?.name}</p>
        <p>
          <b class="up u">
            Bộ phận tiếp nhận
            <br />
            và trả kết quả
          </b>
        </p>
        <p>
          Số: {slipNumber(slip)}
          {view.dossier.isTrial ? <b> · {words('vi').trial}</b> : null}
        </p>
      </div>
      <div>
        <p>
          <b class="up">Cộng hòa xã hội chủ nghĩa Việt Nam</b>
        </p>
        <p>
          <b class="u">Độc lập - Tự do - Hạnh phúc</b>
        </p>
        <p class="dt">
          <i>
            {place}, {dayOnPaper(day)}
          </i>
        </p>
      </div>
    </div>
  )
}

export function Numbers({ facts: { view } }: { facts: SheetFacts }) {
  return (
    <p class="code">
      Mã hồ sơ: <b>{view.dossier.code}</b> &emsp; Mã tra cứu:{' '}
      <b>{showLookupNo(view.dossier.lookupNo)}</b>
    </p>
  )
}

/** Whose dossier it is; the phone masked, because slips are lost. */
export function WhoLines({ facts, verb }: { facts: SheetFacts; verb: string }) {
  const { dossier, definition } = facts.view
  const address = addressOf(facts)
  return (
    <>
      <p class="r">
        {verb}: <b>Ông/bà {printedName(dossier.requesterName ?? '')}</b>
      </p>
      {address ? <p class="r">Địa chỉ: {address}</p> : null}
      <p class="r">
        Số điện thoại: {dossier.phone ? maskPhone(dossier.phone) : 'không có'} &emsp; Email: không
        có
      </p>
      <p class="r">
        Nội dung yêu cầu giải quyết:{' '}
        <b>
          {definition.name.vi}
          {dossier.subjectName ? ` cho ${printedName(dossier.subjectName)}` : ''}
        </b>
      </p>
    </>
  )
}

function addressOf({ view, world, now, answers }: SheetFacts): string {
  const key = view.definition.roles.requesterAddress
  const field = key === null ? undefined : findField(view.definition.form, key)
  if (!field) return ''
  return printAnswer(field, answers[field.key], formWorldOf(world.city, legalDay(now)))
}

/** Modules of white that the code brings along on each side. */
const QUIET = 4

/** The secret alone: never the code. */
export function Qr({ facts: { view, publicUrl } }: { facts: SheetFacts }) {
  const { size, path } = qrSvgPath(`${publicUrl}/q/${view.dossier.secret}`)
  // The paper around is white: without the quiet zone the modules themselves fill 20 mm.
  const inner = size - 2 * QUIET
  return (
    <div class="qr">
      <svg
        width="100"
        height="100"
        viewBox={`${QUIET} ${QUIET} ${inner} ${inner}`}
        shape-rendering="crispEdges"
        role="img"
        aria-label="Mã QR tra cứu hồ sơ"
      >
        <path d={path} />
      </svg>
      Tra cứu
    </div>
  )
}

export function Signatures({ facts, officer }: { facts: SheetFacts; officer: string }) {
  const { dossier } = facts.view
  return (
    <div class="sign">
      <div>
        <p>
          <b>NGƯỜI NỘP HỒ SƠ</b>
        </p>
        <p>
          <i>
            {dossier.channel === 'online' ? '(Nộp qua mạng, không phải ký)' : '(Ký, ghi rõ họ tên)'}
          </i>
        </p>
        <p class="nm">{dossier.requesterName}</p>
      </div>
      <div>
        <p>
          <b>{officer}</b>
        </p>
        <p>
          <i>(Ký, ghi rõ họ tên)</i>
        </p>
        <p class="nm">{facts.issuer}</p>
      </div>
    </div>
  )
}

export function Foot({ facts: { view }, late }: { facts: SheetFacts; late?: boolean }) {
  return (
    <div class="note">
      <p>
        Tra cứu: quét mã QR, nhắn tin <b>MC {view.dossier.lookupNo}</b> gửi <b>8109</b>, hoặc gọi{' '}
        <b>1900 1009</b> và đọc mã tra cứu.
        {late ? ' Nếu trễ hẹn, phường gửi Phiếu xin lỗi và hẹn lại ngày trả kết quả.' : ''}
      </p>
    </div>
  )
}
