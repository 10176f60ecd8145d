-- A sum of counts as it is told: sums have no bound, but answers are 64 bits, and a full one must not
-- fail the report.
CREATE FUNCTION rollup.capped(sum numeric) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN least(coalesce(sum, 0), 9223372036854775807)::bigint;

-- As rollup.ledger_totals and rollup.org_totals, with every token class: these two leave out what was
-- written to the cache for an hour. A function cannot get another column, so these have new names; a
-- usage-query of an earlier version goes on asking the old ones.

-- A superadmin may ask for sums over every org, and row-level security wants orgs named: this
-- answers the sums, and nothing else, past it. Days are UTC days, both ends inclusive.
CREATE FUNCTION rollup.usage_of_ledger(first_day date, last_day date)
RETURNS TABLE (
  request_count bigint, error_count bigint, unpriced_requests bigint, input_tokens bigint,
  output_tokens bigint, cache_read_tokens bigint, cache_write_tokens bigint,
  cache_write_1h_tokens bigint, audio_input_tokens bigint, reasoning_tokens bigint,
  audio_output_tokens bigint, embedding_tokens bigint, duration_ms_sum bigint,
  duration_count bigint, cost_nanos numeric)
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
    rollup.capped(sum(u.duration_ms_sum)), rollup.capped(sum(u.duration_count)),
    coalesce(sum(u.cost_nanos), 0)
  FROM rollup.org_daily_usage AS u
  WHERE u.usage_date BETWEEN first_day AND last_day;
END;
REVOKE EXECUTE ON FUNCTION rollup.usage_of_ledger FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rollup.usage_of_ledger TO tokenledger_query;

-- The same of the orgs that cost most. The first row, without an org, is of all orgs together.
CREATE FUNCTION rollup.usage_of_orgs(first_day date, last_day date, at_most integer)
RETURNS TABLE (
  org_id text, request_count bigint, error_count bigint, unpriced_requests bigint,
  input_tokens bigint, output_tokens bigint, cache_read_tokens bigint, cache_write_tokens bigint,
  cache_write_1h_tokens bigint, audio_input_tokens bigint, reasoning_tokens bigint,
  audio_output_tokens bigint, embedding_tokens bigint, duration_ms_sum bigint,
  duration_count bigint, cost_nanos numeric)
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
    rollup.capped(sum(u.duration_ms_sum)), rollup.capped(sum(u.duration_count)),
    coalesce(sum(u.cost_nanos), 0) AS nanos
  FROM rollup.org_daily_usage AS u
  WHERE u.usage_date BETWEEN first_day AND last_day
  GROUP BY GROUPING SETS ((), (u.org_id))
  ORDER BY grouping(u.org_id) DESC, nanos DESC, requests DESC, u.org_id COLLATE "C"
  LIMIT at_most + 1;
END;
REVOKE EXECUTE ON FUNCTION rollup.usage_of_orgs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rollup.usage_of_orgs TO tokenledger_query;
