-- Rows are only ever added: the law changes by a new revision. Where a revision ends is not stored
-- twice; it ends the day before the next one begins (or on its own last day), so two can never
-- be in force together, and publishing a revision changes nothing that is already here.
create table procedure_revision (
  key text not null check (key ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$'),
  revision integer not null check (revision > 0),
  valid_from date not null,
  valid_to date,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  document jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null,
  primary key (key, revision),
  constraint procedure_revision_begins_once unique (key, valid_from),
  constraint procedure_revision_ends_after_it_begins check (valid_to >= valid_from),
  constraint procedure_revision_document_is_it check (
    document ->> 'key' = key
    and (document ->> 'revision')::integer = revision
    and document ->> 'validFrom' = valid_from::text
    and document ->> 'slug' = slug
  )
);
comment on table procedure_revision is
  'What the city offers, as published: one row for each change of law, never changed after.';

grant select, insert on procedure_revision to {{app}};
