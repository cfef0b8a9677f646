import type { Check, FoundBy } from '../../modules/procedures/index.ts'
import { readBirth, type Birth, type ParentAnswers } from './birth.ts'

type Named = { who: 'mother' | 'father'; parent: ParentAnswers }

function parentsOf(birth: Birth): Named[] {
  const { mother, father } = birth
  return [
    ...(father ? [{ who: 'father' as const, parent: father }] : []),
    ...(mother ? [{ who: 'mother' as const, parent: mother }] : []),
  ]
}

/**
 * The surname is the father's or the mother's, by agreement or custom; without a father, the
 * mother's. Peoples who write it last or have none are looked at by an officer.
 * @basis NĐ 123/2015/NĐ-CP, Điều 4 khoản 1 điểm a, Điều 15 khoản 2; BLDS 91/2015/QH13, Điều 26
 */
export const surname: Check = ({ answers }) => {
  const birth = readBirth(answers)
  const child = birth.child.name
  const parents = parentsOf(birth).flatMap(({ parent }) => parent.name?.full ?? [])
  if (!child || parents.length === 0) return []
  const own = child.surname ?? child.full.split(' ')[0]!
  if (parents.some((full) => bears(full, own))) return []
  const isAlone = birth.parentsRelation === 'motherOnly'
  return [
    {
      severity: 'warn',
      fields: ['child.name'],
      message: {
        vi: isAlone
          ? 'Họ của trẻ khác họ của mẹ. Khi chỉ ghi tên mẹ, trẻ mang họ mẹ. Kiểm tra lại họ.'
          : 'Họ của trẻ khác họ của cha và của mẹ. Kiểm tra lại; nếu theo tập quán, phường sẽ ' +
            'hỏi thêm.',
        en: isAlone
          ? "The child's surname is not the mother's. When only the mother is named, it is hers."
          : "The child's surname is neither parent's. Check it; the ward will ask.",
      },
      basis: 'Nghị định 123/2015/NĐ-CP, Điều 4 khoản 1 điểm a, Điều 15 khoản 2',
    },
  ]
}

/** Whether a full name begins or ends with that surname, or with the first word of a double one. */
function bears(full: string, own: string): boolean {
  const name = ` ${full.toLocaleLowerCase('vi')} `
  const sought = own.toLocaleLowerCase('vi')
  const first = sought.split(' ')[0]!
  return name.startsWith(` ${first} `) || name.endsWith(` ${sought} `)
}

/**
 * The ethnicity is the father's or the mother's.
 * @basis NĐ 123/2015/NĐ-CP, Điều 4 khoản 1 điểm a; BLDS 91/2015/QH13, Điều 29
 */
export const ethnicity: Check = ({ answers }) => {
  const birth = readBirth(answers)
  const known = parentsOf(birth).flatMap(({ parent }) => parent.ethnicity ?? [])
  const own = birth.child.ethnicity
  if (own === undefined || known.length < parentsOf(birth).length || known.length === 0) return []
  if (known.includes(own)) return []
  return [
    {
      severity: 'refuse',
      fields: ['child.ethnicity', ...parentsOf(birth).map(({ who }) => `${who}.ethnicity`)],
      message: {
        vi:
          `Dân tộc của trẻ phải là ${[...new Set(known)].join(' hoặc ')}, theo cha hoặc mẹ. ` +
          `Chọn lại dân tộc.`,
        en: `The child's ethnicity must be ${[...new Set(known)].join(' or ')}, as a parent's.`,
      },
      basis: 'Nghị định 123/2015/NĐ-CP, Điều 4 khoản 1 điểm a',
    },
  ]
}

/** The last day on which the district registered births with a foreign element. */
const LAST_DAY_OF_DISTRICTS = '2025-06-30'

/**
 * Both parents Vietnamese: the child is. With a foreign parent it is another procedure, of the
 * district until 2025-06-30, of the commune since.
 * @basis LHT 60/2014/QH13, Điều 35; Luật Quốc tịch 24/2008/QH12, Điều 15, 16; NĐ 120/2025/NĐ-CP
 */
export const nationality: Check = ({ answers, params, facts }) => {
  const birth = readBirth(answers)
  const country = String(params['country'])
  const foreign = parentsOf(birth).filter(
    ({ parent }) => parent.nationality !== undefined && parent.nationality !== country,
  )
  const basis = 'Luật Hộ tịch 60/2014/QH13, Điều 35'
  if (foreign.length > 0) {
    const byDistrict = facts.filedOn <= LAST_DAY_OF_DISTRICTS
    const where = byDistrict ? 'tại UBND quận, huyện, thị xã' : 'tại phường, xã'
    const whereEn = byDistrict ? 'at the district' : 'at the ward'
    return [
      {
        severity: 'refuse',
        fields: foreign.map(({ who }) => `${who}.nationality`),
        message: {
          vi:
            `Cha hoặc mẹ có quốc tịch nước ngoài. Làm thủ tục “Đăng ký khai sinh có yếu tố nước ` +
            `ngoài” (mã 2.000528) ${where}.`,
          en: `A parent is a foreigner. Use “birth with a foreign element” (2.000528) ${whereEn}.`,
        },
        basis,
      },
    ]
  }
  const own = birth.child.nationality
  if (own === undefined || own === country) return []
  return [
    {
      severity: 'refuse',
      fields: ['child.nationality'],
      message: {
        vi:
          `Cha mẹ có quốc tịch ${country} thì trẻ có quốc tịch ${country}. Chọn lại quốc tịch ` +
          `của trẻ.`,
        en: `With parents of ${country} the child's nationality is ${country}. Choose it again.`,
      },
      basis: 'Luật Quốc tịch 24/2008/QH12, Điều 15, Điều 16',
    },
  ]
}

/**
 * The home town is the father's or the mother's; without a father, the mother's.
 * @basis LHT 60/2014/QH13, Điều 4 khoản 8; NĐ 123/2015/NĐ-CP, Điều 15 khoản 2
 */
export const homeTown: Check = ({ answers }) => {
  const birth = readBirth(answers)
  if (birth.parentsRelation !== 'motherOnly' || birth.child.homeTownOf !== 'father') return []
  return [
    {
      severity: 'refuse',
      fields: ['child.homeTownOf', 'child.homeTown'],
      message: {
        vi: 'Khi chỉ ghi tên mẹ, quê quán của trẻ theo mẹ. Chọn “Theo mẹ” và ghi lại quê quán.',
        en: "When only the mother is named, the home town is hers. Choose “The mother's”.",
      },
      basis: 'Nghị định 123/2015/NĐ-CP, Điều 15 khoản 2',
    },
  ]
}

/**
 * Ages that are hardly possible are looked at: a slip of the pen is likelier.
 * @basis services of the city's registrars; no article: a warning only
 */
export const parentAges: Check = ({ answers, params }) => {
  const birth = readBirth(answers)
  const childYear = Number(birth.child.birthDate?.slice(0, 4))
  if (!childYear) return []
  const youngest = Number(params['yearsMin'])
  const motherOldest = Number(params['motherYearsMax'])
  return parentsOf(birth).flatMap(({ who, parent }): FoundBy[] => {
    if (parent.birthYear === undefined) return []
    const age = childYear - parent.birthYear
    const isOdd = age <= youngest || (who === 'mother' && age > motherOldest)
    if (!isOdd) return []
    const [vi, en] = who === 'mother' ? ['mẹ', 'mother'] : ['cha', 'father']
    return [
      {
        severity: 'warn',
        fields: [`${who}.birthYear`, 'child.birthDate'],
        message: {
          vi:
            `Theo năm sinh đã khai, khi trẻ ra đời ${vi} ${age} tuổi. Kiểm tra lại năm sinh của ` +
            `${vi} và của trẻ.`,
          en: `By the years declared the ${en} was ${age} at the birth. Check both years.`,
        },
        basis: 'Kiểm tra hợp lý, không có điều luật',
      },
    ]
  })
}

/**
 * Not married: either the father recognises the child, and both procedures are done together, or
 * the father's part stays blank in certificate and register.
 * @basis NĐ 123/2015/NĐ-CP, Điều 15 khoản 2; LHT 60/2014/QH13, Điều 25
 */
export const unmarriedMother: Check = ({ answers }) => {
  const { parentsRelation } = readBirth(answers)
  if (parentsRelation === 'motherOnly')
    return [
      {
        severity: 'note',
        fields: ['parents.relation'],
        message: {
          vi:
            'Phần ghi về cha trong Giấy khai sinh và Sổ hộ tịch để trống. Họ, dân tộc, quê quán ' +
            'theo mẹ.',
          en: "The father's part stays blank. Surname, ethnicity and home town follow the mother.",
        },
        basis: 'Nghị định 123/2015/NĐ-CP, Điều 15 khoản 2',
      },
    ]
  if (parentsRelation !== 'recognised') return []
  return [
    {
      severity: 'warn',
      fields: ['parents.relation'],
      message: {
        vi:
          'Phường làm cùng lúc thủ tục nhận cha, mẹ, con (mã 1.000689). Cha và mẹ cùng đến, ' +
          'mang giấy tờ chứng minh quan hệ cha con.',
        en:
          'The ward also registers the recognition (1.000689). Both parents come, with the ' +
          'proof.',
      },
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 25; Nghị định 123/2015/NĐ-CP, Điều 15 khoản 2',
    },
  ]
}
