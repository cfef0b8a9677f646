import type { FieldDefinition, PageDefinition } from '../../modules/forms/index.ts'
import { IS_SELF } from './fields-requester.ts'

/** Name, sex, birth and number of the person, as the papers say them. */
const who = (kinds: readonly ('12' | '9')[]): readonly FieldDefinition[] => [
  {
    key: 'child.name',
    type: 'name',
    partsShown: true,
    label: { vi: 'Họ và tên', en: 'Full name' },
    hint: {
      vi: 'Viết có dấu, đúng như trong giấy tờ cá nhân.',
      en: 'With its marks, as in the personal papers.',
    },
    missing: { vi: 'Nhập họ và tên người được khai sinh', en: 'Enter the full name' },
    printLabel: { vi: 'Họ, chữ đệm, tên', en: 'Full name' },
    copyOf: { field: 'requester.name', when: IS_SELF },
  },
  {
    key: 'child.sex',
    type: 'choice',
    inline: true,
    label: { vi: 'Giới tính', en: 'Sex' },
    missing: { vi: 'Chọn giới tính', en: 'Choose the sex' },
    options: [
      { value: 'male', label: { vi: 'Nam', en: 'Male' } },
      { value: 'female', label: { vi: 'Nữ', en: 'Female' } },
    ],
  },
  {
    key: 'child.birthDate',
    type: 'date',
    latest: 'today',
    yearMin: 1900,
    inWords: true,
    label: { vi: 'Ngày sinh', en: 'Date of birth' },
    hint: {
      vi: 'Ngày dương lịch, theo giấy tờ. Giấy tờ chỉ ghi năm: nhập ngày 01 tháng 01.',
      en: 'Solar calendar, by the papers. Where they give only the year: 1 January.',
    },
    missing: { vi: 'Nhập ngày sinh', en: 'Enter the date of birth' },
    printLabel: { vi: 'Ngày, tháng, năm sinh', en: 'Date of birth' },
  },
  {
    key: 'child.idNumber',
    type: 'personalNumber',
    kinds,
    sex: 'child.sex',
    birth: 'child.birthDate',
    optional: true,
    label: {
      vi: 'Số giấy tờ tùy thân của người được khai sinh',
      en: "Number on the person's identity paper",
    },
    hint: kinds.includes('9')
      ? {
          vi: 'Số căn cước (12 chữ số) hoặc Chứng minh nhân dân (9 chữ số), nếu có.',
          en: '12 digits of the new card or 9 of the old one, if there is one.',
        }
      : {
          vi: 'Số định danh, 12 chữ số trên thẻ căn cước, nếu đã được cấp.',
          en: 'The 12 digits on the identity card, if there is one.',
        },
    printLabel: kinds.includes('9')
      ? { vi: 'Số định danh cá nhân, Chứng minh nhân dân', en: 'Personal number, identity card' }
      : { vi: 'Số định danh cá nhân', en: 'Personal number' },
    copyOf: { field: 'requester.idNumber', when: IS_SELF },
  },
]

const belonging: readonly FieldDefinition[] = [
  {
    key: 'child.ethnicity',
    type: 'ethnicity',
    label: { vi: 'Dân tộc', en: 'Ethnicity' },
    missing: { vi: 'Chọn dân tộc', en: 'Choose the ethnicity' },
  },
  {
    key: 'child.nationality',
    type: 'nationality',
    label: { vi: 'Quốc tịch', en: 'Nationality' },
    missing: { vi: 'Chọn quốc tịch', en: 'Choose the nationality' },
  },
  {
    key: 'birth.facility',
    type: 'text',
    lengthMax: 150,
    width: 'full',
    optional: true,
    label: { vi: 'Cơ sở y tế nơi sinh', en: 'Health facility of the birth' },
  },
  {
    key: 'birth.place',
    type: 'address',
    scopes: ['city', 'elsewhere', 'abroad'],
    lineOptional: true,
    label: { vi: 'Nơi sinh', en: 'Place of birth' },
    hint: {
      vi: 'Xã, phường và tỉnh, thành phố, theo giấy tờ.',
      en: 'Commune or ward and province, by the papers.',
    },
  },
  {
    key: 'child.homeTown',
    type: 'address',
    scopes: ['city', 'elsewhere', 'abroad'],
    lineOptional: true,
    label: { vi: 'Quê quán', en: 'Home town' },
    hint: {
      vi: 'Chỉ cần xã, phường và tỉnh, thành phố.',
      en: 'Commune or ward and province are enough.',
    },
  },
  {
    key: 'child.serves',
    type: 'yesNo',
    aside: true,
    label: {
      vi: 'Là cán bộ, công chức, viên chức hoặc đang công tác trong lực lượng vũ trang?',
      en: 'An official, public employee, or in the armed forces?',
    },
    missing: { vi: 'Chọn có hoặc không', en: 'Choose yes or no' },
  },
  {
    key: 'parents.named',
    type: 'choice',
    aside: true,
    label: { vi: 'Giấy tờ có ghi tên cha, mẹ không?', en: 'Do the papers name the parents?' },
    missing: { vi: 'Chọn người có tên trong giấy tờ', en: 'Choose whom the papers name' },
    options: [
      { value: 'both', label: { vi: 'Ghi cả cha và mẹ', en: 'Both' } },
      { value: 'mother', label: { vi: 'Chỉ ghi mẹ', en: 'Only the mother' } },
      { value: 'father', label: { vi: 'Chỉ ghi cha', en: 'Only the father' } },
      { value: 'none', label: { vi: 'Không ghi cha, mẹ', en: 'Neither' } },
    ],
  },
]

/** What every registration of an earlier birth asks about the person; `more` comes after. */
export function personPage(
  kinds: readonly ('12' | '9')[],
  more: readonly FieldDefinition[] = [],
): PageDefinition {
  return {
    key: 'nguoi-duoc-khai-sinh',
    title: { vi: 'Người được khai sinh', en: 'The person' },
    hint: {
      vi: 'Khai theo giấy tờ cá nhân: các giấy tờ thống nhất thì ghi theo giấy tờ đó.',
      en: 'By the personal papers, where they agree.',
    },
    fields: [...who(kinds), ...belonging, ...more],
  }
}
