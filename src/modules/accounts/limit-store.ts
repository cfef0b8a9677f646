import type { Queryable } from '../../platform/db.ts'

export async function countFailures(db: Queryable, keyHash: string, since: Date): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    'select count(*) as count from sign_in_failure where key_hash = $1 and failed_at > $2',
    [keyHash, since],
  )
  return rows[0]!.count
}

export async function insertFailure(
  db: Queryable,
  row: { id: string; keyHash: string; failedAt: Date },
): Promise<void> {
  await db.query('insert into sign_in_failure (id, key_hash, failed_at) values ($1, $2, $3)', [
    row.id,
    row.keyHash,
    row.failedAt,
  ])
}

export async function removeFailures(db: Queryable, ids: readonly string[]): Promise<void> {
  await db.query('delete from sign_in_failure where id = any($1)', [ids])
}

export async function clearFailures(db: Queryable, keyHash: string): Promise<void> {
  await db.query('delete from sign_in_failure where key_hash = $1', [keyHash])
}

/** Forgets failures older than a day; returns how many. */
export async function sweepFailures(db: Queryable, now: Date): Promise<number> {
  const { rowCount } = await db.query('delete from sign_in_failure where failed_at < $1', [
    new Date(now.getTime() - 86_400_000),
  ])
  return rowCount ?? 0
}

/** Counts one use of a window; false when it already had as many as it may. */
export async function countUse(
  db: Queryable,
  use: { keyHash: string; windowStart: Date; usesMax: number },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into address_use as u (key_hash, window_start, uses) values ($1, $2, 1)
     on conflict (key_hash, window_start) do update set uses = u.uses + 1 where u.uses < $3`,
    [use.keyHash, use.windowStart, use.usesMax],
  )
  return rowCount === 1
}

/** Forgets counts of windows that began over a day ago; returns how many. */
export async function sweepUses(db: Queryable, now: Date): Promise<number> {
  const { rowCount } = await db.query('delete from address_use where window_start < $1', [
    new Date(now.getTime() - 86_400_000),
  ])
  return rowCount ?? 0
}
