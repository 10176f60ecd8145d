-- Who recorded prices and aliases, started a sync or decided about a move gets the pseudonym, too. As
-- raw.erasure: asked for by usage-query, done in chunks. Nothing is of another org: what is of no org
-- is changed for an erasure of the platform only.
CREATE TABLE pricing.erasure (
  org_id       text        NOT NULL,
  pseudonym    text        NOT NULL,
  user_id      text        NOT NULL, -- empty when it is done
  platform     boolean     NOT NULL, -- also in what is of all orgs
  number       bigint      GENERATED ALWAYS AS IDENTITY,
  requested_at timestamptz NOT NULL DEFAULT now(),
  begun_below  xid8,                 -- transactions that began before have lower numbers
  stepped_at   timestamptz NOT NULL DEFAULT '-infinity', -- the orgs take turns
  changed      bigint      NOT NULL DEFAULT 0,
  finished_at  timestamptz,
  PRIMARY KEY (org_id, pseudonym)
);
CREATE INDEX erasure_unfinished ON pricing.erasure (stepped_at) WHERE finished_at IS NULL;

ALTER TABLE pricing.erasure ENABLE ROW LEVEL SECURITY;
CREATE POLICY org_scope ON pricing.erasure FOR SELECT TO tokenledger_query
  USING (org_id = ANY (string_to_array(current_setting('tokenledger.org_scope', true), ',')));
GRANT USAGE ON SCHEMA pricing TO tokenledger_query;
GRANT SELECT (org_id, pseudonym, finished_at) ON pricing.erasure TO tokenledger_query;

CREATE FUNCTION pricing.request_erasure(
  erased_org text, erased_user_id text, new_user_id text, of_platform boolean)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  INSERT INTO pricing.erasure AS e (org_id, pseudonym, user_id, platform)
  VALUES (erased_org, new_user_id, erased_user_id, of_platform)
  ON CONFLICT (org_id, pseudonym) DO UPDATE SET user_id = EXCLUDED.user_id,
    platform = e.platform OR EXCLUDED.platform, begun_below = NULL, finished_at = NULL;
END;
REVOKE EXECUTE ON FUNCTION pricing.request_erasure FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pricing.request_erasure TO tokenledger_query;

-- Append only still, save that who recorded it may become a pseudonym: the statement is let through
-- while a chunk is at work, and the row when nothing else of it changes.
CREATE OR REPLACE FUNCTION pricing.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('tokenledger.erasing', true) = 'on' THEN
    IF TG_LEVEL = 'STATEMENT' THEN
      RETURN NULL;
    END IF;
    IF to_jsonb(NEW) - 'recorded_by' = to_jsonb(OLD) - 'recorded_by' THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '%.% is append only: record a new version instead', TG_TABLE_SCHEMA, TG_TABLE_NAME;
END
$$;
CREATE TRIGGER price_version_only_the_name BEFORE UPDATE ON pricing.price_version
  FOR EACH ROW EXECUTE FUNCTION pricing.refuse_change();
CREATE TRIGGER model_alias_only_the_name BEFORE UPDATE ON pricing.model_alias
  FOR EACH ROW EXECUTE FUNCTION pricing.refuse_change();

-- As raw.due_erasure.
CREATE FUNCTION pricing.due_erasure() RETURNS pricing.erasure
LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
  due pricing.erasure;
BEGIN
  UPDATE pricing.erasure SET begun_below = pg_snapshot_xmax(pg_current_snapshot())
  WHERE finished_at IS NULL
    AND (begun_below IS NULL OR begun_below > pg_snapshot_xmax(pg_current_snapshot()));
  SELECT * INTO due FROM pricing.erasure
  WHERE finished_at IS NULL AND begun_below <= pg_snapshot_xmin(pg_current_snapshot())
  ORDER BY stepped_at, number LIMIT 1 FOR UPDATE;
  RETURN due;
END
$$;

-- At most so many rows of each table; false when there is nothing to do now. A chunk that finds nothing
-- is the last of its erasure.
CREATE FUNCTION pricing.erase_some(at_most integer) RETURNS boolean
LANGUAGE plpgsql SET search_path = '' SET lock_timeout = '1s' AS $$
DECLARE
  run pricing.erasure;
  prices bigint;
  aliases bigint;
  syncs bigint;
  moves bigint;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('pricing.erasure')) THEN
    RETURN false;
  END IF;
  run := pricing.due_erasure();
  IF run.org_id IS NULL THEN
    RETURN false;
  END IF;
  PERFORM set_config('tokenledger.erasing', 'on', true);
  UPDATE pricing.price_version SET recorded_by = run.pseudonym WHERE id IN (
    SELECT id FROM pricing.price_version
    WHERE recorded_by = run.user_id AND (org_id = run.org_id OR run.platform AND org_id = '')
    LIMIT at_most);
  GET DIAGNOSTICS prices = ROW_COUNT;
  UPDATE pricing.model_alias SET recorded_by = run.pseudonym WHERE id IN (
    SELECT id FROM pricing.model_alias
    WHERE recorded_by = run.user_id AND (org_id = run.org_id OR run.platform AND org_id = '')
    LIMIT at_most);
  GET DIAGNOSTICS aliases = ROW_COUNT;
  PERFORM set_config('tokenledger.erasing', '', true);
  UPDATE pricing.sync_run SET started_by = run.pseudonym WHERE run.platform AND id IN (
    SELECT id FROM pricing.sync_run WHERE started_by = run.user_id LIMIT at_most);
  GET DIAGNOSTICS syncs = ROW_COUNT;
  UPDATE pricing.quarantined_price SET decided_by = run.pseudonym WHERE run.platform AND id IN (
    SELECT id FROM pricing.quarantined_price WHERE decided_by = run.user_id LIMIT at_most);
  GET DIAGNOSTICS moves = ROW_COUNT;
  IF prices + aliases + syncs + moves = 0 THEN
    run.user_id := '';
    run.finished_at := now();
  END IF;
  UPDATE pricing.erasure SET user_id = run.user_id,
    changed = run.changed + prices + aliases + syncs + moves,
    stepped_at = clock_timestamp(), finished_at = run.finished_at
  WHERE org_id = run.org_id AND pseudonym = run.pseudonym;
  RETURN true;
END
$$;

CREATE FUNCTION pricing.forget_erasures() RETURNS void
LANGUAGE sql SET search_path = ''
BEGIN ATOMIC
  DELETE FROM pricing.erasure WHERE finished_at < now() - interval '90 days';
END;

REVOKE EXECUTE ON FUNCTION pricing.due_erasure, pricing.erase_some, pricing.forget_erasures FROM PUBLIC;
