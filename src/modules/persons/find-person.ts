import type { Queryable } from '../../platform/db.ts'
import { personIdOf } from './note-fact.ts'
import type { Fact, FactDetail, Person, PersonRef } from './person.ts'
import { findPersonRow, listDetails, listFacts } from './store.ts'

/** A person with everything recorded, oldest fact first; annulled facts are there too. */
export type WholePerson = Person & { facts: readonly (Fact & { detail: FactDetail | null })[] }

/** By id, or by the dossier whose subject it is. */
export async function findPerson(db: Queryable, of: PersonRef): Promise<WholePerson | undefined> {
  const id = await personIdOf(db, of)
  const person = id === undefined ? undefined : await findPersonRow(db, id)
  if (!person) return undefined
  const facts = await listFacts(db, person.id)
  const details = await listDetails(db, person.id)
  return {
    ...person,
    facts: facts.map((fact) => ({ ...fact, detail: details.get(fact.no) ?? null })),
  }
}
