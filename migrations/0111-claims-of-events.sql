-- One birth and one death a person: what makes an event unique is taken before the decision.
alter table claim drop constraint claim_kind_check;
alter table claim add constraint claim_kind_known check (kind in
  ('personal-number', 'birth-notice', 'birth', 'death', 'death-name')) not valid;
alter table claim add column confirmed_at timestamptz;
comment on column claim.confirmed_at is
  'The event was registered: from then on the claim goes only with an annulment by decision.';
grant update (confirmed_at) on claim to {{app}};
