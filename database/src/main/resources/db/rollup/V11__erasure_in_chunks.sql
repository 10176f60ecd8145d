-- As raw.erasure: the request notes it, and rows of before are rewritten afterwards in chunks.
CREATE TABLE rollup.erasure (
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
  days_done    boolean     NOT NULL DEFAULT false,       -- conversations are next
  cursor       text[]      NOT NULL DEFAULT '{"","","","",""}', -- key of the last one looked at
  goes_on      boolean     NOT NULL DEFAULT false, -- a conversation did after the user came back
  changed      bigint      NOT NULL DEFAULT 0,
  finished_at  timestamptz,
  PRIMARY KEY (org_id, pseudonym)
);
CREATE INDEX erasure_unfinished ON rollup.erasure (org_id, number) WHERE finished_at IS NULL;

ALTER TABLE rollup.erasure ENABLE ROW LEVEL SECURITY;
CREATE POLICY org_scope ON rollup.erasure FOR SELECT TO tokenledger_query
  USING (org_id = ANY (string_to_array(current_setting('tokenledger.org_scope', true), ',')));
GRANT SELECT (org_id, pseudonym, finished_at) ON rollup.erasure TO tokenledger_query;

-- Takes no lock that a batch waits for. What is asked for again begins again.
CREATE FUNCTION rollup.request_erasure(
  erased_org text, erased_user_id text, hash bytea, until timestamptz, new_user_id text,
  of_platform boolean)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  INSERT INTO rollup.erased_user VALUES (erased_org, hash, until, new_user_id) ON CONFLICT DO NOTHING;
  INSERT INTO rollup.erasure AS e (org_id, pseudonym, user_id, erased_until, platform)
  VALUES (erased_org, new_user_id, erased_user_id, until, of_platform)
  ON CONFLICT (org_id, pseudonym) DO UPDATE SET user_id = EXCLUDED.user_id,
    erased_until = greatest(e.erased_until, EXCLUDED.erased_until),
    platform = e.platform OR EXCLUDED.platform, begun_below = NULL, done_through = DEFAULT,
    days_done = DEFAULT, cursor = DEFAULT, finished_at = NULL;
END;
REVOKE EXECUTE ON FUNCTION rollup.request_erasure FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rollup.request_erasure TO tokenledger_query;

-- What usage-query of the version before calls: it answers before the history is rewritten.
CREATE OR REPLACE FUNCTION rollup.erase_user(
  erased_org text, erased_user_id text, hash bytea, until timestamptz, new_user_id text)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT rollup.request_erasure(erased_org, erased_user_id, hash, until, new_user_id, false);
END;

-- As raw.due_erasure.
CREATE FUNCTION rollup.due_erasure() RETURNS rollup.erasure
LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
  due rollup.erasure;
BEGIN
  UPDATE rollup.erasure SET begun_below = pg_snapshot_xmax(pg_current_snapshot())
  WHERE finished_at IS NULL
    AND (begun_below IS NULL OR begun_below > pg_snapshot_xmax(pg_current_snapshot()));
  SELECT * INTO due FROM rollup.erasure AS e
  WHERE e.finished_at IS NULL AND e.begun_below <= pg_snapshot_xmin(pg_current_snapshot())
    AND NOT EXISTS (
      SELECT FROM rollup.erasure AS before
      WHERE before.org_id = e.org_id AND before.finished_at IS NULL AND before.number < e.number)
  ORDER BY e.stepped_at, e.number LIMIT 1 FOR UPDATE OF e;
  RETURN due;
END
$$;

-- Moves the user's rows of a day, at most so many. What came since the note is in rows of the
-- pseudonym already: these are added to them, and what is full stays so.
CREATE FUNCTION rollup.erase_in_day(run rollup.erasure, day date, at_most bigint) RETURNS bigint
LANGUAGE sql SET search_path = ''
BEGIN ATOMIC
  WITH gone AS (
    DELETE FROM rollup.org_user_daily_usage
    WHERE org_id = (run).org_id AND usage_date = day AND user_id = (run).user_id
      AND (provider, model_name, feature) IN (
        SELECT u.provider, u.model_name, u.feature FROM rollup.org_user_daily_usage AS u
        WHERE u.org_id = (run).org_id AND u.usage_date = day AND u.user_id = (run).user_id
        ORDER BY u.provider, u.model_name, u.feature LIMIT at_most)
    RETURNING *),
  added AS (
    INSERT INTO rollup.org_user_daily_usage AS r (org_id, usage_date, user_id, provider, model_name,
      feature, request_count, error_count, unpriced_requests, input_tokens, output_tokens,
      cache_read_tokens, cache_write_tokens, cache_write_1h_tokens, audio_input_tokens,
      reasoning_tokens, audio_output_tokens, embedding_tokens, cost_nanos, duration_ms_sum,
      duration_count)
    SELECT org_id, usage_date, (run).pseudonym, provider, model_name, feature, request_count,
      error_count, unpriced_requests, input_tokens, output_tokens, cache_read_tokens,
      cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens,
      audio_output_tokens, embedding_tokens, cost_nanos, duration_ms_sum, duration_count
    FROM gone
    -- As batches lock them.
    ORDER BY provider COLLATE "C", model_name COLLATE "C", feature COLLATE "C"
    ON CONFLICT (org_id, usage_date, user_id, provider, model_name, feature) DO UPDATE SET
      request_count = rollup.capped(r.request_count::numeric + EXCLUDED.request_count),
      error_count = rollup.capped(r.error_count::numeric + EXCLUDED.error_count),
      unpriced_requests = rollup.capped(r.unpriced_requests::numeric + EXCLUDED.unpriced_requests),
      input_tokens = rollup.capped(r.input_tokens::numeric + EXCLUDED.input_tokens),
      output_tokens = rollup.capped(r.output_tokens::numeric + EXCLUDED.output_tokens),
      cache_read_tokens = rollup.capped(r.cache_read_tokens::numeric + EXCLUDED.cache_read_tokens),
      cache_write_tokens = rollup.capped(r.cache_write_tokens::numeric + EXCLUDED.cache_write_tokens),
      cache_write_1h_tokens = rollup.capped(r.cache_write_1h_tokens::numeric + EXCLUDED.cache_write_1h_tokens),
      audio_input_tokens = rollup.capped(r.audio_input_tokens::numeric + EXCLUDED.audio_input_tokens),
      reasoning_tokens = rollup.capped(r.reasoning_tokens::numeric + EXCLUDED.reasoning_tokens),
      audio_output_tokens = rollup.capped(r.audio_output_tokens::numeric + EXCLUDED.audio_output_tokens),
      embedding_tokens = rollup.capped(r.embedding_tokens::numeric + EXCLUDED.embedding_tokens),
      cost_nanos = r.cost_nanos + EXCLUDED.cost_nanos,
      duration_ms_sum = rollup.capped(r.duration_ms_sum::numeric + EXCLUDED.duration_ms_sum),
      duration_count = rollup.capped(r.duration_count::numeric + EXCLUDED.duration_count)
    RETURNING 1)
  SELECT count(*) FROM added;
END;

-- The same of conversations, among the org's next so many rows in key order. One that began before
-- the user came back, and went on after it, is moved whole.
CREATE FUNCTION rollup.erase_in_conversations(
  run rollup.erasure, at_most integer, OUT moved bigint, OUT goes_on boolean)
LANGUAGE sql SET search_path = ''
BEGIN ATOMIC
  WITH looked AS MATERIALIZED (
    SELECT u.conversation_id, u.user_id, u.provider, u.model_name, u.feature
    FROM rollup.conversation_usage AS u
    WHERE u.org_id = (run).org_id AND u.conversation_id >= (run).cursor[1]
      AND (u.conversation_id, u.user_id, u.provider, u.model_name, u.feature)
        > ((run).cursor[1], (run).cursor[2], (run).cursor[3], (run).cursor[4], (run).cursor[5])
    ORDER BY u.conversation_id, u.user_id, u.provider, u.model_name, u.feature LIMIT at_most),
  gone AS (
    DELETE FROM rollup.conversation_usage AS c USING looked AS l
    WHERE l.user_id = (run).user_id AND c.org_id = (run).org_id
      AND c.conversation_id = l.conversation_id AND c.user_id = l.user_id
      AND c.provider = l.provider AND c.model_name = l.model_name AND c.feature = l.feature
      AND c.first_message_at < (run).erased_until
    RETURNING c.*),
  added AS (
    INSERT INTO rollup.conversation_usage AS r (org_id, conversation_id, user_id, provider, model_name,
      feature, request_count, error_count, unpriced_requests, input_tokens, output_tokens,
      cache_read_tokens, cache_write_tokens, cache_write_1h_tokens, audio_input_tokens,
      reasoning_tokens, audio_output_tokens, embedding_tokens, cost_nanos, duration_ms_sum,
      duration_count, duration_buckets, first_message_at, last_message_at)
    SELECT org_id, conversation_id, (run).pseudonym, provider, model_name, feature, request_count,
      error_count, unpriced_requests, input_tokens, output_tokens, cache_read_tokens,
      cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens,
      audio_output_tokens, embedding_tokens, cost_nanos, duration_ms_sum, duration_count,
      duration_buckets, first_message_at, last_message_at
    FROM gone
    ORDER BY conversation_id COLLATE "C", provider COLLATE "C", model_name COLLATE "C",
      feature COLLATE "C"
    ON CONFLICT (org_id, conversation_id, user_id, provider, model_name, feature) DO UPDATE SET
      request_count = rollup.capped(r.request_count::numeric + EXCLUDED.request_count),
      error_count = rollup.capped(r.error_count::numeric + EXCLUDED.error_count),
      unpriced_requests = rollup.capped(r.unpriced_requests::numeric + EXCLUDED.unpriced_requests),
      input_tokens = rollup.capped(r.input_tokens::numeric + EXCLUDED.input_tokens),
      output_tokens = rollup.capped(r.output_tokens::numeric + EXCLUDED.output_tokens),
      cache_read_tokens = rollup.capped(r.cache_read_tokens::numeric + EXCLUDED.cache_read_tokens),
      cache_write_tokens = rollup.capped(r.cache_write_tokens::numeric + EXCLUDED.cache_write_tokens),
      cache_write_1h_tokens = rollup.capped(r.cache_write_1h_tokens::numeric + EXCLUDED.cache_write_1h_tokens),
      audio_input_tokens = rollup.capped(r.audio_input_tokens::numeric + EXCLUDED.audio_input_tokens),
      reasoning_tokens = rollup.capped(r.reasoning_tokens::numeric + EXCLUDED.reasoning_tokens),
      audio_output_tokens = rollup.capped(r.audio_output_tokens::numeric + EXCLUDED.audio_output_tokens),
      embedding_tokens = rollup.capped(r.embedding_tokens::numeric + EXCLUDED.embedding_tokens),
      cost_nanos = r.cost_nanos + EXCLUDED.cost_nanos,
      duration_ms_sum = rollup.capped(r.duration_ms_sum::numeric + EXCLUDED.duration_ms_sum),
      duration_count = rollup.capped(r.duration_count::numeric + EXCLUDED.duration_count),
      duration_buckets = rollup.add_buckets(r.duration_buckets, EXCLUDED.duration_buckets),
      first_message_at = least(r.first_message_at, EXCLUDED.first_message_at),
      last_message_at = greatest(r.last_message_at, EXCLUDED.last_message_at)
    RETURNING last_message_at)
  SELECT count(*), coalesce(bool_or(last_message_at >= (run).erased_until), false) FROM added;
END;

-- As raw.erase_some. To a rebuild it is a batch: each waits for the other's one transaction.
CREATE FUNCTION rollup.erase_some(at_most integer) RETURNS boolean
LANGUAGE plpgsql SET search_path = '' SET lock_timeout = '1s' AS $$
DECLARE
  run rollup.erasure;
  rows_left bigint := at_most;
  days_left integer := 200;
  day_after date;
  next_day date;
  moved bigint;
  part record;
  end_of_chunk text[];
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('rollup.erasure')) THEN
    RETURN false;
  END IF;
  run := rollup.due_erasure();
  IF run.org_id IS NULL THEN
    RETURN false;
  END IF;
  LOCK TABLE rollup.consumer_position IN ROW EXCLUSIVE MODE;
  day_after := (date_trunc('day', run.erased_until - interval '1 microsecond', 'UTC')
    AT TIME ZONE 'UTC')::date + 1;
  WHILE NOT run.days_done AND rows_left > 0 AND days_left > 0 LOOP
    SELECT min(usage_date) INTO next_day FROM rollup.org_user_daily_usage
    WHERE org_id = run.org_id AND usage_date > run.done_through AND usage_date < day_after;
    IF next_day IS NULL THEN
      run.days_done := true;
    ELSE
      moved := rollup.erase_in_day(run, next_day, rows_left);
      run.changed := run.changed + moved;
      rows_left := rows_left - moved;
      days_left := days_left - 1;
      IF rows_left > 0 THEN
        run.done_through := next_day;
      END IF;
    END IF;
  END LOOP;
  IF run.days_done AND rows_left > 0 AND days_left > 0 THEN
    SELECT ARRAY[conversation_id, user_id, provider, model_name, feature] INTO end_of_chunk
    FROM rollup.conversation_usage
    WHERE org_id = run.org_id AND conversation_id >= run.cursor[1]
      AND (conversation_id, user_id, provider, model_name, feature)
        > (run.cursor[1], run.cursor[2], run.cursor[3], run.cursor[4], run.cursor[5])
    ORDER BY conversation_id, user_id, provider, model_name, feature OFFSET at_most - 1 LIMIT 1;
    part := rollup.erase_in_conversations(run, at_most);
    run.changed := run.changed + part.moved;
    run.goes_on := run.goes_on OR part.goes_on;
    run.cursor := coalesce(end_of_chunk, run.cursor);
    IF end_of_chunk IS NULL THEN
      PERFORM rollup.finish_erasure(run);
      run.finished_at := now();
      run.user_id := '';
    END IF;
  END IF;
  UPDATE rollup.erasure SET user_id = run.user_id, done_through = run.done_through,
    days_done = run.days_done, cursor = run.cursor, goes_on = run.goes_on, changed = run.changed,
    stepped_at = clock_timestamp(), finished_at = run.finished_at
  WHERE org_id = run.org_id AND pseudonym = run.pseudonym;
  RETURN true;
END
$$;

-- Who asked for rebuilds gets the pseudonym, too. A conversation that went on after the user came
-- back, because this was held up for a day, is parted as the raw events say.
CREATE FUNCTION rollup.finish_erasure(run rollup.erasure) RETURNS void
LANGUAGE sql SET search_path = ''
BEGIN ATOMIC
  UPDATE rollup.rebuild_run SET requested_by = (run).pseudonym
  WHERE requested_by = (run).user_id AND (org_id = (run).org_id OR (run).platform AND org_id = '');
  INSERT INTO rollup.rebuild_run (id, requested_by, org_id, from_date, to_date, counts_overdue)
  SELECT gen_random_uuid(), 'usage-aggregator', (run).org_id, current_date, current_date, false
  WHERE (run).goes_on;
END;

-- As raw.forget_erasures, whose edge it asks for.
CREATE FUNCTION rollup.forget_erasures() RETURNS void
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  DELETE FROM rollup.erased_user
  WHERE erased_until < (SELECT complete_from FROM raw.complete_days)::timestamp AT TIME ZONE 'UTC';
  DELETE FROM rollup.erasure WHERE finished_at < now() - interval '90 days';
END
$$;

REVOKE EXECUTE ON FUNCTION rollup.due_erasure, rollup.erase_in_day, rollup.erase_in_conversations,
  rollup.erase_some, rollup.finish_erasure, rollup.forget_erasures FROM PUBLIC;
