create table person (
  id uuid primary key,
  -- Personal data: null after erasure.
  name text,
  sex text check (sex in ('male', 'female')),
  birth_date date,
  birth_year integer check (birth_year between 1800 and 2200),
  mother_name text,
  father_name text,
  personal_number text check (personal_number ~ '^[0-9]{12}$'),
  last_fact_no integer not null check (last_fact_no >= 0),
  -- The number of the fact that locks: a death that stands.
  locked_by integer,
  made_at timestamptz not null,
  erased_at timestamptz,
  constraint person_year_fits_date
    check (birth_date is null or birth_year = extract(year from birth_date)),
  constraint person_erased_whole check (erased_at is null or (name is null and sex is null
    and birth_date is null and birth_year is null and mother_name is null and father_name is null
    and personal_number is null))
);
comment on table person is
  'One row a person, across birth, death, residence and insurance; what the facts say today. Locked before a fact is added.';

create table person_fact (
  person_id uuid not null,
  no integer not null check (no > 0),
  kind text not null check (kind in ('born', 'died', 'number-given', 'residence-registered',
    'residence-deleted', 'card-issued', 'changed', 'locked', 'annulled')),
  source text not null check (length(source) between 1 and 200),
  happened_on date,
  book_agency_id text,
  book text check (book in ('birth', 'death')),
  book_year integer,
  entry_no integer check (entry_no > 0),
  dossier_id uuid,
  -- The fact that this one takes back.
  annuls integer,
  noted_by text,
  noted_at timestamptz not null,
  primary key (person_id, no),
  constraint person_fact_entry_whole check (num_nulls(book_agency_id, book, book_year, entry_no) in (0, 4)),
  constraint person_fact_annuls_earlier check ((kind = 'annulled') = (annuls is not null) and annuls < no)
);
comment on table person_fact is
  'What became known of a person, append-only: references, never names. A wrong fact is annulled by a later one.';

create table person_detail (
  person_id uuid not null,
  fact_no integer not null,
  body jsonb not null,
  primary key (person_id, fact_no)
);
comment on table person_detail is
  'The personal data of a fact (address, card number, names before a change): erasable.';

create table person_source (
  source text primary key,
  person_id uuid not null
);
comment on table person_source is
  'Where a fact or a dossier''s subject is found; makes every record safe to repeat. Directory keyed by the source.';

create table person_number (
  number_hash text primary key,
  person_id uuid not null
);
comment on table person_number is 'Whose a personal number is: one person a number. Directory keyed by the hash.';

create table person_name_key (
  key bigint not null,
  person_id uuid not null,
  primary key (key, person_id)
);
comment on table person_name_key is
  'Hashes of what likeness is searched by (names by sound, with dates and parents); erased with the person.';

create table person_decision (
  about text not null check (length(about) between 1 and 200),
  person_id uuid not null,
  verdict text not null check (verdict in ('same', 'other')),
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (about, person_id)
);
comment on table person_decision is
  'An officer compared the subject of a dossier with a person and says: the same, or another.';

grant select, insert, update on person, person_decision to {{app}};
grant select, insert on person_fact, person_source to {{app}};
grant select, insert, delete on person_detail, person_number, person_name_key to {{app}};
