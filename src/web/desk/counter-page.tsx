import { SLIPS_MAX, type listSlipBlocks } from '../../modules/dossiers/index.ts'
import type { FieldDefinition, Problem, RawInputs } from '../../modules/forms/index.ts'
import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Radios, textOf, type FieldContext } from '../ui/field-shell.tsx'
import { FormField } from '../ui/form-field.tsx'
import { useLang, useSay } from '../ui/lang.tsx'
import { Csrf, Table } from '../ui/parts.tsx'
import { say } from '../words/index.ts'
import { fullMoment } from './moments.ts'

export const COUNTER = '/can-bo/tai-quay'

export const COUNTER_FIELDS = {
  day: { key: 'ngay', type: 'date', label: { vi: 'Ngày ghi trên phiếu', en: 'Day on the slip' } },
  time: { key: 'gio', type: 'time', label: { vi: 'Giờ ghi trên phiếu', en: 'Hour on the slip' } },
} as const satisfies Record<string, FieldDefinition>

/** What is wrong, at the input of that name. */
export type Trouble = { at: string; text: string }

export type CounterShown = {
  procedures: readonly ProcedureDefinition[]
  blocks: Awaited<ReturnType<typeof listSlipBlocks>>
  csrf: string
  raw: RawInputs
  troubles: readonly Trouble[]
}

export function CounterPage(shown: CounterShown) {
  const { troubles } = shown
  const t = useSay()
  const lang = useLang()
  const items = troubles.map(({ at, text }) => ({ href: `#${at}`, text }))
  return (
    <div class="page two-up">
      <div>
        <ErrorSummary items={items} lang={lang} />
        <h1 class="mb4">{t('Nộp tại quầy', 'File at the counter')}</h1>
        <StartForm {...shown} />
      </div>
      <div class="stack">
        <Reserve {...shown} />
      </div>
    </div>
  )
}

function StartForm({ procedures, csrf, raw, troubles }: CounterShown) {
  const t = useSay()
  const lang = useLang()
  const isSlipOpen = troubles.some(({ at }) => at !== 'thu-tuc' && at !== 'so-luong')
  return (
    <form class="measure stack" method="post" action={COUNTER} novalidate>
      <Csrf token={csrf} />
      <fieldset class={errorClass(troubles, 'thu-tuc')}>
        <legend class="legend">{t('Thủ tục', 'Procedure')}</legend>
        <Wrong troubles={troubles} at="thu-tuc" />
        <Radios
          name="thu-tuc"
          items={procedures.map(({ key, name }) => ({ value: key, text: say(name, lang) }))}
          chosen={textOf(raw, 'thu-tuc')}
          isInline={false}
        />
      </fieldset>
      <details open={isSlipOpen}>
        <summary>{t('Nhập bù từ phiếu giấy dự phòng', 'Enter a paper slip later')}</summary>
        <SlipFields raw={raw} troubles={troubles} />
      </details>
      <button class="btn">{t('Bắt đầu khai', 'Begin the declaration')}</button>
    </form>
  )
}

function SlipFields({ raw, troubles }: Pick<CounterShown, 'raw' | 'troubles'>) {
  const t = useSay()
  const lang = useLang()
  const problems: Problem[] = []
  const context: FieldContext = { lang, raw, problems, lists: NO_LISTS }
  return (
    <div class="stack mt4">
      <p class="sm muted">
        {t(
          'Mất điện hoặc đứt mạng: hồ sơ tính từ ngày giờ ghi trên phiếu đã trao cho người nộp.',
          'After an outage: the dossier counts from the day and hour on the slip that was given.',
        )}
      </p>
      <div class={errorClass(troubles, 'so-phieu')}>
        <label for="so-phieu">{t('Số phiếu', 'Number of the slip')}</label>
        <Wrong troubles={troubles} at="so-phieu" />
        <input
          class="in in--8"
          id="so-phieu"
          name="so-phieu"
          inputMode="numeric"
          value={textOf(raw, 'so-phieu')}
        />
      </div>
      <div>
        <Wrong troubles={troubles} at="ngay" />
        <FormField field={COUNTER_FIELDS.day} context={context} />
      </div>
      <div>
        <Wrong troubles={troubles} at="gio" />
        <FormField field={COUNTER_FIELDS.time} context={context} />
      </div>
    </div>
  )
}

function Reserve({ blocks, csrf, raw, troubles }: CounterShown) {
  const t = useSay()
  const lang = useLang()
  return (
    <section class="panel" aria-labelledby="du-phong">
      <h2 id="du-phong">{t('Phiếu giấy dự phòng', 'Paper slips in reserve')}</h2>
      <p class="sm muted">
        {t(
          'In sẵn phiếu có số để vẫn tiếp nhận khi mất điện hoặc đứt mạng.',
          'Print numbered slips beforehand, to go on receiving without power or line.',
        )}
      </p>
      <form class="stack mt4" method="post" action={`${COUNTER}/phieu-du-phong`}>
        <Csrf token={csrf} />
        <div class={errorClass(troubles, 'so-luong')}>
          <label for="so-luong">
            {t(`Số phiếu cần in (1–${SLIPS_MAX})`, `How many (1–${SLIPS_MAX})`)}
          </label>
          <Wrong troubles={troubles} at="so-luong" />
          <input
            class="in in--4"
            id="so-luong"
            name="so-luong"
            inputMode="numeric"
            value={textOf(raw, 'so-luong') || '40'}
          />
        </div>
        <button class="btn btn--2">{t('Cấp số và in', 'Allot numbers and print')}</button>
      </form>
      {blocks.length === 0 ? (
        <p class="mt4">{t('Chưa cấp số nào.', 'No numbers allotted yet.')}</p>
      ) : (
        <Table
          caption={t('Các đợt đã cấp', 'Blocks allotted')}
          columns={[
            { key: 'numbers', title: t('Số', 'Numbers') },
            { key: 'at', title: t('Cấp lúc', 'Allotted') },
            { key: 'entered', title: t('Đã nhập bù', 'Entered') },
          ]}
          rows={blocks.map(({ firstNo, lastNo, reservedAt, entered }) => ({
            numbers: (
              <a href={`${COUNTER}/phieu-du-phong/${firstNo}`}>
                {firstNo}–{lastNo}
              </a>
            ),
            at: fullMoment(reservedAt, lang),
            entered: `${entered}/${lastNo - firstNo + 1}`,
          }))}
        />
      )}
    </section>
  )
}

const NO_LISTS = { ethnicities: [], nationalities: [] }

function errorClass(troubles: readonly Trouble[], at: string): string {
  return troubles.some((trouble) => trouble.at === at) ? 'field field--err' : 'field'
}

function Wrong({ troubles, at }: { troubles: readonly Trouble[]; at: string }) {
  const own = troubles.filter((trouble) => trouble.at === at)
  if (own.length === 0) return null
  return <p class="err">{own.map(({ text }) => text).join(' ')}</p>
}

/** Numbered slips, two on a sheet: one half for the submitter, one stays at the desk. */
export function SlipSheet({ agency, numbers }: { agency: string; numbers: readonly number[] }) {
  return (
    <>
      {numbers.map((no) => (
        <section class="sheet">
          <p>
            <b>{agency.toLocaleUpperCase('vi')}</b>
            <br />
            Bộ phận Tiếp nhận và Trả kết quả
          </p>
          <h1>PHIẾU TIẾP NHẬN DỰ PHÒNG</h1>
          <p>
            Số: <b>{String(no).padStart(4, '0')}</b>
          </p>
          <p class="r">Họ tên người nộp: ......................................................</p>
          <p class="r">
            Thủ tục: ..................................................................
          </p>
          <p class="r">Giấy tờ đã nhận: ........................................................</p>
          <p class="r">Nhận lúc: ...... giờ ...... phút, ngày ...... tháng ...... năm ..........</p>
          <p class="r">
            Phường nhập hồ sơ vào hệ thống khi có điện, tính từ giờ ghi trên phiếu. Mất phiếu vẫn
            được nhận kết quả khi xuất trình giấy tờ tùy thân.
          </p>
          <p class="r">Người nộp (ký, ghi rõ họ tên) – Người tiếp nhận (ký, ghi rõ họ tên)</p>
        </section>
      ))}
    </>
  )
}
