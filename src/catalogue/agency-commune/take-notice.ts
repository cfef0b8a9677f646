import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import {
  certificateFields,
  DAY_HINT,
  DAY_PATTERN,
  servingBase,
  servingFacts,
  textField,
  twoSteps,
} from '../agency-procedure.ts'
import { revisionsOf, type FirstVersion } from '../revisions-of.ts'
import { askerFields, roles, subjectFields } from './fields.ts'

const result = { vi: 'Xác nhận đã nhận thông báo hộ tịch', en: 'The notice has been taken' }

/**
 * A commune that registered somebody who resides here tells this commune, which notes it.
 * @basis LHT 60/2014/QH13, Điều 5 khoản 4
 */
const until2018: FirstVersion = {
  ...servingBase,
  key: 'civil_status.take_notice',
  slug: 'nhan-thong-bao-ho-tich',
  serves: 'civil_status.notify',
  validFrom: '2016-01-01',
  name: { vi: 'Nhận thông báo đăng ký hộ tịch', en: 'Take notice of a registration' },
  field: { vi: 'Hộ tịch, chứng thực', en: 'Civil status' },
  summary: {
    vi: 'Nhận thông báo về việc đăng ký hộ tịch của người thường trú tại địa bàn.',
    en: 'Takes note of the registration elsewhere of somebody who resides here.',
  },
  agencyKind: 'commune',
  facts: servingFacts({ vi: '5 ngày làm việc', en: '5 working days' }, result),
  components: [],
  limit: { kind: 'working-days', days: 5 },
  clock: { pausesFor: ['supplement'], afterSupplement: 'continue' },
  steps: twoSteps('civilStatusOfficer', 'chairman'),
  result: {
    template: 'result-letter@1',
    name: result,
    copies: false,
    facts: [
      {
        key: 'day',
        name: { vi: 'Ngày đã ghi nhận', en: 'Day of the note' },
        pattern: DAY_PATTERN,
        hint: DAY_HINT,
      },
    ],
  },
  declaration: {
    template: 'declaration@1',
    title: { vi: 'Thông báo việc đăng ký hộ tịch', en: 'Notice of a registration' },
    formNumber: '',
  },
  roles,
  form: {
    pages: [
      {
        key: 'thong-bao',
        title: { vi: 'Nội dung thông báo', en: 'The notice' },
        fields: [
          ...subjectFields,
          ...certificateFields({ vi: 'giấy tờ hộ tịch', en: 'certificate' }),
          textField({
            key: 'registeredAt',
            label: { vi: 'Nơi đăng ký', en: 'Where it was registered' },
          }),
          ...askerFields,
        ],
      },
    ],
  },
  legalBasis: [
    {
      instrument: 'Luật Hộ tịch số 60/2014/QH13',
      articles: 'Điều 5 khoản 4',
      note: {
        vi: 'pháp luật chưa nêu thời hạn ghi nhận; 5 ngày làm việc là mức của Thành phố, cần kiểm tra',
        en: 'the law sets no limit; 5 working days is the city’s own, to be checked',
      },
    },
  ],
}

/** Every revision since 2016. */
export const takeNotice: readonly ProcedureDefinition[] = revisionsOf(until2018, [
  /** @basis NĐ 61/2018/NĐ-CP, Điều 19 khoản 4: the limit restarts with the full papers */
  { validFrom: '2018-06-21', clock: { pausesFor: ['supplement'], afterSupplement: 'restart' } },
])
