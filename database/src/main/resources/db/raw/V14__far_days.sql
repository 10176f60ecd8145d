-- A read names the keys that it needs, so that the partitions of other days are neither planned nor
-- locked. As a rule a key is of the UTC day on which its event occurred, or of one beside it. A UUIDv7
-- may be of another day (an import of old events under new ids, a queue that was long offline): such a
-- day is noted here in the transaction that stores the event, with what it holds of the org. Both ends
-- are UTC days, inclusive. With an empty org: a day that was there before, and that nobody has looked
-- through yet. It may hold events of any org and day.
CREATE TABLE raw.far_day (
  org_id        text NOT NULL,
  key_day       date NOT NULL,
  occurred_from date NOT NULL,
  occurred_to   date NOT NULL,
  PRIMARY KEY (org_id, key_day)
);
ALTER TABLE raw.far_day ENABLE ROW LEVEL SECURITY;
CREATE POLICY org_scope ON raw.far_day FOR SELECT TO tokenledger_query
  USING (org_id = '' OR org_id = ANY (string_to_array(current_setting('tokenledger.org_scope', true), ',')));
GRANT SELECT ON raw.far_day TO tokenledger_query;

CREATE VIEW raw.far_event_day AS
SELECT org_id, key_day, occurred_from, occurred_to FROM raw.far_day;
COMMENT ON VIEW raw.far_event_day IS
  'usage-aggregator compares some days of some orgs, and reads no others.';
GRANT SELECT ON raw.far_event_day TO tokenledger_aggregator;

-- From when on every instance notes far days: those of the version before, which do not, have a day to
-- end. Until then no day is looked through, and new ones are not known either.
CREATE TABLE raw.far_days_noted (
  only_row boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
  since    timestamptz NOT NULL
);
INSERT INTO raw.far_days_noted (since)
SELECT CASE WHEN EXISTS (SELECT FROM raw.days_before('infinity')) THEN now() + interval '1 day'
  ELSE '-infinity' END;

INSERT INTO raw.far_day SELECT '', day, '-infinity', 'infinity' FROM raw.days_before('infinity') AS day;

-- As in V1, and while not every instance notes far days, a new day is one to look through.
CREATE OR REPLACE FUNCTION raw.ensure_day_partition(day date) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  partition_name text := 'usage_event_' || to_char(day, 'YYYYMMDD');
BEGIN
  IF to_regclass('raw.' || partition_name) IS NOT NULL THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('raw.ensure_day_partition'));
  -- Asked of the table of tables: to_regclass may still remember that there was none.
  IF EXISTS (
    SELECT FROM pg_class WHERE relname = partition_name AND relnamespace = 'raw'::regnamespace)
  THEN
    RETURN;
  END IF;
  -- Rows are only added here: cleaning up after every fifth more would cost a tenth of the machine.
  EXECUTE format('CREATE TABLE raw.%I (LIKE raw.usage_event INCLUDING DEFAULTS)
    WITH (autovacuum_vacuum_insert_scale_factor = 1, autovacuum_analyze_scale_factor = 1)', partition_name);
  EXECUTE format('ALTER TABLE raw.usage_event ATTACH PARTITION raw.%I FOR VALUES FROM (%L) TO (%L)',
    partition_name, raw.first_key_of(day), raw.first_key_of(day + 1));
  IF now() < (SELECT since FROM raw.far_days_noted) THEN
    INSERT INTO raw.far_day VALUES ('', day, '-infinity', 'infinity') ON CONFLICT DO NOTHING;
  END IF;
END
$$;

-- Looks through one day that nobody has looked through yet: of each org, its first and last event, by
-- the index. False when there is none, or when it is too early.
CREATE FUNCTION raw.look_through_a_day() RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  of_day date;
  partition_name text;
BEGIN
  SELECT key_day INTO of_day FROM raw.far_day
  WHERE org_id = '' AND now() >= (SELECT since FROM raw.far_days_noted)
  ORDER BY key_day LIMIT 1 FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  partition_name := 'usage_event_' || to_char(of_day, 'YYYYMMDD');
  IF to_regclass('raw.' || partition_name) IS NOT NULL THEN
    EXECUTE format('
      WITH RECURSIVE org (org_id) AS (
        (SELECT org_id FROM raw.%1$I ORDER BY org_id LIMIT 1)
        UNION ALL
        SELECT (SELECT e.org_id FROM raw.%1$I e WHERE e.org_id > org.org_id ORDER BY e.org_id LIMIT 1)
        FROM org WHERE org.org_id IS NOT NULL),
      spread AS (
        SELECT org_id,
          ((SELECT min(occurred_at) FROM raw.%1$I e WHERE e.org_id = org.org_id) AT TIME ZONE ''UTC'')::date AS first,
          ((SELECT max(occurred_at) FROM raw.%1$I e WHERE e.org_id = org.org_id) AT TIME ZONE ''UTC'')::date AS last
        FROM org WHERE org_id IS NOT NULL)
      INSERT INTO raw.far_day AS f
      SELECT org_id, $1, first, last FROM spread WHERE first < $1 - 1 OR last > $1 + 1 ORDER BY org_id
      ON CONFLICT (org_id, key_day) DO UPDATE SET
        occurred_from = least(f.occurred_from, EXCLUDED.occurred_from),
        occurred_to = greatest(f.occurred_to, EXCLUDED.occurred_to)', partition_name) USING of_day;
  END IF;
  DELETE FROM raw.far_day WHERE org_id = '' AND key_day = of_day;
  RETURN true;
END
$$;

-- For operators, when instances of the version before ran for longer than a day beside new ones.
CREATE FUNCTION raw.look_through_all_days() RETURNS void
LANGUAGE sql
BEGIN ATOMIC
  INSERT INTO raw.far_day SELECT '', day, '-infinity', 'infinity' FROM raw.days_before('infinity') AS day
  ON CONFLICT DO NOTHING;
END;

-- As in V8. The day that is ended is looked at by its name, and with it goes what is noted of it.
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
    DELETE FROM raw.far_day AS f WHERE f.key_day = end_day.day;
  ELSIF rows_gone > 0 THEN
    EXECUTE format('DELETE FROM raw.%I WHERE occurred_at < $1', partition_name) USING edge_time;
    EXECUTE format('DELETE FROM raw.cost_adjustment a WHERE event_key >= $1 AND event_key < $2
      AND NOT EXISTS (SELECT FROM raw.%I e WHERE (e.event_key, e.org_id) = (a.event_key, a.org_id))',
      partition_name) USING first_key, next_key;
  END IF;
  IF dropped OR rows_gone > 0 THEN
    PERFORM access.audit('usage-ingest', '',
      CASE WHEN dropped THEN 'raw.partition_dropped' ELSE 'raw.rows_deleted' END,
      jsonb_build_object('day', day, 'rows', rows_gone, 'completeFrom', edge));
  END IF;
END
$$;

-- The UTC days of keys that may have an event without a price, in runs: the index of a day that never
-- had one is a single block.
CREATE FUNCTION raw.days_with_unpriced() RETURNS TABLE (first_day date, last_day date)
LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT min(day), max(day) FROM (
    SELECT day, day - row_number() OVER (ORDER BY day)::integer AS run FROM (
      SELECT to_date(substring(partition.relname FROM '^usage_event_(\d{8})$'), 'YYYYMMDD') AS day
      FROM pg_inherits
      JOIN pg_index ON indexrelid = inhrelid
      JOIN pg_class AS partition ON partition.oid = indrelid
      WHERE inhparent = 'raw.usage_event_unpriced'::regclass
        AND pg_relation_size(inhrelid) > current_setting('block_size')::bigint) AS days) AS runs
  GROUP BY run;
END;
REVOKE EXECUTE ON FUNCTION raw.days_with_unpriced FROM PUBLIC;

-- As in V13, and of those days only.
CREATE OR REPLACE FUNCTION raw.most_used_unpriced(of_org text, at_most integer)
RETURNS TABLE (provider text, model_name text, cost_status text, org_id text, events bigint,
  requests bigint, input_tokens bigint, output_tokens bigint, embedding_tokens bigint,
  first_seen timestamptz, last_seen timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  keys text;
BEGIN
  SELECT string_agg(format('e.event_key >= %L AND e.event_key < %L',
    raw.first_key_of(first_day), raw.first_key_of(last_day + 1)), ' OR ') INTO keys
  FROM raw.days_with_unpriced();
  RETURN QUERY EXECUTE format('
    SELECT e.provider, e.model_name, e.cost_status, e.org_id, count(*), sum(e.request_count)::bigint,
      sum(e.input_tokens)::bigint, sum(e.output_tokens)::bigint, sum(e.embedding_tokens)::bigint,
      min(e.occurred_at), max(e.occurred_at)
    FROM raw.usage_event e
    WHERE (%s) AND e.cost_status IN (''unpriced'', ''partial'') AND ($1 = '''' OR e.org_id = $1)
    GROUP BY e.provider, e.model_name, e.cost_status, e.org_id
    ORDER BY sum(e.request_count) DESC, e.provider, e.model_name, e.cost_status, e.org_id
    LIMIT $2', coalesce(keys, 'false')) USING of_org, at_most;
END
$$;
