import type { FormDefinition } from '../../modules/forms/index.ts'
import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import { appointmentStep, collectStep, declareStep, examineAndSign } from '../at-the-ward.ts'
import { base, feeFact, newbornNotice, resultFact } from '../birth-before-2016/base.ts'
import { parentPages } from '../birth-before-2016/fields-parents.ts'
import { personPage } from '../birth-before-2016/fields-person.ts'
import { requester2016 } from '../birth-before-2016/fields-requester.ts'
import {
  authority,
  headsConfirmation,
  householdBook,
  identity,
  personalPapers,
} from '../birth-before-2016/papers.ts'
import { requesterPage } from '../birth-before-2016/requester-page.ts'
import type { FirstVersion } from '../revisions-of.ts'
import { entryLeg, notifyLeg, numberLegUnless } from '../legs-ministry.ts'
import { componentOf, fileFields, photosPage } from '../papers-asked.ts'
import { collectWithPapers, papersField, personMore2016 } from './fields.ts'

const papers = [personalPapers, headsConfirmation, authority, identity]

export const photos = photosPage([papersField, ...papers.flatMap(fileFields)])

/** @basis TT 15/2015/TT-BTP, mẫu Tờ khai đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân */
const form2016: FormDefinition = {
  pages: [
    requesterPage(requester2016),
    personPage(['12', '9'], personMore2016),
    ...parentPages('residence'),
    photos,
    collectWithPapers,
  ],
}

/** @basis LHT 60/2014/QH13, Điều 5 khoản 4: the commune of the residence, permanent or temporary */
export function jurisdiction(fields: readonly string[]): ProcedureDefinition['jurisdiction'] {
  return { rule: 'residence-of', params: { cases: [{ fields }] } }
}

const about = {
  key: 'birth.register_with_papers',
  slug: 'khai-sinh-nguoi-da-co-giay-to',
  nationalCode: '1.004772',
  name: {
    vi: 'Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân',
    en: 'Register the birth of a person who has papers',
  },
  summary: {
    vi:
      'Cho người sinh trước 01/01/2016, chưa từng đăng ký khai sinh nhưng đã có giấy tờ cá nhân ' +
      'như căn cước, sổ hộ khẩu, học bạ.',
    en:
      'For a person born before 1 January 2016 who was never registered and has personal papers: ' +
      'an identity card, a household book, school papers.',
  },
  keywords: [
    'người lớn chưa có giấy khai sinh',
    'chưa từng làm giấy khai sinh',
    'khai sinh theo chứng minh nhân dân',
    'khai sinh theo giấy tờ cá nhân',
    'làm giấy khai sinh cho ông bà, cha mẹ',
    'birth registration of an adult with papers',
  ],
  facts: {
    fee: feeFact,
    time: {
      main: { vi: '5 ngày làm việc', en: '5 working days' },
      small: {
        vi: 'Phải xác minh thì dài thêm theo thời gian xác minh',
        en: 'Longer where something must be verified',
      },
    },
    where: {
      main: { vi: 'Phường, xã', en: 'Ward or commune' },
      small: { vi: 'Nơi người được khai sinh cư trú', en: 'Where the person resides' },
    },
    result: resultFact,
  },
} as const satisfies Partial<ProcedureDefinition>

/**
 * From 2016-01-01: the contents are those of the papers; where they differ, the oldest or those the
 * confirmation of an agency supports.
 * @basis LHT 60/2014/QH13, Điều 16; TT 15/2015/TT-BTP (articles to be checked)
 */
export const revision2016: FirstVersion = {
  ...base,
  ...about,
  validFrom: '2016-01-01',
  notices: [
    {
      title: { vi: 'Đã từng đăng ký khai sinh', en: 'Registered once before' },
      body: {
        vi:
          'Xin cấp bản sao trích lục tại nơi đã đăng ký. Mất cả sổ và bản chính thì đăng ký lại ' +
          'khai sinh.',
        en:
          'Ask for a copy of the extract where it was registered. If book and original are lost, ' +
          'register again.',
      },
      procedure: 'birth.re_register',
    },
    newbornNotice,
  ],
  components: [...papers, householdBook()].map(componentOf),
  citizenSteps: [
    declareStep(15),
    {
      title: { vi: 'Phường đối chiếu các giấy tờ', en: 'The ward compares the papers' },
      body: {
        vi: 'Giấy tờ khác nhau ở đâu, phường hỏi lại ông/bà chỗ đó.',
        en: 'Where they differ, the ward asks you.',
      },
      who: { vi: 'Công chức tư pháp – hộ tịch', en: 'Civil-status officer' },
      icon: 'home',
    },
    appointmentStep,
    collectStep({ vi: 'Giấy khai sinh', en: 'certificate' }),
  ],
  steps: examineAndSign('Giấy khai sinh'),
  register: {
    book: 'birth',
    entry: 'first',
    givesNumber: { sex: 'child.sex', birth: 'child.birthDate' },
  },
  legs: [numberLegUnless('child.idNumber'), entryLeg, notifyLeg('child.residence')],
  result: {
    template: 'birth-certificate@1',
    name: { vi: 'Giấy khai sinh', en: 'Birth certificate' },
    copies: true,
  },
  declaration: {
    template: 'birth-with-papers-declaration@1',
    title: {
      vi: 'Tờ khai đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân',
      en: 'Declaration of the birth of a person who has papers',
    },
    formNumber: '',
  },
  jurisdiction: jurisdiction(['child.residence']),
  checks: [
    { rule: 'birth.not-in-future', params: {} },
    { rule: 'earlier.born-before', params: { before: '2016-01-01' } },
    { rule: 'earlier.never-registered', params: {} },
    { rule: 'earlier.requester', params: {} },
    { rule: 'birth.place', params: {} },
    { rule: 'birth.nationality', params: { country: 'Việt Nam' } },
    { rule: 'birth.parent-ages', params: { yearsMin: 12, motherYearsMax: 60 } },
    { rule: 'birth.late', params: { days: 60 } },
  ],
  form: form2016,
  legalBasis: [
    { instrument: 'Luật Hộ tịch số 60/2014/QH13', articles: 'Điều 5, Điều 16' },
    { instrument: 'Nghị định 123/2015/NĐ-CP' },
    { instrument: 'Thông tư 15/2015/TT-BTP' },
  ],
}
