import type { Check, FoundBy } from '../../modules/procedures/index.ts'
import { daysBetween, parsePlainDate } from '../../platform/plain-date.ts'
import { STILLBIRTH } from './stillbirth.ts'
import { minutesBetween, readDeath, type Death } from './death.ts'

/** @basis BLDS 91/2015/QH13, Điều 30, in force from 2017-01-01; before: BLDS 33/2005/QH11, Điều 30 */
const basisOn = (day: string) =>
  day < '2017-01-01'
    ? 'Bộ luật Dân sự 33/2005/QH11, Điều 30'
    : 'Bộ luật Dân sự 91/2015/QH13, Điều 30'

/**
 * A stillborn child is registered neither as born nor as dead.
 * @basis BLDS 91/2015/QH13, Điều 30 khoản 1; practice.md 22
 */
export const stillbirth: Check = ({ answers, facts }) => {
  if (readDeath(answers).kind !== 'stillborn') return []
  const basis = basisOn(facts.filedOn)
  return [{ severity: 'refuse', fields: ['deceased.kind'], message: STILLBIRTH, basis }]
}

const MINUTES_OF_24_HOURS = 24 * 60

/**
 * A child who lived 24 hours is registered as born and as dead, in one visit; one who lived less,
 * only when the parents ask. Hour and minute decide; without them nobody can say.
 * @basis BLDS 91/2015/QH13, Điều 30 khoản 3; practice.md 22
 */
export const within24Hours: Check = ({ answers, facts }) => {
  const death = readDeath(answers)
  const basis = basisOn(facts.filedOn)
  const of = (found: Omit<FoundBy, 'basis'>) => [{ ...found, basis }]
  if (death.kind === 'ordinary') return lifeDays(death) <= 1 ? of(SAY_NEWBORN) : []
  if (death.kind !== 'newborn') return []
  const minutes = livedMinutes(death)
  if (minutes === undefined) return lifeDays(death) <= 1 ? of(SAY_THE_HOUR) : []
  if (minutes < 0) return []
  const isAsked = minutes >= MINUTES_OF_24_HOURS || death.newborn.parentsAsk !== false
  if (!isAsked) return of(NOT_ASKED)
  return death.newborn.isBirthRegistered === false ? of(BOTH_IN_ONE_VISIT) : []
}

/** Days from birth to death; infinite while one of them is not known to the day, or is wrong. */
function lifeDays({ deceased, diedOn }: Death): number {
  const born = parsePlainDate(deceased.birthDate ?? '')
  const died = parsePlainDate(diedOn ?? '')
  if (!born || !died || died < born) return Infinity
  return daysBetween(born, died)
}

function livedMinutes(death: Death): number | undefined {
  const minutes = minutesBetween(
    { day: death.deceased.birthDate, time: death.newborn.birthTime },
    { day: death.diedOn, time: death.diedAtTime },
  )
  const days = lifeDays(death)
  // Two days on, 24 hours have passed whatever the hour was.
  return minutes ?? (days >= 2 && days !== Infinity ? days * MINUTES_OF_24_HOURS : undefined)
}

const SAY_NEWBORN: Omit<FoundBy, 'basis'> = {
  severity: 'refuse',
  fields: ['deceased.kind'],
  message: {
    vi: 'Trẻ mất trong ngày sinh hoặc ngày hôm sau: chọn “Trẻ mới sinh” ở câu hỏi đầu tiên.',
    en: 'The child died on the day of birth or the next: choose “A newborn child” above.',
  },
}

const SAY_THE_HOUR: Omit<FoundBy, 'basis'> = {
  severity: 'refuse',
  fields: ['death.time', 'newborn.birthTime'],
  message: {
    vi: 'Trẻ mới sinh thì cần ghi giờ sinh và giờ mất, theo Giấy chứng sinh và Giấy báo tử.',
    en: 'For a newborn child the hours of birth and death are needed, as on the notices.',
  },
}

const NOT_ASKED: Omit<FoundBy, 'basis'> = {
  severity: 'refuse',
  fields: ['newborn.parentsAsk'],
  message: {
    vi:
      'Chúng tôi xin chia buồn cùng gia đình. Trẻ sống dưới 24 giờ không bắt buộc đăng ký khai ' +
      'sinh, khai tử; chỉ đăng ký khi cha, mẹ muốn.',
    en:
      'We are sorry for your loss. For a child who lived less than 24 hours nothing need be ' +
      'registered, unless the parents ask for it.',
  },
}

const BOTH_IN_ONE_VISIT: Omit<FoundBy, 'basis'> = {
  severity: 'note',
  fields: ['newborn.birthRegistered'],
  message: {
    vi:
      'Việc sinh cũng được đăng ký, trong cùng một lần đến phường. Ông/bà mang theo Giấy chứng ' +
      'sinh; phường làm cả hai.',
    en: 'The birth is registered too, in the same visit. Bring the birth notice; the ward does both.',
  },
}
