create table citizen_task (
  agency_id text not null,
  dossier_id uuid not null,
  no integer not null check (no > 0),
  -- The leg for which the other agency wants it.
  leg uuid not null,
  kind text not null check (kind in ('sign', 'bring')),
  who text not null check (who in ('requester', 'householdHead')),
  -- Component of the procedure: what is signed or brought.
  component text not null,
  -- Before this moment, at which the desk is open.
  by timestamptz not null,
  told_by text not null,
  told_at timestamptz not null,
  ended_at timestamptz,
  primary key (agency_id, dossier_id, no)
);
comment on table citizen_task is
  'What the ward asked a citizen to sign or bring because another agency needs it: the ward answers that agency, the citizen only comes.';

grant select, insert on citizen_task to {{app}};
grant update (ended_at) on citizen_task to {{app}};
