create table agency_head (
  agency_id text primary key,
  code_day date not null,
  code_no integer not null check (code_no >= 0),
  event_seq bigint not null check (event_seq >= 0),
  chain_head text not null
);
comment on table agency_head is
  'One row an agency, locked once a transaction: the day''s code counter, the event sequence and the head of its hash chain.';

create table dossier (
  agency_id text not null,
  id uuid not null,
  code text not null,
  code_day date not null,
  code_no integer not null check (code_no between 1 and 9999),
  lookup_no text not null check (lookup_no ~ '^[0-9]{10}$'),
  procedure_key text not null,
  revision integer not null,
  state text not null check (state in (
    'filed', 'completing', 'declined', 'processing', 'supplementing', 'previewing', 'signing',
    'signed', 'handed_over', 'refused', 'withdrawn', 'lapsed')),
  step text,
  version integer not null check (version > 0),
  channel text not null check (channel in ('online', 'counter', 'assisted', 'post')),
  is_trial boolean not null,
  filed_at timestamptz not null,
  receive_by timestamptz not null,
  received_at timestamptz,
  due_at timestamptz,
  due_reasons jsonb not null,
  ended_at timestamptz,
  assignee_id text,
  declaration_no integer not null check (declaration_no > 0),
  -- Plain on purpose: it is printed in the QR of every paper; the directory finds it by its hash.
  secret text not null check (length(secret) >= 22),
  -- Personal data for lists; erasable, never in events.
  subject_name text,
  requester_name text,
  phone text,
  search_text text not null,
  primary key (agency_id, id),
  constraint dossier_code_once unique (agency_id, code),
  constraint dossier_number_once_a_day unique (agency_id, code_day, code_no),
  constraint dossier_received_has_due check (received_at is null or due_at is not null)
);
comment on table dossier is 'A dossier as its events left it; only move() writes its state.';
create index dossier_open_by_due on dossier (agency_id, (coalesce(due_at, receive_by)), id)
  where state in ('filed', 'completing', 'processing', 'supplementing', 'previewing', 'signing', 'signed');
create index dossier_by_state on dossier (agency_id, state, (coalesce(due_at, receive_by)), id);
create index dossier_by_phone on dossier (phone, filed_at desc) where phone is not null;

create table dossier_directory (
  key text primary key,
  kind text not null check (kind in ('id', 'code', 'lookup', 'secret')),
  agency_id text not null,
  dossier_id uuid not null
);
comment on table dossier_directory is
  'Where a dossier lives, found by its id, code, look-up number or the hash of its QR secret; unique in the city.';

create table dossier_event (
  agency_id text not null,
  seq bigint not null,
  dossier_id uuid not null,
  version integer not null,
  kind text not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('citizen', 'staff', 'system')),
  actor_id text,
  facts jsonb not null,
  request_key text,
  prev_hash text not null,
  hash text not null,
  primary key (agency_id, seq),
  constraint dossier_event_version_once unique (agency_id, dossier_id, version),
  constraint dossier_event_request_once unique (agency_id, request_key)
);
comment on table dossier_event is
  'Every act on a dossier, append-only, gapless per agency, each hash covering the one before. No names, no free text.';

create table declaration (
  agency_id text not null,
  dossier_id uuid not null,
  no integer not null check (no > 0),
  answers jsonb not null,
  sha256 text not null,
  made_at timestamptz not null,
  primary key (agency_id, dossier_id, no)
);
comment on table declaration is 'What the citizen declared, one row a version: a change adds a row, both values stay.';

create table dossier_file (
  agency_id text not null,
  dossier_id uuid not null,
  id uuid not null,
  field text not null,
  component text not null,
  sha256 text not null,
  size_bytes bigint not null,
  mime text not null,
  name text not null,
  added_at timestamptz not null,
  primary key (agency_id, dossier_id, id)
);
comment on table dossier_file is 'Papers of a dossier; the bytes are in the content-addressed store.';

create table supplement_request (
  agency_id text not null,
  dossier_id uuid not null,
  no integer not null check (no > 0),
  items jsonb not null,
  requested_by text not null,
  requested_at timestamptz not null,
  answers jsonb,
  answered_at timestamptz,
  primary key (agency_id, dossier_id, no),
  constraint supplement_answer_has_time check ((answers is null) = (answered_at is null))
);
comment on table supplement_request is
  'Everything an officer found wrong, asked once: papers missing, fields to correct, changes proposed to the declaration.';

create table dossier_pause (
  agency_id text not null,
  dossier_id uuid not null,
  no integer not null check (no > 0),
  why text not null check (why in ('supplement', 'preview')),
  paused_at timestamptz not null,
  resumed_at timestamptz,
  primary key (agency_id, dossier_id, no)
);
comment on table dossier_pause is 'When the legal clock stood still, and why.';

create table dossier_note (
  agency_id text not null,
  dossier_id uuid not null,
  no integer not null check (no > 0),
  kind text not null,
  body text not null check (length(body) between 1 and 4000),
  written_by text not null,
  written_at timestamptz not null,
  primary key (agency_id, dossier_id, no)
);
comment on table dossier_note is 'Reasons and remarks in words: erasable, the event keeps the hash.';

create table dossier_mark (
  agency_id text not null,
  dossier_id uuid not null,
  field text not null,
  verdict text not null check (verdict in ('same', 'differs')),
  paper_says text,
  closed_as text check (closed_as in ('declaration-wrong', 'birth-notice-wrong', 'other-paper-wrong')),
  marked_by text not null,
  marked_at timestamptz not null,
  primary key (agency_id, dossier_id, field)
);
comment on table dossier_mark is 'An officer compared this field with the papers; a difference says what the paper has.';

create table dossier_opening (
  agency_id text not null,
  dossier_id uuid not null,
  staff_id text not null,
  version integer not null,
  opened_at timestamptz not null,
  primary key (agency_id, dossier_id, staff_id)
);
comment on table dossier_opening is 'Who last saw which version: a signature needs the signer to have opened this one.';

create table duplicate_key (
  key_hash text not null,
  dossier_id uuid not null,
  agency_id text not null,
  kind text not null,
  filed_at timestamptz not null,
  primary key (key_hash, dossier_id)
);
comment on table duplicate_key is 'Hashes of what makes two declarations look alike, city-wide; never blocks, only warns.';

create index duplicate_key_by_dossier on duplicate_key (dossier_id);

create table duplicate_dismissal (
  agency_id text not null,
  dossier_id uuid not null,
  other_id uuid not null,
  dismissed_by text not null,
  dismissed_at timestamptz not null,
  primary key (agency_id, dossier_id, other_id)
);
comment on table duplicate_dismissal is 'An officer compared and said: not a duplicate.';

create table claim (
  key_hash text primary key,
  kind text not null check (kind in ('personal-number')),
  agency_id text not null,
  dossier_id uuid not null,
  taken_at timestamptz not null
);
comment on table claim is
  'What is unique across the city, keyed by it: taken with the proposal, given back when the dossier ends without it.';
create index claim_by_dossier on claim (dossier_id);

create table due_action (
  agency_id text not null,
  dossier_id uuid not null,
  kind text not null,
  at timestamptz not null,
  done_at timestamptz,
  primary key (agency_id, dossier_id, kind)
);
comment on table due_action is 'Legal moments read with our clock: reminders, escalation, lapse.';
create index due_action_open on due_action (at) where done_at is null;

grant select, insert, update on agency_head, dossier, dossier_file, supplement_request, dossier_pause,
  dossier_mark, dossier_opening, due_action to {{app}};
grant select, insert on dossier_directory, dossier_event, declaration, dossier_note, duplicate_key,
  duplicate_dismissal to {{app}};
grant select, insert, delete on claim to {{app}};
