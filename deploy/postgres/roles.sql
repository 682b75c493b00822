-- The schemas and roles of the services: an owner that migrates, an application role under row-level security, a relay that reads the log.
-- Made from the code that provisions (npm run -s provision -- --sql); a test compares them. Run it as an administrator in the services' database:
--   psql -v ON_ERROR_STOP=1 -v locality_hub_owner=… -v locality_hub_app=… -v locality_hub_relay=… (and so for regional_hub and portal) -f roles.sql
-- Each variable is a password. Running it again changes nothing but the passwords.

-- locality-hub
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'locality_hub_owner') THEN CREATE ROLE locality_hub_owner; END IF; END $$;
ALTER ROLE locality_hub_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS NOREPLICATION CONNECTION LIMIT 5 PASSWORD :'locality_hub_owner';
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'locality_hub_app') THEN CREATE ROLE locality_hub_app; END IF; END $$;
ALTER ROLE locality_hub_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS NOREPLICATION CONNECTION LIMIT 60 PASSWORD :'locality_hub_app';
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'locality_hub_relay') THEN CREATE ROLE locality_hub_relay; END IF; END $$;
ALTER ROLE locality_hub_relay LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS NOREPLICATION CONNECTION LIMIT 10 PASSWORD :'locality_hub_relay';
CREATE SCHEMA IF NOT EXISTS locality_hub AUTHORIZATION locality_hub_owner;
REVOKE ALL ON SCHEMA locality_hub FROM PUBLIC;
GRANT USAGE ON SCHEMA locality_hub TO locality_hub_app, locality_hub_relay;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
ALTER ROLE locality_hub_owner SET search_path = locality_hub;
ALTER ROLE locality_hub_app SET search_path = locality_hub;
ALTER ROLE locality_hub_relay SET search_path = locality_hub;
ALTER ROLE locality_hub_app SET idle_in_transaction_session_timeout = '20s';
ALTER ROLE locality_hub_app SET statement_timeout = '60s';
ALTER ROLE locality_hub_app SET transaction_timeout = '120s';
ALTER ROLE locality_hub_app SET jit = off;
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'locality_hub_loader') THEN CREATE ROLE locality_hub_loader; END IF; END $$;
ALTER ROLE locality_hub_loader NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS NOREPLICATION CONNECTION LIMIT 5 PASSWORD NULL;
GRANT USAGE ON SCHEMA locality_hub TO locality_hub_loader;
ALTER ROLE locality_hub_loader SET search_path = locality_hub;
ALTER ROLE locality_hub_loader SET idle_in_transaction_session_timeout = '20s';
ALTER ROLE locality_hub_loader SET jit = off;

-- regional-hub
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'regional_hub_owner') THEN CREATE ROLE regional_hub_owner; END IF; END $$;
ALTER ROLE regional_hub_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS NOREPLICATION CONNECTION LIMIT 5 PASSWORD :'regional_hub_owner';
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'regional_hub_app') THEN CREATE ROLE regional_hub_app; END IF; END $$;
ALTER ROLE regional_hub_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS NOREPLICATION CONNECTION LIMIT 60 PASSWORD :'regional_hub_app';
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'regional_hub_relay') THEN CREATE ROLE regional_hub_relay; END IF; END $$;
ALTER ROLE regional_hub_relay LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS NOREPLICATION CONNECTION LIMIT 10 PASSWORD :'regional_hub_relay';
CREATE SCHEMA IF NOT EXISTS regional_hub AUTHORIZATION regional_hub_owner;
REVOKE ALL ON SCHEMA regional_hub FROM PUBLIC;
GRANT USAGE ON SCHEMA regional_hub TO regional_hub_app, regional_hub_relay;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
ALTER ROLE regional_hub_owner SET search_path = regional_hub;
ALTER ROLE regional_hub_app SET search_path = regional_hub;
ALTER ROLE regional_hub_relay SET search_path = regional_hub;
ALTER ROLE regional_hub_app SET idle_in_transaction_session_timeout = '20s';
ALTER ROLE regional_hub_app SET statement_timeout = '60s';
ALTER ROLE regional_hub_app SET transaction_timeout = '120s';
ALTER ROLE regional_hub_app SET jit = off;

-- portal
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_owner') THEN CREATE ROLE portal_owner; END IF; END $$;
ALTER ROLE portal_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS NOREPLICATION CONNECTION LIMIT 5 PASSWORD :'portal_owner';
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_app') THEN CREATE ROLE portal_app; END IF; END $$;
ALTER ROLE portal_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS NOREPLICATION CONNECTION LIMIT 60 PASSWORD :'portal_app';
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'portal_relay') THEN CREATE ROLE portal_relay; END IF; END $$;
ALTER ROLE portal_relay LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS NOREPLICATION CONNECTION LIMIT 10 PASSWORD :'portal_relay';
CREATE SCHEMA IF NOT EXISTS portal AUTHORIZATION portal_owner;
REVOKE ALL ON SCHEMA portal FROM PUBLIC;
GRANT USAGE ON SCHEMA portal TO portal_app, portal_relay;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
ALTER ROLE portal_owner SET search_path = portal;
ALTER ROLE portal_app SET search_path = portal;
ALTER ROLE portal_relay SET search_path = portal;
ALTER ROLE portal_app SET idle_in_transaction_session_timeout = '20s';
ALTER ROLE portal_app SET statement_timeout = '60s';
ALTER ROLE portal_app SET transaction_timeout = '120s';
ALTER ROLE portal_app SET jit = off;
