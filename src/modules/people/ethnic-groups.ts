export type EthnicGroup = { code: string; name: string }

/**
 * The 54 ethnic groups of Vietnam with the codes of the statistics office.
 * @basis QĐ 121-TCTK/PPCĐ ngày 02/3/1979 [check: spellings vary; stored as chosen here]
 */
export const ethnicGroups: readonly EthnicGroup[] = [
  ['Kinh', 'Tày', 'Thái', 'Hoa', 'Khơ-me', 'Mường', 'Nùng', 'Mông', 'Dao', 'Gia-rai'],
  ['Ngái', 'Ê-đê', 'Ba-na', 'Xơ-đăng', 'Sán Chay', 'Cơ-ho', 'Chăm', 'Sán Dìu', 'Hrê', 'Mnông'],
  ['Ra-glai', 'Xtiêng', 'Bru-Vân Kiều', 'Thổ', 'Giáy', 'Cơ-tu', 'Gié-Triêng', 'Mạ', 'Khơ-mú'],
  ['Co', 'Tà-ôi', 'Chơ-ro', 'Kháng', 'Xinh-mun', 'Hà Nhì', 'Chu-ru', 'Lào', 'La Chí', 'La Ha'],
  ['Phù Lá', 'La Hủ', 'Lự', 'Lô Lô', 'Chứt', 'Mảng', 'Pà Thẻn', 'Cơ Lao', 'Cống', 'Bố Y'],
  ['Si La', 'Pu Péo', 'Brâu', 'Ơ-đu', 'Rơ-măm'],
]
  .flat()
  .map((name, index) => ({ code: String(index + 1).padStart(2, '0'), name }))

export const ethnicGroupNames: readonly string[] = ethnicGroups.map(({ name }) => name)
