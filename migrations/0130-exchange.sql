create table leg (
  agency_id text not null,
  leg uuid not null,
  side text not null check (side in ('lead', 'partner')),
  -- The lead's dossier, or the partner's, null until it is made.
  dossier_id uuid,
  key text not null,
  service text not null,
  other_party text not null,
  state text not null check (state in ('notSent', 'sent', 'received', 'supplementRequested',
    'processing', 'cancelling', 'done', 'refused', 'cancelled')),
  in_seq integer not null default 0 check (in_seq >= 0),
  out_seq integer not null default 0 check (out_seq >= 0),
  accepted_seq integer not null default 0,
  due_at timestamptz not null,
  other_code text,
  opened_at timestamptz not null,
  ended_at timestamptz,
  primary key (agency_id, leg),
  constraint leg_between_two check (other_party <> agency_id),
  constraint leg_lead_has_dossier check (side <> 'lead' or dossier_id is not null),
  constraint leg_accepted_was_sent check (accepted_seq between 0 and out_seq),
  constraint leg_end_has_time
    check ((ended_at is not null) = (state in ('done', 'refused', 'cancelled')))
);
comment on table leg is
  'One agency''s part in a filing, as one side sees it: what the messages it sent and took made of it.';
create unique index leg_once on leg (agency_id, dossier_id, key) where side = 'lead';
create index leg_by_dossier on leg (agency_id, dossier_id) where dossier_id is not null;
create index leg_newest on leg (agency_id, opened_at desc, leg desc);

create table interlink_message (
  agency_id text not null,
  leg uuid not null,
  direction text not null check (direction in ('in', 'out')),
  seq integer not null check (seq > 0),
  -- Its place among all that this side sent and took of the leg.
  place integer not null check (place > 0),
  id uuid not null,
  party text not null,
  type text not null,
  body jsonb not null,
  bytes_sha256 text not null check (bytes_sha256 ~ '^[0-9a-f]{64}$'),
  written_at timestamptz not null,
  -- What follows is about its way alone.
  accepted_at timestamptz,
  attempts integer not null default 0,
  waiting_since timestamptz,
  next_attempt_at timestamptz,
  last_error text,
  dead_at timestamptz,
  dead_reason text,
  primary key (agency_id, leg, direction, seq),
  constraint interlink_message_once unique (agency_id, id),
  constraint interlink_message_of_leg foreign key (agency_id, leg) references leg,
  constraint interlink_message_taken check (direction = 'out' or accepted_at is not null),
  constraint interlink_message_rests check (next_attempt_at is null
    or (direction = 'out' and accepted_at is null and dead_at is null and waiting_since is not null)),
  constraint interlink_message_dead_has_reason check ((dead_at is null) = (dead_reason is null))
);
comment on table interlink_message is
  'Every message of a leg that this side sent or took. Contents never change; of those sent, the first not yet accepted is tried.';
create index interlink_message_due on interlink_message (party, next_attempt_at)
  where next_attempt_at is not null;
create index interlink_message_dead on interlink_message (agency_id, dead_at desc, id desc)
  where dead_at is not null;

create table interlink_line (
  party text primary key,
  failing_since timestamptz not null,
  failures integer not null,
  probe_at timestamptz not null,
  last_error text not null
);
comment on table interlink_line is
  'A party that does not answer: one message at a time tries it until it does. No row: it answers.';

create table interlink_party (
  party text not null,
  from_day date not null,
  software text not null check (software in ('inside', 'outside')),
  endpoint text,
  primary key (party, from_day),
  constraint interlink_party_has_endpoint
    check ((software = 'outside') = (endpoint is not null))
);
comment on table interlink_party is
  'Where a party works from a day on: on desks in here, or in its own software at this address.';

create table interlink_key (
  party text not null,
  key_id text not null,
  public_key text not null,
  is_ours boolean not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  revoked_at timestamptz,
  primary key (party, key_id),
  constraint interlink_key_once unique (key_id)
);
comment on table interlink_key is
  'Public keys that sign messages, with their days. Ours: the private half lies in the home, mode 0600.';

create table interlink_nonce (
  key_id text not null,
  nonce text not null,
  seen_at timestamptz not null,
  primary key (key_id, nonce)
);
comment on table interlink_nonce is 'Signatures taken within the window in which they hold: none works twice.';
create index interlink_nonce_by_age on interlink_nonce (seen_at);

create table exchange_refusal (
  agency_id text not null,
  day date not null,
  code text not null,
  party text not null,
  leg text not null,
  message_id text not null,
  type text not null,
  times integer not null default 1,
  last_at timestamptz not null,
  primary key (agency_id, day, code, party, leg, message_id)
);
comment on table exchange_refusal is
  'What was refused at the door and why, counted a day; no content. What nobody signed is counted together, so that strangers cannot fill it.';
create index exchange_refusal_newest on exchange_refusal (agency_id, last_at desc);
create index exchange_refusal_by_day on exchange_refusal (day);

create table exchange_act (
  agency_id text not null,
  message_id uuid not null,
  no integer not null check (no > 0),
  kind text not null check (kind in ('sent-again')),
  reason text not null,
  done_by text not null,
  done_at timestamptz not null,
  primary key (agency_id, message_id, no),
  constraint exchange_act_on_message foreign key (agency_id, message_id)
    references interlink_message (agency_id, id)
);
comment on table exchange_act is 'Who sent a stopped message again, when, and why it had stopped.';

grant select, insert on leg, interlink_message, exchange_act, interlink_key, interlink_party,
  interlink_nonce, interlink_line, exchange_refusal to {{app}};
grant update (dossier_id, state, in_seq, out_seq, accepted_seq, due_at, other_code, ended_at)
  on leg to {{app}};
grant update (accepted_at, attempts, waiting_since, next_attempt_at, last_error, dead_at, dead_reason)
  on interlink_message to {{app}};
grant update (valid_to, revoked_at) on interlink_key to {{app}};
grant update (software, endpoint) on interlink_party to {{app}};
grant update, delete on interlink_line to {{app}};
grant update (times, last_at) on exchange_refusal to {{app}};
grant delete on interlink_nonce, exchange_refusal to {{app}};
