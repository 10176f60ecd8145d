-- Run once by an administrator in the database of the ledger, and again at will: it changes nothing
-- that is there. Afterwards give each role a password (ALTER ROLE … PASSWORD …).
-- Each service migrates and owns one schema and can touch no other, save what that one grants it.
-- An administrator who is no superuser may act as a role it made, and so make the role's schema, only
-- where it asks for that (PostgreSQL 16).
SET createrole_self_grant = 'set';

DO $$
DECLARE
  service record;
BEGIN
  FOR service IN
    SELECT * FROM (VALUES
      ('tokenledger_pricing', 'pricing'),
      ('tokenledger_ingest', 'raw'),
      ('tokenledger_aggregator', 'rollup'),
      ('tokenledger_query', 'access'),
      ('tokenledger_gateway', 'chat')) AS s (role_name, schema_name)
  LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = service.role_name) THEN
      EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS', service.role_name);
    END IF;
    EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', service.schema_name, service.role_name);
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), service.role_name);
  END LOOP;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
