-- What waits is a small part of all legs: the screen that shows it must not read the others.
create index leg_waiting on leg (agency_id, opened_at desc, leg desc) where accepted_seq < out_seq;
drop index exchange_refusal_newest;
create index exchange_refusal_newest on exchange_refusal (agency_id, last_at desc, message_id desc, code desc);
