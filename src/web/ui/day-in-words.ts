import { parsePlainDate } from '../../platform/plain-date.ts'

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/**
 * "ngày mười hai tháng tám năm hai nghìn không trăm mười sáu"; undefined when it is not a day.
 * Writes as civil-status papers do: "nghìn", "tư" for the month and after "mươi", "mốt", "lăm".
 */
export function dayInWords(parts: {
  day: string
  month: string
  year: string
}): string | undefined {
  const pad = (text: string, length: number) => text.trim().padStart(length, '0')
  const iso = `${pad(parts.year, 4)}-${pad(parts.month, 2)}-${pad(parts.day, 2)}`
  if (parsePlainDate(iso) === undefined) return undefined
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  const monthWord = month === 4 ? 'tư' : belowHundred(month)
  return `ngày ${belowHundred(day)} tháng ${monthWord} năm ${belowTenThousand(year)}`
}

function belowHundred(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  if (tens === 0) return DIGITS[ones]!
  const head = tens === 1 ? 'mười' : `${DIGITS[tens]} mươi`
  if (ones === 0) return head
  if (ones === 5) return `${head} lăm`
  if (tens > 1 && ones === 1) return `${head} mốt`
  if (tens > 1 && ones === 4) return `${head} tư`
  return `${head} ${DIGITS[ones]}`
}

function belowTenThousand(value: number): string {
  const [thousands, rest] = [Math.floor(value / 1000), value % 1000]
  if (thousands === 0) return belowThousand(rest)
  const head = `${DIGITS[thousands]} nghìn`
  return rest === 0
    ? head
    : `${head} ${DIGITS[Math.floor(rest / 100)]} trăm${afterHundred(rest % 100)}`
}

function belowThousand(value: number): string {
  if (value < 100) return belowHundred(value)
  return `${DIGITS[Math.floor(value / 100)]} trăm${afterHundred(value % 100)}`
}

function afterHundred(value: number): string {
  if (value === 0) return ''
  return value < 10 ? ` linh ${DIGITS[value]}` : ` ${belowHundred(value)}`
}
