create table posted_notice (
  agency_id text not null,
  dossier_id uuid not null,
  no integer not null check (no > 0),
  place text not null check (length(place) between 1 and 200),
  from_day date not null,
  to_day date not null,
  posted_by text not null,
  recorded_at timestamptz not null,
  primary key (agency_id, dossier_id, no),
  constraint posted_notice_lasts check (to_day > from_day),
  constraint posted_notice_of_dossier
    foreign key (agency_id, dossier_id) references dossier (agency_id, id)
);
comment on table posted_notice is
  'A public notice that the law wants before a registration (an abandoned child): where it hangs, from when to when. A new row counts from its own first day.';
grant select, insert on posted_notice to {{app}};

-- What an officer marked stays when it is marked anew: the last one of a field counts.
alter table dossier_mark add column no integer not null default 1 check (no > 0);
alter table dossier_mark drop constraint dossier_mark_pkey;
alter table dossier_mark add primary key (agency_id, dossier_id, field, no);
comment on table dossier_mark is
  'An officer compared this field with the papers; a difference says what the paper has. Append-only: the highest number of a field counts.';
revoke update on dossier_mark from {{app}};
