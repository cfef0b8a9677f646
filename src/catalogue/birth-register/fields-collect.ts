import type { FieldDefinition, PageDefinition } from '../../modules/forms/index.ts'

/** Who comes, how many copies, how to reach them. Asked at filing (practice of the wards). */
const collectFields: readonly FieldDefinition[] = [
  {
    key: 'collect.who',
    type: 'choice',
    aside: true,
    label: {
      vi: 'Ai sẽ đến phường ký Sổ hộ tịch và nhận kết quả?',
      en: 'Who will come to sign the register and collect the result?',
    },
    hint: {
      vi: 'Người đến mang theo giấy tờ tùy thân.',
      en: 'The person brings an identity paper.',
    },
    missing: { vi: 'Chọn người sẽ đến phường', en: 'Choose who will come' },
    printLabel: { vi: 'Người đến ký và nhận', en: 'Who signs and collects' },
    options: [
      { value: 'requester', label: { vi: 'Người đi đăng ký', en: 'The requester' } },
      { value: 'other', label: { vi: 'Người khác', en: 'Somebody else' } },
    ],
  },
  {
    key: 'collect.name',
    type: 'name',
    partsShown: false,
    aside: true,
    when: { field: 'collect.who', is: 'other' },
    label: { vi: 'Họ và tên người sẽ đến', en: 'Full name of the person who will come' },
    hint: {
      vi: 'Cha, mẹ, ông, bà, người thân thích, hoặc người có văn bản ủy quyền.',
      en: 'A parent, grandparent, relative, or somebody with an authority.',
    },
    missing: { vi: 'Nhập họ và tên người sẽ đến phường', en: 'Enter who will come' },
  },
  {
    key: 'copies.count',
    type: 'number',
    min: 0,
    max: 20,
    unit: { vi: 'bản', en: 'copies' },
    aside: true,
    label: { vi: 'Số bản sao Giấy khai sinh cần thêm', en: 'Copies of the certificate' },
    hint: {
      vi: 'Nhiều gia đình cần 2 đến 5 bản. Không cần thì ghi 0.',
      en: 'Many families need 2 to 5. Enter 0 for none.',
    },
    missing: { vi: 'Nhập số bản sao; không cần thì ghi 0', en: 'Enter how many copies, or 0' },
  },
  {
    key: 'contact.phone',
    type: 'phone',
    aside: true,
    label: { vi: 'Số điện thoại của ông/bà', en: 'Your phone number' },
    hint: {
      vi: 'Phường nhắn tin hẹn và báo kết quả vào số này.',
      en: 'The ward sends appointments and results to this number.',
    },
    missing: { vi: 'Nhập số điện thoại của ông/bà', en: 'Enter your phone number' },
    printLabel: { vi: 'Số điện thoại', en: 'Phone' },
  },
]

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

/** The last page, with what is undertaken for this kind of registration. */
export function collectPageWith(undertakings: readonly FieldDefinition[]): PageDefinition {
  return {
    key: 'nhan-ket-qua',
    title: { vi: 'Nhận kết quả', en: 'Collecting the result' },
    fields: [...collectFields, ...undertakings],
  }
}

export const collectPage: PageDefinition = collectPageWith([trueUndertaking])
