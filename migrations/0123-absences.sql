-- Who does an absent officer's work meanwhile, and who recorded the absence.
alter table staff_absence
  add column deputy_id text references staff,
  add column recorded_by text not null default 'system',
  add constraint staff_absence_deputy_is_another check (deputy_id <> staff_id);
create index staff_absence_by_deputy on staff_absence (deputy_id, from_day)
  where deputy_id is not null;
