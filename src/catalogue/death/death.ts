import type { AddressValue, Answers, NameValue } from '../../modules/forms/index.ts'
import { daysBetween, daysInMonth, parsePlainDate } from '../../platform/plain-date.ts'
import type { Circumstance, DeathKind } from './conditions.ts'

/** The answers of a death in words of the law; of a draft, so anything may be missing. */
export type Death = {
  kind: DeathKind | undefined
  relation: string | undefined
  requesterNumber: string | undefined
  deceased: {
    name: NameValue | undefined
    /** `1931-03-05`, or as much of it as is known. */
    birthDate: string | undefined
    sex: string | undefined
    ethnicity: string | undefined
    nationality: string | undefined
    idNumber: string | undefined
    otherPaper: string | undefined
    isResidenceKnown: boolean
    lastResidence: AddressValue | undefined
  }
  newborn: {
    birthTime: string | undefined
    parentsAsk: boolean | undefined
    isBirthRegistered: boolean | undefined
  }
  circumstance: Circumstance | undefined
  diedOn: string | undefined
  diedAtTime: string | undefined
  facility: string | undefined
  place: AddressValue | undefined
  cause: string | undefined
  notice: {
    commune: AddressValue | undefined
    issuer: string | undefined
    number: string | undefined
    day: string | undefined
  }
}

/** Reads completed answers (`complete`). */
export function readDeath(answers: Answers): Death {
  return {
    kind: text(answers, 'deceased.kind') as DeathKind | undefined, // the options of the field
    relation: text(answers, 'requester.relation'),
    requesterNumber: text(answers, 'requester.idNumber'),
    deceased: {
      name: name(answers, 'deceased.name'),
      birthDate: text(answers, 'deceased.birthDate'),
      sex: text(answers, 'deceased.sex'),
      ethnicity: text(answers, 'deceased.ethnicity'),
      nationality: text(answers, 'deceased.nationality'),
      idNumber: text(answers, 'deceased.idNumber'),
      otherPaper: text(answers, 'deceased.otherPaper'),
      isResidenceKnown: text(answers, 'deceased.residenceKnown') !== 'unknown',
      lastResidence: address(answers, 'deceased.lastResidence'),
    },
    newborn: {
      birthTime: text(answers, 'newborn.birthTime'),
      parentsAsk: yesNo(answers, 'newborn.parentsAsk'),
      isBirthRegistered: yesNo(answers, 'newborn.birthRegistered'),
    },
    circumstance: text(answers, 'death.circumstance') as Circumstance | undefined, // as above
    diedOn: text(answers, 'death.date'),
    diedAtTime: text(answers, 'death.time'),
    facility: text(answers, 'death.facility'),
    place: address(answers, 'death.place'),
    cause: text(answers, 'death.cause'),
    notice: {
      commune: address(answers, 'notice.commune'),
      issuer: text(answers, 'notice.issuer'),
      number: text(answers, 'notice.number'),
      day: text(answers, 'notice.day'),
    },
  }
}

/**
 * Whether one day, of which month and day may not be known, lies after another for certain: parts
 * that one of the two lacks say nothing.
 */
export function isSurelyAfter(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) > other.slice(0, length)
}

/** The last day that a date with unknown parts can mean; undefined when it is none. */
export function lastDayOf(date: string) {
  const [year = '', month = '12', day] = date.split('-')
  const last = String(daysInMonth(Number(year), Number(month))).padStart(2, '0')
  return parsePlainDate([year, month, day ?? last].join('-'))
}

/** Minutes between two moments whose day and time are both known; undefined otherwise. */
export function minutesBetween(
  from: { day: string | undefined; time: string | undefined },
  to: { day: string | undefined; time: string | undefined },
): number | undefined {
  const days = [from.day, to.day].map((day) => parsePlainDate(day ?? ''))
  const times = [from.time, to.time].map((time) => minuteOf(time ?? ''))
  const [fromDay, toDay] = days
  const [fromMinute, toMinute] = times
  if (!fromDay || !toDay || fromMinute === undefined || toMinute === undefined) return undefined
  return daysBetween(fromDay, toDay) * 24 * 60 + toMinute - fromMinute
}

function minuteOf(time: string): number | undefined {
  const match = /^(\d{2}):(\d{2})$/.exec(time)
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined
}

function text(answers: Answers, key: string): string | undefined {
  const answer = answers[key]
  return typeof answer === 'string' ? answer : undefined
}

function yesNo(answers: Answers, key: string): boolean | undefined {
  const answer = answers[key]
  return typeof answer === 'boolean' ? answer : undefined
}

export function name(answers: Answers, key: string): NameValue | undefined {
  const answer = answers[key]
  return typeof answer === 'object' && 'full' in answer ? answer : undefined
}

export function address(answers: Answers, key: string): AddressValue | undefined {
  const answer = answers[key]
  return typeof answer === 'object' && 'scope' in answer ? answer : undefined
}
