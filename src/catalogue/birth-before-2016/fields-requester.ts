import type { Condition, FieldDefinition } from '../../modules/forms/index.ts'
import { unanswered } from '../birth-register/conditions.ts'
import {
  paperIssue,
  paperKind,
  paperNumber,
  requesterName,
  requesterResidence,
} from '../birth-register/fields-requester.ts'

/** Who asks is mostly the person of the birth, grown up by now. */
export const IS_SELF: Condition = { field: 'requester.relation', is: 'self' }

const relation: FieldDefinition = {
  key: 'requester.relation',
  type: 'choice',
  label: {
    vi: 'Ông/bà là gì của người được khai sinh?',
    en: 'What are you to the person whose birth is registered?',
  },
  missing: {
    vi: 'Chọn quan hệ của ông/bà với người được khai sinh',
    en: 'Choose what you are to the person',
  },
  printLabel: { vi: 'Quan hệ với người được khai sinh', en: 'Relation to the person' },
  options: [
    { value: 'self', label: { vi: 'Chính tôi', en: 'I am that person' } },
    { value: 'father', label: { vi: 'Cha', en: 'Father' } },
    { value: 'mother', label: { vi: 'Mẹ', en: 'Mother' } },
    { value: 'spouse', label: { vi: 'Vợ hoặc chồng', en: 'Spouse' } },
    { value: 'child', label: { vi: 'Con', en: 'Child' } },
    { value: 'relative', label: { vi: 'Ông, bà, anh, chị, em', en: 'Grandparent or sibling' } },
    { value: 'guardian', label: { vi: 'Người giám hộ', en: 'Guardian' } },
    {
      value: 'authorised',
      label: { vi: 'Người được ủy quyền', en: 'Authorised person' },
      hint: { vi: 'Cần văn bản ủy quyền đã chứng thực.', en: 'Needs a certified authority.' },
    },
  ],
}

/** As declared until 2024-06-05: identity paper and residence. */
export const requester2016: readonly FieldDefinition[] = [
  relation,
  requesterName,
  paperKind(['cmnd', 'cccd', 'passport', 'other']),
  {
    key: 'requester.idNumber',
    type: 'personalNumber',
    kinds: ['12', '9'],
    when: { field: 'requester.paperKind', in: ['cmnd', 'cccd'] },
    label: { vi: 'Số trên thẻ', en: 'Number on the card' },
    hint: {
      vi: '9 chữ số (Chứng minh nhân dân) hoặc 12 chữ số (căn cước công dân).',
      en: '9 digits (old card) or 12 digits (new card).',
    },
    printLabel: { vi: 'Số giấy tờ tùy thân', en: 'Number of the identity paper' },
  },
  paperNumber({ field: 'requester.paperKind', in: ['passport', 'other'] }),
  ...paperIssue(),
  requesterResidence(),
]

const NO_NUMBER = unanswered('requester.idNumber')

/** @basis TT 04/2024/TT-BTP: with the personal number, neither residence nor papers */
export const requesterToday: readonly FieldDefinition[] = [
  relation,
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
