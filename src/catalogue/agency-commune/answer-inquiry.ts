import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import {
  DAY_HINT,
  DAY_PATTERN,
  dayField,
  NUMBER_PATTERN,
  servingBase,
  servingFacts,
  textField,
  twoSteps,
} from '../agency-procedure.ts'
import { revisionsOf, type FirstVersion } from '../revisions-of.ts'
import { askerFields, roles, subjectFields } from './fields.ts'

const result = { vi: 'Văn bản trả lời xác minh hộ tịch', en: 'Answer to the inquiry' }

/**
 * Another commune asks whether an event stands in this commune's books.
 * @basis NĐ 123/2015/NĐ-CP, Điều 26 khoản 2, Điều 28: the commune asked answers in 5 working days
 */
const until2018: FirstVersion = {
  ...servingBase,
  key: 'civil_status.answer_inquiry',
  slug: 'tra-loi-xac-minh-ho-tich',
  serves: 'civil_status.verify',
  validFrom: '2016-01-01',
  name: { vi: 'Trả lời xác minh hộ tịch', en: 'Answer an inquiry about civil status' },
  field: { vi: 'Hộ tịch, chứng thực', en: 'Civil status' },
  summary: {
    vi: 'Kiểm tra Sổ hộ tịch đang lưu và trả lời UBND cấp xã đã đề nghị xác minh.',
    en: 'Looks into the books kept here and answers the commune that asked.',
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
        key: 'found',
        name: { vi: 'Có trong Sổ hộ tịch', en: 'Found in the book' },
        pattern: '(có|không)',
        hint: { vi: 'Ghi “có” hoặc “không”.', en: 'Write “có” (yes) or “không” (no).' },
      },
      {
        key: 'number',
        name: { vi: 'Số đăng ký', en: 'Entry number' },
        pattern: NUMBER_PATTERN,
        optional: true,
      },
      {
        key: 'day',
        name: { vi: 'Ngày đăng ký', en: 'Day of registration' },
        pattern: DAY_PATTERN,
        hint: DAY_HINT,
        optional: true,
      },
      {
        key: 'book',
        name: { vi: 'Quyển số', en: 'Book number' },
        pattern: NUMBER_PATTERN,
        optional: true,
      },
    ],
  },
  declaration: {
    template: 'declaration@1',
    title: { vi: 'Công văn đề nghị xác minh hộ tịch', en: 'Inquiry about civil status' },
    formNumber: '',
  },
  roles,
  form: {
    pages: [
      {
        key: 'xac-minh',
        title: { vi: 'Nội dung cần xác minh', en: 'What is asked' },
        fields: [
          ...subjectFields,
          textField({
            key: 'previous.agency',
            label: { vi: 'Nơi đã đăng ký', en: 'Where it was registered' },
            optional: true,
          }),
          dayField({
            key: 'previous.day',
            label: { vi: 'Ngày đã đăng ký', en: 'When it was registered' },
            optional: true,
          }),
          textField(
            { key: 'previous.number', label: { vi: 'Số', en: 'Number' }, optional: true },
            40,
          ),
          textField(
            { key: 'previous.book', label: { vi: 'Quyển số', en: 'Book' }, optional: true },
            40,
          ),
          {
            key: 'question',
            type: 'text',
            lengthMax: 4000,
            multiline: true,
            optional: true,
            label: { vi: 'Nội dung đề nghị xác minh', en: 'The question' },
          },
          ...askerFields,
        ],
      },
    ],
  },
  legalBasis: [
    { instrument: 'Luật Hộ tịch số 60/2014/QH13' },
    { instrument: 'Nghị định 123/2015/NĐ-CP', articles: 'Điều 26, Điều 28' },
  ],
}

/** Every revision since 2016. */
export const answerInquiry: readonly ProcedureDefinition[] = revisionsOf(until2018, [
  /** @basis NĐ 61/2018/NĐ-CP, Điều 19 khoản 4: the limit restarts with the full papers */
  { validFrom: '2018-06-21', clock: { pausesFor: ['supplement'], afterSupplement: 'restart' } },
])
