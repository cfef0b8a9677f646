create table paper_book (
  agency_id text not null,
  book text not null check (book in ('birth', 'death')),
  year integer not null check (year between 1900 and 2200),
  name text not null check (length(name) between 1 and 20),
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (agency_id, book, year, name)
);
comment on table paper_book is
  'A paper book of an earlier year, from which entries were copied into the system.';

create table paper_entry (
  agency_id text not null,
  id uuid not null,
  book text not null,
  year integer not null,
  paper_book text not null,
  -- As the book writes it: `45`, `45A`.
  no text not null check (length(no) between 1 and 20),
  -- An amendment is a further version; the one before stays.
  version integer not null check (version > 0),
  paper_page integer not null check (paper_page between 1 and 9999),
  source text not null check (source = 'nhập từ sổ giấy'),
  -- What stands in the book, as it prints on a copy.
  content jsonb not null,
  search_text text not null,
  entered_by text not null,
  entered_at timestamptz not null,
  request_key text not null,
  primary key (agency_id, id),
  constraint paper_entry_version_once unique (agency_id, book, year, paper_book, no, version),
  constraint paper_entry_request_once unique (agency_id, request_key),
  constraint paper_entry_in_book
    foreign key (agency_id, book, year, paper_book) references paper_book
);
comment on table paper_entry is
  'An entry of a paper book of an earlier year, copied by an officer; append-only, found by folded names.';
create index paper_entry_by_words on paper_entry using gin (to_tsvector('simple', search_text));
create index paper_entry_by_time on paper_entry (agency_id, entered_at desc, id);

create index blank_by_dossier on blank (agency_id, dossier_id) where dossier_id is not null;

grant select, insert on paper_book, paper_entry to {{app}};
