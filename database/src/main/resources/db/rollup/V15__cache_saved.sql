-- What caching saved, in nano-dollars, and the cached tokens, read and written, of which that is known: of
-- the others it is not, and no 0 stands for it. What the version before counts has none of them, and
-- neither has what was counted before.
ALTER TABLE rollup.org_daily_usage
  ADD COLUMN cache_saved_nanos numeric NOT NULL DEFAULT 0,
  ADD COLUMN cache_saved_tokens bigint NOT NULL DEFAULT 0;
ALTER TABLE rollup.org_user_daily_usage
  ADD COLUMN cache_saved_nanos numeric NOT NULL DEFAULT 0,
  ADD COLUMN cache_saved_tokens bigint NOT NULL DEFAULT 0;
ALTER TABLE rollup.org_quarter_hour_usage
  ADD COLUMN cache_saved_nanos numeric NOT NULL DEFAULT 0,
  ADD COLUMN cache_saved_tokens bigint NOT NULL DEFAULT 0;
ALTER TABLE rollup.org_tag_daily_usage
  ADD COLUMN cache_saved_nanos numeric NOT NULL DEFAULT 0,
  ADD COLUMN cache_saved_tokens bigint NOT NULL DEFAULT 0;
ALTER TABLE rollup.conversation_usage
  ADD COLUMN cache_saved_nanos numeric NOT NULL DEFAULT 0,
  ADD COLUMN cache_saved_tokens bigint NOT NULL DEFAULT 0;

-- As rollup.sums_of_ledger and rollup.sums_of_orgs, with what caching saved: a function cannot get another
-- column, so these have new names, and a usage-query of the version before asks the old ones.
-- A superadmin may ask for sums over every org, and row-level security wants orgs named: this
-- answers the sums, and nothing else, past it. Days are UTC days, both ends inclusive.
CREATE FUNCTION rollup.totals_of_ledger(first_day date, last_day date)
RETURNS TABLE (
  request_count bigint, error_count bigint, unpriced_requests bigint, input_tokens bigint,
  output_tokens bigint, cache_read_tokens bigint, cache_write_tokens bigint,
  cache_write_1h_tokens bigint, audio_input_tokens bigint, reasoning_tokens bigint,
  audio_output_tokens bigint, embedding_tokens bigint, image_input_tokens bigint,
  image_output_tokens bigint, cache_read_audio_tokens bigint, cache_read_image_tokens bigint,
  duration_ms_sum bigint,
  duration_count bigint, cost_nanos numeric, cache_saved_nanos numeric, cache_saved_tokens bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT
    rollup.capped(sum(u.request_count)), rollup.capped(sum(u.error_count)),
    rollup.capped(sum(u.unpriced_requests)), rollup.capped(sum(u.input_tokens)),
    rollup.capped(sum(u.output_tokens)), rollup.capped(sum(u.cache_read_tokens)),
    rollup.capped(sum(u.cache_write_tokens)),
    rollup.capped(sum(u.cache_write_1h_tokens)),
    rollup.capped(sum(u.audio_input_tokens)), rollup.capped(sum(u.reasoning_tokens)),
    rollup.capped(sum(u.audio_output_tokens)), rollup.capped(sum(u.embedding_tokens)),
    rollup.capped(sum(u.image_input_tokens)), rollup.capped(sum(u.image_output_tokens)),
    rollup.capped(sum(u.cache_read_audio_tokens)), rollup.capped(sum(u.cache_read_image_tokens)),
    rollup.capped(sum(u.duration_ms_sum)), rollup.capped(sum(u.duration_count)),
    coalesce(sum(u.cost_nanos), 0), coalesce(sum(u.cache_saved_nanos), 0),
    rollup.capped(sum(u.cache_saved_tokens))
  FROM rollup.org_daily_usage AS u
  WHERE u.usage_date BETWEEN first_day AND last_day;
END;
REVOKE EXECUTE ON FUNCTION rollup.totals_of_ledger FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rollup.totals_of_ledger TO tokenledger_query;

-- The same of the orgs that cost most. The first row, without an org, is of all orgs together.
CREATE FUNCTION rollup.totals_of_orgs(first_day date, last_day date, at_most integer)
RETURNS TABLE (
  org_id text, request_count bigint, error_count bigint, unpriced_requests bigint,
  input_tokens bigint, output_tokens bigint, cache_read_tokens bigint, cache_write_tokens bigint,
  cache_write_1h_tokens bigint, audio_input_tokens bigint, reasoning_tokens bigint,
  audio_output_tokens bigint, embedding_tokens bigint, image_input_tokens bigint,
  image_output_tokens bigint, cache_read_audio_tokens bigint, cache_read_image_tokens bigint,
  duration_ms_sum bigint,
  duration_count bigint, cost_nanos numeric, cache_saved_nanos numeric, cache_saved_tokens bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT
    u.org_id, rollup.capped(sum(u.request_count)) AS requests,
    rollup.capped(sum(u.error_count)), rollup.capped(sum(u.unpriced_requests)),
    rollup.capped(sum(u.input_tokens)), rollup.capped(sum(u.output_tokens)),
    rollup.capped(sum(u.cache_read_tokens)), rollup.capped(sum(u.cache_write_tokens)),
    rollup.capped(sum(u.cache_write_1h_tokens)),
    rollup.capped(sum(u.audio_input_tokens)), rollup.capped(sum(u.reasoning_tokens)),
    rollup.capped(sum(u.audio_output_tokens)), rollup.capped(sum(u.embedding_tokens)),
    rollup.capped(sum(u.image_input_tokens)), rollup.capped(sum(u.image_output_tokens)),
    rollup.capped(sum(u.cache_read_audio_tokens)), rollup.capped(sum(u.cache_read_image_tokens)),
    rollup.capped(sum(u.duration_ms_sum)), rollup.capped(sum(u.duration_count)),
    coalesce(sum(u.cost_nanos), 0) AS nanos, coalesce(sum(u.cache_saved_nanos), 0),
    rollup.capped(sum(u.cache_saved_tokens))
  FROM rollup.org_daily_usage AS u
  WHERE u.usage_date BETWEEN first_day AND last_day
  GROUP BY GROUPING SETS ((), (u.org_id))
  ORDER BY grouping(u.org_id) DESC, nanos DESC, requests DESC, u.org_id COLLATE "C"
  LIMIT at_most + 1;
END;
REVOKE EXECUTE ON FUNCTION rollup.totals_of_orgs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rollup.totals_of_orgs TO tokenledger_query;

-- As in V13, with what caching saved.
CREATE OR REPLACE FUNCTION rollup.erase_in_day(run rollup.erasure, day date, at_most bigint) RETURNS bigint
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
      reasoning_tokens, audio_output_tokens, embedding_tokens, image_input_tokens,
      image_output_tokens, cache_read_audio_tokens, cache_read_image_tokens, cost_nanos,
      cache_saved_nanos, cache_saved_tokens, duration_ms_sum,
      duration_count)
    SELECT org_id, usage_date, (run).pseudonym, provider, model_name, feature, request_count,
      error_count, unpriced_requests, input_tokens, output_tokens, cache_read_tokens,
      cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens,
      audio_output_tokens, embedding_tokens, image_input_tokens,
      image_output_tokens, cache_read_audio_tokens, cache_read_image_tokens, cost_nanos,
      cache_saved_nanos, cache_saved_tokens, duration_ms_sum, duration_count
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
      image_input_tokens = rollup.capped(r.image_input_tokens::numeric + EXCLUDED.image_input_tokens),
      image_output_tokens = rollup.capped(r.image_output_tokens::numeric + EXCLUDED.image_output_tokens),
      cache_read_audio_tokens = rollup.capped(r.cache_read_audio_tokens::numeric + EXCLUDED.cache_read_audio_tokens),
      cache_read_image_tokens = rollup.capped(r.cache_read_image_tokens::numeric + EXCLUDED.cache_read_image_tokens),
      cost_nanos = r.cost_nanos + EXCLUDED.cost_nanos,
      cache_saved_nanos = r.cache_saved_nanos + EXCLUDED.cache_saved_nanos,
      cache_saved_tokens = rollup.capped(r.cache_saved_tokens::numeric + EXCLUDED.cache_saved_tokens),
      duration_ms_sum = rollup.capped(r.duration_ms_sum::numeric + EXCLUDED.duration_ms_sum),
      duration_count = rollup.capped(r.duration_count::numeric + EXCLUDED.duration_count)
    RETURNING 1)
  SELECT count(*) FROM added;
END;

CREATE OR REPLACE FUNCTION rollup.erase_in_conversations(
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
      reasoning_tokens, audio_output_tokens, embedding_tokens, image_input_tokens,
      image_output_tokens, cache_read_audio_tokens, cache_read_image_tokens, cost_nanos,
      cache_saved_nanos, cache_saved_tokens, duration_ms_sum,
      duration_count, duration_buckets, first_message_at, last_message_at)
    SELECT org_id, conversation_id, (run).pseudonym, provider, model_name, feature, request_count,
      error_count, unpriced_requests, input_tokens, output_tokens, cache_read_tokens,
      cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens,
      audio_output_tokens, embedding_tokens, image_input_tokens,
      image_output_tokens, cache_read_audio_tokens, cache_read_image_tokens, cost_nanos,
      cache_saved_nanos, cache_saved_tokens, duration_ms_sum, duration_count,
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
      image_input_tokens = rollup.capped(r.image_input_tokens::numeric + EXCLUDED.image_input_tokens),
      image_output_tokens = rollup.capped(r.image_output_tokens::numeric + EXCLUDED.image_output_tokens),
      cache_read_audio_tokens = rollup.capped(r.cache_read_audio_tokens::numeric + EXCLUDED.cache_read_audio_tokens),
      cache_read_image_tokens = rollup.capped(r.cache_read_image_tokens::numeric + EXCLUDED.cache_read_image_tokens),
      cost_nanos = r.cost_nanos + EXCLUDED.cost_nanos,
      cache_saved_nanos = r.cache_saved_nanos + EXCLUDED.cache_saved_nanos,
      cache_saved_tokens = rollup.capped(r.cache_saved_tokens::numeric + EXCLUDED.cache_saved_tokens),
      duration_ms_sum = rollup.capped(r.duration_ms_sum::numeric + EXCLUDED.duration_ms_sum),
      duration_count = rollup.capped(r.duration_count::numeric + EXCLUDED.duration_count),
      duration_buckets = rollup.add_buckets(r.duration_buckets, EXCLUDED.duration_buckets),
      first_message_at = least(r.first_message_at, EXCLUDED.first_message_at),
      last_message_at = greatest(r.last_message_at, EXCLUDED.last_message_at)
    RETURNING last_message_at)
  SELECT count(*), coalesce(bool_or(last_message_at >= (run).erased_until), false) FROM added;
END;
