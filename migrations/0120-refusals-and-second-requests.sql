-- A refusal waits for the signer like a result does; a second supplement request waits for the
-- supervisor when the first could have asked it.
alter table dossier drop constraint dossier_state_known;
alter table dossier add constraint dossier_state_known check (state in (
  'filed', 'completing', 'declined', 'processing', 'supplementing', 'previewing', 'signing',
  'refusing', 'signed', 'interlinking', 'handed_over', 'refused', 'withdrawn', 'lapsed')) not valid;
drop index dossier_open_by_due;
create index dossier_open_by_due on dossier (agency_id, (coalesce(due_at, receive_by)), id)
  where state in ('filed', 'completing', 'processing', 'supplementing', 'previewing', 'signing',
    'refusing', 'signed', 'interlinking');

-- The declaration that the officer had before them; null for requests of before this column.
alter table supplement_request add column declaration_no integer;

create table supplement_asking (
  agency_id text not null,
  dossier_id uuid not null,
  no integer not null check (no > 0),
  items jsonb not null,
  -- Where the dossier stood: asked for something else by then, it is no longer open.
  declaration_no integer not null,
  step text,
  asked_by text not null,
  asked_at timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  decision text check (decision in ('approved', 'turned-down', 'replaced')),
  primary key (agency_id, dossier_id, no),
  constraint supplement_asking_decided_whole
    check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  constraint supplement_asking_of_dossier
    foreign key (agency_id, dossier_id) references dossier (agency_id, id)
);
comment on table supplement_asking is
  'What an officer wants to request a second time although the first request could have asked it: it goes out with the supervisor''s reason.';
grant select, insert, update on supplement_asking to {{app}};
