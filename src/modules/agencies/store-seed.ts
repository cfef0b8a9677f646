import type { Queryable } from '../../platform/db.ts'
import type { CityTables } from './city.ts'

/** Writes all tables in bulk; what was set by hand (codes, desks, holders, stages) stays. */
export async function writeCityTables(db: Queryable, tables: CityTables): Promise<void> {
  await db.query(UPSERT_UNITS, [JSON.stringify(tables.units)])
  await db.query('delete from unit_change')
  await db.query(INSERT_CHANGES, [JSON.stringify(tables.changes)])
  await db.query(UPSERT_AGENCIES, [JSON.stringify(tables.agencies)])
  await db.query('delete from agency_holder where not is_edited')
  await db.query(INSERT_HOLDERS, [JSON.stringify(tables.holders)])
  await db.query('delete from stage_rule where not is_edited')
  await db.query(INSERT_STAGE_RULES, [JSON.stringify(tables.stageRules)])
}

const UPSERT_UNITS = `
  insert into unit (code, valid_from, valid_to, level, type, name, parent_code, source, mark)
  select code, "validFrom", "validTo", level, type, name, "parentCode", source, mark
  from jsonb_to_recordset($1) as t(code text, "validFrom" date, "validTo" date, level text,
    type text, name text, "parentCode" text, source text, mark text)
  on conflict (code, valid_from) do update set valid_to = excluded.valid_to,
    level = excluded.level, type = excluded.type, name = excluded.name,
    parent_code = excluded.parent_code, source = excluded.source, mark = excluded.mark`

const INSERT_CHANGES = `
  insert into unit_change (from_code, from_valid_from, into_code, into_valid_from, effective,
    extent, holds_records, resolution, mark)
  select "fromCode", "fromValidFrom", "into"->>'code', ("into"->>'validFrom')::date, effective,
    extent, "holdsRecords", resolution, mark
  from jsonb_to_recordset($1) as t("fromCode" text, "fromValidFrom" date, "into" jsonb,
    effective date, extent text, "holdsRecords" boolean, resolution text, mark text)`

const UPSERT_AGENCIES = `
  insert into agency as a (agency_id, kind, level, unit_code, unit_from, name, full_name, slug,
    valid_from, valid_to, serves_from, serves_to, official_code, official_code_is_placeholder,
    desk_address, desk_phone, desk_hours, desk_is_demo, desk_is_edited)
  select id, kind, level, "unitCode", "unitFrom", name, "fullName", slug,
    "validFrom", "validTo", "servesFrom", "servesTo", "officialCode", true,
    desk->>'address', desk->>'phone', null, (desk->>'isDemo')::boolean, false
  from jsonb_to_recordset($1) as t(id text, kind text, level text, "unitCode" text,
    "unitFrom" date, name text, "fullName" text, slug text, "validFrom" date, "validTo" date,
    "servesFrom" date, "servesTo" date, "officialCode" text, desk jsonb)
  on conflict (agency_id) do update set
    name = excluded.name, full_name = excluded.full_name, slug = excluded.slug,
    valid_from = excluded.valid_from, valid_to = excluded.valid_to,
    serves_from = excluded.serves_from, serves_to = excluded.serves_to,
    official_code = case when a.official_code_is_placeholder
      then excluded.official_code else a.official_code end,
    desk_address = case when a.desk_is_edited then a.desk_address else excluded.desk_address end,
    desk_phone = case when a.desk_is_edited then a.desk_phone else excluded.desk_phone end,
    desk_is_demo = case when a.desk_is_edited then a.desk_is_demo else excluded.desk_is_demo end`

const INSERT_HOLDERS = `
  insert into agency_holder (agency_id, holder_id, from_day, source, mark, is_edited)
  select "agencyId", "holderId", "fromDay", source, mark, false
  from jsonb_to_recordset($1) as t("agencyId" text, "holderId" text, "fromDay" date,
    source text, mark text)
  on conflict (agency_id, from_day) do nothing`

const INSERT_STAGE_RULES = `
  insert into stage_rule (procedure_key, agency_id, district_code, from_day, stage, wave, source,
    mark, is_edited)
  select "procedureKey", scope->>'agencyId', scope->>'districtCode', "fromDay", stage, wave,
    source, mark, false
  from jsonb_to_recordset($1) as t("procedureKey" text, scope jsonb, "fromDay" date, stage text,
    wave text, source text, mark text)
  on conflict (procedure_key, agency_id, district_code, from_day) do nothing`
