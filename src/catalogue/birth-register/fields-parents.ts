import type { Condition, FieldDefinition } from '../../modules/forms/index.ts'
import { filedBy } from './conditions.ts'

export type Parent = 'mother' | 'father'

const WORDS = {
  mother: { vi: 'mẹ', en: 'mother', sex: 'female' },
  father: { vi: 'cha', en: 'father', sex: 'male' },
} as const

/** Name, year of birth, ethnicity and nationality of a parent, as every form asks them. */
export function parentFacts(parent: Parent): readonly FieldDefinition[] {
  const { vi, en } = WORDS[parent]
  return [
    {
      key: `${parent}.name`,
      type: 'name',
      partsShown: false,
      label: { vi: `Họ và tên ${vi}`, en: `Full name of the ${en}` },
      missing: { vi: `Nhập họ và tên ${vi} của trẻ`, en: `Enter the ${en}'s full name` },
      printLabel: { vi: `Họ, chữ đệm, tên người ${vi}`, en: `Full name of the ${en}` },
      copyOf: { field: 'requester.name', when: filedBy(parent) },
    },
    {
      key: `${parent}.birthYear`,
      type: 'year',
      yearMin: 1900,
      latest: 'today',
      label: { vi: `Năm sinh của ${vi}`, en: `The ${en}'s year of birth` },
      missing: { vi: `Nhập năm sinh của ${vi}`, en: `Enter the ${en}'s year of birth` },
      printLabel: { vi: 'Năm sinh', en: 'Year of birth' },
    },
    {
      key: `${parent}.ethnicity`,
      type: 'ethnicity',
      label: { vi: `Dân tộc của ${vi}`, en: `The ${en}'s ethnicity` },
      printLabel: { vi: 'Dân tộc', en: 'Ethnicity' },
    },
    {
      key: `${parent}.nationality`,
      type: 'nationality',
      label: { vi: `Quốc tịch của ${vi}`, en: `The ${en}'s nationality` },
      printLabel: { vi: 'Quốc tịch', en: 'Nationality' },
    },
  ]
}

/** The number on a parent's card, which must fit sex and year of birth. */
export function parentNumber(
  parent: Parent,
  kinds: readonly ('12' | '9')[],
  texts: Pick<FieldDefinition, 'label' | 'hint'>,
): FieldDefinition {
  return {
    key: `${parent}.idNumber`,
    type: 'personalNumber',
    kinds,
    sex: { is: WORDS[parent].sex },
    birth: `${parent}.birthYear`,
    optional: true,
    ...texts,
    copyOf: { field: 'requester.idNumber', when: filedBy(parent) },
  }
}

export function parentResidence(parent: Parent, when?: Condition): FieldDefinition {
  const { vi, en } = WORDS[parent]
  return {
    key: `${parent}.residence`,
    type: 'address',
    scopes: ['city', 'elsewhere', 'abroad'],
    ...(when ? { when } : {}),
    label: { vi: `Nơi cư trú của ${vi}`, en: `Where the ${en} lives` },
    hint: {
      vi: 'Ghi nơi thường trú; không có thì nơi tạm trú; không có cả hai thì nơi đang ở.',
      en: 'Permanent residence, else temporary residence, else where she or he lives now.',
    },
    printLabel: { vi: 'Nơi cư trú', en: 'Residence' },
    copyOf: { field: 'requester.residence', when: filedBy(parent) },
  }
}

/**
 * Whether there is a father to name. Asked with the mother, so that the page of the father comes
 * only when he will be in the register.
 * @basis NĐ 123/2015/NĐ-CP, Điều 15 khoản 2; LHT 60/2014/QH13, Điều 25
 */
export const parentsRelation: FieldDefinition = {
  key: 'parents.relation',
  type: 'choice',
  aside: true,
  label: {
    vi: 'Cha mẹ của trẻ đã đăng ký kết hôn chưa?',
    en: "Are the child's parents married?",
  },
  missing: {
    vi: 'Chọn cha mẹ của trẻ đã đăng ký kết hôn hay chưa',
    en: 'Choose whether the parents are married',
  },
  options: [
    { value: 'married', label: { vi: 'Đã đăng ký kết hôn', en: 'Married' } },
    {
      value: 'recognised',
      label: { vi: 'Chưa, và cha nhận con', en: 'No, and the father recognises the child' },
      hint: {
        vi: 'Cha và mẹ cùng đến phường, xã khi nhận kết quả.',
        en: 'Both come to the ward when collecting the result.',
      },
    },
    {
      value: 'motherOnly',
      label: { vi: 'Chưa, chỉ ghi tên mẹ', en: 'No, only the mother is named' },
      hint: {
        vi: 'Phần ghi về cha để trống. Sau này cha vẫn có thể nhận con.',
        en: "The father's part stays blank. He may recognise the child later.",
      },
    },
  ],
}
