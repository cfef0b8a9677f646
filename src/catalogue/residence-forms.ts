import type { DeclarationData, DeclarationRow } from '../modules/papers/index.ts'
import type { Declared, DeclarationForm, DeclarationLayout } from '../modules/procedures/index.ts'

/** Where a form of another agency finds its contents: field keys of the declaration. */
export type ResidenceKeys = {
  /** Whose residence changes: `child` or `deceased`. */
  person: string
  birthPlace?: string
  homeTown?: string
  residence: string
  /** "Nhập hộ khẩu cho trẻ": the change asked for. */
  change: string
}

type Contents = Pick<Declared, 'say' | 'place' | 'date'>

const EMPTY: Contents = { say: () => '', place: '', date: '' }

type Draw = (form: DeclarationForm, contents: Contents) => DeclarationData

/** A form drawn one way, blank and filled in. */
export function layoutOf(draw: Draw): DeclarationLayout {
  return {
    blank: (form) => ({ ...draw(form, EMPTY), blank: true }),
    filled: (declared) => draw(declared.form, declared),
  }
}

export function row(label: string, value: string, span?: DeclarationRow['span']): DeclarationRow {
  return span === undefined ? { label, value } : { label, value, span }
}

/**
 * Phiếu báo thay đổi hộ khẩu, nhân khẩu.
 * @basis TT 36/2014/TT-BCA, mẫu HK02 (contents by services7.md 4.6, to be checked)
 */
export function hk02(keys: ResidenceKeys): DeclarationLayout {
  return layoutOf((form, { say, place, date }) => ({
    title: form.title.vi.toLocaleUpperCase('vi'),
    agency: 'Công an có thẩm quyền đăng ký cư trú',
    formNumber: form.formNumber,
    sections: [
      {
        title: 'I. Thông tin về người viết phiếu báo',
        rows: [
          row('1. Họ và tên', say('requester.name')),
          row('2. Số Chứng minh nhân dân, căn cước', say('requester.idNumber'), 3),
          row('3. Số điện thoại', say('contact.phone'), 3),
          row('4. Nơi thường trú', say('requester.residence')),
        ],
      },
      {
        title: 'II. Thông tin về người có thay đổi hộ khẩu, nhân khẩu',
        rows: [
          ...personRows(keys, say),
          row('8. Nơi thường trú', say(keys.residence)),
          row('9. Họ và tên chủ hộ', say('household.headName'), 3),
          row('10. Quan hệ với chủ hộ', say('household.headRelation'), 3),
          row('11. Số sổ hộ khẩu', say('household.bookNo')),
          row('12. Nội dung thay đổi hộ khẩu, nhân khẩu', keys.change),
        ],
      },
    ],
    undertaking: '',
    place,
    date,
    requester: say('requester.name'),
    signatures: [
      { title: 'Ý kiến của chủ hộ', name: say('household.headName') },
      { title: 'Xác nhận của Công an', name: '' },
      { title: 'Người viết phiếu báo', name: say('requester.name') },
    ],
  }))
}

function personRows(keys: ResidenceKeys, say: Declared['say']): DeclarationRow[] {
  const own = (name: string) => say(`${keys.person}.${name}`)
  return [
    row('1. Họ và tên', own('name')),
    row('2. Ngày, tháng, năm sinh', own('birthDate'), 3),
    row('3. Giới tính', own('sex'), 3),
    row('4. Dân tộc', own('ethnicity'), 3),
    row('5. Quốc tịch', own('nationality'), 3),
    row('6. Nơi sinh', say(keys.birthPlace ?? null)),
    row('7. Nguyên quán', say(keys.homeTown ?? null)),
  ]
}

/**
 * Tờ khai thay đổi thông tin cư trú.
 * @basis TT 56/2021/TT-BCA, mẫu CT01 (contents to be checked)
 */
export function ct01(keys: ResidenceKeys): DeclarationLayout {
  const own = (name: string) => `${keys.person}.${name}`
  return layoutOf((form, { say, place, date }) => ({
    title: form.title.vi.toLocaleUpperCase('vi'),
    agency: 'Công an có thẩm quyền đăng ký cư trú',
    formNumber: form.formNumber,
    sections: [
      {
        rows: [
          row('1. Họ, chữ đệm và tên', say(own('name'))),
          row('2. Ngày, tháng, năm sinh', say(own('birthDate')), 3),
          row('3. Giới tính', say(own('sex')), 3),
          row('4. Số định danh cá nhân', say(own('idNumber')), 3),
          row('5. Số điện thoại liên hệ', say('contact.phone'), 3),
          row('6. Nơi thường trú', say(keys.residence)),
          row('7. Họ, chữ đệm và tên chủ hộ', say('household.headName'), 3),
          row('8. Quan hệ với chủ hộ', say('household.headRelation'), 3),
          row('9. Số định danh cá nhân của chủ hộ', say('household.headNumber')),
          row('10. Nội dung đề nghị', keys.change),
        ],
      },
    ],
    undertaking: '',
    place,
    date,
    requester: say('requester.name'),
    signatures: [
      { title: 'Ý kiến của chủ hộ', name: say('household.headName') },
      { title: 'Ý kiến của cha, mẹ hoặc người giám hộ', name: '' },
      { title: 'Người kê khai', name: say('requester.name') },
    ],
  }))
}
