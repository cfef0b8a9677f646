-- A dossier may wait for other agencies after it is registered, and may come from another agency.
alter table dossier drop constraint dossier_state_check;
alter table dossier add constraint dossier_state_known check (state in (
  'filed', 'completing', 'declined', 'processing', 'supplementing', 'previewing', 'signing',
  'signed', 'interlinking', 'handed_over', 'refused', 'withdrawn', 'lapsed')) not valid;
alter table dossier drop constraint dossier_channel_check;
alter table dossier add constraint dossier_channel_known
  check (channel in ('online', 'counter', 'assisted', 'post', 'interlink')) not valid;

drop index dossier_open_by_due;
create index dossier_open_by_due on dossier (agency_id, (coalesce(due_at, receive_by)), id)
  where state in ('filed', 'completing', 'processing', 'supplementing', 'previewing', 'signing',
    'signed', 'interlinking');
