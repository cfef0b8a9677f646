import { plainDate, type PlainDate } from '../../platform/plain-date.ts'

/** From this age a correction was the district's, as long as there were districts. */
const AGE_OF_DISTRICT = 14

/** @basis NĐ 120/2025/NĐ-CP: since 2025-07-01 there is no district level */
const LAST_DAY_OF_DISTRICTS = plainDate('2025-06-30')

export type Corrected = {
  /** Whole where it is known. */
  birthDate: PlainDate | undefined
  /** Where only the year is known. */
  birthYear: number | undefined
  /** The day on which the correction is made. */
  on: PlainDate
  /** A person who died does not grow older. */
  diedOn: PlainDate | undefined
}

/**
 * Who corrects what a book says of a person: the commune while the person is under 14, from 14 the
 * district until 2025-06-30, since then the commune. Of a birth known by its year, the last day of
 * the year counts; of an unknown one, the person counts as grown up.
 * @basis LHT 60/2014/QH13 Điều 27, 46 khoản 3; practice.md 7
 */
export function whoCorrects({
  birthDate,
  birthYear,
  on,
  diedOn,
}: Corrected): 'commune' | 'district' {
  if (on > LAST_DAY_OF_DISTRICTS) return 'commune'
  const born = birthDate ?? (birthYear ? plainDate(`${birthYear}-12-31`) : undefined)
  const until = diedOn !== undefined && diedOn < on ? diedOn : on
  if (born === undefined) return 'district'
  // Days compare as text; somebody born on 29/02 is 14 when that day would have come.
  const turns14 = `${Number(born.slice(0, 4)) + AGE_OF_DISTRICT}${born.slice(4)}`
  return until < turns14 ? 'commune' : 'district'
}
