-- What other services read of this schema, beside its functions. The tables may change behind the
-- views; a column that is added comes last. The version before reads the tables themselves, and keeps
-- its grants for now.

-- As who asks: the policies of raw.usage_event hold behind it, too.
CREATE VIEW raw.recorded_usage WITH (security_invoker = true) AS
SELECT event_key, org_id, occurred_at, recorded_at, user_id, provider, model_name, feature, activity,
  category, request_count, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens,
  cache_write_1h_tokens, audio_input_tokens, reasoning_tokens, audio_output_tokens, embedding_tokens,
  cost_nanos, cost_status, duration_ms, success, conversation_id, tags, source_topic_id,
  source_partition, source_offset
FROM raw.usage_event;
COMMENT ON VIEW raw.recorded_usage IS
  'usage-aggregator compares the rollups with what they follow from, and rebuilds them; it needs no id, text or usage block of an event.';
GRANT SELECT ON raw.recorded_usage TO tokenledger_aggregator;

CREATE VIEW raw.complete_days AS
SELECT complete_from FROM raw.retention_edge;
COMMENT ON VIEW raw.complete_days IS
  'usage-aggregator leaves alone the rollups of days of which raw events are gone.';
GRANT SELECT ON raw.complete_days TO tokenledger_aggregator;

CREATE VIEW raw.last_adjustment AS
SELECT org_id, last_sequence FROM raw.adjusted_org;
COMMENT ON VIEW raw.last_adjustment IS
  'usage-aggregator sees by one row per org whether any cost adjustment is not counted yet.';
GRANT SELECT ON raw.last_adjustment TO tokenledger_aggregator;

CREATE VIEW raw.recorded_adjustment AS
SELECT org_id, sequence, event_key, cost_nanos_before, cost_nanos_after, unpriced_requests_delta
FROM raw.cost_adjustment;
COMMENT ON VIEW raw.recorded_adjustment IS
  'usage-aggregator takes what is not counted yet off the raw events, so that the comparison is exact.';
GRANT SELECT ON raw.recorded_adjustment TO tokenledger_aggregator;

CREATE VIEW raw.repricing AS
SELECT r.id, r.requested_at, r.requested_by, r.reason, r.org_id, r.provider, r.model_name,
  r.from_date, r.to_date, r.only_unpriced, r.dry_run, r.book_version, r.events_changed, r.finished_at,
  (SELECT coalesce(sum(d.cost_nanos_after - d.cost_nanos_before), 0)
   FROM raw.reprice_difference d WHERE d.run_id = r.id) AS nanos_delta
FROM raw.reprice_run r;
COMMENT ON VIEW raw.repricing IS
  'pricing-service shows the runs that were asked of it, and what they changed; how a run goes on is no concern of it.';
GRANT SELECT ON raw.repricing TO tokenledger_pricing;

CREATE VIEW raw.repricing_difference AS
SELECT run_id, org_id, usage_date, events, cost_nanos_before, cost_nanos_after,
  unpriced_requests_delta
FROM raw.reprice_difference;
COMMENT ON VIEW raw.repricing_difference IS
  'pricing-service shows what a run changed, or a dry run would, per org and UTC day.';
GRANT SELECT ON raw.repricing_difference TO tokenledger_pricing;

-- As in V5; it asks rollup by the view.
CREATE OR REPLACE FUNCTION raw.end_day(day date, edge date, OUT dropped boolean, OUT rows_gone bigint)
LANGUAGE plpgsql AS $$
DECLARE
  partition_name text := 'usage_event_' || to_char(day, 'YYYYMMDD');
  edge_time timestamptz := edge::timestamp AT TIME ZONE 'UTC';
  first_key uuid := raw.first_key_of(day);
  next_key uuid := raw.first_key_of(day + 1);
  rows_kept bigint;
BEGIN
  UPDATE raw.retention_edge SET complete_from = greatest(complete_from, edge);
  -- From here to the drop nothing is added to it. It is still read, and other days are written.
  EXECUTE format('LOCK TABLE raw.%I IN SHARE MODE', partition_name);
  IF EXISTS (SELECT FROM raw.reprice_run WHERE finished_at IS NULL AND NOT dry_run) THEN
    RAISE EXCEPTION 'events are being repriced' USING ERRCODE = 'object_in_use';
  END IF;
  IF EXISTS (SELECT FROM raw.cost_adjustment WHERE event_key >= first_key AND event_key < next_key) THEN
    IF EXISTS (
      SELECT FROM raw.cost_adjustment a LEFT JOIN rollup.adjustments_counted c USING (org_id)
      WHERE a.event_key >= first_key AND a.event_key < next_key
        AND a.sequence > coalesce(c.counted_through, 0))
    THEN
      RAISE EXCEPTION 'cost adjustments of % are not counted yet', day USING ERRCODE = 'object_in_use';
    END IF;
  END IF;
  EXECUTE format('SELECT count(*) FILTER (WHERE occurred_at < $1), count(*) FILTER (WHERE occurred_at >= $1)
    FROM raw.%I', partition_name) INTO rows_gone, rows_kept USING edge_time;
  dropped := rows_kept = 0;
  IF dropped THEN
    EXECUTE format('DROP TABLE raw.%I', partition_name);
    DELETE FROM raw.cost_adjustment WHERE event_key >= first_key AND event_key < next_key;
  ELSIF rows_gone > 0 THEN
    EXECUTE format('DELETE FROM raw.%I WHERE occurred_at < $1', partition_name) USING edge_time;
    DELETE FROM raw.cost_adjustment a WHERE event_key >= first_key AND event_key < next_key
      AND NOT EXISTS (
        SELECT FROM raw.usage_event e WHERE (e.event_key, e.org_id) = (a.event_key, a.org_id));
  END IF;
  IF dropped OR rows_gone > 0 THEN
    PERFORM access.audit('usage-ingest', '',
      CASE WHEN dropped THEN 'raw.partition_dropped' ELSE 'raw.rows_deleted' END,
      jsonb_build_object('day', day, 'rows', rows_gone, 'completeFrom', edge));
  END IF;
END
$$;
