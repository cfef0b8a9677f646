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
import { deleteForm } from './fields.ts'

const result = { vi: 'Kết quả xóa đăng ký thường trú', en: 'Result of deleting the residence' }

const extract: ComponentDefinition = {
  key: 'trich-luc-khai-tu',
  name: { vi: 'Trích lục khai tử', en: 'Extract of the death' },
  submit: true,
  present: 'no',
}

const householdBook: ComponentDefinition = {
  key: 'so-ho-khau',
  name: { vi: 'Sổ hộ khẩu', en: 'Household book' },
  hint: {
    vi: 'Phường chuyển bản giấy; trả lại phường khi đã xóa tên.',
    en: 'The ward passes on the paper book; it goes back once the name is struck out.',
  },
  submit: true,
  present: 'no',
}

/**
 * The deceased's name struck out of the household book.
 * @basis Luật Cư trú 81/2006/QH11, Điều 22 khoản 1 điểm a; services7.md 3.7 (3 days to be checked)
 */
const until2018: FirstVersion = {
  ...servingBase,
  key: 'residence.delete_deceased',
  slug: 'cong-an-xoa-dang-ky-thuong-tru',
  serves: 'residence.delete',
  validFrom: '2016-01-01',
  name: {
    vi: 'Xóa đăng ký thường trú của người đã chết',
    en: 'Delete the residence of a deceased',
  },
  field: { vi: 'Đăng ký, quản lý cư trú', en: 'Residence' },
  summary: {
    vi: 'Xóa đăng ký thường trú của người đã khai tử, theo hồ sơ phường chuyển đến.',
    en: "Deletes the permanent residence of a registered deceased, from the ward's dossier.",
  },
  agencyKind: 'police',
  facts: servingFacts({ vi: '3 ngày làm việc', en: '3 working days' }, result),
  components: [extract, householdBook],
  limit: { kind: 'working-days', days: 3 },
  clock: { pausesFor: ['supplement'], afterSupplement: 'continue' },
  steps: twoSteps('specialist', 'director'),
  result: {
    template: 'result-letter@1',
    name: result,
    copies: false,
    facts: [
      {
        key: 'confirmation',
        name: { vi: 'Số giấy xác nhận xóa đăng ký', en: 'Number of the confirmation' },
        pattern: NUMBER_PATTERN,
      },
      {
        key: 'day',
        name: { vi: 'Ngày xóa đăng ký thường trú', en: 'Day of deletion' },
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
    subjectName: 'deceased.name',
    requesterName: 'requester.name',
    requesterAddress: null,
    phone: 'requester.phone',
    copies: null,
    collector: null,
  },
  form: deleteForm(true),
  legalBasis: [
    { instrument: 'Luật Cư trú số 81/2006/QH11', articles: 'Điều 22' },
    { instrument: 'Thông tư 35/2014/TT-BCA' },
  ],
}

/** Every revision since 2016. */
export const deleteDeceased: readonly ProcedureDefinition[] = revisionsOf(until2018, [
  /** @basis NĐ 61/2018/NĐ-CP, Điều 19 khoản 4: the limit restarts with the full papers */
  { validFrom: '2018-06-21', clock: { pausesFor: ['supplement'], afterSupplement: 'restart' } },
  /** @basis Luật Cư trú 68/2020/QH14, Điều 24 khoản 1 điểm a: commune police, form CT01 */
  {
    validFrom: '2021-07-01',
    declaration: {
      template: 'declaration@1',
      title: {
        vi: 'Tờ khai thay đổi thông tin cư trú',
        en: 'Declaration of a change of residence',
      },
      formNumber: 'CT01',
    },
    legalBasis: [
      { instrument: 'Luật Cư trú số 68/2020/QH14', articles: 'Điều 24' },
      { instrument: 'Nghị định 62/2021/NĐ-CP' },
    ],
  },
  /** @basis NĐ 104/2022/NĐ-CP: from 2023-01-01 no household book may be asked for */
  { validFrom: '2023-01-01', components: [extract], form: deleteForm(false) },
  /** @basis NĐ 63/2024/NĐ-CP, Điều 8: residence within two working days (articles to be checked) */
  {
    validFrom: '2024-07-01',
    facts: servingFacts({ vi: '2 ngày làm việc', en: '2 working days' }, result),
    limit: { kind: 'working-days', days: 2 },
    legalBasis: [
      { instrument: 'Luật Cư trú số 68/2020/QH14', articles: 'Điều 24' },
      { instrument: 'Nghị định 63/2024/NĐ-CP' },
    ],
  },
])
