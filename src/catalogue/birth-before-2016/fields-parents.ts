import type { Condition, FieldDefinition, PageDefinition } from '../../modules/forms/index.ts'
import { unanswered } from '../birth-register/conditions.ts'
import {
  parentFacts,
  parentNumber,
  parentResidence,
  type Parent,
} from '../birth-register/fields-parents.ts'

const PAGES = {
  mother: { key: 'me', title: { vi: 'Người mẹ', en: 'The mother' } },
  father: { key: 'cha', title: { vi: 'Người cha', en: 'The father' } },
} as const

const MISSING = {
  mother: { vi: 'Nhập họ và tên người mẹ', en: "Enter the mother's full name" },
  father: { vi: 'Nhập họ và tên người cha', en: "Enter the father's full name" },
}

const cardTexts = {
  label: { vi: 'Số Chứng minh nhân dân hoặc căn cước', en: 'Identity card number' },
  hint: { vi: '9 hoặc 12 chữ số, nếu có.', en: '9 or 12 digits, if there is one.' },
}

const numberTexts = {
  label: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  hint: {
    vi: '12 chữ số trên thẻ căn cước. Có số này thì không phải khai nơi cư trú.',
    en: 'The 12 digits on the identity card. With it the residence is not asked.',
  },
}

/** A page for each parent whom the papers name; old papers say little more than the name. */
export function parentPages(asks: 'residence' | 'number'): readonly PageDefinition[] {
  return (['mother', 'father'] as const).map((parent) => ({
    ...PAGES[parent],
    when: isNamed(parent),
    fields: [
      ...parentFacts(parent).map((field) =>
        field.key === `${parent}.name`
          ? { ...field, missing: MISSING[parent] }
          : { ...field, optional: true },
      ),
      ...(asks === 'residence'
        ? [parentNumber(parent, ['12', '9'], cardTexts), oldResidence(parent)]
        : [
            parentNumber(parent, ['12'], numberTexts),
            oldResidence(parent, unanswered(`${parent}.idNumber`)),
          ]),
    ],
  }))
}

function isNamed(parent: Parent): Condition {
  return { field: 'parents.named', in: ['both', parent] }
}

function oldResidence(parent: Parent, when?: Condition): FieldDefinition {
  return {
    ...parentResidence(parent, when),
    optional: true,
    hint: {
      vi: 'Nơi thường trú, nếu không có thì nơi tạm trú. Người đã mất: để trống.',
      en: 'Permanent, else temporary residence. Left empty for who is no longer alive.',
    },
  }
}
