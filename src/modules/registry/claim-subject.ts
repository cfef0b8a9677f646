import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  definitionOf,
  kindsOfHolder,
  releaseClaims,
  takeClaim,
  viewOf,
  worldOf,
  type Dossier,
  type DossierEvent,
  type Location,
} from '../dossiers/index.ts'
import { annulFact, entrySource, recordBirth, recordDeath } from '../persons/index.ts'
import type { ProcedureDefinition } from '../procedures/index.ts'
import type { Answers } from '../forms/index.ts'
import type { EntryKey } from './store.ts'
import {
  dayOfDeath,
  isBornAfterDeath,
  subjectOf,
  uniqueThings,
  type Subject,
  type UniqueThing,
} from './subject.ts'

/**
 * Listens to proposals: what makes the event unique is taken for this dossier before anybody
 * decides, so that a second birth or death of one person is stopped at the desk. Refuses
 * `birth-already-in-book`, `birth-notice-taken`, `death-already-in-book`, `death-before-birth`.
 */
export async function claimSubject(
  ctx: Ctx,
  db: Queryable,
  event: DossierEvent,
  dossier: Dossier,
): Promise<void> {
  if (event.kind !== 'proposed') return
  const world = await worldOf(db)
  const definition = definitionOf(world, dossier)
  if (!definition.register) return
  const { declarations } = await viewOf(db, world, dossier)
  const subject = subjectOf(definition, declarations[0]!.answers)
  if (!subject) return
  if (definition.register.book === 'death' && isBornAfterDeath(subject)) {
    throw new Refusal('death-before-birth')
  }
  const at = { agencyId: dossier.agencyId, dossierId: dossier.id }
  const things = uniqueThings(definition.register.book, subject)
  // What an earlier proposal claimed by a value since corrected.
  await releaseClaims(db, at, { of: KINDS, but: things.map(({ keyHash }) => keyHash) })
  for (const one of things) await take(ctx, db, { at, one, subject })
}

const KINDS = ['birth-notice', 'birth', 'death', 'death-name'] as const

type Taking = { at: Location; one: UniqueThing; subject: Subject }

async function take(ctx: Ctx, db: Queryable, { at, one, subject }: Taking): Promise<void> {
  const { kind, keyHash, refusal } = one
  if (await takeClaim(db, at, { kind, keyHash, takenAt: ctx.clock.now() })) return
  // Two people of one name, birth and ward: with two different numbers they are not the same.
  const isNamesake =
    kind === 'death-name' &&
    (subject.person.number ?? subject.cardNumber) !== undefined &&
    (await kindsOfHolder(db, keyHash)).includes('death')
  if (!isNamesake) throw new Refusal(refusal)
}

type Registered = { definition: ProcedureDefinition; answers: Answers; dossierId: string }

/** The entry of a birth makes the person; nothing for other books. */
export async function noteBirth(
  ctx: Ctx,
  db: Queryable,
  entry: EntryKey,
  given: Registered & { personalNumber: string | null },
): Promise<void> {
  const subject = subjectOf(given.definition, given.answers)
  if (entry.book !== 'birth' || !subject) return
  const number = given.personalNumber ?? subject.person.number
  await recordBirth(ctx, db, {
    entry: keyOf(entry),
    person: { ...subject.person, ...(number ? { number } : {}) },
    dossierId: given.dossierId,
    isAgain: given.definition.register?.entry === 'again',
  })
}

/**
 * A registered death locks the person. Refuses `death-already-in-book`, `death-before-birth`.
 * @basis LHT 60/2014/QH13 Điều 34(2)
 */
export async function noteDeath(
  ctx: Ctx,
  db: Queryable,
  entry: EntryKey,
  given: Registered,
): Promise<void> {
  const subject = subjectOf(given.definition, given.answers)
  if (entry.book !== 'death' || !subject) return
  const diedOn = dayOfDeath(subject)
  await recordDeath(ctx, db, {
    entry: keyOf(entry),
    person: subject.person,
    ...(diedOn ? { diedOn } : {}),
    dossierId: given.dossierId,
    isAgain: given.definition.register?.entry === 'again',
  })
}

/** What a prepared entry told of a person does not hold: it was crossed out. */
export async function forgetEntry(ctx: Ctx, db: Queryable, entry: EntryKey): Promise<void> {
  const annuls = entrySource(keyOf(entry))
  await annulFact(ctx, db, { annuls, source: `${annuls}:crossed-out` })
}

function keyOf({ agencyId, book, year, no }: EntryKey): EntryKey {
  return { agencyId, book, year, no }
}
