-- As raw.erased_user, for events that are recorded and not counted yet.
CREATE TABLE rollup.erased_user (
  org_id       text        NOT NULL,
  user_hash    bytea       NOT NULL,
  erased_until timestamptz NOT NULL,
  pseudonym    text        NOT NULL,
  PRIMARY KEY (org_id, user_hash, erased_until)
);

-- Each batch writes to consumer_position first: it waits, and what is under way is waited for. The
-- pseudonym is new, so that no row with it is in the way.
CREATE FUNCTION rollup.erase_user(
  erased_org text, erased_user_id text, hash bytea, until timestamptz, new_user_id text)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  LOCK TABLE rollup.consumer_position IN SHARE ROW EXCLUSIVE MODE;
  INSERT INTO rollup.erased_user VALUES (erased_org, hash, until, new_user_id);
  UPDATE rollup.org_user_daily_usage SET user_id = new_user_id
  WHERE org_id = erased_org AND user_id = erased_user_id;
  UPDATE rollup.conversation_usage SET user_id = new_user_id
  WHERE org_id = erased_org AND user_id = erased_user_id;
END
$$;
REVOKE EXECUTE ON FUNCTION rollup.erase_user FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rollup.erase_user TO tokenledger_query;
