import type { FieldDefinition, FormDefinition } from '../../modules/forms/index.ts'
import {
  certificateFields,
  dayField,
  nameField,
  numberField,
  placeField,
  requesterFields,
  sexField,
  textField,
} from '../agency-procedure.ts'

const birthCertificate = { vi: 'Giấy khai sinh', en: 'birth certificate' }
const deathExtract = { vi: 'Trích lục khai tử', en: 'extract of the death' }

/** Until the household books were withdrawn the change is entered into the household's own. */
const bookNo = textField(
  {
    key: 'household.bookNo',
    label: { vi: 'Số sổ hộ khẩu', en: 'Number of the household book' },
    optional: true,
  },
  30,
)

const headName = nameField({
  key: 'household.headName',
  label: { vi: 'Họ và tên chủ hộ', en: 'Head of the household' },
  optional: true,
})

function household(hasBook: boolean): readonly FieldDefinition[] {
  return [
    ...(hasBook ? [bookNo] : []),
    headName,
    textField({
      key: 'household.headRelation',
      label: { vi: 'Quan hệ với chủ hộ', en: 'Relation to the head' },
      optional: true,
    }),
    placeField({
      key: 'household.address',
      label: { vi: 'Nơi đăng ký thường trú', en: 'Where residence is registered' },
    }),
    {
      key: 'household.headConsent',
      type: 'yesNo',
      optional: true,
      label: { vi: 'Chủ hộ đồng ý cho nhập hộ khẩu', en: 'The head of the household agrees' },
    },
  ]
}

/** @basis TT 36/2014/TT-BCA, mẫu HK02; TT 56/2021/TT-BCA, mẫu CT01 */
export function registerForm(hasBook: boolean): FormDefinition {
  return {
    pages: [
      {
        key: 'tre',
        title: { vi: 'Trẻ đăng ký thường trú', en: 'The child' },
        fields: [
          nameField({ key: 'child.name', label: { vi: 'Họ và tên trẻ', en: 'Name of the child' } }),
          dayField({ key: 'child.birthDate', label: { vi: 'Ngày sinh', en: 'Date of birth' } }),
          sexField('child.sex'),
          placeField({
            key: 'child.birthPlace',
            label: { vi: 'Nơi sinh', en: 'Place of birth' },
            optional: true,
          }),
          placeField({
            key: 'child.homeTown',
            label: { vi: 'Quê quán', en: 'Home town' },
            optional: true,
          }),
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
          numberField({
            key: 'child.personalNumber',
            label: { vi: 'Số định danh cá nhân', en: 'Personal number' },
            optional: true,
          }),
          ...certificateFields(birthCertificate),
        ],
      },
      {
        key: 'ho',
        title: { vi: 'Hộ gia đình', en: 'The household' },
        fields: household(hasBook),
      },
      {
        key: 'nguoi-yeu-cau',
        title: { vi: 'Người yêu cầu', en: 'The requester' },
        fields: requesterFields,
      },
    ],
  }
}

export function deleteForm(hasBook: boolean): FormDefinition {
  return {
    pages: [
      {
        key: 'nguoi-chet',
        title: { vi: 'Người đã chết', en: 'The deceased' },
        fields: [
          nameField({
            key: 'deceased.name',
            label: { vi: 'Họ và tên người đã chết', en: 'Name of the deceased' },
          }),
          dayField({
            key: 'deceased.birthDate',
            label: { vi: 'Ngày, tháng, năm sinh', en: 'Date of birth' },
          }),
          sexField('deceased.sex'),
          numberField({
            key: 'deceased.personalNumber',
            label: {
              vi: 'Số định danh cá nhân hoặc Chứng minh nhân dân',
              en: 'Personal number or card number',
            },
            optional: true,
          }),
          placeField({
            key: 'deceased.lastResidence',
            label: { vi: 'Nơi thường trú cuối cùng', en: 'Last permanent residence' },
          }),
          dayField({ key: 'death.day', label: { vi: 'Ngày chết', en: 'Day of death' } }),
          ...certificateFields(deathExtract, 'extract'),
        ],
      },
      {
        key: 'ho',
        title: { vi: 'Hộ gia đình', en: 'The household' },
        fields: hasBook ? [bookNo, headName] : [headName],
      },
      {
        key: 'nguoi-yeu-cau',
        title: { vi: 'Người yêu cầu', en: 'The requester' },
        fields: requesterFields,
      },
    ],
  }
}
