import type { FieldDefinition, PageDefinition } from '../../modules/forms/index.ts'
import { diedBy, HAS_NOTICE, type Circumstance } from './conditions.ts'

const CIRCUMSTANCES: Readonly<
  Record<Circumstance, { vi: string; en: string; hint: { vi: string; en: string } }>
> = {
  facility: {
    vi: 'Tại bệnh viện, trạm y tế',
    en: 'In a hospital or health station',
    hint: { vi: 'Cơ sở y tế cấp Giấy báo tử.', en: 'It issues the death notice.' },
  },
  home: {
    vi: 'Tại nhà hoặc nơi khác, do bệnh hoặc tuổi già',
    en: 'At home or elsewhere, of illness or age',
    hint: {
      vi: 'UBND phường, xã nơi người đó mất cấp Giấy báo tử.',
      en: 'The commune where the person died issues the death notice.',
    },
  },
  unnatural: {
    vi: 'Do tai nạn, trên phương tiện giao thông, bị giết, mất đột ngột hoặc có nghi vấn',
    en: 'Accident, on a vehicle, killing, sudden or suspicious death',
    hint: {
      vi: 'Văn bản xác nhận của Công an hoặc kết quả giám định pháp y.',
      en: 'Confirmed by the police or a forensic result.',
    },
  },
  court: {
    vi: 'Tòa án tuyên bố là đã chết',
    en: 'Declared dead by a court',
    hint: {
      vi: 'Bản án, quyết định của Tòa án đã có hiệu lực.',
      en: "The court's effective judgment.",
    },
  },
  execution: {
    vi: 'Thi hành án tử hình',
    en: 'Execution of a sentence',
    hint: {
      vi: 'Giấy xác nhận của Chủ tịch Hội đồng thi hành án tử hình.',
      en: 'Confirmed by the chairman of the execution council.',
    },
  },
  longAgo: {
    vi: 'Đã mất từ lâu, không có Giấy báo tử',
    en: 'Long ago, without a death notice',
    hint: {
      vi: 'Giấy tờ, tài liệu của cơ quan có thẩm quyền chứng minh việc chết.',
      en: 'Papers of a competent agency that prove the death.',
    },
  },
}

/** What happened, as on the notice. @basis LHT 60/2014/QH13, Điều 32 khoản 1; NĐ 123/2015, Điều 4 */
export function eventPage(
  cases: readonly Circumstance[],
  unknownDay: 'none' | 'day-and-month' = 'none',
): PageDefinition {
  return {
    key: 'viec-chet',
    title: { vi: 'Việc chết', en: 'The death' },
    fields: [circumstance(cases), ...when(unknownDay), ...where(cases), cause],
  }
}

function circumstance(cases: readonly Circumstance[]): FieldDefinition {
  return {
    key: 'death.circumstance',
    type: 'choice',
    aside: true,
    label: { vi: 'Người đó mất ở đâu, do đâu?', en: 'Where and how did the person die?' },
    missing: { vi: 'Chọn người đó mất ở đâu, do đâu', en: 'Choose where and how' },
    options: cases.map((value) => {
      const { vi, en, hint } = CIRCUMSTANCES[value]
      return { value, label: { vi, en }, hint }
    }),
  }
}

function when(unknown: 'none' | 'day-and-month'): readonly FieldDefinition[] {
  return [
    {
      key: 'death.date',
      type: 'date',
      unknown,
      latest: 'today',
      yearMin: 1900,
      inWords: true,
      label: { vi: 'Ngày mất', en: 'Day of death' },
      hint: { vi: 'Theo dương lịch.', en: 'Solar calendar.' },
      printLabel: { vi: 'Đã chết vào ngày', en: 'Died on' },
    },
    {
      key: 'death.time',
      type: 'time',
      optional: true,
      label: { vi: 'Giờ mất', en: 'Hour of death' },
      hint: {
        vi: 'Theo Giấy báo tử. Trẻ mới sinh thì cần ghi giờ, phút.',
        en: 'As on the notice. For a newborn child hour and minute are needed.',
      },
    },
  ]
}

function where(cases: readonly Circumstance[]): readonly FieldDefinition[] {
  const facility: FieldDefinition = {
    key: 'death.facility',
    type: 'text',
    lengthMax: 150,
    width: 'full',
    when: diedBy('facility'),
    label: { vi: 'Tên cơ sở y tế', en: 'Name of the health facility' },
    hint: { vi: 'Ghi đúng như trên Giấy báo tử.', en: 'Exactly as on the death notice.' },
  }
  return [
    ...(cases.includes('facility') ? [facility] : []),
    {
      key: 'death.place',
      type: 'address',
      scopes: ['city', 'elsewhere', 'abroad'],
      lineOptional: true,
      label: { vi: 'Nơi mất', en: 'Place of death' },
      hint: {
        vi: 'Địa chỉ nơi người đó mất, hoặc nơi phát hiện thi thể.',
        en: 'Where the person died, or where the body was found.',
      },
      printLabel: { vi: 'Nơi chết', en: 'Place of death' },
    },
  ]
}

const cause: FieldDefinition = {
  key: 'death.cause',
  type: 'text',
  lengthMax: 200,
  width: 'full',
  label: { vi: 'Nguyên nhân', en: 'Cause' },
  hint: {
    vi: 'Theo Giấy báo tử. Không rõ thì ghi “không rõ”.',
    en: 'As on the notice; “không rõ” when it is not known.',
  },
  printLabel: { vi: 'Nguyên nhân chết', en: 'Cause of death' },
}

/** The notice, or the paper that stands for it. @basis NĐ 123/2015/NĐ-CP, Điều 4 khoản 2 */
export const noticeFields: readonly FieldDefinition[] = [
  {
    key: 'notice.commune',
    type: 'address',
    scopes: ['city', 'elsewhere'],
    lineOptional: true,
    aside: true,
    when: diedBy('home'),
    label: { vi: 'Phường, xã đã cấp Giấy báo tử', en: 'Commune that issued the notice' },
    hint: {
      vi: 'Giấy báo tử của tỉnh, thành phố nào cũng được nhận.',
      en: 'Notices of any province are accepted.',
    },
  },
  {
    key: 'notice.issuer',
    type: 'text',
    lengthMax: 150,
    width: 'full',
    aside: true,
    when: diedBy('facility', 'unnatural', 'court', 'execution'),
    label: { vi: 'Cơ quan cấp giấy', en: 'Issued by' },
  },
  {
    key: 'notice.number',
    type: 'text',
    lengthMax: 30,
    width: 'short',
    aside: true,
    when: HAS_NOTICE,
    label: {
      vi: 'Số Giấy báo tử hoặc giấy tờ thay thế',
      en: 'Number of the notice or what stands for it',
    },
  },
  {
    key: 'notice.day',
    type: 'date',
    latest: 'today',
    aside: true,
    when: HAS_NOTICE,
    label: { vi: 'Ngày cấp', en: 'Day of issue' },
  },
]
