-- Who changed what in the ledger, beside events: erasures, and days that came to their end.
CREATE TABLE access.audit_log (
  id     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at     timestamptz NOT NULL DEFAULT now(),
  actor  text        NOT NULL, -- user id, or the name of a service
  org_id text        NOT NULL, -- empty: all orgs
  action text        NOT NULL,
  detail jsonb       NOT NULL
);

CREATE INDEX audit_log_org_at ON access.audit_log (org_id, at);

-- The only way in for other services: they add to the log in their own transaction, so that what is
-- done is written down or not done, and can neither read nor change it.
CREATE FUNCTION access.audit(actor text, org_id text, action text, detail jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  INSERT INTO access.audit_log (actor, org_id, action, detail) VALUES ($1, $2, $3, $4);
$$;

REVOKE ALL ON FUNCTION access.audit FROM PUBLIC;
GRANT USAGE ON SCHEMA access TO tokenledger_ingest, tokenledger_aggregator;
GRANT EXECUTE ON FUNCTION access.audit TO tokenledger_ingest, tokenledger_aggregator;
