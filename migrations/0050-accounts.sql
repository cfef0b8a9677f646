-- Who is signed in, who works for the city, and what each may sign. Reference tables: not distributed.
create table account_rule (
  key text primary key,
  value integer not null check (value > 0),
  note text not null
);
comment on table account_rule is 'Limits of sign-in and sessions as data, so that an operator can change them.';
insert into account_rule (key, value, note) values
  ('citizen-idle-minutes', 43200, 'a citizen session unused for 30 days ends'),
  ('citizen-absolute-minutes', 129600, 'a citizen session ends after 90 days'),
  ('citizen-phone-minutes', 720, 'a confirmed phone counts for 12 hours'),
  ('staff-idle-minutes', 60, 'a staff session unused for an hour ends'),
  ('staff-absolute-minutes', 720, 'a staff session ends after 12 hours'),
  ('invite-hours', 72, 'an invitation link lives 3 days'),
  ('sign-in-window-minutes', 15, 'failures are counted over this time'),
  ('sign-in-failures-per-account', 5, 'then that account waits'),
  ('sign-in-failures-per-address', 30, 'then that address waits');

create table web_session (
  id uuid primary key,
  kind text not null check (kind in ('citizen', 'staff')),
  secret_hash text not null constraint web_session_secret_once unique
    check (secret_hash ~ '^[0-9a-f]{64}$'),
  phone text,
  phone_confirmed_at timestamptz,
  staff_id text,
  agency_id text,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  constraint web_session_staff_is_known
    check ((kind = 'staff') = (staff_id is not null) and (kind = 'staff') = (agency_id is not null)),
  constraint web_session_phone_is_of_a_citizen check (phone is null or kind = 'citizen'),
  constraint web_session_phone_is_dated check ((phone is null) = (phone_confirmed_at is null))
);
comment on table web_session is
  'Server-side sessions; the cookie holds a secret of which only the hash is kept.';
create index web_session_by_staff on web_session (staff_id) where staff_id is not null;
create index web_session_by_seen on web_session (seen_at);

create table session_draft (
  session_id uuid not null references web_session on delete cascade,
  draft_id uuid not null,
  added_at timestamptz not null,
  primary key (session_id, draft_id)
);
comment on table session_draft is 'Drafts, and dossiers filed from them, that a browser may open.';

create table staff (
  id text primary key,
  login text not null constraint staff_login_once unique check (login ~ '^[a-z0-9][a-z0-9.@_-]{2,63}$'),
  name text not null check (length(name) between 2 and 120),
  password_hash text,
  state text not null check (state in ('invited', 'active', 'disabled')),
  created_at timestamptz not null,
  password_set_at timestamptz,
  disabled_at timestamptz,
  constraint staff_active_has_password check (state <> 'active' or password_hash is not null),
  constraint staff_disabled_is_dated check ((state = 'disabled') = (disabled_at is not null))
);
comment on table staff is 'People who work for an agency and sign in at the desk; never deleted, only disabled.';

create table staff_mandate (
  staff_id text not null references staff,
  agency_id text not null,
  role text not null check (role in ('counterOfficer', 'civilStatusOfficer', 'chairman',
    'viceChairman', 'specialist', 'divisionHead', 'director', 'deputyDirector', 'unitAdmin')),
  from_day date not null,
  to_day date,
  primary key (staff_id, agency_id, role, from_day),
  constraint staff_mandate_ends_after_it_begins check (to_day is null or to_day >= from_day)
);
comment on table staff_mandate is 'A role at an agency with its first and last day: what one may do on a day follows from it.';
create index staff_mandate_by_agency on staff_mandate (agency_id, role, from_day);

create table staff_invite (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  staff_id text not null references staff,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table staff_invite is 'One-time links by which a new officer sets a password.';

create table staff_token (
  id uuid primary key,
  token_hash text not null constraint staff_token_once unique check (token_hash ~ '^[0-9a-f]{64}$'),
  staff_id text not null references staff,
  agency_id text not null,
  label text not null check (length(label) between 1 and 80),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
comment on table staff_token is 'Bearer tokens of the API; they carry the mandates of their officer.';

create table staff_absence (
  id uuid primary key,
  staff_id text not null references staff,
  from_day date not null,
  to_day date not null,
  recorded_at timestamptz not null,
  constraint staff_absence_ends_after_it_begins check (to_day >= from_day)
);
comment on table staff_absence is 'Days on which an officer is away and signs nothing.';
create index staff_absence_by_staff on staff_absence (staff_id, from_day);

create table signing_assignment (
  agency_id text not null,
  day date not null,
  staff_id text not null references staff,
  assigned_at timestamptz not null,
  primary key (agency_id, day, staff_id)
);
comment on table signing_assignment is 'The deputy who signs for the head of an agency on that day.';

create table sign_in_failure (
  id uuid primary key,
  key_hash text not null,
  failed_at timestamptz not null
);
comment on table sign_in_failure is
  'Wrong passwords by account and by address (hashed), to slow guessing; swept after a day.';
create index sign_in_failure_by_key on sign_in_failure (key_hash, failed_at desc);

grant select on account_rule to {{app}};
grant select, insert, update, delete on web_session, session_draft to {{app}};
grant select, insert, update on staff, staff_mandate, staff_invite, staff_token to {{app}};
grant select, insert, delete on staff_absence, signing_assignment, sign_in_failure to {{app}};
