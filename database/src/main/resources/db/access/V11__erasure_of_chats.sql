-- A ledger may run without chat-gateway: its schema is asked only where it is there. Named in texts, for
-- a statement that names what is missing cannot even be prepared.
CREATE FUNCTION access.has_chats() RETURNS boolean
LANGUAGE sql STABLE SET search_path = ''
BEGIN ATOMIC
  SELECT EXISTS (
    SELECT FROM pg_catalog.pg_proc AS p JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
    WHERE n.nspname = 'chat' AND p.proname = 'request_erasure');
END;

CREATE FUNCTION access.request_chat_erasure(
  erased_org text, erased_user_id text, hash bytea, until timestamptz, new_user_id text)
RETURNS void
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF access.has_chats() THEN
    EXECUTE 'SELECT chat.request_erasure($1, $2, $3, $4, $5)'
      USING erased_org, erased_user_id, hash, until, new_user_id;
  END IF;
END
$$;

-- How far the conversations of an org's erased users are.
CREATE FUNCTION access.chat_erasures(erased_org text)
RETURNS TABLE (pseudonym text, finished_at timestamptz)
LANGUAGE plpgsql STABLE SET search_path = '' AS $$
BEGIN
  IF access.has_chats() THEN
    RETURN QUERY EXECUTE
      'SELECT e.pseudonym, e.finished_at FROM chat.erasure AS e WHERE e.org_id = $1' USING erased_org;
  END IF;
END
$$;
REVOKE EXECUTE ON FUNCTION access.has_chats, access.request_chat_erasure, access.chat_erasures FROM PUBLIC;
