import type { PlainDate } from '../../platform/plain-date.ts'
import type { Sex } from '../people/index.ts'

/** What tells one person from another. Only the name is always known. */
export type Identity = {
  name: string
  sex?: Sex | undefined
  birthDate?: PlainDate | undefined
  /** Where only the year is known; else it follows from the date. */
  birthYear?: number | undefined
  motherName?: string | undefined
  fatherName?: string | undefined
  /** Personal number, 12 digits. */
  number?: string | undefined
}

/** A line of a register book. */
export type EntryRef = { agencyId: string; book: 'birth' | 'death'; year: number; no: number }

export type FactKind =
  | 'born'
  | 'died'
  | 'number-given'
  | 'residence-registered'
  | 'residence-deleted'
  | 'card-issued'
  | 'changed'
  | 'locked'
  | 'annulled'

/** What became known of a person: references only. */
export type Fact = {
  no: number
  kind: FactKind
  /** What it was told by; the same source told again changes nothing. */
  source: string
  happenedOn: PlainDate | null
  entry: EntryRef | null
  dossierId: string | null
  /** The number of the fact taken back. */
  annuls: number | null
  notedBy: string | null
  notedAt: Date
}

/** The words of a fact, until they are erased. */
export type FactDetail = Readonly<Record<string, string>>

export type Person = {
  id: string
  /** Null after erasure. */
  name: string | null
  sex: Sex | null
  birthDate: PlainDate | null
  birthYear: number | null
  motherName: string | null
  fatherName: string | null
  number: string | null
  /** A death that stands: no act about this person but those that follow from it. */
  isLocked: boolean
  erasedAt: Date | null
}

/** Who is meant: the person, or the subject of the dossier that recorded the birth or the death. */
export type PersonRef = { personId: string } | { dossierId: string }

/** Facts that no later one takes back, oldest first. */
export function standingFacts(facts: readonly Fact[]): readonly Fact[] {
  const gone = new Set(facts.map(({ annuls }) => annuls))
  return facts.filter(({ kind, no }) => kind !== 'annulled' && !gone.has(no))
}

/** The source of what an entry of a register book says. */
export function entrySource(entry: EntryRef): string {
  return `entry:${entry.agencyId}:${entry.book}:${entry.year}:${entry.no}`
}

export function dossierSource(dossierId: string): string {
  return `dossier:${dossierId}`
}

export function birthYearOf(identity: Pick<Identity, 'birthDate' | 'birthYear'>): number | null {
  return identity.birthDate ? Number(identity.birthDate.slice(0, 4)) : (identity.birthYear ?? null)
}
