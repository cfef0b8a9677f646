-- A slip is kept as it was issued: its words in the transaction of the act, its PDF by a job.
alter table slip drop constraint slip_kind_check;
alter table slip add constraint slip_kind_known check (kind in (
  'receipt', 'supplement', 'decline', 'refusal', 'apology', 'extension', 'transfer', 'control'));

alter table slip
  add column content jsonb,
  add column content_sha256 text check (content_sha256 ~ '^[0-9a-f]{64}$'),
  add column sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  add column size_bytes bigint check (size_bytes > 0),
  add column kept_at timestamptz,
  add constraint slip_content_hashed check ((content is null) = (content_sha256 is null)),
  add constraint slip_kept_whole
    check ((sha256 is null) = (size_bytes is null) and (sha256 is null) = (kept_at is null));
comment on column slip.content is
  'Every word the slip prints, never changed; null for slips given before their words were kept.';
comment on column slip.sha256 is 'The PDF in the content-addressed store, attached once.';

-- The register of a period reads receipts in the order in which they were given.
create index slip_by_issue on slip (agency_id, kind, issued_at, no);

grant update (sha256, size_bytes, kept_at) on slip to {{app}};
