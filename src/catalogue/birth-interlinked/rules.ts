import { registerCheck, type Check, type FoundBy } from '../../modules/procedures/index.ts'
import { said } from '../birth-before-2016/rules.ts'
import { readBirth } from '../birth-register/birth.ts'

/**
 * Only for a child under six on the day of filing: the sixth birthday is too late.
 * @basis TTLT 05/2015/TTLT-BTP-BCA-BYT, Điều 1; Luật Bảo hiểm y tế 25/2008/QH12, Điều 12
 */
export const underSix: Check = ({ answers, params, facts }) => {
  const born = said(answers, 'child.birthDate')
  const years = Number(params['years'])
  if (born === undefined) return []
  const birthday = `${Number(born.slice(0, 4)) + years}${born.slice(4)}`
  if (facts.filedOn < birthday) return []
  return [
    {
      severity: 'refuse',
      fields: ['child.birthDate'],
      message: {
        vi:
          `Trẻ đã đủ ${years} tuổi thì không làm liên thông. Ông/bà làm thủ tục “Đăng ký khai ` +
          'sinh” (mã 1.001193), rồi đăng ký thường trú tại Công an.',
        en:
          `From the age of ${years} use “Register a birth” (1.001193), then register the residence ` +
          'with the police.',
      },
      basis: 'Thông tư liên tịch 05/2015/TTLT-BTP-BCA-BYT, Điều 1',
    },
  ]
}

const HOUSEHOLD_BASIS =
  'Luật Cư trú 81/2006/QH11, Điều 13, Điều 20; Luật Cư trú 68/2020/QH14, Điều 12, Điều 20'

/**
 * The child is entered where a parent or the guardian resides, in this city.
 * @basis Luật Cư trú 81/2006/QH11, Điều 13, Điều 20; Luật Cư trú 68/2020/QH14, Điều 12, Điều 20
 */
export const household: Check = ({ answers }) => {
  const whose = said(answers, 'household.of')
  const found: FoundBy[] = []
  if (whose === 'none')
    found.push({
      severity: 'refuse',
      fields: ['household.of'],
      message: {
        vi:
          'Hồ sơ này nhập hộ khẩu cho trẻ cùng cha, mẹ hoặc người giám hộ. Chưa nhập hộ khẩu thì ' +
          'làm thủ tục “Đăng ký khai sinh” (mã 1.001193).',
        en:
          'This dossier enters the child with a parent or the guardian. Otherwise use “Register ' +
          'a birth” (1.001193).',
      },
      basis: HOUSEHOLD_BASIS,
    })
  const birth = readBirth(answers)
  const isNameless =
    (whose === 'father' && birth.origin !== undefined && isLacking(answers, 'father')) ||
    (whose === 'mother' && birth.origin !== undefined && !birth.hasParents)
  if (isNameless)
    found.push({
      severity: 'refuse',
      fields: ['household.of'],
      message: {
        vi: 'Tờ khai không ghi người này là cha, mẹ của trẻ. Chọn lại trẻ nhập hộ khẩu theo ai.',
        en: 'The declaration names no such parent. Choose again whose household it is.',
      },
      basis: HOUSEHOLD_BASIS,
    })
  const address = answers['household.address']
  if (typeof address === 'object' && 'scope' in address && address.scope !== 'city')
    found.push({
      severity: 'refuse',
      fields: ['household.address'],
      message: {
        vi:
          'Hộ khẩu ở ngoài Hà Nội thì phường không chuyển hồ sơ được. Ông/bà đăng ký khai sinh ' +
          'trước, rồi nhập hộ khẩu tại Công an nơi đó.',
        en:
          'For a household outside Hanoi, register the birth first, then the residence with the ' +
          'police there.',
      },
      basis: 'Thông tư liên tịch 05/2015/TTLT-BTP-BCA-BYT, Điều 1',
    })
  return found
}

/** A parent's page that was not asked has no name: no father is recognised. */
function isLacking(answers: Parameters<Check>[0]['answers'], who: 'father'): boolean {
  const relation = said(answers, 'parents.relation')
  const { hasParents } = readBirth(answers)
  return !hasParents || (relation === 'motherOnly' && answers[`${who}.name`] === undefined)
}

/**
 * Who is not the head of a household is entered with the head's consent.
 * @basis Luật Cư trú 81/2006/QH11, Điều 25; Luật Cư trú 68/2020/QH14, Điều 20 (to be checked)
 */
export const consent: Check = ({ answers }) => {
  if (answers['household.headConsent'] !== false) return []
  return [
    {
      severity: 'refuse',
      fields: ['household.headConsent'],
      message: {
        vi:
          'Cần chủ hộ đồng ý mới nhập hộ khẩu cho trẻ được. Chưa đồng ý thì ông/bà đăng ký khai ' +
          'sinh trước.',
        en: 'The head of the household must agree. Until then register the birth alone.',
      },
      basis: HOUSEHOLD_BASIS,
    },
  ]
}

/**
 * The guardian on the insurance form is somebody the declaration names.
 * @basis Bộ luật Dân sự 91/2015/QH13, Điều 52, Điều 136
 */
export const guardian: Check = ({ answers }) => {
  const relation = said(answers, 'guardian.relation')
  const { hasParents, origin } = readBirth(answers)
  if (relation === undefined || origin === undefined || relation === 'carer') return []
  const isNamed = relation === 'father' ? !isLacking(answers, 'father') : hasParents
  if (isNamed) return []
  return [
    {
      severity: 'refuse',
      fields: ['guardian.relation'],
      message: {
        vi: 'Tờ khai không ghi người này là cha, mẹ của trẻ. Chọn lại người đứng tên giám hộ.',
        en: 'The declaration names no such parent. Choose the guardian again.',
      },
      basis: 'Bộ luật Dân sự 91/2015/QH13, Điều 52, Điều 136',
    },
  ]
}

export function registerInterlinkedChecks(): void {
  registerCheck('interlinked.under-six', underSix)
  registerCheck('interlinked.household', household)
  registerCheck('interlinked.consent', consent)
  registerCheck('interlinked.guardian', guardian)
}
