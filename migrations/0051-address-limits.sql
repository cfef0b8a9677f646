-- How much one network address may ask of the public pages and the API, as data.
insert into account_rule (key, value, note) values
  ('address-window-minutes', 60, 'what an address asks for is counted over this time'),
  ('drafts-per-address', 200, 'declarations begun from one address in that time'),
  ('codes-per-address', 60, 'one-time codes sent for one address in that time'),
  ('lookups-per-address', 300, 'look-ups of a dossier, right or wrong, in that time');

create table address_use (
  key_hash text not null check (key_hash ~ '^[0-9a-f]{64}$'),
  window_start timestamptz not null,
  uses integer not null check (uses > 0),
  primary key (key_hash, window_start)
);
comment on table address_use is
  'How often an address (hashed) asked for something that costs or tells something; swept after a day.';
create index address_use_by_window on address_use (window_start);

grant select, insert, update, delete on address_use to {{app}};
