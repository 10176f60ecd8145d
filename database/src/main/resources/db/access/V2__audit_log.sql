-- Who did what to the ledger itself. Append only.
CREATE TABLE access.audit_log (
  id     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at     timestamptz NOT NULL DEFAULT now(),
  actor  text        NOT NULL, -- a user id, or the service
  org_id text        NOT NULL, -- empty when it concerns every org
  action text        NOT NULL,
  detail jsonb       NOT NULL
);
CREATE INDEX audit_log_org ON access.audit_log (org_id, id);

CREATE FUNCTION access.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'access.audit_log is append only';
END
$$;
CREATE TRIGGER audit_log_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON access.audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change();

-- The way in for the other services, which see nothing else of this schema.
CREATE FUNCTION access.audit(actor text, org_id text, action text, detail jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  INSERT INTO access.audit_log (actor, org_id, action, detail) VALUES (actor, org_id, action, detail);
END;
REVOKE EXECUTE ON FUNCTION access.audit FROM PUBLIC;
GRANT USAGE ON SCHEMA access TO tokenledger_ingest, tokenledger_aggregator;
GRANT EXECUTE ON FUNCTION access.audit TO tokenledger_ingest, tokenledger_aggregator;
