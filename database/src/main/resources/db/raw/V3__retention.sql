-- The days before the edge that have a partition, oldest first.
CREATE FUNCTION raw.days_before(edge date) RETURNS SETOF date
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT day FROM (
    SELECT to_date(substring(partition.relname FROM '^usage_event_(\d{8})$'), 'YYYYMMDD') AS day
    FROM pg_inherits
    JOIN pg_class partition ON partition.oid = inhrelid
    WHERE inhparent = 'raw.usage_event'::regclass) AS partitions
  WHERE day < edge
  ORDER BY day;
END;

-- Ends a day: drops its partition, unless the partition holds an event that occurred on or after the
-- edge (the time in a UUIDv7 may differ from occurred_at); then only the older rows go. Answers
-- whether the partition was dropped and how many rows went. The caller sets lock_timeout: the drop
-- waits for readers of the whole table, and whoever comes after waits for the drop.
CREATE FUNCTION raw.end_day(day date, edge date, OUT dropped boolean, OUT rows_gone bigint)
LANGUAGE plpgsql AS $$
DECLARE
  partition_name text := 'usage_event_' || to_char(day, 'YYYYMMDD');
  edge_time timestamptz := edge::timestamp AT TIME ZONE 'UTC';
  rows_kept bigint;
BEGIN
  UPDATE raw.retention_edge SET complete_from = greatest(complete_from, edge);
  -- From here to the drop nothing is added to it. It is still read, and other days are written.
  EXECUTE format('LOCK TABLE raw.%I IN SHARE MODE', partition_name);
  EXECUTE format('SELECT count(*) FILTER (WHERE occurred_at < $1), count(*) FILTER (WHERE occurred_at >= $1)
    FROM raw.%I', partition_name) INTO rows_gone, rows_kept USING edge_time;
  dropped := rows_kept = 0;
  IF dropped THEN
    EXECUTE format('DROP TABLE raw.%I', partition_name);
  ELSIF rows_gone > 0 THEN
    EXECUTE format('DELETE FROM raw.%I WHERE occurred_at < $1', partition_name) USING edge_time;
  END IF;
  IF dropped OR rows_gone > 0 THEN
    PERFORM access.audit('usage-ingest', '',
      CASE WHEN dropped THEN 'raw.partition_dropped' ELSE 'raw.rows_deleted' END,
      jsonb_build_object('day', day, 'rows', rows_gone, 'completeFrom', edge));
  END IF;
END
$$;

-- Forgets ids whose first copy was before the edge, in the given blocks of the table: a pass over all
-- blocks needs no index, and each statement is short.
CREATE FUNCTION raw.forget_identities(edge date, first_block bigint, end_block bigint) RETURNS bigint
LANGUAGE sql
BEGIN ATOMIC
  WITH gone AS (
    DELETE FROM raw.event_identity
    WHERE ctid >= format('(%s,0)', first_block)::tid AND ctid < format('(%s,0)', end_block)::tid
      AND event_key < raw.first_key_of(edge)
    RETURNING 1)
  SELECT count(*) FROM gone;
END;
