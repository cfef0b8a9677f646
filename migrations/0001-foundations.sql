-- The application owns nothing and makes nothing: only the migrator may create in this schema.
revoke create on schema public from public;
grant usage on schema public to {{app}};

comment on schema public is
  'Một Cửa. Tables belong to the migrating role; the application role has what it was granted.';
