-- The queue "Cơ quan khác hỏi": what another agency asks for its part, open until it is answered.
create index due_action_asked on due_action (agency_id, dossier_id)
  where done_at is null and kind like 'answer-leg:%';
