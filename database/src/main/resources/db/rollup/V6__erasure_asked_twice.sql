-- As raw.erase_user: of two in the same microsecond the first one's pseudonym stays.
CREATE OR REPLACE FUNCTION rollup.erase_user(
  erased_org text, erased_user_id text, hash bytea, until timestamptz, new_user_id text)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  LOCK TABLE rollup.consumer_position IN SHARE ROW EXCLUSIVE MODE;
  INSERT INTO rollup.erased_user VALUES (erased_org, hash, until, new_user_id)
  ON CONFLICT DO NOTHING;
  UPDATE rollup.org_user_daily_usage SET user_id = new_user_id
  WHERE org_id = erased_org AND user_id = erased_user_id;
  UPDATE rollup.conversation_usage SET user_id = new_user_id
  WHERE org_id = erased_org AND user_id = erased_user_id;
END
$$;
