-- Two erasures of one user in the same microsecond: the first one's pseudonym stays.
CREATE OR REPLACE FUNCTION raw.erase_user(
  erased_org text, erased_user_id text, hash bytea, until timestamptz, new_user_id text)
RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  changed bigint;
BEGIN
  LOCK TABLE raw.published_position IN SHARE ROW EXCLUSIVE MODE;
  INSERT INTO raw.erased_user VALUES (erased_org, hash, until, new_user_id)
  ON CONFLICT DO NOTHING;
  UPDATE raw.usage_event SET user_id = new_user_id
  WHERE org_id = erased_org AND user_id = erased_user_id AND occurred_at < until;
  GET DIAGNOSTICS changed = ROW_COUNT;
  RETURN changed;
END
$$;
