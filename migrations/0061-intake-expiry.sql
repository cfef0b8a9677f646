-- Removing a draft looks for its codes; the sweep takes the oldest codes first.
create index one_time_code_by_draft on one_time_code (draft_id);
create index one_time_code_by_expiry on one_time_code (expires_at);
