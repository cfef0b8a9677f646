import { provinces } from './provinces.ts'

export type Sex = 'male' | 'female'

export type PersonalNumberProblem =
  | 'number-length'
  | 'number-province-unknown'
  | 'number-sex-mismatch'
  | 'number-year-mismatch'

/** What the number itself says. `place` is a province of registration or a country's code. */
export type PersonalNumber = { place: string; sex: Sex; birthYear: number }

/**
 * Checks a personal number (số định danh cá nhân: `PPP C YY RRRRRR`, no check digit) against what is
 * known of its holder. Returns the first thing wrong, or undefined.
 * @basis NĐ 137/2015/NĐ-CP Điều 13; TT 07/2016/TT-BCA Điều 7; TT 59/2021/TT-BCA Điều 4
 */
export function checkPersonalNumber(
  value: string,
  holder: { sex?: Sex; birthYear?: number } = {},
): PersonalNumberProblem | undefined {
  const number = readPersonalNumber(value)
  if (number === undefined) return 'number-length'
  if (!isPlaceCode(number.place)) return 'number-province-unknown'
  if (holder.sex !== undefined && number.sex !== holder.sex) return 'number-sex-mismatch'
  if (holder.birthYear !== undefined && number.birthYear !== holder.birthYear)
    return 'number-year-mismatch'
  return undefined
}

/** Undefined when it is not twelve digits. */
export function readPersonalNumber(value: string): PersonalNumber | undefined {
  if (!/^[0-9]{12}$/.test(value)) return undefined
  const century = Number(value[3])
  return {
    place: value.slice(0, 3),
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(value.slice(4, 6)),
  }
}

/**
 * One of the 63 provinces, or a country for births registered abroad. The list of country codes is
 * in the annex of the circular; any three digits from 100 on are taken for one [check].
 */
function isPlaceCode(code: string): boolean {
  return provinces.has(code) || Number(code) >= 100
}

/** The nine digits of the card issued before 2016 (Chứng minh nhân dân). */
export function isOldCardNumber(value: string): boolean {
  return /^[0-9]{9}$/.test(value)
}

/** Digits as people type and print them in groups: spaces, dots and hyphens between them go. */
export function normaliseNumber(text: string): string {
  return text.replace(/[\s.\-\u00A0]/g, '')
}

/** `012•••456`, `001••••••456`: for screens that show whose number it is without showing it. */
export function maskNumber(value: string): string {
  if (value.length <= 6) return '•'.repeat(value.length)
  return value.slice(0, 3) + '•'.repeat(value.length - 6) + value.slice(-3)
}
