-- What happens to an entry after it was registered, and the end of a book.
alter table register_act drop constraint register_act_kind_check;
alter table register_act add constraint register_act_kind_known check (kind in
  ('registered', 'crossed-out', 'corrected', 'annulled', 'noted', 'number-given')) not valid;
alter table register_act add column facts jsonb;
alter table register_act add constraint register_act_has_its_facts check (
  (kind in ('corrected', 'annulled', 'number-given')) = (facts is not null)) not valid;
alter table register_act add constraint register_act_noted_has_words
  check (kind <> 'noted' or reason is not null) not valid;
comment on column register_act.facts is
  'Corrected: fields with both values and the decision. Annulled: the decision. Number given: the number.';
comment on table register_act is
  'What happened to an entry, append-only: signed into the paper book or crossed out (one end), then corrected, annulled, noted, numbered.';
create unique index register_act_annulled_once on register_act (agency_id, book, year, no)
  where kind = 'annulled';
create unique index register_act_number_once on register_act (agency_id, book, year, no)
  where kind = 'number-given';

create table book_closing (
  agency_id text not null,
  book text not null,
  year integer not null,
  closed_on date not null,
  closed_by text not null,
  closed_at timestamptz not null,
  entries integer not null check (entries >= 0),
  registered integer not null check (registered >= 0),
  crossed_out integer not null check (crossed_out >= 0),
  -- `{"book": "01/2016", "pages": 200, "first": 1, "last": 200}` for each paper book.
  paper_books jsonb not null,
  primary key (agency_id, book, year),
  constraint book_closing_of_book foreign key (agency_id, book, year) references register_book,
  constraint book_closing_adds_up check (entries = registered + crossed_out)
);
comment on table book_closing is
  'A book closed on the last day of its year, with its totals and who closed it; printed as minutes.';

create table page_note (
  agency_id text not null,
  book text not null check (book in ('birth', 'death')),
  year integer not null,
  paper_book text not null check (length(paper_book) between 1 and 20),
  paper_page integer not null check (paper_page > 0),
  reason text not null check (length(reason) between 1 and 500),
  written_by text not null,
  written_at timestamptz not null,
  primary key (agency_id, book, year, paper_book, paper_page)
);
comment on table page_note is
  'Why a page of the paper book holds no entry: spoiled, skipped. The daily check asks no more.';

grant select, insert on book_closing, page_note to {{app}};
