create table message (
  id uuid primary key,
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
create index message_newest on message (created_at desc, id desc);
create index message_by_dossier on message (dossier_id, created_at) where dossier_id is not null;
grant select, insert, update on message to {{app}};
