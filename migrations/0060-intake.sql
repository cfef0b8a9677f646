-- Drafts live on the citizen's side: keyed by their own id, no foreign keys to the core's tables.
create table draft (
  id uuid primary key,
  procedure_key text not null,
  revision integer not null check (revision > 0),
  agency_id text,
  answers jsonb not null,
  kept_aside jsonb not null,
  version integer not null check (version > 0),
  -- Plain on purpose: whoever can read this row already reads everything the code would open.
  resume_code text not null constraint draft_resume_code_once unique
    check (resume_code ~ '^[2-9A-HJKMNP-TV-Z]{8}$'),
  phone text check (phone ~ '^0[0-9]{9,10}$'),
  phone_confirmed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  expiry_noticed_at timestamptz,
  sealed_at timestamptz,
  constraint draft_confirmed_phone_is_known check (phone_confirmed_at is null or phone is not null)
);
comment on table draft is
  'A declaration being filled in: on the server from the first answer, opened by a secret cookie or its resume code.';
create index draft_by_phone on draft (phone, updated_at desc) where phone_confirmed_at is not null;
create index draft_by_expiry on draft (expires_at) where sealed_at is null;

create table draft_file (
  draft_id uuid not null references draft on delete cascade,
  id uuid not null,
  field text not null,
  component text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size_bytes bigint not null check (size_bytes > 0),
  mime text not null,
  name text not null,
  uploaded_at timestamptz not null,
  primary key (draft_id, id),
  constraint draft_file_once_per_field unique (draft_id, field, sha256)
);
comment on table draft_file is 'Photos and PDFs attached to a draft; the bytes are in the content-addressed store.';

create table one_time_code (
  id uuid primary key,
  draft_id uuid references draft on delete cascade,
  phone text not null,
  code_hash text not null,
  tries integer not null check (tries >= 0),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table one_time_code is 'Codes sent to confirm a phone; bound to one draft or to one sign-in, few tries, short life.';
create index one_time_code_by_phone on one_time_code (phone, created_at desc);

create table seal (
  id uuid primary key,
  request_key text not null constraint seal_request_key_once unique,
  agency_id text not null,
  procedure_key text not null,
  revision integer not null,
  content jsonb not null,
  content_sha256 text not null,
  sealed_at timestamptz not null
);
comment on table seal is
  'A filed draft, frozen: answers, revision, agency and file hashes under id = draft id. The core admits it once.';

grant select, insert, update, delete on draft, draft_file, one_time_code to {{app}};
grant select, insert on seal to {{app}};
