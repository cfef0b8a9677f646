create table paper_series (
  agency_id text not null,
  series text not null constraint paper_series_known check (series in ('deathNotice')),
  year integer not null check (year between 2000 and 2200),
  last_no integer not null check (last_no >= 0),
  primary key (agency_id, series, year)
);
comment on table paper_series is
  'Papers an agency numbers by the year outside the register books; the last number of each.';

create table numbered_paper (
  agency_id text not null,
  series text not null,
  year integer not null,
  no integer not null check (no > 0),
  -- The dossier it came of, in the chain of the agency that received it (the agency before a merger).
  dossier_agency_id text not null,
  dossier_id uuid not null,
  issued_at timestamptz not null,
  primary key (agency_id, series, year, no),
  constraint numbered_paper_in_series foreign key (agency_id, series, year) references paper_series,
  constraint numbered_paper_once_a_dossier unique (dossier_agency_id, dossier_id, series)
);
comment on table numbered_paper is
  'Which dossier a number was given to. Never changed: a declaration that cites the paper is checked by it.';

grant select, insert, update on paper_series to {{app}};
grant select, insert on numbered_paper to {{app}};
