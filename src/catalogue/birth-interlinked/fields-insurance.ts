import type {
  Condition,
  CopyRule,
  FieldDefinition,
  PageDefinition,
} from '../../modules/forms/index.ts'

const WHO = { mother: 'mother.name', father: 'father.name', carer: 'requester.name' } as const

/** The guardian's name is on the declaration already, whoever it is. */
const copies: readonly CopyRule[] = Object.entries(WHO).map(([value, field]) => {
  const chosen: Condition = { field: 'guardian.relation', is: value }
  return { field, when: { all: [chosen, { field, answered: true }] } }
})

/** Where the child lives, for who is not entered into a household. */
export const childResidence: FieldDefinition = {
  key: 'child.residence',
  type: 'address',
  scopes: ['city'],
  aside: true,
  label: { vi: 'Nơi trẻ đang ở', en: 'Where the child lives' },
  hint: {
    vi: 'Cơ quan Bảo hiểm xã hội nơi này cấp thẻ.',
    en: 'Social insurance of this place issues the card.',
  },
}

/** @basis QĐ 959/QĐ-BHXH, QĐ 595/QĐ-BHXH, mẫu TK1-TS (fields to be checked) */
export function insurancePage(more: readonly FieldDefinition[] = []): PageDefinition {
  return {
    key: 'bao-hiem',
    title: { vi: 'Thẻ bảo hiểm y tế của trẻ', en: "The child's health card" },
    hint: {
      vi: 'Phường chuyển phần này cho Bảo hiểm xã hội. Trẻ dưới 6 tuổi không phải đóng tiền.',
      en: 'The ward passes this on to social insurance. Under six nothing is paid.',
    },
    fields: [
      ...more,
      {
        key: 'facility.code',
        type: 'facility',
        aside: true,
        label: {
          vi: 'Nơi đăng ký khám chữa bệnh ban đầu',
          en: 'Primary care facility',
        },
        hint: {
          vi: 'Mã nơi khám đang là mã tạm, Bảo hiểm xã hội kiểm tra lại.',
          en: 'The codes are provisional; social insurance checks them.',
        },
        missing: { vi: 'Chọn nơi khám chữa bệnh ban đầu', en: 'Choose a facility' },
      },
      {
        key: 'guardian.relation',
        type: 'choice',
        aside: true,
        label: {
          vi: 'Ai đứng tên người giám hộ trên tờ khai bảo hiểm?',
          en: 'Who is named as guardian on the insurance form?',
        },
        hint: { vi: 'Thường là cha hoặc mẹ.', en: 'Mostly a parent.' },
        missing: { vi: 'Chọn người đứng tên giám hộ', en: 'Choose who is named' },
        printLabel: { vi: 'Quan hệ với trẻ', en: 'Relation to the child' },
        options: [
          { value: 'mother', label: { vi: 'Mẹ', en: 'The mother' } },
          { value: 'father', label: { vi: 'Cha', en: 'The father' } },
          {
            value: 'carer',
            label: { vi: 'Ông/bà, người đang nuôi dưỡng trẻ', en: 'You, who bring up the child' },
          },
        ],
      },
      {
        key: 'guardian.name',
        type: 'name',
        partsShown: false,
        aside: true,
        label: { vi: 'Họ và tên người giám hộ', en: 'Name of the guardian' },
        missing: { vi: 'Nhập họ và tên người giám hộ', en: 'Enter the name of the guardian' },
        copyOf: copies,
      },
    ],
  }
}
