import type { FieldDefinition, PageDefinition, Text } from '../modules/forms/index.ts'

type Collecting = {
  /** Who else may come. */
  another: Text
  /** Label of how many copies of the paper are wanted. */
  copies: Text
  undertakings: readonly FieldDefinition[]
}

/**
 * The last page of a registration: who comes, how many copies, how to reach them, and what is
 * undertaken. Asked at filing (practice of the wards).
 */
export function collectPageOf({ another, copies, undertakings }: Collecting): PageDefinition {
  return {
    key: 'nhan-ket-qua',
    title: { vi: 'Nhận kết quả', en: 'Collecting the result' },
    fields: [whoComes, nameOfAnother(another), copiesField(copies), phone, ...undertakings],
  }
}

const whoComes: FieldDefinition = {
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
}

function nameOfAnother(hint: Text): FieldDefinition {
  return {
    key: 'collect.name',
    type: 'name',
    partsShown: false,
    aside: true,
    when: { field: 'collect.who', is: 'other' },
    label: { vi: 'Họ và tên người sẽ đến', en: 'Full name of the person who will come' },
    hint,
    missing: { vi: 'Nhập họ và tên người sẽ đến phường', en: 'Enter who will come' },
  }
}

function copiesField(label: Text): FieldDefinition {
  return {
    key: 'copies.count',
    type: 'number',
    min: 0,
    max: 20,
    unit: { vi: 'bản', en: 'copies' },
    aside: true,
    label,
    hint: {
      vi: 'Nhiều gia đình cần 2 đến 5 bản. Không cần thì ghi 0.',
      en: 'Many families need 2 to 5. Enter 0 for none.',
    },
    missing: { vi: 'Nhập số bản sao; không cần thì ghi 0', en: 'Enter how many copies, or 0' },
  }
}

const phone: FieldDefinition = {
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
}
