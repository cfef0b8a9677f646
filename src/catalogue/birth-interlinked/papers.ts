import type { Paper } from '../papers-asked.ts'

/** Stays with the file only here. @basis practice.md 12; TTLT 05/2015/TTLT-BTP-BCA-BYT */
export const householdBook: Paper = {
  key: 'so-ho-khau',
  field: 'file.household',
  name: { vi: 'Sổ hộ khẩu trẻ sẽ nhập vào', en: 'Household book the child is entered into' },
  hint: {
    vi:
      'Trang chủ hộ và trang có tên cha hoặc mẹ. Bản chính phường giữ để chuyển Công an, nhận lại ' +
      'cùng kết quả.',
    en:
      "The head's page and the page of the parent. The ward keeps the book for the police; you " +
      'get it back with the results.',
  },
  submit: true,
  present: 'keep',
}

/** @basis Luật Cư trú 68/2020/QH14, Điều 38 khoản 3: a book that changes is withdrawn */
export const withdrawnBook: Paper = {
  ...householdBook,
  hint: {
    vi: 'Trang chủ hộ và trang có tên cha hoặc mẹ. Công an thu hồi sổ khi nhập khẩu cho trẻ.',
    en: "The head's page and the page of the parent. The police withdraw the book.",
  },
}

const printed = {
  hint: {
    vi: 'Phường in sẵn từ hồ sơ, ông/bà chỉ kiểm tra và ký.',
    en: 'The ward prints it from the dossier; you check and sign.',
  },
  submit: false,
  present: 'keep',
} as const

export const hk02: Paper = {
  key: 'phieu-hk02',
  name: {
    vi: 'Phiếu báo thay đổi hộ khẩu, nhân khẩu (HK02), có chữ ký chủ hộ',
    en: 'Notice of change in the household (HK02), signed by the head',
  },
  ...printed,
}

export const ct01: Paper = {
  key: 'to-khai-ct01',
  name: {
    vi: 'Tờ khai thay đổi thông tin cư trú (CT01), có chữ ký chủ hộ',
    en: 'Declaration of a change of residence (CT01), signed by the head',
  },
  ...printed,
}

export const tk1: Paper = {
  key: 'to-khai-tk1-ts',
  name: {
    vi: 'Tờ khai tham gia bảo hiểm y tế (TK1-TS)',
    en: 'Declaration for health insurance (TK1-TS)',
  },
  ...printed,
}
