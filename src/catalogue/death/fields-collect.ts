import type { PageDefinition, Text } from '../../modules/forms/index.ts'
import { collectPageOf } from '../collect-page.ts'

export function collectPage(undertaking: Text): PageDefinition {
  return collectPageOf({
    another: {
      vi: 'Người thân thích của người mất, hoặc người có văn bản ủy quyền.',
      en: 'A relative of the deceased, or somebody with an authority.',
    },
    copies: { vi: 'Số bản sao Trích lục khai tử cần thêm', en: 'Copies of the extract' },
    undertakings: [
      {
        key: 'undertaking.true',
        type: 'undertaking',
        label: { vi: 'Cam đoan', en: 'Undertaking' },
        text: undertaking,
      },
    ],
  })
}

/** @basis TT 15/2015/TT-BTP, TT 04/2024/TT-BTP, mẫu Tờ khai đăng ký khai tử */
export const REGISTER_UNDERTAKING: Text = {
  vi:
    'Tôi cam đoan những nội dung khai trên đây là đúng sự thật và chịu trách nhiệm trước pháp ' +
    'luật về cam đoan của mình.',
  en: 'I declare that the above is true and answer for this before the law.',
}

/** @basis TT 15/2015/TT-BTP, TT 04/2024/TT-BTP, mẫu Tờ khai đăng ký lại khai tử */
export const AGAIN_UNDERTAKING: Text = {
  vi:
    'Tôi cam đoan những nội dung khai trên đây là đúng sự thật, việc khai tử đã được đăng ký ' +
    'nhưng hiện không còn Sổ hộ tịch và bản chính giấy tờ, và chịu trách nhiệm trước pháp luật ' +
    'về cam đoan của mình.',
  en:
    'I declare that the above is true, that the death was registered and neither the book nor ' +
    'the original is left, and answer for this before the law.',
}
