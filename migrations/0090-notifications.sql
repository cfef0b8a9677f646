create table message (
  id uuid primary key,
  -- Order of writing, also within one instant.
  no bigint generated always as identity,
  channel text not null check (channel in ('sms')),
  recipient text not null,
  template text not null,
  body text not null,
  dossier_id uuid,
  created_at timestamptz not null,
  sent_at timestamptz,
  occasion text not null constraint message_once_an_occasion unique
);
comment on table message is 'Messages to citizens; until a gateway is connected, shown on the demo outbox page.';
create index message_newest on message (no desc);
create index message_by_dossier on message (dossier_id, no) where dossier_id is not null;
grant select, insert, update on message to {{app}};
