-- Run by the PostgreSQL image once, when its volume is new: one role and its databases for each of the two that share
-- the server. Neither is a superuser, and neither sees the other's tables.
\getenv owner_password DATABASE_OWNER_PASSWORD
\getenv temporal_password TEMPORAL_DATABASE_PASSWORD

-- Owns the record. CREATEROLE: `reinstate migrate` makes the roles of the app and of the auditor.
CREATE ROLE reinstate LOGIN CREATEROLE PASSWORD :'owner_password';
CREATE DATABASE reinstate OWNER reinstate;

CREATE ROLE temporal LOGIN PASSWORD :'temporal_password';
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;
REVOKE CONNECT ON DATABASE temporal, temporal_visibility FROM PUBLIC;
