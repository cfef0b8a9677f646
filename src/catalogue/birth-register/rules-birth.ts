import type { Check, FoundBy } from '../../modules/procedures/index.ts'
import { daysBetween, parsePlainDate } from '../../platform/plain-date.ts'
import { readBirth } from './birth.ts'

/** @basis NĐ 82/2020/NĐ-CP: no warning for a late birth from 2020-09-01; NĐ 110/2013, Điều 27(1) */
const LAST_DAY_OF_WARNING = '2020-08-31'

/**
 * A birth is declared within 60 days, the day of birth not counted; later it is registered all the
 * same and noted in the register.
 * @basis LHT 60/2014/QH13, Điều 15 khoản 1
 */
export const late: Check = ({ answers, params, facts }) => {
  const born = parsePlainDate(readBirth(answers).child.birthDate ?? '')
  const days = Number(params['days'])
  if (!born || daysBetween(born, facts.filedOn) <= days) return []
  const mayWarn = facts.filedOn <= LAST_DAY_OF_WARNING
  return [
    {
      severity: 'note',
      fields: ['child.birthDate'],
      message: {
        vi: mayWarn
          ? `Đã quá ${days} ngày kể từ ngày sinh. Phường vẫn đăng ký; ông/bà có thể bị nhắc nhở ` +
            `(cảnh cáo), không bị phạt tiền.`
          : `Đã quá ${days} ngày kể từ ngày sinh. Phường vẫn đăng ký; ông/bà không bị phạt.`,
        en: mayWarn
          ? `More than ${days} days since the birth. It is registered all the same, perhaps ` +
            `with a warning, never a fine.`
          : `More than ${days} days since the birth. It is registered all the same, without a ` +
            `fine.`,
      },
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 15 khoản 1',
      remark: 'Đăng ký quá hạn',
    },
  ]
}

/** @basis LHT 60/2014/QH13, Điều 16: what is registered has happened */
export const notInFuture: Check = ({ answers, facts }) => {
  const born = readBirth(answers).child.birthDate
  if (born === undefined || born <= facts.filedOn) return []
  return [
    {
      severity: 'refuse',
      fields: ['child.birthDate'],
      message: {
        vi: 'Ngày sinh sau ngày nộp hồ sơ. Sửa lại ngày sinh theo Giấy chứng sinh.',
        en: 'The date of birth is after the day of filing. Correct it by the birth notice.',
      },
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 16',
    },
  ]
}

/**
 * A child born abroad is registered by another procedure.
 * @basis LHT 60/2014/QH13, Điều 35; NĐ 123/2015/NĐ-CP, Điều 29
 */
export const place: Check = ({ answers }) => {
  if (readBirth(answers).place.address?.scope !== 'abroad') return []
  return [
    {
      severity: 'refuse',
      fields: ['birth.place'],
      message: {
        vi:
          'Trẻ sinh ở nước ngoài đăng ký theo thủ tục khác. Hỏi Bộ phận Một cửa hoặc gọi 1900 ' +
          '1009.',
        en: 'A child born abroad is registered by another procedure. Ask the one-stop desk.',
      },
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 35; Nghị định 123/2015/NĐ-CP, Điều 29',
    },
  ]
}

/**
 * Who may declare: the parents first; for a child without known parents, whoever cares for it.
 * @basis LHT 60/2014/QH13, Điều 15 khoản 1; NĐ 123/2015/NĐ-CP, Điều 14
 */
export const requester: Check = ({ answers }) => {
  const birth = readBirth(answers)
  const isParent = birth.relation === 'mother' || birth.relation === 'father'
  const basis = 'Luật Hộ tịch 60/2014/QH13, Điều 15 khoản 1'
  const found: FoundBy[] = []
  if (isParent && birth.origin !== undefined && !birth.hasParents)
    found.push({
      severity: 'refuse',
      fields: ['child.origin', 'requester.relation'],
      message: {
        vi:
          'Cha hoặc mẹ đi đăng ký thì trẻ đã có cha mẹ. Chọn lại trường hợp của trẻ, hoặc quan ' +
          'hệ với trẻ.',
        en: 'If a parent registers, the parents are known. Choose the case or the relation again.',
      },
      basis,
    })
  if (birth.relation === 'father' && birth.parentsRelation === 'motherOnly')
    found.push({
      severity: 'refuse',
      fields: ['requester.relation', 'parents.relation'],
      message: {
        vi:
          'Ông đi đăng ký với tư cách cha, nên cần ghi tên cha. Chọn “cha nhận con”, hoặc để mẹ ' +
          'đi đăng ký.',
        en:
          'You register as the father, so a father must be named: choose that he recognises the ' +
          'child.',
      },
      basis: 'Nghị định 123/2015/NĐ-CP, Điều 15 khoản 2',
    })
  if (birth.relation === 'grandparent' || birth.relation === 'relative')
    found.push({
      severity: 'note',
      fields: ['requester.relation'],
      message: {
        vi:
          'Ông, bà, người thân thích không cần văn bản ủy quyền, nhưng phải thống nhất nội dung ' +
          'khai với cha mẹ trẻ.',
        en:
          'A grandparent or relative needs no authority, but agrees the contents with the ' +
          'parents.',
      },
      basis: 'Thông tư 15/2015/TT-BTP, Điều 2; Thông tư 04/2020/TT-BTP, Điều 2',
    })
  return found
}

/**
 * The commune where the father or the mother resides registers; none of this city does when both
 * live elsewhere.
 * @basis LHT 60/2014/QH13, Điều 13
 */
export const residence: Check = ({ answers }) => {
  const { mother, father, hasParents } = readBirth(answers)
  const known = [mother?.residence, father?.residence].filter((address) => address !== undefined)
  const isElsewhere = known.every((address) => address.scope !== 'city')
  if (!hasParents || known.length === 0 || !isElsewhere) return []
  if (answers['filing.commune'] !== undefined) return []
  return [
    {
      severity: 'refuse',
      fields: ['mother.residence', 'father.residence'],
      message: {
        vi:
          'Cha và mẹ đều không cư trú tại Hà Nội. Nộp hồ sơ ở phường, xã nơi cha hoặc mẹ cư ' +
          'trú; nơi tạm trú hoặc đang sống cũng được.',
        en:
          'Neither parent resides in Hanoi. File where one of them does; temporary or actual ' +
          'residence counts too.',
      },
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 5 khoản 4, Điều 13',
    },
  ]
}

/**
 * A child without known parents: parents and ethnicity stay blank, and the register says why.
 * @basis NĐ 123/2015/NĐ-CP, Điều 14, Điều 15 khoản 3
 */
export const withoutParents: Check = ({ answers }) => {
  const birth = readBirth(answers)
  if (birth.origin === 'abandoned')
    return [
      {
        severity: 'note',
        fields: ['child.origin'],
        message: {
          vi:
            'Phần ghi về cha, mẹ và dân tộc để trống. Phường niêm yết 7 ngày liên tục trước khi ' +
            'đăng ký.',
          en:
            'Parents and ethnicity stay blank. The ward posts a notice for 7 days before ' +
            'registering.',
        },
        basis: 'Nghị định 123/2015/NĐ-CP, Điều 14',
        remark: 'Trẻ bị bỏ rơi',
        notice: { days: 7 },
      },
    ]
  if (birth.origin !== 'unknownParents') return []
  return [
    {
      severity: 'note',
      fields: ['child.origin'],
      message: {
        vi: 'Phần ghi về cha, mẹ và dân tộc để trống.',
        en: 'Parents and ethnicity stay blank.',
      },
      basis: 'Nghị định 123/2015/NĐ-CP, Điều 15 khoản 3',
      remark: 'Trẻ chưa xác định được cha, mẹ',
    },
  ]
}
