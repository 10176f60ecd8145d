-- Erasures that were asked for, and, as raw.erasure, how far the names in this schema are rewritten:
-- those of the audit log and of who made API tokens. The directory entry goes with the request. The
-- log of what concerns every org names operators: an erasure of the platform changes it, too.
CREATE TABLE access.erasure (
  org_id       text        NOT NULL,
  pseudonym    text        NOT NULL,
  user_id      text        NOT NULL, -- empty when it is done
  platform     boolean     NOT NULL, -- also in what is of all orgs
  number       bigint      GENERATED ALWAYS AS IDENTITY,
  requested_at timestamptz NOT NULL DEFAULT now(),
  begun_below  xid8,                 -- transactions that began before have lower numbers
  stepped_at   timestamptz NOT NULL DEFAULT '-infinity', -- the orgs take turns
  cursor_org   text        NOT NULL DEFAULT '',
  cursor_id    bigint      NOT NULL DEFAULT 0,  -- the last entry looked at
  finished_at  timestamptz,
  PRIMARY KEY (org_id, pseudonym)
);
CREATE INDEX erasure_unfinished ON access.erasure (stepped_at) WHERE finished_at IS NULL;
CREATE INDEX erasure_number ON access.erasure (org_id, number);

-- Binds the owner, too, save for the chunks.
ALTER TABLE access.erasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.erasure FORCE ROW LEVEL SECURITY;
CREATE POLICY org_scope ON access.erasure
  USING (org_id = ANY (string_to_array(current_setting('tokenledger.org_scope', true), ',')));
CREATE POLICY erasing ON access.erasure
  USING (current_setting('tokenledger.erasing', true) = 'on');

CREATE FUNCTION access.request_erasure(
  erased_org text, erased_user_id text, new_user_id text, of_platform boolean)
RETURNS void
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  INSERT INTO access.erasure AS e (org_id, pseudonym, user_id, platform)
  VALUES (erased_org, new_user_id, erased_user_id, of_platform)
  ON CONFLICT (org_id, pseudonym) DO UPDATE SET user_id = EXCLUDED.user_id,
    platform = e.platform OR EXCLUDED.platform, begun_below = NULL, cursor_org = DEFAULT,
    cursor_id = DEFAULT, finished_at = NULL;
  DELETE FROM access.org_member WHERE org_id = erased_org AND user_id = erased_user_id;
  DELETE FROM access.app_user AS person WHERE person.user_id = erased_user_id
    AND NOT EXISTS (SELECT FROM access.org_member AS other WHERE other.user_id = erased_user_id);
END
$$;

-- As raw.due_erasure.
CREATE FUNCTION access.due_erasure() RETURNS access.erasure
LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
  due access.erasure;
BEGIN
  UPDATE access.erasure SET begun_below = pg_snapshot_xmax(pg_current_snapshot())
  WHERE finished_at IS NULL
    AND (begun_below IS NULL OR begun_below > pg_snapshot_xmax(pg_current_snapshot()));
  SELECT * INTO due FROM access.erasure
  WHERE finished_at IS NULL AND begun_below <= pg_snapshot_xmin(pg_current_snapshot())
  ORDER BY stepped_at, number LIMIT 1 FOR UPDATE;
  RETURN due;
END
$$;

-- Looks at so many entries of the audit log; false when there is nothing to do now.
CREATE FUNCTION access.erase_some(at_most integer) RETURNS boolean
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
    UPDATE access.api_token SET created_by = run.pseudonym
    WHERE org_id = run.org_id AND created_by = run.user_id;
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

CREATE FUNCTION access.forget_erasures() RETURNS void
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  PERFORM set_config('tokenledger.erasing', 'on', true);
  DELETE FROM access.erasure WHERE finished_at < now() - interval '90 days';
END
$$;

REVOKE EXECUTE ON FUNCTION access.request_erasure, access.due_erasure, access.erase_some,
  access.forget_erasures FROM PUBLIC;
