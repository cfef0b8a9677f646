import type { Answers } from '../modules/forms/index.ts'

export const partnerKinds = ['police', 'insurance', 'justice'] as const

export type PartnerKind = (typeof partnerKinds)[number]

/** What a kind of partner does, and what it may find missing. */
export type Service = {
  results(work: Work): Readonly<Record<string, string>>
  /** Asked when the control page says so; null: it never asks. */
  supplement: { kind: 'field' | 'paper' | 'other'; about: string | null; reason: string } | null
  refusal: string
}

export type Work = {
  answers: Answers
  /** Counts this partner's results from 1. */
  no: number
  /** As papers print it: `15/08/2016`. */
  day: string
  /** `length` decimal digits. */
  digits(length: number): string
}

const residence = (work: Work): Readonly<Record<string, string>> => ({
  confirmation: `${String(work.no).padStart(4, '0')}/XNCT`,
  day: work.day,
})

/** Every service by the partner that does it. */
export const services: Readonly<Record<PartnerKind, Readonly<Record<string, Service>>>> = {
  police: {
    'residence.register': {
      results: residence,
      supplement: {
        kind: 'other',
        about: null,
        reason: 'Chủ hộ cần ký Phiếu báo thay đổi hộ khẩu, nhân khẩu.',
      },
      refusal: 'Địa chỉ không thuộc hộ khẩu đã kê khai.',
    },
    'residence.delete': {
      results: residence,
      supplement: {
        kind: 'other',
        about: null,
        reason: 'Đề nghị chuyển kèm Sổ hộ khẩu của hộ.',
      },
      refusal: 'Không tìm thấy người này trong hộ khẩu đã kê khai.',
    },
  },
  insurance: {
    'health_card.issue': {
      results: ({ day, digits }) => ({ card: `TE101${digits(10)}`, from: day }),
      supplement: {
        kind: 'field',
        about: 'facility.code',
        reason: 'Nơi khám chữa bệnh ban đầu không còn nhận thẻ mới, đề nghị chọn nơi khác.',
      },
      refusal: 'Trẻ đã có thẻ bảo hiểm y tế.',
    },
  },
  justice: {
    'personal_number.give': {
      results: ({ answers, digits }) => ({ number: personalNumber(answers, digits) }),
      supplement: null,
      refusal: 'Thông tin chưa đủ để cấp số định danh.',
    },
    'civil_status.take_entry': {
      results: ({ no, day }) => ({ taken: `BTP-${no}`, day }),
      supplement: null,
      refusal: 'Bản ghi không hợp lệ.',
    },
  },
}

/**
 * A number of the legal shape for the child of these answers.
 * @basis NĐ 137/2015/NĐ-CP Điều 13; TT 07/2016/TT-BCA Điều 7
 */
function personalNumber(answers: Answers, digits: Work['digits']): string {
  const birth = String(answers['child.birthDate'] ?? '2016-01-01')
  const year = Number(birth.slice(0, 4))
  const isFemale = answers['child.sex'] === 'female'
  const century = 2 * (Math.floor(year / 100) - 19) + (isFemale ? 1 : 0)
  return `001${century}${birth.slice(2, 4)}${digits(6)}`
}
