import type { Queryable } from '../../platform/db.ts'
import { readIdentity } from './likeness.ts'
import { birthYearOf, type Identity } from './person.ts'
import { storedKeys } from './search-keys.ts'

/**
 * Many people at once, without facts: for measuring. The id tells the place in the list
 * (`placeOf`). The table's owner may load faster.
 */
export async function loadPeople(
  db: Queryable,
  people: readonly Identity[],
  { from, at }: { from: number; at: Date },
): Promise<void> {
  const rows = people.map((person, index) => ({
    id: idOf(from + index),
    ...person,
    birthYear: birthYearOf(person),
  }))
  const column = (key: keyof (typeof rows)[number]) => rows.map((row) => row[key] ?? null)
  await db.query(
    `insert into person (id, name, sex, birth_date, birth_year, mother_name, father_name,
       last_fact_no, made_at)
     select id, name, sex, birth_date, birth_year, mother_name, father_name, 0, $8
     from unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::int[], $6::text[], $7::text[])
       as given (id, name, sex, birth_date, birth_year, mother_name, father_name)`,
    [
      column('id'),
      column('name'),
      column('sex'),
      column('birthDate'),
      column('birthYear'),
      column('motherName'),
      column('fatherName'),
      at,
    ],
  )
  const keys = rows.flatMap((row) => storedKeys(readIdentity(row)).map((key) => [key, row.id]))
  await db.query(
    `insert into person_name_key (key, person_id) select * from unnest($1::bigint[], $2::uuid[])`,
    [keys.map(([key]) => key), keys.map(([, id]) => id)],
  )
}

const PREFIX = '00000000-0000-7000-9000-'

function idOf(place: number): string {
  return PREFIX + place.toString(16).padStart(12, '0')
}

/** Undefined of somebody who was not loaded. */
export function placeOf(id: string): number | undefined {
  return id.startsWith(PREFIX) ? Number.parseInt(id.slice(PREFIX.length), 16) : undefined
}
