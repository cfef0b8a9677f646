import { registerCheck, type Check } from '../../modules/procedures/index.ts'
import type { Answers } from '../../modules/forms/index.ts'

/**
 * Whether something happened before a day: a year or month alone counts as its whole span, so that
 * "2016" is not before 2016-01-01.
 */
export function isBefore(date: string, day: string): boolean {
  return date < day.slice(0, date.length)
}

export function said(answers: Answers, key: string): string | undefined {
  const answer = answers[key]
  return typeof answer === 'string' ? answer : undefined
}

/**
 * Who has papers already and was born before the law came into force is registered by them.
 * @basis TT 15/2015/TT-BTP and TT 04/2020/TT-BTP (registration for a person who has papers; the
 * article to be checked)
 */
export const bornBefore: Check = ({ answers, params }) => {
  const born = said(answers, 'child.birthDate')
  if (born === undefined || isBefore(born, String(params['before']))) return []
  return [
    {
      severity: 'refuse',
      fields: ['child.birthDate'],
      message: {
        vi: 'Người sinh từ 01/01/2016 làm thủ tục “Đăng ký khai sinh” (mã 1.001193).',
        en: 'Who was born on or after 1 January 2016 uses “Register a birth” (1.001193).',
      },
      basis: 'Thông tư 15/2015/TT-BTP; Thông tư 04/2020/TT-BTP',
    },
  ]
}

/** @basis LHT 60/2014/QH13, Điều 16; NĐ 123/2015/NĐ-CP, Điều 24: registered once is registered */
export const neverRegistered: Check = ({ answers }) => {
  if (answers['birth.registered'] !== true) return []
  return [
    {
      severity: 'refuse',
      fields: ['birth.registered'],
      message: {
        vi:
          'Người đã được đăng ký khai sinh thì xin cấp bản sao trích lục; mất cả sổ và bản chính ' +
          'thì làm thủ tục “Đăng ký lại khai sinh” (mã 1.004884).',
        en:
          'Who was registered asks for a copy of the extract; where book and original are both ' +
          'lost, use “Register a birth again” (1.004884).',
      },
      basis: 'Nghị định 123/2015/NĐ-CP, Điều 24 khoản 1',
    },
  ]
}

/**
 * A parent who asks is one whom the papers name.
 * @basis LHT 60/2014/QH13, Điều 25: who is not named is first recognised
 */
export const requesterNamed: Check = ({ answers }) => {
  const relation = said(answers, 'requester.relation')
  const named = said(answers, 'parents.named')
  if (relation !== 'father' && relation !== 'mother') return []
  if (named === undefined || named === 'both' || named === relation) return []
  const [vi, en] = relation === 'father' ? ['cha', 'father'] : ['mẹ', 'mother']
  return [
    {
      severity: 'refuse',
      fields: ['requester.relation', 'parents.named'],
      message: {
        vi:
          `Giấy tờ không ghi tên ${vi} thì không yêu cầu với tư cách ${vi}. Chọn lại quan hệ, ` +
          'hoặc chọn lại người có tên trong giấy tờ.',
        en: `Where the papers name no ${en}, one cannot ask as the ${en}. Choose again.`,
      },
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 25',
    },
  ]
}

/** The last day on which the district registered what has a foreign element. */
const LAST_DAY_OF_DISTRICTS = '2025-06-30'

/**
 * A foreign person is registered by another procedure: of the district until 2025-06-30, of the
 * commune since.
 * @basis LHT 60/2014/QH13, Điều 7, Điều 35; NĐ 120/2025/NĐ-CP
 */
export const vietnamese: Check = ({ answers, params, facts }) => {
  const country = String(params['country'])
  const own = said(answers, 'child.nationality')
  if (own === undefined || own === country) return []
  const byDistrict = facts.filedOn <= LAST_DAY_OF_DISTRICTS
  return [
    {
      severity: 'refuse',
      fields: ['child.nationality'],
      message: {
        vi:
          'Người có quốc tịch nước ngoài làm thủ tục có yếu tố nước ngoài ' +
          `${byDistrict ? 'tại UBND quận, huyện, thị xã' : 'tại phường, xã'}.`,
        en:
          'A foreign person uses the procedure with a foreign element, ' +
          `${byDistrict ? 'at the district' : 'at the ward'}.`,
      },
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 35',
    },
  ]
}

export function registerEarlierBirthChecks(): void {
  registerCheck('earlier.born-before', bornBefore)
  registerCheck('earlier.never-registered', neverRegistered)
  registerCheck('earlier.requester', requesterNamed)
  registerCheck('earlier.nationality', vietnamese)
}
