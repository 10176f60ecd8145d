-- Users whose id was replaced by a pseudonym. Their events may still be on the way, or come late:
-- those that occurred before erased_until get the pseudonym as they arrive. user_hash is SHA-256
-- over org id, a zero byte and user id.
CREATE TABLE raw.erased_user (
  org_id       text        NOT NULL,
  user_hash    bytea       NOT NULL,
  erased_until timestamptz NOT NULL,
  pseudonym    text        NOT NULL,
  PRIMARY KEY (org_id, user_hash, erased_until)
);

-- Each batch of events writes to published_position first: it waits, and what is under way is
-- waited for. Answers how many events carry the pseudonym now.
CREATE FUNCTION raw.erase_user(
  erased_org text, erased_user_id text, hash bytea, until timestamptz, new_user_id text)
RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  changed bigint;
BEGIN
  LOCK TABLE raw.published_position IN SHARE ROW EXCLUSIVE MODE;
  INSERT INTO raw.erased_user VALUES (erased_org, hash, until, new_user_id);
  UPDATE raw.usage_event SET user_id = new_user_id
  WHERE org_id = erased_org AND user_id = erased_user_id AND occurred_at < until;
  GET DIAGNOSTICS changed = ROW_COUNT;
  RETURN changed;
END
$$;
REVOKE EXECUTE ON FUNCTION raw.erase_user FROM PUBLIC;
GRANT EXECUTE ON FUNCTION raw.erase_user TO tokenledger_query;
