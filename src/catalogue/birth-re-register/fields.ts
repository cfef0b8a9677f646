import type { Condition, FieldDefinition, PageDefinition } from '../../modules/forms/index.ts'
import { collectPageWith } from '../birth-register/fields-collect.ts'

const AT_RESIDENCE: Condition = { field: 'filing.at', is: 'residence' }

const aliveField: FieldDefinition = {
  key: 'child.alive',
  type: 'yesNo',
  aside: true,
  label: { vi: 'Người được khai sinh còn sống không?', en: 'Is the person alive?' },
  missing: { vi: 'Chọn người được khai sinh còn sống hay không', en: 'Choose whether alive' },
}

/** Asked of the person besides what every earlier birth asks. */
export const personMore: readonly FieldDefinition[] = [aliveField]

const earlier: readonly FieldDefinition[] = [
  {
    key: 'previous.agency',
    type: 'address',
    scopes: ['city', 'elsewhere'],
    lineOptional: true,
    label: { vi: 'Nơi đã đăng ký khai sinh trước đây', en: 'Where it was registered before' },
    hint: {
      vi: 'Tên phường, xã ngày nay; tên cũ cũng tìm được. Chỉ cần phường, xã.',
      en: "The ward's name of today; old names are found too. The ward is enough.",
    },
    printLabel: { vi: 'Đã đăng ký khai sinh tại', en: 'Registered at' },
  },
  {
    key: 'previous.agencyName',
    type: 'text',
    lengthMax: 150,
    width: 'full',
    optional: true,
    label: { vi: 'Tên cơ quan ghi trên giấy cũ', en: 'Name of the authority on the old paper' },
    hint: {
      vi: 'Ví dụ: UBND xã Yên Lãng, huyện Từ Liêm.',
      en: 'For example: UBND xã Yên Lãng, huyện Từ Liêm.',
    },
  },
  {
    key: 'previous.date',
    type: 'date',
    unknown: 'day-and-month',
    latest: 'today',
    yearMin: 1900,
    label: { vi: 'Ngày đăng ký trước đây', en: 'Day of the earlier registration' },
    hint: {
      vi: 'Không nhớ ngày, tháng thì chỉ ghi năm.',
      en: 'The year alone, if you do not remember the day.',
    },
    printLabel: { vi: 'Ngày đăng ký', en: 'Day' },
  },
  {
    key: 'previous.number',
    type: 'text',
    lengthMax: 20,
    width: 'short',
    optional: true,
    label: { vi: 'Số đăng ký', en: 'Entry number' },
    printLabel: { vi: 'Số', en: 'Number' },
  },
  {
    key: 'previous.book',
    type: 'text',
    lengthMax: 20,
    width: 'short',
    optional: true,
    label: { vi: 'Quyển số', en: 'Book number' },
  },
]

const lost: readonly FieldDefinition[] = [
  {
    key: 'previous.hasOriginal',
    type: 'yesNo',
    aside: true,
    label: {
      vi: 'Còn giữ bản chính Giấy khai sinh cũ không?',
      en: 'Is the old original certificate still there?',
    },
    missing: { vi: 'Chọn còn hay không còn bản chính', en: 'Choose whether it is there' },
  },
  {
    key: 'previous.bookState',
    type: 'choice',
    aside: true,
    label: {
      vi: 'Nơi đăng ký cũ còn lưu Sổ hộ tịch không?',
      en: 'Does the old place still keep the register?',
    },
    missing: { vi: 'Chọn một câu trả lời về Sổ hộ tịch', en: 'Choose an answer' },
    options: [
      { value: 'lost', label: { vi: 'Không còn sổ', en: 'The book is lost' } },
      {
        value: 'unknown',
        label: { vi: 'Tôi không biết', en: 'I do not know' },
        hint: { vi: 'Phường sẽ hỏi nơi đó.', en: 'The ward will ask.' },
      },
      { value: 'kept', label: { vi: 'Còn sổ', en: 'The book is kept' } },
    ],
  },
  {
    key: 'reason',
    type: 'text',
    lengthMax: 300,
    multiline: true,
    label: { vi: 'Lý do đăng ký lại', en: 'Why it is registered again' },
    hint: {
      vi: 'Ví dụ: mất Giấy khai sinh khi chuyển nhà, sổ của xã bị cháy.',
      en: 'For example: lost when moving, the book was burnt.',
    },
  },
]

/** Where to file: the law lets the requester choose. @basis NĐ 123/2015/NĐ-CP, Điều 25 */
const filingAt: FieldDefinition = {
  key: 'filing.at',
  type: 'choice',
  aside: true,
  label: { vi: 'Ông/bà muốn nộp ở đâu?', en: 'Where do you want to file?' },
  missing: { vi: 'Chọn nơi nộp hồ sơ', en: 'Choose where to file' },
  options: [
    {
      value: 'previous',
      label: { vi: 'Nơi đã đăng ký trước đây', en: 'Where it was registered' },
      hint: { vi: 'Nhanh hơn: không phải hỏi nơi khác.', en: 'Faster: nobody else is asked.' },
    },
    {
      value: 'residence',
      label: { vi: 'Nơi tôi thường trú', en: 'Where I permanently reside' },
      hint: {
        vi: 'Phường hỏi nơi đã đăng ký trước đây, mất thêm thời gian.',
        en: 'The ward asks the old place, which takes longer.',
      },
    },
  ],
}

const filingCommune: FieldDefinition = {
  key: 'filing.commune',
  type: 'address',
  scopes: ['city'],
  lineOptional: true,
  aside: true,
  when: AT_RESIDENCE,
  label: { vi: 'Phường, xã nơi ông/bà thường trú', en: 'Ward where you permanently reside' },
  printLabel: { vi: 'Kính gửi', en: 'To' },
}

/** `communeAsked`: with personal numbers known nobody has declared a residence. */
export function previousPage({ communeAsked }: { communeAsked: boolean }): PageDefinition {
  return {
    key: 'dang-ky-truoc-day',
    title: { vi: 'Lần đăng ký trước đây', en: 'The earlier registration' },
    fields: [...earlier, ...lost, filingAt, ...(communeAsked ? [filingCommune] : [])],
  }
}

/** @basis NĐ 123/2015/NĐ-CP, Điều 26 khoản 1 điểm a: registered once, the original not kept */
export const collectAgain: PageDefinition = collectPageWith([
  {
    key: 'undertaking.lost',
    type: 'undertaking',
    label: { vi: 'Cam đoan về lần đăng ký trước', en: 'Undertaking about the registration' },
    text: {
      vi:
        'Tôi cam đoan việc khai sinh nêu trên đã được đăng ký, nhưng Sổ hộ tịch và bản chính ' +
        'Giấy khai sinh đều không còn.',
      en:
        'I declare that this birth was registered, and that both the register and the original ' +
        'certificate are lost.',
    },
  },
  {
    key: 'undertaking.true',
    type: 'undertaking',
    label: { vi: 'Cam đoan', en: 'Undertaking' },
    text: {
      vi:
        'Tôi cam đoan những nội dung khai trên đây là đúng sự thật và đã nộp đủ các giấy tờ hiện ' +
        'có. Tôi chịu hoàn toàn trách nhiệm trước pháp luật về nội dung cam đoan của mình.',
      en:
        'I declare that the above is true and that I have handed in every paper there is, and I ' +
        'answer for this before the law.',
    },
  },
])
