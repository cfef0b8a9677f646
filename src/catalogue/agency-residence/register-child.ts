import type { ComponentDefinition, ProcedureDefinition } from '../../modules/procedures/index.ts'
import {
  DAY_HINT,
  DAY_PATTERN,
  NUMBER_PATTERN,
  servingBase,
  servingFacts,
  twoSteps,
} from '../agency-procedure.ts'
import { revisionsOf, type FirstVersion } from '../revisions-of.ts'
import { registerForm } from './fields.ts'

const name = { vi: 'Đăng ký thường trú cho trẻ', en: 'Register residence for a child' }
const result = { vi: 'Kết quả đăng ký thường trú', en: 'Result of the registration of residence' }

const certificate: ComponentDefinition = {
  key: 'giay-khai-sinh',
  name: { vi: 'Bản sao Giấy khai sinh', en: 'Copy of the birth certificate' },
  submit: true,
  present: 'no',
}

const householdBook: ComponentDefinition = {
  key: 'so-ho-khau',
  name: { vi: 'Sổ hộ khẩu', en: 'Household book' },
  hint: {
    vi: 'Phường chuyển bản giấy; trả lại phường khi đã ghi tên trẻ.',
    en: 'The ward passes on the paper book; it goes back once the child is entered.',
  },
  submit: true,
  present: 'no',
}

/**
 * The child's name entered into the household book, within 15 calendar days of full papers.
 * @basis Luật Cư trú 81/2006/QH11, Điều 21; NĐ 31/2014/NĐ-CP, Điều 7; practice.md 13
 */
const until2018: FirstVersion = {
  ...servingBase,
  key: 'residence.register_child',
  slug: 'cong-an-dang-ky-thuong-tru-cho-tre',
  serves: 'residence.register',
  validFrom: '2016-01-01',
  name,
  field: { vi: 'Đăng ký, quản lý cư trú', en: 'Residence' },
  summary: {
    vi: 'Ghi tên trẻ mới khai sinh vào hộ của cha hoặc mẹ, theo hồ sơ phường chuyển đến.',
    en: "Enters a newly registered child into a parent's household, from the ward's dossier.",
  },
  agencyKind: 'police',
  facts: servingFacts({ vi: '15 ngày', en: '15 days' }, result),
  components: [certificate, householdBook],
  limit: { kind: 'days', days: 15 },
  clock: { pausesFor: ['supplement'], afterSupplement: 'continue' },
  steps: twoSteps('specialist', 'director'),
  result: {
    template: 'result-letter@1',
    name: result,
    copies: false,
    facts: [
      {
        key: 'confirmation',
        name: { vi: 'Số sổ hộ khẩu đã ghi tên trẻ', en: 'Household book with the child' },
        pattern: NUMBER_PATTERN,
      },
      {
        key: 'day',
        name: { vi: 'Ngày đăng ký thường trú', en: 'Day of registration' },
        pattern: DAY_PATTERN,
        hint: DAY_HINT,
      },
    ],
  },
  declaration: {
    template: 'declaration@1',
    title: {
      vi: 'Phiếu báo thay đổi hộ khẩu, nhân khẩu',
      en: 'Notice of change in the household',
    },
    formNumber: 'HK02',
  },
  roles: {
    subjectName: 'child.name',
    requesterName: 'requester.name',
    requesterAddress: 'household.address',
    phone: 'requester.phone',
    copies: null,
    collector: null,
  },
  form: registerForm(true),
  legalBasis: [
    { instrument: 'Luật Cư trú số 81/2006/QH11', articles: 'Điều 21' },
    { instrument: 'Nghị định 31/2014/NĐ-CP', articles: 'Điều 7' },
    { instrument: 'Thông tư liên tịch 05/2015/TTLT-BTP-BCA-BYT' },
  ],
}

const day = until2018.result.facts!.filter(({ key }) => key === 'day')

/** Every revision since 2016. */
export const registerChild: readonly ProcedureDefinition[] = revisionsOf(until2018, [
  /** @basis NĐ 61/2018/NĐ-CP, Điều 19 khoản 4: the limit restarts with the full papers */
  { validFrom: '2018-06-21', clock: { pausesFor: ['supplement'], afterSupplement: 'restart' } },
  /** @basis Luật Cư trú 68/2020/QH14, Điều 22 khoản 3: commune police, 7 working days, form CT01 */
  {
    validFrom: '2021-07-01',
    facts: servingFacts({ vi: '7 ngày làm việc', en: '7 working days' }, result),
    limit: { kind: 'working-days', days: 7 },
    result: {
      ...until2018.result,
      facts: [
        {
          key: 'confirmation',
          name: { vi: 'Số thông báo kết quả đăng ký cư trú', en: 'Number of the notice of result' },
          pattern: NUMBER_PATTERN,
        },
        ...day,
      ],
    },
    declaration: {
      template: 'declaration@1',
      title: {
        vi: 'Tờ khai thay đổi thông tin cư trú',
        en: 'Declaration of a change of residence',
      },
      formNumber: 'CT01',
    },
    legalBasis: [
      { instrument: 'Luật Cư trú số 68/2020/QH14', articles: 'Điều 20, Điều 22' },
      { instrument: 'Thông tư 56/2021/TT-BCA' },
      { instrument: 'Thông tư liên tịch 05/2015/TTLT-BTP-BCA-BYT' },
    ],
  },
  /** @basis NĐ 104/2022/NĐ-CP: from 2023-01-01 no household book may be asked for */
  { validFrom: '2023-01-01', components: [certificate], form: registerForm(false) },
  /** @basis NĐ 63/2024/NĐ-CP, Điều 7: residence within two working days (articles to be checked) */
  {
    validFrom: '2024-07-01',
    facts: servingFacts({ vi: '2 ngày làm việc', en: '2 working days' }, result),
    limit: { kind: 'working-days', days: 2 },
    legalBasis: [
      { instrument: 'Luật Cư trú số 68/2020/QH14', articles: 'Điều 20, Điều 22' },
      { instrument: 'Thông tư 56/2021/TT-BCA' },
      { instrument: 'Nghị định 63/2024/NĐ-CP' },
    ],
  },
])
