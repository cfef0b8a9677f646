create table city_data (
  single boolean not null default true,
  edition integer not null,
  data_hash text not null,
  desk_hours jsonb not null,
  constraint city_data_pk primary key (single),
  constraint city_data_one_row check (single)
);
comment on table city_data is
  'One row: which tables of the city are loaded, and an edition that rises with every change so that processes reload.';

create table unit (
  code text not null,
  valid_from date not null,
  valid_to date,
  level text not null,
  type text not null,
  name text not null,
  parent_code text not null,
  source text not null,
  mark text not null,
  constraint unit_pk primary key (code, valid_from),
  constraint unit_code_fits_level check (
    (level = 'city' and code ~ '^\d{2}$') or (level = 'district' and code ~ '^\d{3}$')
    or (level = 'commune' and code ~ '^\d{5}$')),
  constraint unit_type_known check (type in (
    'centralCity', 'urbanDistrict', 'ruralDistrict', 'districtTown',
    'ward', 'ruralCommune', 'township')),
  constraint unit_name_nfc check (name is nfc normalized and name <> ''),
  constraint unit_ends_after_start check (valid_to is null or valid_to >= valid_from),
  -- A number range for the code, so that no extension is needed; codes of one level never overlap.
  constraint unit_code_once_a_day exclude using gist (
    int4range(code::int, code::int, '[]') with &&,
    int4range(length(code), length(code), '[]') with &&,
    daterange(valid_from, valid_to, '[]') with &&) deferrable initially deferred
);
comment on table unit is
  'Administrative units with the days they were valid, last day inclusive. Codes were reused: (code, valid_from) is the key.';

create table unit_change (
  from_code text not null,
  from_valid_from date not null,
  into_code text,
  into_valid_from date,
  effective date not null,
  extent text not null,
  holds_records boolean not null,
  resolution text not null,
  mark text not null,
  constraint unit_change_once unique nulls not distinct (
    from_code, from_valid_from, into_code, into_valid_from),
  constraint unit_change_from_fk foreign key (from_code, from_valid_from) references unit,
  constraint unit_change_into_fk foreign key (into_code, into_valid_from) references unit,
  constraint unit_change_into_whole check ((into_code is null) = (into_valid_from is null)),
  constraint unit_change_extent_known check (extent in ('full', 'partial', 'unknown')),
  constraint unit_change_unknown_target check (
    into_code is not null or (extent = 'unknown' and not holds_records))
);
comment on table unit_change is
  'What became of a unit: several rows when it was split, no target where the tables do not name one.';

create table agency (
  agency_id text not null,
  kind text not null,
  level text not null,
  unit_code text not null,
  unit_from date not null,
  name text not null,
  full_name text not null,
  slug text not null,
  valid_from date not null,
  valid_to date,
  serves_from date not null,
  serves_to date,
  official_code text not null,
  official_code_is_placeholder boolean not null,
  desk_address text,
  desk_phone text,
  desk_hours jsonb,
  desk_is_demo boolean not null,
  desk_is_edited boolean not null,
  constraint agency_pk primary key (agency_id),
  constraint agency_unit_fk foreign key (unit_code, unit_from) references unit,
  constraint agency_kind_known check (
    kind in ('commune', 'district', 'police', 'socialInsurance', 'department')),
  constraint agency_level_known check (level in ('city', 'district', 'commune')),
  constraint agency_slug_once unique (slug, valid_from),
  constraint agency_official_code_shape check (
    official_code ~ '^[0-9A-Z]{3}\.[0-9A-Z]{2}\.[0-9A-Z]{2}\.[A-Y]\d{2}$'
    or official_code ~ '^[A-Y]\d{2}(\.[0-9A-Z]+)*$'),
  constraint agency_official_code_length check (length(official_code) <= 35),
  constraint agency_ends_after_start check (valid_to is null or valid_to >= valid_from),
  constraint agency_serves_while_it_lives check (
    serves_from >= valid_from
    and (valid_to is null or (serves_to is not null and serves_to <= valid_to)))
);
comment on table agency is
  'Who works: agency_id never changes and keys every hot table. Official codes are placeholders until set by hand.';
create index agency_by_official_code on agency (official_code);
create index agency_by_unit on agency (unit_code, unit_from);

create table agency_holder (
  agency_id text not null,
  holder_id text not null,
  from_day date not null,
  source text not null,
  mark text not null,
  is_edited boolean not null,
  constraint agency_holder_pk primary key (agency_id, from_day),
  constraint agency_holder_agency_fk foreign key (agency_id) references agency,
  constraint agency_holder_holder_fk foreign key (holder_id) references agency,
  constraint agency_holder_another check (holder_id <> agency_id)
);
comment on table agency_holder is
  'Which agency holds the dossiers of one that ended, from which day: decides access, lists and figures.';
create index agency_holder_by_holder on agency_holder (holder_id);

create table stage_rule (
  procedure_key text not null,
  agency_id text,
  district_code text,
  from_day date not null,
  stage text not null,
  wave text,
  source text not null,
  mark text not null,
  is_edited boolean not null,
  constraint stage_rule_once unique nulls not distinct (
    procedure_key, agency_id, district_code, from_day),
  constraint stage_rule_agency_fk foreign key (agency_id) references agency,
  constraint stage_rule_one_scope check (agency_id is null or district_code is null),
  constraint stage_rule_stage_known check (stage in ('none', 'pilot', 'trial', 'official'))
);
comment on table stage_rule is
  'How far a procedure has come online from a day on: for an agency, a district, or (neither named) the city.';

create table agency_readiness (
  agency_id text not null,
  item text not null,
  on_day date not null,
  is_ready boolean not null,
  constraint agency_readiness_pk primary key (agency_id, item, on_day),
  constraint agency_readiness_agency_fk foreign key (agency_id) references agency,
  constraint agency_readiness_item_known check (
    item in ('line', 'printer', 'blanks', 'accounts', 'guide'))
);
comment on table agency_readiness is
  'What an agency has ready before it goes online, as dated facts; what was never recorded counts as ready.';

grant select, insert, update on
  city_data, unit, unit_change, agency, agency_holder, stage_rule, agency_readiness to {{app}};
grant delete on unit_change, agency_holder, stage_rule to {{app}};
