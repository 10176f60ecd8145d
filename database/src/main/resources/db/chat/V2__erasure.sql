-- People who leave an org's ledger, as raw.erasure: asked for by usage-query, done in chunks. Usage goes
-- on under a pseudonym; what somebody wrote would tell who it was under any name, so it goes.
CREATE TABLE chat.erasure (
  org_id       text        NOT NULL,
  pseudonym    text        NOT NULL,
  user_id      text        NOT NULL, -- empty when it is done
  user_hash    bytea       NOT NULL, -- SHA-256 of org and user
  erased_until timestamptz NOT NULL, -- until then nobody of this id writes
  number       bigint      GENERATED ALWAYS AS IDENTITY,
  requested_at timestamptz NOT NULL DEFAULT now(),
  begun_below  xid8,                 -- transactions that may not know of the note have lower numbers
  stepped_at   timestamptz NOT NULL DEFAULT '-infinity', -- the orgs take turns
  changed      bigint      NOT NULL DEFAULT 0,           -- conversations that went
  finished_at  timestamptz,
  PRIMARY KEY (org_id, pseudonym)
);
CREATE INDEX erasure_unfinished ON chat.erasure (stepped_at) WHERE finished_at IS NULL;
CREATE INDEX erasure_of_user ON chat.erasure (org_id, user_hash);

ALTER TABLE chat.erasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE chat.erasure FORCE ROW LEVEL SECURITY;
CREATE POLICY org_scope ON chat.erasure
  USING (org_id = ANY (string_to_array(current_setting('tokenledger.org_scope', true), ',')));
CREATE POLICY erasing ON chat.erasure
  USING (current_setting('tokenledger.erasing', true) = 'on');
GRANT USAGE ON SCHEMA chat TO tokenledger_query;
GRANT SELECT (org_id, pseudonym, finished_at) ON chat.erasure TO tokenledger_query;

CREATE FUNCTION chat.request_erasure(
  erased_org text, erased_user_id text, hash bytea, until timestamptz, new_user_id text)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  INSERT INTO chat.erasure AS e (org_id, pseudonym, user_id, user_hash, erased_until)
  VALUES (erased_org, new_user_id, erased_user_id, hash, until)
  ON CONFLICT (org_id, pseudonym) DO UPDATE SET user_id = EXCLUDED.user_id,
    erased_until = greatest(e.erased_until, EXCLUDED.erased_until), begun_below = NULL, finished_at = NULL;
END;

-- As raw.due_erasure.
CREATE FUNCTION chat.due_erasure() RETURNS chat.erasure
LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
  due chat.erasure;
BEGIN
  UPDATE chat.erasure SET begun_below = pg_snapshot_xmax(pg_current_snapshot())
  WHERE finished_at IS NULL
    AND (begun_below IS NULL OR begun_below > pg_snapshot_xmax(pg_current_snapshot()));
  SELECT * INTO due FROM chat.erasure
  WHERE finished_at IS NULL AND begun_below <= pg_snapshot_xmin(pg_current_snapshot())
  ORDER BY stepped_at, number LIMIT 1 FOR UPDATE;
  RETURN due;
END
$$;

-- Drops conversations of the user with about so many messages; false when there is nothing to do now.
CREATE FUNCTION chat.erase_some(at_most integer) RETURNS boolean
LANGUAGE plpgsql SET search_path = '' SET lock_timeout = '1s' AS $$
DECLARE
  run chat.erasure;
  gone bigint;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('chat.erasure')) THEN
    RETURN false;
  END IF;
  PERFORM set_config('tokenledger.erasing', 'on', true);
  run := chat.due_erasure();
  IF run.org_id IS NULL THEN
    RETURN false;
  END IF;
  DELETE FROM chat.conversation WHERE conversation_id IN (
    SELECT conversation_id FROM (
      SELECT conversation_id, sum(messages + 1) OVER (ORDER BY conversation_id) - messages - 1 AS ahead
      FROM chat.conversation WHERE org_id = run.org_id AND user_id = run.user_id) AS counted
    WHERE ahead < at_most);
  GET DIAGNOSTICS gone = ROW_COUNT;
  IF gone = 0 THEN
    run.finished_at := now();
    run.user_id := '';
  END IF;
  UPDATE chat.erasure SET user_id = run.user_id, changed = changed + gone,
    stepped_at = clock_timestamp(), finished_at = run.finished_at
  WHERE org_id = run.org_id AND pseudonym = run.pseudonym;
  RETURN true;
END
$$;

CREATE FUNCTION chat.forget_erasures() RETURNS void
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  PERFORM set_config('tokenledger.erasing', 'on', true);
  DELETE FROM chat.erasure WHERE finished_at < now() - interval '90 days' AND erased_until < now();
END
$$;

REVOKE EXECUTE ON FUNCTION chat.request_erasure, chat.due_erasure, chat.erase_some, chat.forget_erasures
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION chat.request_erasure TO tokenledger_query;
