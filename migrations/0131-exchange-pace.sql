-- Swept by the hour, written with every message: an index that costs next to nothing to keep.
drop index interlink_nonce_by_age;
create index interlink_nonce_by_age on interlink_nonce using brin (seen_at);
