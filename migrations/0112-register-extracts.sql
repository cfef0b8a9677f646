create table register_series (
  agency_id text not null,
  series text not null check (series in ('birthCopy', 'deathCopy', 'amendment', 'blankMinutes')),
  year integer not null check (year between 2000 and 2200),
  last_no integer not null check (last_no >= 0),
  primary key (agency_id, series, year)
);
comment on table register_series is
  'The last number given out of the books in a year: copies, extracts of corrections, minutes of blanks.';

create table register_extract (
  agency_id text not null,
  series text not null check (series in ('birthCopy', 'deathCopy', 'amendment')),
  year integer not null,
  no integer not null check (no > 0),
  -- What it was taken from: a line of a register book, or of a paper book of an earlier year.
  book text not null check (book in ('birth', 'death')),
  book_year integer,
  entry_no integer,
  paper_entry_id uuid,
  -- How many sheets of it were given, as the note column counts them.
  count integer not null check (count between 1 and 50),
  -- Personal data: null after erasure.
  asked_by text check (length(asked_by) between 1 and 200),
  content jsonb not null,
  token text not null check (length(token) >= 22),
  prepared_by text not null,
  prepared_at timestamptz not null,
  request_key text not null,
  sha256 text,
  size_bytes bigint,
  issued_at timestamptz,
  primary key (agency_id, series, year, no),
  constraint register_extract_in_series foreign key (agency_id, series, year) references register_series,
  constraint register_extract_request_once unique (agency_id, request_key),
  constraint register_extract_of_entry
    foreign key (agency_id, book, book_year, entry_no) references register_entry,
  constraint register_extract_has_source check (num_nonnulls(entry_no, paper_entry_id) = 1
    and (entry_no is null) = (book_year is null)),
  constraint register_extract_issued_whole
    check ((issued_at is null) = (sha256 is null) and (issued_at is null) = (size_bytes is null))
);
comment on table register_extract is
  'Copies and extracts given out of the books: numbered without gaps a series and year, counted beside the entry.';
create index register_extract_by_entry on register_extract (agency_id, book, book_year, entry_no)
  where entry_no is not null;
create index register_extract_by_paper_entry on register_extract (agency_id, paper_entry_id)
  where paper_entry_id is not null;

create table extract_verification (
  token_hash text primary key,
  agency_id text not null,
  series text not null,
  year integer not null,
  no integer not null
);
comment on table extract_verification is
  'Found by the hash of the token in the QR of an extract; the page shows no names.';

grant select, insert, update on register_series to {{app}};
grant select, insert on register_extract, extract_verification to {{app}};
grant update (sha256, size_bytes, issued_at, asked_by) on register_extract to {{app}};
