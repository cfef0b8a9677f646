import type { Db, Queryable } from '../../platform/db.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { calendarFromRows, type Calendar, type Holiday, type OfficeHours } from './calendar.ts'

/** The last calendar read: an edition is unique among databases and never comes back. */
let kept: { edition: string; calendar: Calendar } | undefined

/**
 * The calendar as the city keeps it now, with the city's hours; see `calendarFor`. Read again only
 * when somebody wrote to it.
 */
export async function loadCalendar(db: Queryable): Promise<Calendar> {
  const { rows } = await db.query<{ edition: string }>('select edition from calendar_edition')
  const edition = rows[0]!.edition
  if (kept?.edition !== edition) kept = { edition, calendar: await readCalendar(db) }
  return kept.calendar
}

async function readCalendar(db: Queryable): Promise<Calendar> {
  const holidays = await db.query<Holiday>(
    `select day, code, name, kind, part, certainty from holiday
     where not is_cancelled order by day, code`,
  )
  const hours = await db.query<OfficeHours>(
    `select agency_id as "agencyId", use, days, valid_from as "validFrom", valid_to as "validTo",
       opens, closes, source
     from office_hours where not is_cancelled order by agency_id nulls first, valid_from, opens`,
  )
  return calendarFromRows({ holidays: holidays.rows, hours: hours.rows })
}

/** Adds a day or changes it; the shipped table never overwrites it again. */
export async function saveHoliday(db: Queryable, holiday: Holiday): Promise<void> {
  const { day, code, name, kind, part, certainty } = holiday
  await db.query(
    `insert into holiday (day, code, name, kind, part, certainty, is_edited, is_cancelled)
     values ($1, $2, $3, $4, $5, $6, true, false)
     on conflict (day, code) do update set name = excluded.name, kind = excluded.kind,
       part = excluded.part, certainty = excluded.certainty,
       is_edited = true, is_cancelled = false`,
    [day, code, name, kind, part, certainty],
  )
}

/** Takes a day out of the calendar; the row stays, so that the shipped table cannot bring it back. */
export async function cancelHoliday(
  db: Queryable,
  { day, code }: { day: PlainDate; code: string },
): Promise<void> {
  await db.query(
    'update holiday set is_cancelled = true, is_edited = true where day = $1 and code = $2',
    [day, code],
  )
}

/** Adds a window of hours or changes the one that begins at the same time. */
export async function saveOfficeHours(db: Queryable, hours: OfficeHours): Promise<void> {
  const { agencyId, use, days, validFrom, validTo, opens, closes, source } = hours
  await db.query(
    `insert into office_hours (agency_id, use, days, valid_from, valid_to, opens, closes, source,
       is_edited, is_cancelled)
     values ($1, $2, $3, $4, $5, $6, $7, $8, true, false)
     on conflict on constraint office_hours_once do update set valid_to = excluded.valid_to,
       closes = excluded.closes, source = excluded.source, is_edited = true, is_cancelled = false`,
    [agencyId, use, days, validFrom, validTo, opens, closes, source],
  )
}

export async function cancelOfficeHours(db: Queryable, hours: OfficeHours): Promise<void> {
  await db.query(
    `update office_hours set is_cancelled = true, is_edited = true
     where agency_id is not distinct from $1 and use = $2 and days = $3 and valid_from = $4
       and opens = $5`,
    [hours.agencyId, hours.use, hours.days, hours.validFrom, hours.opens],
  )
}

/** Makes the shipped rows be as shipped, adds and removes; rows edited here stay as they are. */
export async function replaceShipped(
  db: Db,
  shipped: { holidays: readonly Holiday[]; hours: readonly OfficeHours[] },
): Promise<void> {
  await db.tx(async (tx) => {
    // Two starts on one database take turns, so that neither sees the table half filled.
    await tx.query('lock table holiday, office_hours in share row exclusive mode')
    await tx.query('delete from holiday where not is_edited')
    await tx.query(
      `insert into holiday (day, code, name, kind, part, certainty, is_edited, is_cancelled)
       select day, code, name, kind, part, certainty, false, false
       from jsonb_to_recordset($1::jsonb) as shipped
         (day date, code text, name text, kind text, part text, certainty text)
       on conflict do nothing`,
      [JSON.stringify(shipped.holidays)],
    )
    await tx.query('delete from office_hours where not is_edited')
    await tx.query(
      `insert into office_hours (agency_id, use, days, valid_from, valid_to, opens, closes, source,
         is_edited, is_cancelled)
       select "agencyId", use, days, "validFrom", "validTo", opens, closes, source, false, false
       from jsonb_to_recordset($1::jsonb) as shipped
         ("agencyId" text, use text, days text, "validFrom" date, "validTo" date, opens int,
          closes int, source text)
       on conflict do nothing`,
      [JSON.stringify(shipped.hours)],
    )
  })
}
