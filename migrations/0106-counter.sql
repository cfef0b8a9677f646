-- A declaration that an officer fills in at the counter: no phone needed, and after a power cut with
-- the true time of the paper slip.
alter table draft
  add column counter_agency_id text,
  add column counter_staff_id text,
  add column slip_no integer,
  add column truly_filed_at timestamptz,
  add constraint draft_counter_whole
    check ((counter_agency_id is null) = (counter_staff_id is null)),
  add constraint draft_slip_whole
    check ((slip_no is null) = (truly_filed_at is null)
      and (slip_no is null or counter_agency_id is not null));

create table slip_block (
  agency_id text not null,
  first_no integer not null check (first_no > 0),
  last_no integer not null,
  reserved_by text not null,
  reserved_at timestamptz not null,
  primary key (agency_id, first_no),
  constraint slip_block_in_order check (last_no >= first_no)
);
comment on table slip_block is
  'Numbers printed on paper slips beforehand, for hours without power or line; never reused.';

create table paper_slip (
  agency_id text not null,
  no integer not null,
  dossier_id uuid not null,
  truly_filed_at timestamptz not null,
  entered_by text not null,
  entered_at timestamptz not null,
  primary key (agency_id, no),
  constraint paper_slip_once_a_dossier unique (agency_id, dossier_id)
);
comment on table paper_slip is
  'A paper slip that was entered later (nhập bù): which dossier it became, and when it was truly filed.';

grant select, insert on slip_block, paper_slip to {{app}};
