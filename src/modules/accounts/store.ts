import type { Queryable } from '../../platform/db.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { SigningFacts } from './signing.ts'
import type { Mandate, Staff, StaffRole } from './staff.ts'

export async function readRules(db: Queryable): Promise<Map<string, number>> {
  const { rows } = await db.query<{ key: string; value: number }>(
    'select key, value from account_rule',
  )
  return new Map(rows.map((row) => [row.key, row.value]))
}

export type StaffRow = Staff & { passwordHash: string | null }

const STAFF = 'id, login, name, state, password_hash as "passwordHash"'

export async function findStaffByLogin(
  db: Queryable,
  login: string,
): Promise<StaffRow | undefined> {
  const { rows } = await db.query<StaffRow>(`select ${STAFF} from staff where login = $1`, [login])
  return rows[0]
}

export async function findStaffById(db: Queryable, id: string): Promise<StaffRow | undefined> {
  const { rows } = await db.query<StaffRow>(`select ${STAFF} from staff where id = $1`, [id])
  return rows[0]
}

export async function listMandatesOf(db: Queryable, staffId: string): Promise<Mandate[]> {
  const { rows } = await db.query<Mandate>(
    `select staff_id as "staffId", agency_id as "agencyId", role, from_day as "fromDay",
            to_day as "toDay"
       from staff_mandate where staff_id = $1 order by from_day desc, role`,
    [staffId],
  )
  return rows
}

export type StaffAtAgency = Staff & { role: StaffRole; agencyId: string }

/** Officers with a mandate at one of these agencies that day, by name; at most 500. */
export async function listStaffAt(
  db: Queryable,
  asked: { agencyIds: readonly string[]; day: PlainDate },
): Promise<StaffAtAgency[]> {
  const { rows } = await db.query<StaffAtAgency>(
    `select s.id, s.login, s.name, s.state, m.role, m.agency_id as "agencyId"
       from staff_mandate m join staff s on s.id = m.staff_id
      where m.agency_id = any($1) and m.from_day <= $2 and (m.to_day is null or m.to_day >= $2)
      order by s.name, m.role limit 500`,
    [asked.agencyIds, asked.day],
  )
  return rows
}

/** Names of officers by id, of today or of long ago, for histories. */
export async function staffNames(
  db: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query<{ id: string; name: string }>(
    `select id::text, name from staff where id::text = any($1)`,
    [ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Every account with its mandates, newest first; at most `limit`. */
export async function listStaff(
  db: Queryable,
  limit: number,
): Promise<(Staff & { mandates: string[] })[]> {
  const { rows } = await db.query<Staff & { mandates: string[] }>(
    `select s.id, s.login, s.name, s.state,
            coalesce(array_agg(m.role || ' ' || m.agency_id || ' ' || m.from_day
              || coalesce(' – ' || m.to_day, '') order by m.from_day)
              filter (where m.role is not null), '{}') as mandates
       from staff s left join staff_mandate m on m.staff_id = s.id
      group by s.id order by s.login limit $1`,
    [limit],
  )
  return rows
}

export async function insertStaff(
  db: Queryable,
  staff: { id: string; login: string; name: string; createdAt: Date },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into staff (id, login, name, state, created_at) values ($1, $2, $3, 'invited', $4)
     on conflict (login) do nothing`,
    [staff.id, staff.login, staff.name.normalize('NFC'), staff.createdAt],
  )
  return rowCount === 1
}

export async function insertMandate(db: Queryable, mandate: Mandate): Promise<void> {
  await db.query(
    `insert into staff_mandate (staff_id, agency_id, role, from_day, to_day)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [mandate.staffId, mandate.agencyId, mandate.role, mandate.fromDay, mandate.toDay],
  )
}

export async function endMandateRow(db: Queryable, mandate: Mandate): Promise<void> {
  await db.query(
    `update staff_mandate set to_day = $5
      where staff_id = $1 and agency_id = $2 and role = $3 and from_day = $4`,
    [mandate.staffId, mandate.agencyId, mandate.role, mandate.fromDay, mandate.toDay],
  )
}

export async function setPassword(
  db: Queryable,
  set: { staffId: string; passwordHash: string; now: Date },
): Promise<void> {
  await db.query(
    `update staff set password_hash = $2, password_set_at = $3, state = 'active'
      where id = $1 and state <> 'disabled'`,
    [set.staffId, set.passwordHash, set.now],
  )
}

export async function setDisabled(db: Queryable, staffId: string, now: Date): Promise<void> {
  await db.query(
    `update staff set state = 'disabled', disabled_at = coalesce(disabled_at, $2) where id = $1`,
    [staffId, now],
  )
}

export async function insertInvite(
  db: Queryable,
  row: { tokenHash: string; staffId: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await db.query(
    `insert into staff_invite (token_hash, staff_id, created_at, expires_at)
     values ($1, $2, $3, $4)`,
    [row.tokenHash, row.staffId, row.createdAt, row.expiresAt],
  )
}

export async function findInviteRow(
  db: Queryable,
  tokenHash: string,
  now: Date,
): Promise<Staff | undefined> {
  const { rows } = await db.query<Staff>(
    `select s.id, s.login, s.name, s.state from staff_invite i join staff s on s.id = i.staff_id
      where i.token_hash = $1 and i.used_at is null and i.expires_at > $2
        and s.state <> 'disabled'`,
    [tokenHash, now],
  )
  return rows[0]
}

/** False when someone used it first. */
export async function useInvite(db: Queryable, tokenHash: string, now: Date): Promise<boolean> {
  const { rowCount } = await db.query(
    'update staff_invite set used_at = $2 where token_hash = $1 and used_at is null',
    [tokenHash, now],
  )
  return rowCount === 1
}

/** Ends every link of an officer that was not used yet. */
export async function useUpInvites(db: Queryable, staffId: string, now: Date): Promise<void> {
  await db.query('update staff_invite set used_at = $2 where staff_id = $1 and used_at is null', [
    staffId,
    now,
  ])
}

/** Ends every API token of an officer; returns how many. */
export async function revokeTokensOf(db: Queryable, staffId: string, now: Date): Promise<number> {
  const { rowCount } = await db.query(
    'update staff_token set revoked_at = $2 where staff_id = $1 and revoked_at is null',
    [staffId, now],
  )
  return rowCount ?? 0
}

export async function insertToken(
  db: Queryable,
  row: {
    id: string
    tokenHash: string
    staffId: string
    agencyId: string
    label: string
    createdAt: Date
    expiresAt: Date
  },
): Promise<void> {
  await db.query(
    `insert into staff_token (id, token_hash, staff_id, agency_id, label, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.id, row.tokenHash, row.staffId, row.agencyId, row.label, row.createdAt, row.expiresAt],
  )
}

export async function findTokenRow(
  db: Queryable,
  tokenHash: string,
  now: Date,
): Promise<{ staffId: string; agencyId: string } | undefined> {
  const { rows } = await db.query<{ staffId: string; agencyId: string }>(
    `select staff_id as "staffId", agency_id as "agencyId" from staff_token
      where token_hash = $1 and revoked_at is null and expires_at > $2`,
    [tokenHash, now],
  )
  return rows[0]
}

export async function insertAssignment(
  db: Queryable,
  row: { agencyId: string; day: PlainDate; staffId: string; assignedAt: Date },
): Promise<void> {
  await db.query(
    `insert into signing_assignment (agency_id, day, staff_id, assigned_at)
     values ($1, $2, $3, $4) on conflict do nothing`,
    [row.agencyId, row.day, row.staffId, row.assignedAt],
  )
}

/** What decides a signature, in one read. */
export async function readSigningFacts(
  db: Queryable,
  asked: { agencyId: string; day: PlainDate; staffId: string },
): Promise<SigningFacts> {
  const { rows } = await db.query<SigningFacts>(
    `select array(select role from staff_mandate m join staff s on s.id = m.staff_id
              where m.staff_id = $3 and m.agency_id = $1 and s.state = 'active'
                and m.from_day <= $2 and (m.to_day is null or m.to_day >= $2)) as roles,
            exists(select 1 from staff_absence where staff_id = $3 and from_day <= $2
              and to_day >= $2) as "isAbsent",
            exists(select 1 from signing_assignment where agency_id = $1 and day = $2
              and staff_id = $3) as "isAssigned"`,
    [asked.agencyId, asked.day, asked.staffId],
  )
  return rows[0]!
}
