const MARKS = /\p{M}/gu
const NOT_WORD = /[^a-z0-9]+/g

/**
 * Letters without marks, lower case, đ as d, words joined by single spaces: "Láng Thượng" in NFC,
 * "Láng Thượng" in NFD and "LANG  THUONG" all give "lang thuong".
 */
export function foldVietnamese(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(NOT_WORD, ' ')
    .trim()
}

/** As `foldVietnamese`, for URLs: "phuong-lang-thuong". */
export function slugOf(text: string): string {
  return foldVietnamese(text).replaceAll(' ', '-')
}
