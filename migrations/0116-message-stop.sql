create table message_stop (
  agency_id text not null,
  dossier_id uuid not null,
  stopped_by text not null,
  stopped_at timestamptz not null,
  primary key (agency_id, dossier_id)
);
comment on table message_stop is
  'Nothing more is said to the family about this filing: the child has died. An officer telephones.';
grant select, insert on message_stop to {{app}};
