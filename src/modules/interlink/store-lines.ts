import type { Queryable } from '../../platform/db.ts'

/** A party that does not answer. No row: it does. */
export type Line = {
  party: string
  failingSince: Date
  failures: number
  /** When one message may try it again. */
  probeAt: Date
  lastError: string
}

const COLUMNS = `party, failing_since as "failingSince", failures, probe_at as "probeAt",
  last_error as "lastError"`

export async function findLine(db: Queryable, party: string): Promise<Line | undefined> {
  const { rows } = await db.query<Line>(`select ${COLUMNS} from interlink_line where party = $1`, [
    party,
  ])
  return rows[0]
}

export async function selectLines(db: Queryable, limit: number): Promise<readonly Line[]> {
  const { rows } = await db.query<Line>(
    `select ${COLUMNS} from interlink_line order by failing_since, party limit $1`,
    [limit],
  )
  return rows
}

/** Takes the one probe that is due; false when it is not, or another process has it. */
export async function claimProbe(
  db: Queryable,
  probe: { party: string; now: Date; leaseUntil: Date },
): Promise<boolean> {
  const { rowCount } = await db.query(
    'update interlink_line set probe_at = $3 where party = $1 and probe_at <= $2',
    [probe.party, probe.now, probe.leaseUntil],
  )
  return rowCount === 1
}

export async function markFailing(
  db: Queryable,
  failing: { party: string; now: Date; probeAt: Date; error: string },
): Promise<void> {
  await db.query(
    `insert into interlink_line (party, failing_since, failures, probe_at, last_error)
     values ($1, $2, 1, $3, $4)
     on conflict (party) do update
       set failures = interlink_line.failures + 1, probe_at = $3, last_error = $4`,
    [failing.party, failing.now, failing.probeAt, failing.error],
  )
}

/** It answers again: what had to wait for it is due at once. */
export async function markAnswering(
  db: Queryable,
  { party, now }: { party: string; now: Date },
): Promise<void> {
  const { rowCount } = await db.query('delete from interlink_line where party = $1', [party])
  if (rowCount === 0) return
  await db.query(
    'update interlink_message set next_attempt_at = $2 where party = $1 and next_attempt_at > $2',
    [party, now],
  )
}
