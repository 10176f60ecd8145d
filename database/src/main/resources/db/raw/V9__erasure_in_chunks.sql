-- Erasure in two steps. The request notes it, and from its commit on what comes gets the pseudonym
-- (raw.erased_user); what was there before is rewritten afterwards, chunk after chunk, and nobody waits
-- for more than one of them. The user id stands here as long as rows have it, and no longer.
CREATE TABLE raw.erasure (
  org_id       text        NOT NULL,
  pseudonym    text        NOT NULL,
  user_id      text        NOT NULL, -- empty when it is done
  erased_until timestamptz NOT NULL,
  platform     boolean     NOT NULL, -- also in what is of all orgs
  number       bigint      GENERATED ALWAYS AS IDENTITY, -- an org's are worked off in this order
  requested_at timestamptz NOT NULL DEFAULT now(),
  begun_below  xid8,                 -- transactions that may not know of the note have lower numbers
  stepped_at   timestamptz NOT NULL DEFAULT '-infinity', -- the orgs take turns
  done_through date        NOT NULL DEFAULT '-infinity', -- the last day that is done
  cursor_at    timestamptz NOT NULL DEFAULT '-infinity', -- in the day after it: the last event looked at
  cursor_key   uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  changed      bigint      NOT NULL DEFAULT 0,
  finished_at  timestamptz,
  PRIMARY KEY (org_id, pseudonym)
);
-- One at a time of a user: an event before its end has one pseudonym.
CREATE UNIQUE INDEX erasure_unfinished ON raw.erasure (org_id, user_id) WHERE finished_at IS NULL;

ALTER TABLE raw.erasure ENABLE ROW LEVEL SECURITY;
CREATE POLICY org_scope ON raw.erasure FOR SELECT TO tokenledger_query
  USING (org_id = ANY (string_to_array(current_setting('tokenledger.org_scope', true), ',')));
CREATE POLICY every_org ON raw.erasure FOR SELECT TO tokenledger_aggregator USING (true);
GRANT SELECT (org_id, pseudonym, changed, finished_at) ON raw.erasure TO tokenledger_query;
GRANT SELECT (org_id, pseudonym, user_id, erased_until, finished_at)
  ON raw.erasure TO tokenledger_aggregator;

-- Takes no lock that a batch waits for. Answers the pseudonym: of a user whose erasure is under way
-- that one goes on, from the beginning. An org has bounds: its notes are kept as long as events of
-- before may come.
CREATE FUNCTION raw.request_erasure(
  erased_org text, erased_user_id text, hash bytea, until timestamptz, new_user_id text,
  of_platform boolean)
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  noted text;
BEGIN
  IF (SELECT count(*) FROM raw.erasure WHERE org_id = erased_org AND finished_at IS NULL) >= 100 THEN
    RAISE EXCEPTION 'too many erasures are under way' USING ERRCODE = 'configuration_limit_exceeded';
  END IF;
  IF (SELECT count(*) FROM (SELECT FROM raw.erased_user WHERE org_id = erased_org LIMIT 100000) AS n)
    >= 100000
  THEN
    RAISE EXCEPTION 'too many users are erased' USING ERRCODE = 'program_limit_exceeded';
  END IF;
  INSERT INTO raw.erasure AS e (org_id, pseudonym, user_id, erased_until, platform)
  VALUES (erased_org, new_user_id, erased_user_id, until, of_platform)
  ON CONFLICT (org_id, user_id) WHERE finished_at IS NULL DO UPDATE SET
    erased_until = greatest(e.erased_until, EXCLUDED.erased_until),
    platform = e.platform OR EXCLUDED.platform,
    begun_below = NULL, done_through = DEFAULT, cursor_at = DEFAULT, cursor_key = DEFAULT
  RETURNING pseudonym INTO noted;
  INSERT INTO raw.erased_user VALUES (erased_org, hash, until, noted) ON CONFLICT DO NOTHING;
  RETURN noted;
END
$$;
REVOKE EXECUTE ON FUNCTION raw.request_erasure FROM PUBLIC;
GRANT EXECUTE ON FUNCTION raw.request_erasure TO tokenledger_query;

-- What usage-query of the version before calls: it answers before the history is rewritten.
CREATE OR REPLACE FUNCTION raw.erase_user(
  erased_org text, erased_user_id text, hash bytea, until timestamptz, new_user_id text)
RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM raw.request_erasure(erased_org, erased_user_id, hash, until, new_user_id, false);
  RETURN 0;
END
$$;

-- The erasure whose turn it is, locked: whoever asks for it again waits for the chunk. A transaction
-- that was under way when the note was committed may have read that there is none: it has a number by
-- then, for it wrote before it read, and all that have one are waited for. A ledger that was restored
-- from a dump begins its numbers anew.
CREATE FUNCTION raw.due_erasure() RETURNS raw.erasure
LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
  due raw.erasure;
BEGIN
  UPDATE raw.erasure SET begun_below = pg_snapshot_xmax(pg_current_snapshot())
  WHERE finished_at IS NULL
    AND (begun_below IS NULL OR begun_below > pg_snapshot_xmax(pg_current_snapshot()));
  SELECT * INTO due FROM raw.erasure AS e
  WHERE e.finished_at IS NULL AND e.begun_below <= pg_snapshot_xmin(pg_current_snapshot())
    AND NOT EXISTS (
      SELECT FROM raw.erasure AS before
      WHERE before.org_id = e.org_id AND before.finished_at IS NULL AND before.number < e.number)
  ORDER BY e.stepped_at, e.number LIMIT 1 FOR UPDATE OF e;
  RETURN due;
END
$$;

-- Looks at so many of the org's events of one day, in the order of the index, and gives the user's
-- the pseudonym. Answers how many it looked at and changed, and where it stopped.
CREATE FUNCTION raw.erase_in_day(
  run raw.erasure, day date, at_most bigint,
  OUT looked bigint, OUT changed bigint, OUT last_at timestamptz, OUT last_key uuid)
LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
  partition_name text := 'usage_event_' || to_char(day, 'YYYYMMDD');
  keys uuid[];
BEGIN
  EXECUTE format('
    SELECT count(*), max(occurred_at), (array_agg(event_key ORDER BY occurred_at DESC, event_key DESC))[1],
      array_agg(event_key ORDER BY event_key) FILTER (WHERE user_id = $1)
    FROM (
      SELECT event_key, occurred_at, user_id FROM raw.%I
      WHERE org_id = $2 AND occurred_at >= $3 AND (occurred_at, event_key) > ($3, $4)
        AND occurred_at < $5
      ORDER BY occurred_at, event_key LIMIT $6) AS next_events', partition_name)
  INTO looked, last_at, last_key, keys
  USING run.user_id, run.org_id, run.cursor_at, run.cursor_key, run.erased_until, at_most;
  changed := coalesce(cardinality(keys), 0);
  IF changed > 0 THEN
    -- Nothing is waited for with rows in hand: a repricing that has one of them may want another.
    EXECUTE format('SELECT FROM raw.%I WHERE org_id = $1 AND event_key = ANY ($2) FOR UPDATE NOWAIT',
      partition_name) USING run.org_id, keys;
    EXECUTE format('UPDATE raw.%I SET user_id = $1 WHERE org_id = $2 AND event_key = ANY ($3)',
      partition_name) USING run.pseudonym, run.org_id, keys;
  END IF;
END
$$;

-- One chunk of the erasure whose turn it is, in the caller's transaction; false when there is nothing
-- to do now. One instance at a time.
CREATE FUNCTION raw.erase_some(at_most integer) RETURNS boolean
LANGUAGE plpgsql SET search_path = '' SET lock_timeout = '1s' AS $$
DECLARE
  run raw.erasure;
  part record;
  next_day date;
  rows_left bigint := at_most;
  days_left integer := 50; -- of each the locks are held until the end
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('raw.erasure')) THEN
    RETURN false;
  END IF;
  run := raw.due_erasure();
  IF run.org_id IS NULL THEN
    RETURN false;
  END IF;
  FOR next_day IN
    SELECT day FROM raw.days_before('infinity') AS day WHERE day > run.done_through
    ORDER BY day LIMIT days_left
  LOOP
    part := raw.erase_in_day(run, next_day, rows_left);
    run.changed := run.changed + part.changed;
    rows_left := rows_left - part.looked;
    IF rows_left = 0 THEN
      run.cursor_at := part.last_at;
      run.cursor_key := part.last_key;
      EXIT;
    END IF;
    days_left := days_left - 1;
    run.done_through := next_day;
    run.cursor_at := '-infinity';
    run.cursor_key := '00000000-0000-0000-0000-000000000000';
  END LOOP;
  IF rows_left > 0 AND days_left > 0 THEN
    UPDATE raw.reprice_run SET requested_by = run.pseudonym
    WHERE requested_by = run.user_id AND (org_id = run.org_id OR run.platform AND org_id = '');
    run.finished_at := now();
    run.user_id := '';
  END IF;
  UPDATE raw.erasure SET user_id = run.user_id, done_through = run.done_through,
    cursor_at = run.cursor_at, cursor_key = run.cursor_key, changed = run.changed,
    stepped_at = clock_timestamp(), finished_at = run.finished_at
  WHERE org_id = run.org_id AND pseudonym = run.pseudonym;
  RETURN true;
END
$$;

-- An event that occurred before the edge is refused: notes of before it are of no use any more.
CREATE FUNCTION raw.forget_erasures() RETURNS void
LANGUAGE sql SET search_path = ''
BEGIN ATOMIC
  DELETE FROM raw.erased_user
  WHERE erased_until < (SELECT complete_from FROM raw.retention_edge)::timestamp AT TIME ZONE 'UTC';
  DELETE FROM raw.erasure WHERE finished_at < now() - interval '90 days';
END;

REVOKE EXECUTE ON FUNCTION raw.due_erasure, raw.erase_in_day, raw.erase_some, raw.forget_erasures
  FROM PUBLIC;

-- As in V8, and as of the note with the pseudonym: a comparison does not see how far the rewriting is.
CREATE OR REPLACE VIEW raw.recorded_usage WITH (security_invoker = true) AS
SELECT e.event_key, e.org_id, e.occurred_at, e.recorded_at, coalesce(x.pseudonym, e.user_id) AS user_id,
  e.provider, e.model_name, e.feature, e.activity, e.category, e.request_count, e.input_tokens,
  e.output_tokens, e.cache_read_tokens, e.cache_write_tokens, e.cache_write_1h_tokens,
  e.audio_input_tokens, e.reasoning_tokens, e.audio_output_tokens, e.embedding_tokens, e.cost_nanos,
  e.cost_status, e.duration_ms, e.success, e.conversation_id, e.tags, e.source_topic_id,
  e.source_partition, e.source_offset
FROM raw.usage_event AS e
LEFT JOIN raw.erasure AS x ON x.org_id = e.org_id AND x.user_id = e.user_id
  AND x.finished_at IS NULL AND e.occurred_at < x.erased_until;
