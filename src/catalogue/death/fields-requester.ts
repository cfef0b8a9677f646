import type { Condition, FieldDefinition, PageDefinition } from '../../modules/forms/index.ts'
import { unanswered } from '../birth-register/conditions.ts'
import {
  paperIssue,
  paperKind,
  paperNumber,
  requesterName,
  requesterResidence,
} from '../birth-register/fields-requester.ts'
import { STILLBIRTH } from './stillbirth.ts'

/** Whose death it is, on a page of its own: a stillborn child ends the errand here, in two lines. */
const kindField: FieldDefinition = {
  key: 'deceased.kind',
  type: 'choice',
  aside: true,
  label: { vi: 'Người mất thuộc trường hợp nào?', en: 'Whose death is it?' },
  missing: { vi: 'Chọn trường hợp của người mất', en: 'Choose whose death it is' },
  options: [
    { value: 'ordinary', label: { vi: 'Người lớn hoặc trẻ em', en: 'An adult or a child' } },
    {
      value: 'newborn',
      label: { vi: 'Trẻ mới sinh', en: 'A newborn child' },
      hint: {
        vi: 'Trẻ mất trong những ngày đầu sau khi sinh.',
        en: 'Who died in the first days after birth.',
      },
    },
    {
      value: 'stillborn',
      label: {
        vi: 'Thai nhi mất trước hoặc trong khi sinh',
        en: 'Before or during birth',
      },
      stops: STILLBIRTH,
    },
  ],
}

export const kindPage: PageDefinition = {
  key: 'truong-hop',
  title: { vi: 'Trường hợp', en: 'Whose death' },
  fields: [kindField],
}

/** @basis LHT 60/2014/QH13, Điều 33 khoản 1 */
const relationField: FieldDefinition = {
  key: 'requester.relation',
  type: 'choice',
  label: { vi: 'Ông/bà là gì của người mất?', en: 'What are you to the deceased?' },
  missing: {
    vi: 'Chọn quan hệ của ông/bà với người mất',
    en: 'Choose what you are to the deceased',
  },
  printLabel: { vi: 'Quan hệ với người đã chết', en: 'Relation to the deceased' },
  options: [
    { value: 'spouse', label: { vi: 'Vợ hoặc chồng', en: 'Wife or husband' } },
    { value: 'child', label: { vi: 'Con', en: 'Child' } },
    { value: 'parent', label: { vi: 'Cha hoặc mẹ', en: 'Parent' } },
    { value: 'relative', label: { vi: 'Người thân thích khác', en: 'Other relative' } },
    {
      value: 'organisation',
      label: {
        vi: 'Đại diện cơ quan, tổ chức liên quan',
        en: 'For an agency or organisation concerned',
      },
      hint: { vi: 'Khi không có người thân thích.', en: 'When there is no relative.' },
    },
    {
      value: 'person',
      label: { vi: 'Cá nhân liên quan', en: 'A person concerned' },
      hint: { vi: 'Khi không có người thân thích.', en: 'When there is no relative.' },
    },
    {
      value: 'authorised',
      label: { vi: 'Người được người thân thích ủy quyền', en: 'Authorised by a relative' },
      hint: {
        vi: 'Cần văn bản ủy quyền đã chứng thực.',
        en: 'Needs a certified authority.',
      },
    },
  ],
}

const BY_CARD: Condition = { field: 'requester.paperKind', in: ['cmnd', 'cccd'] }
const BY_OTHER: Condition = { field: 'requester.paperKind', in: ['passport', 'other'] }
const NO_NUMBER = unanswered('requester.idNumber')

/** @basis TT 15/2015/TT-BTP, mẫu Tờ khai đăng ký khai tử: paper and residence of the requester */
const requester2016: readonly FieldDefinition[] = [
  requesterName,
  paperKind(['cmnd', 'cccd', 'passport', 'other']),
  {
    key: 'requester.idNumber',
    type: 'personalNumber',
    kinds: ['12', '9'],
    when: BY_CARD,
    label: { vi: 'Số trên thẻ', en: 'Number on the card' },
    hint: {
      vi: '9 chữ số (Chứng minh nhân dân) hoặc 12 chữ số (căn cước công dân).',
      en: '9 digits (old card) or 12 digits (new card).',
    },
    printLabel: { vi: 'Số giấy tờ tùy thân', en: 'Number of the identity paper' },
  },
  paperNumber(BY_OTHER),
  ...paperIssue(),
  requesterResidence(),
]

/** @basis TT 04/2024/TT-BTP: with the personal number neither paper nor residence is asked */
const requesterToday: readonly FieldDefinition[] = [
  requesterName,
  {
    key: 'requester.idNumber',
    type: 'personalNumber',
    kinds: ['12'],
    optional: true,
    label: { vi: 'Số định danh cá nhân của ông/bà', en: 'Your personal number' },
    hint: {
      vi: '12 chữ số trên thẻ căn cước. Có số này thì không phải khai giấy tờ và nơi cư trú.',
      en: 'The 12 digits on the identity card. With it neither paper nor residence is asked.',
    },
    printLabel: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  },
  paperKind(['cccd', 'passport', 'other'], NO_NUMBER),
  paperNumber(NO_NUMBER),
  ...paperIssue(NO_NUMBER),
  requesterResidence(NO_NUMBER),
]

/** Which of the two declarations of law: that of 2015, or that of 2024 which asks less. */
export type FormOf = '2015' | '2024'

export function requesterPage(form: FormOf): PageDefinition {
  return {
    key: 'nguoi-di-dang-ky',
    title: { vi: 'Người đi đăng ký', en: 'Who registers' },
    fields: [relationField, ...(form === '2015' ? requester2016 : requesterToday)],
  }
}
