create table amendment (
  agency_id text not null,
  id uuid not null,
  book text not null,
  year integer not null,
  no integer not null,
  -- `mistake`: found before collection. `correction`: cải chính. `annulment`: of a wrong death entry.
  kind text not null check (kind in ('mistake', 'correction', 'annulment')),
  facts jsonb not null,
  reason text not null check (length(reason) between 1 and 4000),
  prepared_by text not null,
  prepared_at timestamptz not null,
  request_key text not null,
  signed_by text,
  signed_at timestamptz,
  act_no integer,
  returned_by text,
  returned_at timestamptz,
  returned_because text check (length(returned_because) between 1 and 4000),
  primary key (agency_id, id),
  constraint amendment_of_entry foreign key (agency_id, book, year, no) references register_entry,
  constraint amendment_request_once unique (agency_id, request_key),
  constraint amendment_ends_once check (signed_at is null or returned_at is null),
  constraint amendment_signed_whole
    check (num_nonnulls(signed_by, signed_at, act_no) in (0, 3)),
  constraint amendment_returned_whole
    check (num_nonnulls(returned_by, returned_at, returned_because) in (0, 3))
);
comment on table amendment is
  'What an officer prepares and the head signs: only then it is an act beside the entry.';
create unique index amendment_waiting_once on amendment (agency_id, book, year, no)
  where signed_at is null and returned_at is null;
create index amendment_waiting on amendment (agency_id, prepared_at)
  where signed_at is null and returned_at is null;
create index amendment_by_entry on amendment (agency_id, book, year, no, prepared_at);

create table blank_minutes (
  agency_id text not null,
  year integer not null,
  no integer not null check (no > 0),
  serial text not null,
  dossier_id uuid,
  reason text not null check (length(reason) between 1 and 500),
  written_by text not null,
  written_at timestamptz not null,
  primary key (agency_id, year, no),
  constraint blank_minutes_of_blank foreign key (agency_id, serial) references blank,
  constraint blank_minutes_once unique (agency_id, serial)
);
comment on table blank_minutes is 'Biên bản hủy phôi: each blank that was destroyed, by whom and why.';

grant select, insert on amendment, blank_minutes to {{app}};
grant update (signed_by, signed_at, act_no, returned_by, returned_at, returned_because)
  on amendment to {{app}};
