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
import { componentOf, fileFields, photosPage, type Paper } from '../papers-asked.ts'
import { collectAgain, personMore, previousPage } from './fields.ts'

/** @basis NĐ 123/2015/NĐ-CP, Điều 26 khoản 1 */
const oldCopy: Paper = {
  key: 'ban-sao-khai-sinh-cu',
  field: 'file.oldCopy',
  optional: true,
  name: { vi: 'Bản sao Giấy khai sinh cũ', en: 'Copy of the old certificate' },
  hint: {
    vi: 'Nếu còn: bản sao do cơ quan có thẩm quyền của Việt Nam cấp hợp lệ.',
    en: 'If there is one, issued by a Vietnamese authority.',
  },
  submit: true,
  present: 'compare',
}

const AT_RESIDENCE = { field: 'filing.at', is: 'residence' } as const
const papers: readonly Paper[] = [personalPapers, oldCopy, headsConfirmation, authority, identity]

export const photos = photosPage(papers.flatMap(fileFields))

/** Tờ khai đăng ký lại khai sinh. @basis TT 15/2015/TT-BTP, mẫu Tờ khai đăng ký lại khai sinh */
const form2016: FormDefinition = {
  pages: [
    requesterPage(requester2016),
    personPage(['12', '9'], personMore),
    ...parentPages('residence'),
    previousPage({ communeAsked: false }),
    photos,
    collectAgain,
  ],
}

/**
 * Competent is the commune that registered the birth, or that of the requester's residence.
 * @basis NĐ 123/2015/NĐ-CP, Điều 25
 */
export function jurisdiction(residence: readonly string[]): ProcedureDefinition['jurisdiction'] {
  const cases = [{ when: AT_RESIDENCE, fields: residence }, { fields: ['previous.agency'] }]
  return { rule: 'residence-of', params: { cases } }
}

const about = {
  key: 'birth.re_register',
  slug: 'dang-ky-lai-khai-sinh',
  nationalCode: '1.004884',
  name: { vi: 'Đăng ký lại khai sinh', en: 'Register a birth again' },
  summary: {
    vi:
      'Cho người đã được đăng ký khai sinh trước 01/01/2016, nay mất cả Sổ hộ tịch và bản chính ' +
      'Giấy khai sinh.',
    en:
      'For a person whose birth was registered before 1 January 2016, when both the register and ' +
      'the original certificate are lost.',
  },
  keywords: [
    'mất giấy khai sinh',
    'làm lại giấy khai sinh',
    'cấp lại khai sinh bản chính',
    'xin lại giấy khai sinh bị mất',
    'khai sinh cho người lớn',
    'lost birth certificate, register a birth again',
  ],
  facts: {
    fee: feeFact,
    time: {
      main: { vi: '5 ngày làm việc', en: '5 working days' },
      small: {
        vi: 'Phải hỏi nơi đăng ký cũ: không quá 25 ngày',
        en: 'Where the old place is asked: at most 25 days',
      },
    },
    where: {
      main: { vi: 'Phường, xã', en: 'Ward or commune' },
      small: {
        vi: 'Nơi đã đăng ký trước đây, hoặc nơi ông/bà thường trú',
        en: 'Where it was registered before, or where you reside',
      },
    },
    result: {
      ...resultFact,
      small: {
        vi: '01 bản chính ghi “Đăng ký lại”, bản sao theo yêu cầu',
        en: 'One original marked “registered again”, copies as requested',
      },
    },
  },
} as const satisfies Partial<ProcedureDefinition>

/**
 * From 2016-01-01: the old place is asked whether it keeps the book; it answers within 5 working
 * days, and 3 more are left to register.
 * @basis NĐ 123/2015/NĐ-CP, Điều 24 đến Điều 26; TT 15/2015/TT-BTP
 */
export const revision2016: FirstVersion = {
  ...base,
  ...about,
  validFrom: '2016-01-01',
  notices: [
    {
      title: { vi: 'Còn bản chính, hoặc sổ còn lưu', en: 'The original or the book is there' },
      body: {
        vi:
          'Không phải đăng ký lại: ông/bà xin cấp bản sao trích lục khai sinh tại phường, xã đang ' +
          'lưu Sổ hộ tịch.',
        en: 'Then ask for a copy of the extract at the ward that keeps the register.',
      },
    },
    newbornNotice,
  ],
  components: [...papers, householdBook(AT_RESIDENCE)].map(componentOf),
  citizenSteps: [
    declareStep(15),
    {
      title: { vi: 'Phường kiểm tra, xác minh', en: 'The ward checks and asks' },
      body: {
        vi: 'Nơi đăng ký cũ được hỏi xem còn lưu sổ hay không. Ông/bà không phải đi hỏi.',
        en: 'The old place is asked whether it keeps the book. You need not go there.',
      },
      who: { vi: 'Công chức tư pháp – hộ tịch', en: 'Civil-status officer' },
      icon: 'home',
    },
    appointmentStep,
    collectStep({ vi: 'Giấy khai sinh', en: 'certificate' }),
  ],
  steps: [
    {
      key: 'xac-minh',
      name: { vi: 'Xác minh lần đăng ký trước đây', en: 'Verification of the registration' },
      kind: 'verify',
      role: 'civilStatusOfficer',
      limit: { kind: 'working-days', days: 5 },
      finish: { kind: 'working-days', days: 3 },
      asks: {
        kind: '=event',
        'subject.name': 'child.name',
        'subject.birthDate': 'child.birthDate',
        'previous.agency': 'previous.agencyName',
        'previous.day': 'previous.date',
        'previous.number': 'previous.number',
        'previous.book': 'previous.book',
        'requester.name': '=agency',
      },
    },
    ...examineAndSign('Giấy khai sinh'),
  ],
  register: {
    book: 'birth',
    entry: 'again',
    givesNumber: { sex: 'child.sex', birth: 'child.birthDate' },
  },
  legs: [numberLegUnless('child.idNumber'), entryLeg, notifyLeg('requester.residence')],
  result: {
    template: 'birth-certificate@1',
    name: { vi: 'Giấy khai sinh', en: 'Birth certificate' },
    copies: true,
  },
  declaration: {
    template: 'birth-again-declaration@1',
    title: { vi: 'Tờ khai đăng ký lại khai sinh', en: 'Declaration to register again' },
    formNumber: '',
  },
  jurisdiction: jurisdiction(['requester.residence']),
  checks: [
    { rule: 'birth.not-in-future', params: {} },
    { rule: 'again.registered-before', params: { before: '2016-01-01' } },
    { rule: 'again.after-birth', params: {} },
    { rule: 'again.alive', params: {} },
    { rule: 'again.both-lost', params: {} },
    { rule: 'again.where', params: {} },
    { rule: 'earlier.requester', params: {} },
    { rule: 'earlier.nationality', params: { country: 'Việt Nam' } },
    { rule: 'birth.parent-ages', params: { yearsMin: 12, motherYearsMax: 60 } },
    { rule: 'again.marked', params: {} },
  ],
  form: form2016,
  legalBasis: [
    { instrument: 'Luật Hộ tịch số 60/2014/QH13', articles: 'Điều 5, Điều 16' },
    { instrument: 'Nghị định 123/2015/NĐ-CP', articles: 'Điều 24 đến Điều 26' },
    { instrument: 'Thông tư 15/2015/TT-BTP' },
  ],
}
