import type { Queryable } from '../../platform/db.ts'
import { birthYearOf, type Fact, type FactDetail, type Identity, type Person } from './person.ts'

export type PersonRow = Person & { lastFactNo: number; lockedBy: number | null }

export const PERSON = `person.id, person.name, person.sex, person.birth_date as "birthDate",
  person.birth_year as "birthYear", person.mother_name as "motherName",
  person.father_name as "fatherName", person.personal_number as number,
  person.locked_by is not null as "isLocked", person.erased_at as "erasedAt"`

export async function insertPerson(
  db: Queryable,
  given: { id: string; identity: Identity; at: Date },
): Promise<void> {
  await db.query(
    `insert into person (id, name, sex, birth_date, birth_year, mother_name, father_name,
       last_fact_no, made_at) values ($1, $2, $3, $4, $5, $6, $7, 0, $8)`,
    [given.id, ...identityValues(given.identity), given.at],
  )
}

/** The number is kept apart: `setNumber`. */
export async function updateIdentity(db: Queryable, id: string, identity: Identity): Promise<void> {
  await db.query(
    `update person set name = $2, sex = $3, birth_date = $4, birth_year = $5, mother_name = $6,
       father_name = $7 where id = $1`,
    [id, ...identityValues(identity)],
  )
}

function identityValues(identity: Identity): readonly unknown[] {
  const { name, sex, birthDate, motherName, fatherName } = identity
  return [
    name,
    sex ?? null,
    birthDate ?? null,
    birthYearOf(identity),
    motherName ?? null,
    fatherName ?? null,
  ]
}

/** Locked until the transaction ends: facts of one person are added one after another. */
export async function lockPersonRow(db: Queryable, id: string): Promise<PersonRow | undefined> {
  const { rows } = await db.query<PersonRow>(
    `select ${PERSON}, person.last_fact_no as "lastFactNo", person.locked_by as "lockedBy"
     from person where id = $1 for update`,
    [id],
  )
  return rows[0]
}

export async function findPersonRow(db: Queryable, id: string): Promise<Person | undefined> {
  const { rows } = await db.query<Person>(`select ${PERSON} from person where id = $1`, [id])
  return rows[0]
}

export async function setLastFactNo(db: Queryable, id: string, no: number): Promise<void> {
  await db.query(`update person set last_fact_no = $2 where id = $1`, [id, no])
}

export async function setLockedBy(
  db: Queryable,
  id: string,
  no: number | undefined,
): Promise<void> {
  await db.query(`update person set locked_by = $2 where id = $1`, [id, no ?? null])
}

export async function setNumber(db: Queryable, id: string, number: string): Promise<void> {
  await db.query(`update person set personal_number = $2 where id = $1`, [id, number])
}

export async function insertFact(db: Queryable, personId: string, fact: Fact): Promise<void> {
  const { entry } = fact
  await db.query(
    `insert into person_fact (person_id, no, kind, source, happened_on, book_agency_id, book,
       book_year, entry_no, dossier_id, annuls, noted_by, noted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      personId,
      fact.no,
      fact.kind,
      fact.source,
      fact.happenedOn,
      entry?.agencyId ?? null,
      entry?.book ?? null,
      entry?.year ?? null,
      entry?.no ?? null,
      fact.dossierId,
      fact.annuls,
      fact.notedBy,
      fact.notedAt,
    ],
  )
}

const FACT = `person_fact.no, person_fact.kind, person_fact.source,
  person_fact.happened_on as "happenedOn",
  case when person_fact.book is not null then json_build_object(
    'agencyId', person_fact.book_agency_id, 'book', person_fact.book,
    'year', person_fact.book_year, 'no', person_fact.entry_no) end as entry,
  person_fact.dossier_id as "dossierId", person_fact.annuls,
  person_fact.noted_by as "notedBy", person_fact.noted_at as "notedAt"`

/** Oldest first; a person has few. */
export async function listFacts(db: Queryable, personId: string): Promise<Fact[]> {
  const { rows } = await db.query<Fact>(
    `select ${FACT} from person_fact where person_id = $1 order by no limit 500`,
    [personId],
  )
  return rows
}

/** Of several people at once, by person; oldest first, at most 50 of each. */
export async function listFactsOf(
  db: Queryable,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Fact[]>> {
  const { rows } = await db.query<Fact & { personId: string }>(
    `select asked.id as "personId", person_fact.*
     from unnest($1::uuid[]) as asked (id)
     cross join lateral (
       select ${FACT} from person_fact where person_id = asked.id order by no limit 50
     ) person_fact`,
    [personIds],
  )
  const facts = rows.map(({ personId, ...fact }) => ({ personId, fact }))
  const byPerson = Map.groupBy(facts, ({ personId }) => personId)
  return new Map([...byPerson].map(([id, found]) => [id, found.map(({ fact }) => fact)]))
}

export async function insertDetail(
  db: Queryable,
  at: { personId: string; factNo: number },
  body: FactDetail,
): Promise<void> {
  await db.query(`insert into person_detail (person_id, fact_no, body) values ($1, $2, $3)`, [
    at.personId,
    at.factNo,
    JSON.stringify(body),
  ])
}

export async function listDetails(
  db: Queryable,
  personId: string,
): Promise<ReadonlyMap<number, FactDetail>> {
  const { rows } = await db.query<{ no: number; body: FactDetail }>(
    `select fact_no as no, body from person_detail where person_id = $1 limit 500`,
    [personId],
  )
  return new Map(rows.map(({ no, body }) => [no, body]))
}

/** Whom a source told of, or a dossier is about. */
export async function findSource(db: Queryable, source: string): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `select person_id as id from person_source where source = $1`,
    [source],
  )
  return rows[0]?.id
}

/** False when the source told something before; waits for who is just telling it. */
export async function takeSource(
  db: Queryable,
  source: string,
  personId: string,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into person_source (source, person_id) values ($1, $2) on conflict do nothing`,
    [source, personId],
  )
  return rowCount === 1
}

export async function findNumber(db: Queryable, hash: string): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `select person_id as id from person_number where number_hash = $1`,
    [hash],
  )
  return rows[0]?.id
}

/** False when the number is another person's. */
export async function takeNumber(db: Queryable, hash: string, personId: string): Promise<boolean> {
  await db.query(
    `insert into person_number (number_hash, person_id) values ($1, $2) on conflict do nothing`,
    [hash, personId],
  )
  return (await findNumber(db, hash)) === personId
}

/** Takes every word about the person away; the facts stay, without names. */
export async function eraseRow(db: Queryable, id: string, at: Date): Promise<void> {
  await db.query(
    `update person set name = null, sex = null, birth_date = null, birth_year = null,
       mother_name = null, father_name = null, personal_number = null, erased_at = $2
     where id = $1`,
    [id, at],
  )
  await db.query(`delete from person_detail where person_id = $1`, [id])
}

export async function releaseNumber(db: Queryable, hash: string, personId: string): Promise<void> {
  await db.query(`delete from person_number where number_hash = $1 and person_id = $2`, [
    hash,
    personId,
  ])
}
