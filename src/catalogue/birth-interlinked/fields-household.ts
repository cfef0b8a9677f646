import type {
  Condition,
  CopyRule,
  FieldDefinition,
  PageDefinition,
} from '../../modules/forms/index.ts'

const of = (whom: 'mother' | 'father' | 'carer'): Condition => ({ field: 'household.of', is: whom })

/** @basis Luật Cư trú 81/2006/QH11, Điều 13; 68/2020/QH14, Điều 12: a child lives with its parents */
const whose: FieldDefinition = {
  key: 'household.of',
  type: 'choice',
  aside: true,
  label: { vi: 'Nhập hộ khẩu cho trẻ theo ai?', en: 'Into whose household is the child entered?' },
  missing: { vi: 'Chọn trẻ nhập hộ khẩu theo ai', en: 'Choose whose household' },
  options: [
    { value: 'mother', label: { vi: 'Theo mẹ', en: "The mother's" } },
    { value: 'father', label: { vi: 'Theo cha', en: "The father's" } },
    {
      value: 'carer',
      label: { vi: 'Theo người nuôi dưỡng, giám hộ', en: "The carer's or guardian's" },
      hint: {
        vi: 'Khi trẻ không có cha mẹ, hoặc cha mẹ đồng ý.',
        en: 'When there are no parents, or they agree.',
      },
    },
    { value: 'none', label: { vi: 'Chưa nhập hộ khẩu', en: 'Not entered for now' } },
  ],
}

/** Declared as the residence of who has the household, unless it is another address. */
const isAtResidence: FieldDefinition = {
  key: 'household.isAtResidence',
  type: 'yesNo',
  aside: true,
  label: {
    vi: 'Hộ khẩu có ở nơi cư trú đã khai của người đó không?',
    en: 'Is the household at the residence declared for that person?',
  },
  missing: { vi: 'Chọn có hoặc không', en: 'Choose yes or no' },
}

function sameAs(whom: 'mother' | 'father' | 'carer', field: string): CopyRule {
  const same: Condition = { field: 'household.isAtResidence', is: true }
  return { field, when: { all: [same, of(whom), { field, answered: true }] } }
}

const address: FieldDefinition = {
  key: 'household.address',
  type: 'address',
  scopes: ['city', 'elsewhere'],
  aside: true,
  label: { vi: 'Địa chỉ hộ khẩu', en: 'Address of the household' },
  hint: {
    vi: 'Nơi đăng ký thường trú mà trẻ sẽ nhập vào.',
    en: 'The registered residence the child is entered into.',
  },
  missing: { vi: 'Nhập địa chỉ hộ khẩu', en: 'Enter the address of the household' },
}

const head: readonly FieldDefinition[] = [
  {
    key: 'household.head',
    type: 'choice',
    aside: true,
    label: { vi: 'Ai là chủ hộ?', en: 'Who is the head of the household?' },
    missing: { vi: 'Chọn ai là chủ hộ', en: 'Choose who is the head' },
    options: [
      { value: 'mother', label: { vi: 'Mẹ của trẻ', en: 'The mother' } },
      { value: 'father', label: { vi: 'Cha của trẻ', en: 'The father' } },
      { value: 'requester', label: { vi: 'Ông/bà, người đi đăng ký', en: 'You' } },
      { value: 'other', label: { vi: 'Người khác', en: 'Somebody else' } },
    ],
  },
  {
    key: 'household.headName',
    type: 'name',
    partsShown: false,
    aside: true,
    label: { vi: 'Họ và tên chủ hộ', en: 'Head of the household' },
    missing: { vi: 'Nhập họ và tên chủ hộ', en: 'Enter the name of the head' },
    copyOf: [
      nameOf('mother', 'mother.name'),
      nameOf('father', 'father.name'),
      nameOf('requester', 'requester.name'),
    ],
  },
  {
    key: 'household.headRelation',
    type: 'text',
    lengthMax: 40,
    width: 'short',
    aside: true,
    label: { vi: 'Trẻ là gì của chủ hộ', en: 'What the child is to the head' },
    hint: { vi: 'Ví dụ: con, cháu nội, cháu ngoại.', en: 'For example: child, grandchild.' },
    printLabel: { vi: 'Quan hệ với chủ hộ', en: 'Relation to the head' },
  },
  {
    key: 'household.headConsent',
    type: 'yesNo',
    aside: true,
    label: {
      vi: 'Chủ hộ đồng ý cho trẻ nhập vào hộ không?',
      en: 'Does the head agree that the child is entered?',
    },
    missing: { vi: 'Chọn chủ hộ đồng ý hay không', en: 'Choose whether the head agrees' },
  },
]

/** The person answers only when named: a father who is not keeps the question open. */
function nameOf(value: string, field: string): CopyRule {
  const chosen: Condition = { field: 'household.head', is: value }
  return { field, when: { all: [chosen, { field, answered: true }] } }
}

const bookNo: FieldDefinition = {
  key: 'household.bookNo',
  type: 'text',
  lengthMax: 30,
  width: 'short',
  aside: true,
  label: { vi: 'Số sổ hộ khẩu', en: 'Number of the household book' },
  hint: { vi: 'Ghi ở trang đầu của sổ.', en: 'On the first page of the book.' },
}

/** @basis TT 56/2021/TT-BCA, mẫu CT01: the head by the personal number */
const headNumber: FieldDefinition = {
  key: 'household.headNumber',
  type: 'personalNumber',
  kinds: ['12'],
  optional: true,
  aside: true,
  label: { vi: 'Số định danh cá nhân của chủ hộ', en: 'Personal number of the head' },
}

/** What each time's form of the police asks. */
export type HouseholdForm = {
  /** The household book, until 2022-12-31. */
  hasBook: boolean
  /** CT01 in place of HK02. */
  isCt01: boolean
  /** Residences are declared, so an address is typed once; with personal numbers they are not. */
  asksResidences: boolean
}

/** @basis TT 36/2014/TT-BCA, mẫu HK02; TT 56/2021/TT-BCA, mẫu CT01 */
export function householdPage({ hasBook, isCt01, asksResidences }: HouseholdForm): PageDefinition {
  const copies: readonly CopyRule[] = [
    sameAs('mother', 'mother.residence'),
    sameAs('father', 'father.residence'),
    sameAs('carer', 'requester.residence'),
  ]
  return {
    key: 'ho-khau',
    title: { vi: 'Nhập hộ khẩu cho trẻ', en: "The child's residence" },
    hint: {
      vi: 'Phường chuyển phần này cho Công an. Ông/bà không phải khai lại.',
      en: 'The ward passes this on to the police. You need not declare it again.',
    },
    fields: [
      whose,
      ...(asksResidences ? [isAtResidence, { ...address, copyOf: copies }] : [address]),
      ...(hasBook ? [bookNo] : []),
      ...head,
      ...(isCt01 ? [headNumber] : []),
    ],
  }
}
