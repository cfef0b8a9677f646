create table holiday (
  day date not null,
  code text not null constraint holiday_code_shape check (code ~ '^[A-Z][A-Z0-9_]*$'),
  name text not null constraint holiday_name_not_empty check (name <> ''),
  kind text not null
    constraint holiday_kind_known check (kind in ('legal', 'substitute', 'swap_off', 'swap_work')),
  part text not null
    constraint holiday_part_known check (part in ('day', 'morning', 'afternoon')),
  certainty text not null,
  is_edited boolean not null,
  is_cancelled boolean not null,
  constraint holiday_pk primary key (day, code),
  constraint holiday_swap_work_whole_day check (kind <> 'swap_work' or part = 'day')
);
comment on table holiday is
  'Days off and Saturdays worked: what limits skip. An edited or cancelled row is never overwritten by the shipped table.';

create table office_hours (
  agency_id text,
  use text not null constraint office_hours_use_known check (use in ('work', 'reception')),
  days text not null
    constraint office_hours_days_known check (days in ('working-day', 'saturday')),
  valid_from date not null,
  valid_to date,
  opens integer not null,
  closes integer not null,
  source text not null,
  is_edited boolean not null,
  is_cancelled boolean not null,
  constraint office_hours_once
    unique nulls not distinct (agency_id, use, days, valid_from, opens),
  constraint office_hours_in_order check (0 <= opens and opens < closes and closes <= 1440),
  constraint office_hours_dated check (valid_to is null or valid_to >= valid_from),
  constraint office_hours_saturday_is_reception check (days <> 'saturday' or use = 'reception')
);
comment on table office_hours is
  'Hours of work and of reception, in minutes since midnight, dated; agency_id null is the city''s, an agency''s own rows replace them.';

create table calendar_edition (
  is_only boolean constraint calendar_edition_pk primary key
    constraint calendar_edition_one_row check (is_only),
  edition uuid not null
);
comment on table calendar_edition is
  'One row whose value changes with every write to the calendar, so that processes know when to read it again.';
insert into calendar_edition (is_only, edition) values (true, gen_random_uuid());

create function touch_calendar() returns trigger language plpgsql as $$
begin
  update calendar_edition set edition = gen_random_uuid();
  return null;
end $$;
create trigger holiday_touches after insert or update or delete on holiday
  for each statement execute function touch_calendar();
create trigger office_hours_touches after insert or update or delete on office_hours
  for each statement execute function touch_calendar();

grant select, insert, update, delete on holiday, office_hours to {{app}};
grant select, update on calendar_edition to {{app}};
