-- A superadmin may ask for sums over every org, and row-level security wants orgs named: this
-- answers the sums, and nothing else, past it. Days are UTC days, both ends inclusive.
CREATE FUNCTION rollup.ledger_totals(first_day date, last_day date)
RETURNS TABLE (
  request_count bigint, error_count bigint, unpriced_requests bigint, input_tokens bigint,
  output_tokens bigint, cache_read_tokens bigint, cache_write_tokens bigint,
  audio_input_tokens bigint, reasoning_tokens bigint, audio_output_tokens bigint,
  embedding_tokens bigint, duration_ms_sum bigint, duration_count bigint, cost_nanos numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT
    coalesce(sum(u.request_count), 0)::bigint, coalesce(sum(u.error_count), 0)::bigint,
    coalesce(sum(u.unpriced_requests), 0)::bigint, coalesce(sum(u.input_tokens), 0)::bigint,
    coalesce(sum(u.output_tokens), 0)::bigint, coalesce(sum(u.cache_read_tokens), 0)::bigint,
    coalesce(sum(u.cache_write_tokens), 0)::bigint, coalesce(sum(u.audio_input_tokens), 0)::bigint,
    coalesce(sum(u.reasoning_tokens), 0)::bigint, coalesce(sum(u.audio_output_tokens), 0)::bigint,
    coalesce(sum(u.embedding_tokens), 0)::bigint, coalesce(sum(u.duration_ms_sum), 0)::bigint,
    coalesce(sum(u.duration_count), 0)::bigint, coalesce(sum(u.cost_nanos), 0)
  FROM rollup.org_daily_usage AS u
  WHERE u.usage_date BETWEEN first_day AND last_day;
END;
REVOKE EXECUTE ON FUNCTION rollup.ledger_totals FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rollup.ledger_totals TO tokenledger_query;

-- The tags of some days, whatever their keys. Counting up does not change the day, so that updates
-- go on touching no index.
CREATE INDEX org_tag_daily_usage_day ON rollup.org_tag_daily_usage (org_id, usage_date);
