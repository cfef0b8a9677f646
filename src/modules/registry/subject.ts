import { sha256Hex } from '../../platform/ids.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { ClaimKind } from '../dossiers/index.ts'
import type { Answers } from '../forms/index.ts'
import type { Identity } from '../persons/index.ts'
import type { ProcedureDefinition } from '../procedures/index.ts'

/** Whom a registration is about, and what makes the event one of a kind; from a declaration. */
export type Subject = {
  person: Identity
  /** Identity card of the person itself, where that is no personal number. */
  cardNumber?: string | undefined
  /** The mother's identity card or personal number. */
  motherNumber?: string | undefined
  birthNotice?: { facility: string; book: string; number: string } | undefined
  /** As much of the day as is known: `2016-08-10`, `2016-08`. */
  diedOn?: string | undefined
  lastResidence?: string | undefined
}

export type SubjectReader = (answers: Answers, definition: ProcedureDefinition) => Subject

const readers = new Map<string, SubjectReader>()

/** A procedure's folder says whom its result is about, by the result's template. */
export function registerSubject(template: string, reader: SubjectReader): void {
  const known = readers.get(template)
  if (known !== undefined && known !== reader)
    throw new Error(`subject registered twice: ${template}`)
  readers.set(template, reader)
}

/** Undefined for results that are about nobody's civil status. */
export function subjectOf(definition: ProcedureDefinition, answers: Answers): Subject | undefined {
  return readers.get(definition.result.template)?.(answers, definition)
}

export type UniqueThing = { kind: ClaimKind; keyHash: string; refusal: string }

/**
 * What no second dossier of the city may have: the notice of a birth, a child by name, day and
 * mother, a death by number, or by name, birth and last residence where no number is known.
 * @basis LHT 60/2014/QH13 Điều 6, 34(2); practice.md 20
 */
export function uniqueThings(book: 'birth' | 'death', subject: Subject): readonly UniqueThing[] {
  return book === 'birth' ? ofBirth(subject) : ofDeath(subject)
}

function ofBirth({
  person,
  cardNumber,
  motherNumber,
  birthNotice,
}: Subject): readonly UniqueThing[] {
  const notice = birthNotice && [birthNotice.facility, birthNotice.book, birthNotice.number]
  const own = person.number ?? cardNumber
  const child = [person.name, person.birthDate ?? '', motherNumber ?? '']
  return [
    ...(notice?.every(Boolean) ? [thing('birth-notice', notice, 'birth-notice-taken')] : []),
    ...(child.every(Boolean) ? [thing('birth', child, 'birth-already-in-book')] : []),
    ...(own ? [thing('birth', [own], 'birth-already-in-book')] : []),
  ]
}

function ofDeath({ person, cardNumber, lastResidence }: Subject): readonly UniqueThing[] {
  const born = person.birthDate ?? String(person.birthYear ?? '')
  const number = person.number ?? cardNumber
  const named = [person.name, born, lastResidence ?? '']
  return [
    ...(number ? [thing('death', [number], 'death-already-in-book')] : []),
    ...(named.every(Boolean) ? [thing('death-name', named, 'death-already-in-book')] : []),
  ]
}

function thing(kind: ClaimKind, parts: readonly string[], refusal: string): UniqueThing {
  return { kind, keyHash: sha256Hex(`${kind}:${parts.map(plain).join('|')}`), refusal }
}

/** Marks stay: An and Ân are twins. Likeness that may be a mistake warns elsewhere. */
function plain(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLocaleLowerCase('vi')
}

/** Did the death come before the birth for certain? Parts of a date that are unknown say nothing. */
export function isBornAfterDeath({ person, diedOn }: Subject): boolean {
  const born = person.birthDate ?? (person.birthYear ? String(person.birthYear) : undefined)
  if (!born || !diedOn) return false
  const known = Math.min(born.length, diedOn.length)
  return born.slice(0, known) > diedOn.slice(0, known)
}

/** The day of death when it is known whole. */
export function dayOfDeath({ diedOn }: Subject): PlainDate | undefined {
  // A date field of a form holds a valid day, month or year; ten characters are a day.
  return diedOn?.length === 10 ? (diedOn as PlainDate) : undefined
}
