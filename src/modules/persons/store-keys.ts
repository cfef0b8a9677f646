import type { Queryable } from '../../platform/db.ts'
import type { Person } from './person.ts'
import { BLOCK_MAX, COMPARED_MAX } from './search.ts'
import type { AskedKey, SearchKey } from './search-keys.ts'
import { PERSON } from './store.ts'

export async function insertKeys(
  db: Queryable,
  personId: string,
  keys: readonly SearchKey[],
): Promise<void> {
  await db.query(
    `insert into person_name_key (key, person_id) select key, $1 from unnest($2::bigint[]) as given (key)
     on conflict do nothing`,
    [personId, keys],
  )
}

export async function deleteKeys(
  db: Queryable,
  personId: string,
  keys: readonly SearchKey[],
): Promise<void> {
  await db.query(`delete from person_name_key where key = any($2::bigint[]) and person_id = $1`, [
    personId,
    keys,
  ])
}

/** People who share keys with the one asked for, those first whose keys say most. */
export async function listByKeys(db: Queryable, asked: readonly AskedKey[]): Promise<Person[]> {
  const { rows } = await db.query<Person>(
    `with found as materialized (
       select one.person_id, sum(asked.weight) as weight
       from unnest($1::bigint[], $2::float4[]) as asked (key, weight)
       cross join lateral (
         select person_id from person_name_key where person_name_key.key = asked.key
         order by person_id desc limit $3) one
       group by one.person_id order by weight desc, one.person_id desc limit $4)
     select ${PERSON} from found join person on person.id = found.person_id
     order by found.weight desc, person.id desc`,
    [asked.map(({ key }) => key), asked.map(({ weight }) => weight), BLOCK_MAX, COMPARED_MAX],
  )
  return rows
}
