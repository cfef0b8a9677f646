import type { FieldDefinition, PageDefinition } from '../../modules/forms/index.ts'
import { collectPageOf } from '../collect-page.ts'

const trueUndertaking: FieldDefinition = {
  key: 'undertaking.true',
  type: 'undertaking',
  label: { vi: 'Cam đoan', en: 'Undertaking' },
  text: {
    vi:
      'Tôi cam đoan nội dung đề nghị đăng ký khai sinh trên đây là đúng sự thật, được sự ' +
      'thỏa thuận nhất trí của các bên liên quan theo quy định pháp luật. Tôi chịu hoàn toàn ' +
      'trách nhiệm trước pháp luật về nội dung cam đoan của mình.',
    en:
      'I declare that the above is true and agreed by all concerned as the law demands, and ' +
      'I answer for this before the law.',
  },
}

/** The last page of a birth, with what is undertaken for this kind of registration. */
export function collectPageWith(undertakings: readonly FieldDefinition[]): PageDefinition {
  return collectPageOf({
    another: {
      vi: 'Cha, mẹ, ông, bà, người thân thích, hoặc người có văn bản ủy quyền.',
      en: 'A parent, grandparent, relative, or somebody with an authority.',
    },
    copies: { vi: 'Số bản sao Giấy khai sinh cần thêm', en: 'Copies of the certificate' },
    undertakings,
  })
}

export const collectPage: PageDefinition = collectPageWith([trueUndertaking])
