-- Tokens of machines. What is kept of the secret is SHA-256 of it: it has 256 random bits, so that no
-- salt and no slow hash is needed.
CREATE TABLE access.api_token (
  token_id     uuid        PRIMARY KEY,
  org_id       text        NOT NULL REFERENCES access.org ON DELETE CASCADE,
  name         text        NOT NULL,
  hint         text        NOT NULL, -- the first characters, to know it again by
  secret_hash  bytea       NOT NULL UNIQUE CHECK (length(secret_hash) = 32),
  scopes       text        NOT NULL, -- with a space between
  created_by   text        NOT NULL,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX api_token_org ON access.api_token (org_id);

-- Binds the owner, too. Past the org scope only the token whose hash was presented is seen.
ALTER TABLE access.api_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.api_token FORCE ROW LEVEL SECURITY;
CREATE POLICY org_scope ON access.api_token
  USING (org_id = ANY (string_to_array(current_setting('tokenledger.org_scope', true), ',')));
CREATE POLICY presented ON access.api_token FOR SELECT
  USING (secret_hash = decode(current_setting('tokenledger.presented_hash', true), 'hex'));
CREATE POLICY used ON access.api_token FOR UPDATE
  USING (secret_hash = decode(current_setting('tokenledger.presented_hash', true), 'hex'));

-- All that a service may know of tokens: what the one presented to it is. Notes the use, once a minute
-- at most.
CREATE FUNCTION access.api_token_identity(presented bytea)
RETURNS TABLE (token_id uuid, org_id text, secret_hash bytea, scopes text, expires_at timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM set_config('tokenledger.presented_hash', encode(presented, 'hex'), true);
  UPDATE access.api_token AS token SET last_used_at = now()
  WHERE token.secret_hash = presented AND token.expires_at > now()
    AND (token.last_used_at IS NULL OR token.last_used_at < now() - interval '1 minute');
  RETURN QUERY
    SELECT token.token_id, token.org_id, token.secret_hash, token.scopes, token.expires_at
    FROM access.api_token AS token
    WHERE token.secret_hash = presented AND token.expires_at > now();
END
$$;
REVOKE EXECUTE ON FUNCTION access.api_token_identity FROM PUBLIC;
GRANT USAGE ON SCHEMA access TO tokenledger_pricing, tokenledger_ingest, tokenledger_aggregator;
GRANT EXECUTE ON FUNCTION access.api_token_identity
  TO tokenledger_pricing, tokenledger_ingest, tokenledger_aggregator;

-- Takes a user out of what one org keeps about itself.
CREATE FUNCTION access.erase_user(erased_org text, erased_user_id text, new_user_id text) RETURNS void
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  PERFORM set_config('tokenledger.org_scope', erased_org, true);
  PERFORM set_config('tokenledger.erasing', 'on', true);
  UPDATE access.audit_log SET
    actor = CASE WHEN actor = erased_user_id THEN new_user_id ELSE actor END,
    detail = CASE WHEN detail->>'userId' = erased_user_id
      THEN (detail || jsonb_build_object('userId', new_user_id))
        #- '{old,name}' #- '{old,email}' #- '{new,name}' #- '{new,email}'
      ELSE detail END
  WHERE org_id = erased_org AND (actor = erased_user_id OR detail->>'userId' = erased_user_id);
  PERFORM set_config('tokenledger.erasing', '', true);
  UPDATE access.api_token SET created_by = new_user_id
  WHERE org_id = erased_org AND created_by = erased_user_id;
  DELETE FROM access.org_member WHERE org_id = erased_org AND user_id = erased_user_id;
  DELETE FROM access.app_user AS person WHERE person.user_id = erased_user_id
    AND NOT EXISTS (SELECT FROM access.org_member AS other WHERE other.user_id = erased_user_id);
END
$$;
REVOKE EXECUTE ON FUNCTION access.erase_user FROM PUBLIC;
