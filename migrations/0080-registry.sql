create table register_book (
  agency_id text not null,
  book text not null check (book in ('birth', 'death')),
  year integer not null check (year between 2000 and 2200),
  last_no integer not null check (last_no >= 0),
  closed_on date,
  primary key (agency_id, book, year)
);
comment on table register_book is 'One book a kind of event and year; its last number. Numbers are never reused.';

create table register_entry (
  agency_id text not null,
  book text not null,
  year integer not null,
  no integer not null check (no > 0),
  dossier_id uuid not null,
  content jsonb not null,
  content_sha256 text not null,
  signed_by text not null,
  signer_title text not null,
  prepared_at timestamptz not null,
  primary key (agency_id, book, year, no),
  constraint register_entry_once_a_dossier unique (agency_id, dossier_id),
  constraint register_entry_in_book foreign key (agency_id, book, year) references register_book
);
comment on table register_entry is
  'What the signature prepared. Never changed: what happens to it afterwards is a row in register_act.';

create table register_act (
  agency_id text not null,
  book text not null,
  year integer not null,
  no integer not null,
  act_no integer not null check (act_no > 0),
  kind text not null check (kind in ('registered', 'crossed-out')),
  paper_book text,
  paper_page integer check (paper_page > 0),
  reason text,
  written_by text not null,
  written_at timestamptz not null,
  primary key (agency_id, book, year, no, act_no),
  constraint register_act_of_entry foreign key (agency_id, book, year, no) references register_entry,
  constraint register_act_registered_has_page
    check (kind <> 'registered' or (paper_book is not null and paper_page is not null)),
  constraint register_act_crossed_has_reason check (kind <> 'crossed-out' or reason is not null)
);
comment on table register_act is
  'Signed into the paper book at this page, or crossed out with a reason. One end an entry.';
create unique index register_act_one_end on register_act (agency_id, book, year, no)
  where kind in ('registered', 'crossed-out');

create table certificate (
  agency_id text not null,
  dossier_id uuid not null,
  no integer not null check (no > 0),
  token text not null check (length(token) >= 22),
  -- Whose book holds the entry: the agency's own, or its successor's; null without a register.
  book_agency_id text,
  -- What it prints, where no register entry holds it.
  content jsonb,
  prepared_at timestamptz not null,
  sha256 text,
  size_bytes bigint,
  issued_at timestamptz,
  replaced_at timestamptz,
  primary key (agency_id, dossier_id, no),
  constraint certificate_issued_whole
    check ((issued_at is null) = (sha256 is null) and (issued_at is null) = (size_bytes is null))
);
comment on table certificate is
  'The signed electronic original: prepared with the signature, made by a repeatable job from the register entry.';

create table verification (
  token_hash text primary key,
  agency_id text not null,
  dossier_id uuid not null,
  created_at timestamptz not null
);
comment on table verification is 'Found by the hash of the random token in a certificate''s QR; the page shows no names.';

create table printer (
  agency_id text not null,
  id text not null,
  name text not null,
  dx_mm numeric(5,1) not null check (dx_mm between -30 and 30),
  dy_mm numeric(5,1) not null check (dy_mm between -30 and 30),
  primary key (agency_id, id)
);
comment on table printer is 'Offsets for printing values onto the Ministry''s numbered blank.';

create table blank (
  agency_id text not null,
  serial text not null check (serial ~ '^[0-9A-Z./-]{1,20}$'),
  state text not null check (state in ('in-stock', 'used', 'spoiled')),
  dossier_id uuid,
  reason text,
  received_on date not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (agency_id, serial),
  constraint blank_used_for_dossier check (state <> 'used' or dossier_id is not null),
  constraint blank_spoiled_has_reason check (state <> 'spoiled' or reason is not null)
);
comment on table blank is 'The Ministry''s numbered blanks: counted as in stock, used or spoiled.';

create table slip (
  agency_id text not null,
  kind text not null check (kind in ('receipt', 'supplement', 'decline', 'refusal')),
  year integer not null,
  no integer not null check (no > 0),
  dossier_id uuid not null,
  occasion integer not null,
  issued_at timestamptz not null,
  issued_by text not null,
  primary key (agency_id, kind, year, no),
  constraint slip_once_an_occasion unique (agency_id, dossier_id, kind, occasion)
);
comment on table slip is 'Official papers given out, numbered from 01 each year and kind.';

create table slip_counter (
  agency_id text not null,
  kind text not null,
  year integer not null,
  last_no integer not null,
  primary key (agency_id, kind, year)
);
comment on table slip_counter is 'The last number given out, a kind and year.';

grant select, insert, update on register_book, certificate, printer, blank, slip_counter to {{app}};
grant select, insert on register_entry, register_act, verification, slip to {{app}};
create index blank_by_change on blank (agency_id, changed_at desc, serial);
create index blank_in_stock on blank (agency_id, serial) where state = 'in-stock';
