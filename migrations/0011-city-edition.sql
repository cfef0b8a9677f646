-- One row. A new identifier with every change: unlike a counter it names the same content in every
-- database and after every rollback, so what a process keeps under it is never another's.
alter table city_data alter column edition type uuid using gen_random_uuid();
comment on table city_data is
  'One row: which tables of the city are loaded, and an edition that is new with every change so that processes reload.';
