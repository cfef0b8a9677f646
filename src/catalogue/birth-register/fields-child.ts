import type { Condition, FieldDefinition, PageDefinition } from '../../modules/forms/index.ts'
import { HAS_PARENTS, childIs } from './conditions.ts'

/** Names, sex, birth: the same on every form since 2016. */
const who: readonly FieldDefinition[] = [
  {
    key: 'child.name',
    type: 'name',
    partsShown: true,
    label: { vi: 'Họ và tên', en: 'Full name' },
    hint: {
      vi: 'Viết có dấu, đúng như muốn ghi trong Giấy khai sinh.',
      en: 'With its marks, as it shall stand on the birth certificate.',
    },
    missing: { vi: 'Nhập tên của trẻ', en: "Enter the child's name" },
    printLabel: { vi: 'Họ, chữ đệm, tên', en: 'Full name' },
  },
  {
    key: 'child.sex',
    type: 'choice',
    inline: true,
    label: { vi: 'Giới tính', en: 'Sex' },
    missing: { vi: 'Chọn giới tính của trẻ', en: "Choose the child's sex" },
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
      vi: 'Ngày dương lịch ghi trên Giấy chứng sinh. Ví dụ: 12 8 2016',
      en: 'Solar calendar, as on the birth notice. For example: 12 8 2016',
    },
    missing: { vi: 'Nhập ngày sinh của trẻ', en: "Enter the child's date of birth" },
    printLabel: { vi: 'Ngày, tháng, năm sinh', en: 'Date of birth' },
  },
]

/** @basis NĐ 123/2015/NĐ-CP, Điều 4 khoản 1; Điều 14 (a foundling's ethnicity stays blank) */
const belonging: readonly FieldDefinition[] = [
  {
    key: 'child.ethnicity',
    type: 'ethnicity',
    when: HAS_PARENTS,
    label: { vi: 'Dân tộc', en: 'Ethnicity' },
    hint: {
      vi: 'Theo dân tộc của cha hoặc của mẹ, do cha mẹ thỏa thuận.',
      en: "The father's or the mother's, as they agree.",
    },
    missing: { vi: 'Chọn dân tộc của trẻ', en: "Choose the child's ethnicity" },
  },
  {
    key: 'child.nationality',
    type: 'nationality',
    when: HAS_PARENTS,
    label: { vi: 'Quốc tịch', en: 'Nationality' },
    missing: { vi: 'Chọn quốc tịch của trẻ', en: "Choose the child's nationality" },
  },
  {
    key: 'child.homeTownOf',
    type: 'choice',
    inline: true,
    when: HAS_PARENTS,
    aside: true,
    label: { vi: 'Quê quán của trẻ ghi theo ai', en: "Whose home town is the child's" },
    hint: {
      vi: 'Theo quê cha hoặc quê mẹ, do cha mẹ thỏa thuận.',
      en: "The father's or the mother's, as they agree.",
    },
    missing: {
      vi: 'Chọn quê quán theo cha hay theo mẹ',
      en: "Choose whether it is the father's or the mother's",
    },
    options: [
      { value: 'father', label: { vi: 'Theo cha', en: "The father's" } },
      { value: 'mother', label: { vi: 'Theo mẹ', en: "The mother's" } },
    ],
  },
  {
    key: 'child.homeTown',
    type: 'address',
    scopes: ['city', 'elsewhere', 'abroad'],
    lineOptional: true,
    when: HAS_PARENTS,
    label: { vi: 'Quê quán', en: 'Home town' },
    hint: {
      vi: 'Chỉ cần xã, phường và tỉnh, thành phố.',
      en: 'Commune or ward and province are enough.',
    },
  },
  {
    key: 'child.livesAt',
    type: 'address',
    scopes: ['city'],
    when: childIs('unknownParents'),
    label: { vi: 'Nơi trẻ đang sống', en: 'Where the child lives' },
    hint: {
      vi: 'Phường, xã nơi trẻ đang sống là nơi đăng ký.',
      en: 'The ward or commune where the child lives registers the birth.',
    },
  },
]

export const childPage: PageDefinition = {
  key: 'tre',
  title: { vi: 'Thông tin của trẻ', en: 'The child' },
  fields: [...who, ...belonging],
  help: [
    {
      title: {
        vi: 'Trẻ sinh đôi, sinh ba thì khai thế nào?',
        en: 'Twins or triplets: how to declare?',
      },
      body: {
        vi: 'Mỗi trẻ một tờ khai, theo Giấy chứng sinh của trẻ đó.',
        en: 'One declaration for each child, by the birth notice of that child.',
      },
    },
    {
      title: {
        vi: 'Tên không có chữ đệm, hoặc họ viết sau tên?',
        en: 'No middle name, or the surname written last?',
      },
      body: {
        vi: 'Để trống ô không có. Xem dòng “Sẽ in trên Giấy khai sinh”: dòng đó là tên chính thức.',
        en: 'Leave empty what there is not. The line “will be printed” is the official name.',
      },
    },
  ],
}

const AT_FACILITY: Condition = { field: 'birth.placeKind', is: 'facility' }

export const birthPlacePage: PageDefinition = {
  key: 'noi-sinh',
  title: { vi: 'Nơi sinh', en: 'Place of birth' },
  fields: [
    {
      key: 'birth.placeKind',
      type: 'choice',
      aside: true,
      when: { not: childIs('abandoned') },
      label: { vi: 'Trẻ sinh ở đâu?', en: 'Where was the child born?' },
      missing: { vi: 'Chọn nơi trẻ được sinh ra', en: 'Choose where the child was born' },
      options: [
        {
          value: 'facility',
          label: { vi: 'Bệnh viện, trạm y tế', en: 'A hospital or health station' },
        },
        { value: 'elsewhere', label: { vi: 'Tại nhà hoặc nơi khác', en: 'At home or elsewhere' } },
      ],
    },
    {
      key: 'birth.facility',
      type: 'text',
      lengthMax: 150,
      width: 'full',
      when: AT_FACILITY,
      label: { vi: 'Tên cơ sở y tế', en: 'Name of the health facility' },
      hint: {
        vi: 'Ghi đúng như trên Giấy chứng sinh.',
        en: 'Exactly as on the birth notice.',
      },
    },
    {
      key: 'birth.place',
      type: 'address',
      scopes: ['city', 'elsewhere', 'abroad'],
      lineOptional: true,
      label: { vi: 'Địa chỉ nơi sinh', en: 'Address of the place of birth' },
      hint: {
        vi: 'Trẻ bị bỏ rơi: nơi phát hiện trẻ.',
        en: 'For an abandoned child: where the child was found.',
      },
      printLabel: { vi: 'Nơi sinh', en: 'Place of birth' },
    },
    {
      key: 'minutes.place',
      type: 'address',
      scopes: ['city', 'elsewhere'],
      lineOptional: true,
      when: childIs('abandoned'),
      label: { vi: 'Nơi lập biên bản', en: 'Where the minutes were made' },
      hint: {
        vi: 'Phường, xã nơi lập biên bản trẻ bị bỏ rơi là nơi đăng ký.',
        en: 'The ward or commune where the minutes were made registers the birth.',
      },
    },
  ],
}
