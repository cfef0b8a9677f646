import type { Queryable } from '../../platform/db.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Agency, AgencyHolder, Desk, DeskSpan } from './agency.ts'
import type { ReadinessFact, StageRule } from './stage.ts'
import type { Unit, UnitChange } from './unit.ts'

export type Edition = { edition: string; dataHash: string; deskHours: readonly DeskSpan[] }

export async function selectEdition(db: Queryable): Promise<Edition | undefined> {
  const { rows } = await db.query<Edition>(
    `select edition, data_hash as "dataHash", desk_hours as "deskHours" from city_data`,
  )
  return rows[0]
}

/** Serialises changes to the city and tells every process to reload. False: nothing loaded yet. */
export async function raiseEdition(db: Queryable): Promise<boolean> {
  const { rowCount } = await db.query('update city_data set edition = gen_random_uuid()')
  return rowCount === 1
}

export async function writeEdition(
  db: Queryable,
  loaded: { dataHash: string; deskHours: readonly DeskSpan[] },
): Promise<void> {
  await db.query(
    `insert into city_data (edition, data_hash, desk_hours) values (gen_random_uuid(), $1, $2)
     on conflict (single) do update set edition = excluded.edition,
       data_hash = excluded.data_hash, desk_hours = excluded.desk_hours`,
    [loaded.dataHash, JSON.stringify(loaded.deskHours)],
  )
}

/** Two processes that load at once take turns, also before the first row exists. */
export async function lockCityData(db: Queryable): Promise<void> {
  await db.query('lock table city_data in share row exclusive mode')
}

export async function selectUnits(db: Queryable): Promise<Unit[]> {
  const { rows } = await db.query<Unit>(
    `select code, valid_from as "validFrom", valid_to as "validTo", level, type, name,
       parent_code as "parentCode", source, mark
     from unit order by code, valid_from`,
  )
  return rows
}

export async function selectUnitChanges(db: Queryable): Promise<UnitChange[]> {
  const { rows } = await db.query<UnitChange>(
    `select from_code as "fromCode", from_valid_from as "fromValidFrom",
       case when into_code is not null then
         jsonb_build_object('code', into_code, 'validFrom', into_valid_from) end as into,
       effective, extent, holds_records as "holdsRecords", resolution, mark
     from unit_change order by from_code, from_valid_from, into_code`,
  )
  return rows
}

export async function selectAgencies(db: Queryable): Promise<Agency[]> {
  const { rows } = await db.query<Agency>(
    `select agency_id as id, kind, level, unit_code as "unitCode", unit_from as "unitFrom", name,
       full_name as "fullName", slug, valid_from as "validFrom", valid_to as "validTo",
       serves_from as "servesFrom", serves_to as "servesTo", official_code as "officialCode",
       official_code_is_placeholder as "officialCodeIsPlaceholder",
       jsonb_build_object('address', desk_address, 'phone', desk_phone, 'hours', desk_hours,
         'isDemo', desk_is_demo) as desk
     from agency order by unit_code, unit_from, agency_id`,
  )
  return rows
}

export async function selectHolders(db: Queryable): Promise<AgencyHolder[]> {
  const { rows } = await db.query<AgencyHolder>(
    `select agency_id as "agencyId", holder_id as "holderId", from_day as "fromDay", source, mark
     from agency_holder order by agency_id, from_day`,
  )
  return rows
}

export async function selectStageRules(db: Queryable): Promise<StageRule[]> {
  const { rows } = await db.query<StageRule>(
    `select procedure_key as "procedureKey", from_day as "fromDay", stage, wave, source, mark,
       case when agency_id is not null then jsonb_build_object('agencyId', agency_id)
         when district_code is not null then jsonb_build_object('districtCode', district_code)
         else to_jsonb('city'::text) end as scope
     from stage_rule order by procedure_key, agency_id, district_code, from_day`,
  )
  return rows
}

export async function selectReadiness(db: Queryable): Promise<ReadinessFact[]> {
  const { rows } = await db.query<ReadinessFact>(
    `select agency_id as "agencyId", item, on_day as "onDay", is_ready as "isReady"
     from agency_readiness order by agency_id, item, on_day`,
  )
  return rows
}

/** Ids of other agencies with this official code on any day on which `agencyId` lives. */
export async function selectCodeRivals(
  db: Queryable,
  wanted: { agencyId: string; officialCode: string },
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select other.agency_id as id from agency own join agency other
       on other.official_code = $2 and other.agency_id <> own.agency_id
       and daterange(other.valid_from, other.valid_to, '[]')
         && daterange(own.valid_from, own.valid_to, '[]')
     where own.agency_id = $1 order by 1 limit 5`,
    [wanted.agencyId, wanted.officialCode],
  )
  return rows.map(({ id }) => id)
}

/** False when there is no such agency. So do the other writers below. */
export async function updateOfficialCode(
  db: Queryable,
  { agencyId, officialCode }: { agencyId: string; officialCode: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update agency set official_code = $2, official_code_is_placeholder = false
     where agency_id = $1`,
    [agencyId, officialCode],
  )
  return rowCount === 1
}

export async function updateDesk(db: Queryable, agencyId: string, desk: Desk): Promise<boolean> {
  const { rowCount } = await db.query(
    `update agency set desk_address = $2, desk_phone = $3, desk_hours = $4, desk_is_demo = $5,
       desk_is_edited = true
     where agency_id = $1`,
    [
      agencyId,
      desk.address,
      desk.phone,
      desk.hours === null ? null : JSON.stringify(desk.hours),
      desk.isDemo,
    ],
  )
  return rowCount === 1
}

export async function agencyExists(db: Queryable, agencyId: string): Promise<boolean> {
  const { rowCount } = await db.query('select 1 from agency where agency_id = $1', [agencyId])
  return rowCount === 1
}

export async function upsertHolder(db: Queryable, holder: AgencyHolder): Promise<void> {
  await db.query(
    `insert into agency_holder (agency_id, holder_id, from_day, source, mark, is_edited)
     values ($1, $2, $3, $4, $5, true)
     on conflict (agency_id, from_day) do update set holder_id = excluded.holder_id,
       source = excluded.source, mark = excluded.mark, is_edited = true`,
    [holder.agencyId, holder.holderId, holder.fromDay, holder.source, holder.mark],
  )
}

export type AgencyStage = {
  procedureKey: string
  agencyId: string
  fromDay: PlainDate
  stage: string
  source: string
}

export async function upsertAgencyStage(db: Queryable, rule: AgencyStage): Promise<void> {
  await db.query(
    `insert into stage_rule (procedure_key, agency_id, from_day, stage, source, mark, is_edited)
     values ($1, $2, $3, $4, $5, '', true)
     on conflict (procedure_key, agency_id, district_code, from_day) do update
       set stage = excluded.stage, source = excluded.source, is_edited = true`,
    [rule.procedureKey, rule.agencyId, rule.fromDay, rule.stage, rule.source],
  )
}

export async function upsertReadiness(db: Queryable, fact: ReadinessFact): Promise<void> {
  await db.query(
    `insert into agency_readiness (agency_id, item, on_day, is_ready) values ($1, $2, $3, $4)
     on conflict (agency_id, item, on_day) do update set is_ready = excluded.is_ready`,
    [fact.agencyId, fact.item, fact.onDay, fact.isReady],
  )
}
