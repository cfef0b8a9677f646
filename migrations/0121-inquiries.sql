create table dossier_inquiry (
  agency_id text not null,
  dossier_id uuid not null,
  no integer not null check (no > 0),
  step text not null,
  -- An agency of the city; null for a commune elsewhere, which is asked by letter.
  asked_agency_id text,
  place text not null check (length(place) between 1 and 200),
  question_note_no integer not null,
  asked_by text not null,
  asked_at timestamptz not null,
  answer_by timestamptz not null,
  answer_note_no integer,
  answered_by text,
  answered_at timestamptz,
  primary key (agency_id, dossier_id, no),
  constraint dossier_inquiry_answered_whole check (
    (answered_at is null) = (answer_note_no is null) and (answered_at is null) = (answered_by is null)),
  constraint dossier_inquiry_of_dossier
    foreign key (agency_id, dossier_id) references dossier (agency_id, id)
);
comment on table dossier_inquiry is
  'What another commune is asked to verify: who asked it, when, why, by when it answers, and what it answered; the words are notes.';
grant select, insert, update on dossier_inquiry to {{app}};
