-- Tokens that call models (scope llm:call): whose the calls are, how they are booked, and what they
-- may go to. A token without the scope has the defaults.
ALTER TABLE access.api_token
  ADD COLUMN user_id           text    NOT NULL DEFAULT '',   -- empty: none is fixed
  ADD COLUMN user_from_request boolean NOT NULL DEFAULT true, -- a request may name another
  ADD COLUMN tags              jsonb   NOT NULL DEFAULT '{}'  CHECK (jsonb_typeof(tags) = 'object'),
  ADD COLUMN feature           text    NOT NULL DEFAULT '',   -- empty: the request says it
  ADD COLUMN models            text[]  NOT NULL DEFAULT '{}'  CHECK (cardinality(models) <= 100),
  ADD COLUMN upstreams         text[]  NOT NULL DEFAULT '{}'  CHECK (cardinality(upstreams) <= 20);
COMMENT ON COLUMN access.api_token.models IS 'Empty: any.';
COMMENT ON COLUMN access.api_token.upstreams IS 'Empty: any.';

-- What chat-gateway may know of tokens: what the one presented to it is, when it may call models.
-- access.api_token_identity notes the use, and lets the token be seen.
CREATE FUNCTION access.llm_key(presented bytea)
RETURNS TABLE (token_id uuid, org_id text, secret_hash bytea, expires_at timestamptz, user_id text,
  user_from_request boolean, tags jsonb, feature text, models text[], upstreams text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM access.api_token_identity(presented);
  RETURN QUERY
    SELECT token.token_id, token.org_id, token.secret_hash, token.expires_at, token.user_id,
      token.user_from_request, token.tags, token.feature, token.models, token.upstreams
    FROM access.api_token AS token
    WHERE token.secret_hash = presented AND token.expires_at > now()
      AND 'llm:call' = ANY (string_to_array(token.scopes, ' '));
END
$$;
REVOKE EXECUTE ON FUNCTION access.llm_key FROM PUBLIC;

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tokenledger_gateway') THEN
    RAISE EXCEPTION 'the role tokenledger_gateway is missing'
      USING HINT = 'Run bootstrap.sql again (docs/upgrade.md), then start the service.';
  END IF;
END
$$;
GRANT USAGE ON SCHEMA access TO tokenledger_gateway;
GRANT EXECUTE ON FUNCTION access.llm_key, access.api_token_identity, access.role_in, access.roles_of
  TO tokenledger_gateway;

-- As before, and whose the calls of a token are.
CREATE OR REPLACE FUNCTION access.erase_some(at_most integer) RETURNS boolean
LANGUAGE plpgsql SET search_path = '' SET lock_timeout = '1s' AS $$
DECLARE
  run access.erasure;
  orgs text[];
  end_org text;
  end_id bigint;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('access.erasure')) THEN
    RETURN false;
  END IF;
  PERFORM set_config('tokenledger.erasing', 'on', true);
  run := access.due_erasure();
  IF run.org_id IS NULL THEN
    RETURN false;
  END IF;
  orgs := CASE WHEN run.platform THEN ARRAY['', run.org_id] ELSE ARRAY[run.org_id] END;
  PERFORM set_config('tokenledger.org_scope', array_to_string(orgs, ','), true);
  SELECT org_id, id INTO end_org, end_id FROM access.audit_log
  WHERE org_id = ANY (orgs) AND (org_id, id) > (run.cursor_org, run.cursor_id)
  ORDER BY org_id, id OFFSET at_most - 1 LIMIT 1;
  UPDATE access.audit_log SET
    actor = CASE WHEN actor = run.user_id THEN run.pseudonym ELSE actor END,
    detail = CASE WHEN detail->>'userId' = run.user_id
      THEN (detail || jsonb_build_object('userId', run.pseudonym))
        #- '{old,name}' #- '{old,email}' #- '{new,name}' #- '{new,email}'
      ELSE detail END
  WHERE org_id = ANY (orgs) AND (org_id, id) > (run.cursor_org, run.cursor_id)
    AND (org_id, id) <= (coalesce(end_org, run.org_id), coalesce(end_id, 9223372036854775807))
    AND (actor = run.user_id OR detail->>'userId' = run.user_id);
  IF end_id IS NULL THEN
    UPDATE access.api_token SET
      created_by = CASE WHEN created_by = run.user_id THEN run.pseudonym ELSE created_by END,
      user_id = CASE WHEN user_id = run.user_id THEN run.pseudonym ELSE user_id END
    WHERE org_id = run.org_id AND run.user_id IN (created_by, user_id);
    run.user_id := '';
    run.finished_at := now();
  END IF;
  UPDATE access.erasure SET user_id = run.user_id,
    cursor_org = coalesce(end_org, cursor_org), cursor_id = coalesce(end_id, cursor_id),
    stepped_at = clock_timestamp(), finished_at = run.finished_at
  WHERE org_id = run.org_id AND pseudonym = run.pseudonym;
  RETURN true;
END
$$;
