import type { Queryable } from './db.ts'
import { secretToken, sha256Hex, uuidv7 } from './ids.ts'

export type SessionRow = {
  id: string
  kind: 'citizen' | 'staff'
  phone: string | null
  phoneConfirmedAt: Date | null
  staffId: string | null
  agencyId: string | null
  draftIds: readonly string[]
}

/** Limits in minutes. */
export type SessionLimits = {
  citizen: { idle: number; absolute: number; phone: number }
  staff: { idle: number; absolute: number }
}

type Subject = { kind: 'citizen' } | { kind: 'staff'; staffId: string; agencyId: string }

/** Begins a session and returns its secret, which exists nowhere else. */
export async function beginSession(
  db: Queryable,
  now: Date,
  subject: Subject,
): Promise<{ id: string; secret: string }> {
  const secret = secretToken()
  const id = uuidv7(now)
  const staff = subject.kind === 'staff' ? subject : undefined
  await db.query(
    `insert into web_session (id, kind, secret_hash, staff_id, agency_id, created_at, seen_at)
     values ($1, $2, $3, $4, $5, $6, $6)`,
    [id, subject.kind, sha256Hex(secret), staff?.staffId ?? null, staff?.agencyId ?? null, now],
  )
  return { id, secret }
}

const MINUTE_MS = 60_000

/** The live session of a secret, or undefined when unknown, idle too long or too old. */
export async function findSession(
  db: Queryable,
  now: Date,
  search: { kind: 'citizen' | 'staff'; secret: string; limits: SessionLimits },
): Promise<SessionRow | undefined> {
  const limits = search.limits[search.kind]
  const { rows } = await db.query<SessionRow & { seenAt: Date }>(
    `select id, kind, phone, phone_confirmed_at as "phoneConfirmedAt", staff_id as "staffId",
            agency_id as "agencyId", seen_at as "seenAt",
            array(select draft_id::text from session_draft d where d.session_id = s.id
                  order by added_at desc limit 200) as "draftIds"
       from web_session s
      where secret_hash = $1 and kind = $2 and seen_at > $3 and created_at > $4`,
    [
      sha256Hex(search.secret),
      search.kind,
      new Date(now.getTime() - limits.idle * MINUTE_MS),
      new Date(now.getTime() - limits.absolute * MINUTE_MS),
    ],
  )
  const row = rows[0]
  if (row === undefined) return undefined
  // Once a minute is enough to know that it is in use.
  if (now.getTime() - row.seenAt.getTime() > MINUTE_MS)
    await db.query('update web_session set seen_at = $2 where id = $1', [row.id, now])
  return freshPhone(row, now, search.limits.citizen.phone)
}

function freshPhone(row: SessionRow, now: Date, minutes: number): SessionRow {
  const confirmed = row.phoneConfirmedAt
  const fresh = confirmed !== null && now.getTime() - confirmed.getTime() < minutes * MINUTE_MS
  return fresh ? row : { ...row, phone: null, phoneConfirmedAt: null }
}

/** Gives the session a new secret: whoever knew the old one is out. */
export async function rotateSession(db: Queryable, id: string): Promise<string> {
  const secret = secretToken()
  await db.query('update web_session set secret_hash = $2 where id = $1', [id, sha256Hex(secret)])
  return secret
}

export async function addSessionDraft(
  db: Queryable,
  now: Date,
  added: { sessionId: string; draftId: string },
): Promise<void> {
  await db.query(
    `insert into session_draft (session_id, draft_id, added_at) values ($1, $2, $3)
     on conflict do nothing`,
    [added.sessionId, added.draftId, now],
  )
}

export async function removeSessionDraft(
  db: Queryable,
  removed: { sessionId: string; draftId: string },
): Promise<void> {
  await db.query('delete from session_draft where session_id = $1 and draft_id = $2', [
    removed.sessionId,
    removed.draftId,
  ])
}

export async function setSessionPhone(
  db: Queryable,
  now: Date,
  confirmed: { sessionId: string; phone: string },
): Promise<void> {
  await db.query('update web_session set phone = $2, phone_confirmed_at = $3 where id = $1', [
    confirmed.sessionId,
    confirmed.phone,
    now,
  ])
}

export async function endSession(db: Queryable, id: string): Promise<void> {
  await db.query('delete from web_session where id = $1', [id])
}

/** Ends every session of an officer: used when the account is disabled or its password changes. */
export async function endStaffSessions(db: Queryable, staffId: string): Promise<void> {
  await db.query('delete from web_session where staff_id = $1', [staffId])
}

/** Deletes sessions that can no longer be used; returns how many. */
export async function sweepSessions(
  db: Queryable,
  now: Date,
  limits: SessionLimits,
): Promise<number> {
  const before = (minutes: number) => new Date(now.getTime() - minutes * MINUTE_MS)
  const { rowCount } = await db.query(
    `delete from web_session where (kind = 'citizen' and seen_at < $1)
        or (kind = 'staff' and seen_at < $2)`,
    [before(limits.citizen.idle), before(limits.staff.idle)],
  )
  return rowCount ?? 0
}
