-- To whom a late dossier was reported last, and since when somebody without a phone is to be called.
alter table dossier
  add column escalation text
    constraint dossier_escalation_known check (escalation in ('head', 'city')),
  add column call_wanted_at timestamptz;
create index dossier_to_call on dossier (agency_id, call_wanted_at) where call_wanted_at is not null;
create index supplement_asking_open on supplement_asking (agency_id, dossier_id)
  where decision is null;

update due_action set kind = 'escalate' where kind = 'due';
