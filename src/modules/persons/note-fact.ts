import type { Ctx } from '../../platform/ctx.ts'
import type { Queryable } from '../../platform/db.ts'
import {
  dossierSource,
  standingFacts,
  type Fact,
  type FactDetail,
  type PersonRef,
} from './person.ts'
import {
  findSource,
  insertDetail,
  insertFact,
  listFacts,
  lockPersonRow,
  setLastFactNo,
  setLockedBy,
  takeSource,
  type PersonRow,
} from './store.ts'

export type NewFact = Pick<Fact, 'kind' | 'source'> &
  Partial<Pick<Fact, 'happenedOn' | 'entry' | 'dossierId' | 'annuls'>> & { detail?: FactDetail }

/** The person whom a dossier or an id means; undefined while nobody is recorded for the dossier. */
export async function personIdOf(db: Queryable, of: PersonRef): Promise<string | undefined> {
  return 'personId' in of ? of.personId : findSource(db, dossierSource(of.dossierId))
}

export type Held = { person: PersonRow; facts: readonly Fact[] }

/** The person's row, locked, with the facts that stand. Throws when there is no such person. */
export async function holdPerson(db: Queryable, personId: string): Promise<Held> {
  const person = await lockPersonRow(db, personId)
  if (!person) throw new Error(`no person ${personId}`)
  return { person, facts: standingFacts(await listFacts(db, personId)) }
}

/** Adds a fact to a person whose row is held; false when its source told it before. */
export async function noteFact(
  ctx: Ctx,
  db: Queryable,
  person: PersonRow,
  given: NewFact,
): Promise<boolean> {
  if (!(await takeSource(db, given.source, person.id))) return false
  await addFact(ctx, db, person, given)
  return true
}

/** As `noteFact`, of a source that was just taken. The lock follows the facts. */
export async function addFact(
  ctx: Ctx,
  db: Queryable,
  person: PersonRow,
  given: NewFact,
): Promise<void> {
  const no = person.lastFactNo + 1
  await insertFact(db, person.id, {
    no,
    kind: given.kind,
    source: given.source,
    happenedOn: given.happenedOn ?? null,
    entry: given.entry ?? null,
    dossierId: given.dossierId ?? null,
    annuls: given.annuls ?? null,
    notedBy: ctx.actor.kind === 'staff' ? ctx.actor.staffId : null,
    notedAt: ctx.clock.now(),
  })
  if (given.detail) await insertDetail(db, { personId: person.id, factNo: no }, given.detail)
  await setLastFactNo(db, person.id, no)
  await setLockedBy(db, person.id, deathIn(standingFacts(await listFacts(db, person.id)))?.no)
}

/** The death by the facts that stand; undefined of the living. */
export function deathIn(facts: readonly Fact[]): Fact | undefined {
  return facts.findLast(({ kind }) => kind === 'died' || kind === 'locked')
}
