import type { FormDefinition } from '../../modules/forms/index.ts'
import type { ProcedureDefinition } from '../../modules/procedures/index.ts'
import {
  certificateFields,
  DAY_HINT,
  DAY_PATTERN,
  dayField,
  nameField,
  numberField,
  phoneField,
  placeField,
  servingBase,
  servingFacts,
  sexField,
  textField,
  twoSteps,
} from '../agency-procedure.ts'
import { revisionsOf, type FirstVersion } from '../revisions-of.ts'

const result = { vi: 'Thẻ bảo hiểm y tế', en: 'Health insurance card' }

/** Who answers for the child, in the words of the declaration of birth. */
const GUARDIANS = [
  { value: 'father', label: { vi: 'Cha', en: 'Father' } },
  { value: 'mother', label: { vi: 'Mẹ', en: 'Mother' } },
  { value: 'grandparent', label: { vi: 'Ông, bà', en: 'Grandparent' } },
  { value: 'relative', label: { vi: 'Người thân thích khác', en: 'Other relative' } },
  { value: 'carer', label: { vi: 'Người đang nuôi dưỡng trẻ', en: 'Who brings up the child' } },
  {
    value: 'organisation',
    label: { vi: 'Tổ chức đang nuôi dưỡng trẻ', en: 'Organisation that brings up the child' },
  },
  { value: 'authorised', label: { vi: 'Người được ủy quyền', en: 'Authorised by the parents' } },
] as const

/** @basis QĐ 959/QĐ-BHXH ngày 09/9/2015, QĐ 595/QĐ-BHXH ngày 14/4/2017: mẫu TK1-TS */
const form: FormDefinition = {
  pages: [
    {
      key: 'tre',
      title: { vi: 'Trẻ được cấp thẻ', en: 'The child' },
      fields: [
        nameField({ key: 'child.name', label: { vi: 'Họ và tên trẻ', en: 'Name of the child' } }),
        dayField({ key: 'child.birthDate', label: { vi: 'Ngày sinh', en: 'Date of birth' } }),
        sexField('child.sex'),
        {
          key: 'child.ethnicity',
          type: 'ethnicity',
          optional: true,
          label: { vi: 'Dân tộc', en: 'Ethnicity' },
        },
        {
          key: 'child.nationality',
          type: 'nationality',
          optional: true,
          label: { vi: 'Quốc tịch', en: 'Nationality' },
        },
        placeField({
          key: 'child.birthPlace',
          label: { vi: 'Nơi sinh', en: 'Place of birth' },
          optional: true,
        }),
        placeField({
          key: 'child.residence',
          label: { vi: 'Nơi cư trú của trẻ', en: 'Where the child lives' },
          optional: true,
        }),
        numberField({
          key: 'child.personalNumber',
          label: { vi: 'Số định danh cá nhân', en: 'Personal number' },
          optional: true,
        }),
        ...certificateFields({ vi: 'Giấy khai sinh', en: 'birth certificate' }),
      ],
    },
    {
      key: 'tham-gia',
      title: { vi: 'Tham gia bảo hiểm y tế', en: 'Insurance' },
      fields: [
        nameField({
          key: 'guardian.name',
          label: { vi: 'Cha, mẹ hoặc người giám hộ', en: 'Parent or guardian' },
          optional: true,
        }),
        {
          key: 'guardian.relation',
          type: 'choice',
          optional: true,
          label: { vi: 'Quan hệ với trẻ', en: 'Relation to the child' },
          options: GUARDIANS,
        },
        phoneField({
          key: 'guardian.phone',
          label: { vi: 'Điện thoại', en: 'Phone' },
          optional: true,
        }),
        textField(
          {
            key: 'facility.code',
            label: { vi: 'Mã nơi khám chữa bệnh ban đầu', en: 'Code of the primary care facility' },
            optional: true,
          },
          10,
        ),
        textField({
          key: 'facility.name',
          label: { vi: 'Nơi khám chữa bệnh ban đầu', en: 'Primary care facility' },
          optional: true,
        }),
      ],
    },
  ],
}

const from = {
  key: 'from',
  name: { vi: 'Giá trị sử dụng từ ngày', en: 'Valid from' },
  pattern: DAY_PATTERN,
  hint: DAY_HINT,
}

/** Children under six: `TE`, benefit level 1. @basis QĐ 1351/QĐ-BHXH ngày 16/11/2015 */
const CARD_PATTERN = String.raw`TE1\d{12}`

/**
 * A card for the child, within ten working days.
 * @basis Luật BHYT 25/2008/QH12 sửa đổi 46/2014/QH13, Điều 17; TTLT 05/2015/TTLT-BTP-BCA-BYT
 */
const until2017: FirstVersion = {
  ...servingBase,
  key: 'health_card.issue_child',
  slug: 'bhxh-cap-the-bhyt-cho-tre',
  serves: 'health_card.issue',
  validFrom: '2016-01-01',
  name: {
    vi: 'Cấp thẻ bảo hiểm y tế cho trẻ dưới 6 tuổi',
    en: 'Health card for a child under six',
  },
  field: { vi: 'Bảo hiểm y tế', en: 'Health insurance' },
  summary: {
    vi: 'Cấp thẻ bảo hiểm y tế cho trẻ mới khai sinh, theo hồ sơ phường chuyển đến.',
    en: "Issues a health card to a newly registered child, from the ward's dossier.",
  },
  agencyKind: 'socialInsurance',
  facts: servingFacts({ vi: '10 ngày làm việc', en: '10 working days' }, result),
  components: [
    {
      key: 'giay-khai-sinh',
      name: { vi: 'Bản sao Giấy khai sinh', en: 'Copy of the birth certificate' },
      submit: true,
      present: 'no',
    },
  ],
  limit: { kind: 'working-days', days: 10 },
  clock: { pausesFor: ['supplement'], afterSupplement: 'continue' },
  steps: twoSteps('specialist', 'director'),
  result: {
    template: 'result-letter@1',
    name: result,
    copies: false,
    facts: [
      {
        key: 'card',
        name: { vi: 'Mã thẻ bảo hiểm y tế', en: 'Code of the card' },
        pattern: CARD_PATTERN,
        hint: {
          vi: '15 ký tự: TE1, mã tỉnh, mã quận huyện, mã đơn vị, số thứ tự.',
          en: '15 characters: TE1, province, district, unit, running number.',
        },
      },
      from,
    ],
  },
  declaration: {
    template: 'declaration@1',
    title: {
      vi: 'Tờ khai tham gia bảo hiểm y tế',
      en: 'Declaration for health insurance',
    },
    formNumber: 'TK1-TS',
  },
  roles: {
    subjectName: 'child.name',
    requesterName: 'guardian.name',
    requesterAddress: 'child.residence',
    phone: 'guardian.phone',
    copies: null,
    collector: null,
  },
  form,
  legalBasis: [
    { instrument: 'Luật Bảo hiểm y tế số 25/2008/QH12, sửa đổi bởi Luật 46/2014/QH13' },
    { instrument: 'Thông tư liên tịch 05/2015/TTLT-BTP-BCA-BYT' },
  ],
}

/** Every revision since 2016. */
export const issueChildCard: readonly ProcedureDefinition[] = revisionsOf(until2017, [
  /** @basis Công văn 3340/BHXH-ST ngày 08/8/2017: the card carries the 10-digit insurance number */
  {
    validFrom: '2017-08-01',
    result: {
      ...until2017.result,
      facts: [
        {
          key: 'card',
          name: { vi: 'Mã thẻ bảo hiểm y tế', en: 'Code of the card' },
          pattern: CARD_PATTERN,
          hint: {
            vi: '15 ký tự: TE1, mã tỉnh, 10 số cuối là mã số bảo hiểm xã hội.',
            en: '15 characters: TE1, province, then the 10-digit insurance number.',
          },
        },
        from,
      ],
    },
  },
  /** @basis NĐ 61/2018/NĐ-CP, Điều 19 khoản 4: the limit restarts with the full papers */
  { validFrom: '2018-06-21', clock: { pausesFor: ['supplement'], afterSupplement: 'restart' } },
  /** @basis NĐ 63/2024/NĐ-CP, Điều 7: the card within two working days (articles to be checked) */
  {
    validFrom: '2024-07-01',
    facts: servingFacts({ vi: '2 ngày làm việc', en: '2 working days' }, result),
    limit: { kind: 'working-days', days: 2 },
    legalBasis: [
      { instrument: 'Luật Bảo hiểm y tế số 25/2008/QH12, sửa đổi bởi Luật 46/2014/QH13' },
      { instrument: 'Nghị định 63/2024/NĐ-CP' },
    ],
  },
])
