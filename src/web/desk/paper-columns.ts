import type { Text } from '../../modules/forms/index.ts'

const parent = (vi: string, en: string): Readonly<Record<string, Text>> => ({
  name: { vi: `Họ, chữ đệm, tên người ${vi}`, en: `${en}’s full name` },
  birthYear: { vi: `Năm sinh của ${vi}`, en: `${en}’s year of birth` },
  ethnicity: { vi: `Dân tộc của ${vi}`, en: `${en}’s ethnicity` },
  nationality: { vi: `Quốc tịch của ${vi}`, en: `${en}’s nationality` },
  residence: { vi: `Nơi cư trú của ${vi}`, en: `${en}’s residence` },
})

const under = (who: string, texts: Readonly<Record<string, Text>>) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${who}.${key}`, text]))

/** What the columns of a paper book are called. */
const names: Readonly<Record<string, Text>> = {
  name: { vi: 'Họ, chữ đệm, tên', en: 'Full name' },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  ethnicity: { vi: 'Dân tộc', en: 'Ethnicity' },
  nationality: { vi: 'Quốc tịch', en: 'Nationality' },
  birthPlace: { vi: 'Nơi sinh', en: 'Place of birth' },
  homeTown: { vi: 'Quê quán', en: 'Home town' },
  ...under('mother', parent('mẹ', 'Mother')),
  ...under('father', parent('cha', 'Father')),
  lastResidence: { vi: 'Nơi cư trú cuối cùng', en: 'Last residence' },
  identityPaper: { vi: 'Giấy tờ tùy thân', en: 'Identity paper' },
  diedOn: { vi: 'Ngày chết', en: 'Died on' },
  time: { vi: 'Giờ chết', en: 'Hour of death' },
  place: { vi: 'Nơi chết', en: 'Place of death' },
  cause: { vi: 'Nguyên nhân chết', en: 'Cause of death' },
  notice: { vi: 'Giấy báo tử', en: 'Death notice' },
  registeredOn: { vi: 'Ngày đăng ký', en: 'Registered on' },
  registeredAt: { vi: 'Nơi đăng ký (nếu khác)', en: 'Registered at (if elsewhere)' },
  remark: { vi: 'Ghi chú trong sổ', en: 'Notes in the book' },
}

export function columnName(key: string): Text {
  return names[key] ?? { vi: key, en: key }
}
