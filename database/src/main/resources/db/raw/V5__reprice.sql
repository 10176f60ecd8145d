-- Repricing: events get a new cost, and the rollups the difference.

-- What has no price, or lacks one for a part; a row with its price is not in it and costs nothing.
CREATE INDEX usage_event_unpriced ON raw.usage_event (event_key, org_id)
  WHERE cost_status IN ('unpriced', 'partial');

-- Runs that were asked for, by a person or by usage-ingest itself. Passes in key order over the raw
-- events go on until one has nothing left to do; the cursor stands on the last row that was looked at.
CREATE TABLE raw.reprice_run (
  id             uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  requested_at   timestamptz NOT NULL DEFAULT now(),
  requested_by   text        NOT NULL,
  reason         text        NOT NULL,
  org_id         text        NOT NULL, -- empty for all, as are provider and model_name
  provider       text        NOT NULL,
  model_name     text        NOT NULL,
  from_date      date,                 -- UTC days on which the events occurred, both inclusive
  to_date        date,
  only_unpriced  boolean     NOT NULL, -- also: partly priced
  dry_run        boolean     NOT NULL,
  book_version   bigint      NOT NULL, -- of the price book, at least; raised to the highest used
  pass           integer     NOT NULL DEFAULT 1,
  pass_changed   boolean     NOT NULL DEFAULT false, -- or met rows that are not counted yet
  cursor_key     uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  cursor_org     text        NOT NULL DEFAULT '',
  not_before     timestamptz NOT NULL DEFAULT now(),
  events_changed bigint      NOT NULL DEFAULT 0,
  finished_at    timestamptz
);
CREATE INDEX reprice_run_requested ON raw.reprice_run (requested_at);
CREATE INDEX reprice_run_unfinished ON raw.reprice_run (requested_at) WHERE finished_at IS NULL;

-- What a run changed, or a dry run would, per org and UTC day.
CREATE TABLE raw.reprice_difference (
  run_id                  uuid          NOT NULL REFERENCES raw.reprice_run,
  org_id                  text          NOT NULL,
  usage_date              date          NOT NULL,
  events                  bigint        NOT NULL,
  cost_nanos_before       numeric(30,0) NOT NULL,
  cost_nanos_after        numeric(30,0) NOT NULL,
  unpriced_requests_delta bigint        NOT NULL,
  PRIMARY KEY (run_id, org_id, usage_date)
) WITH (fillfactor = 50);

-- The last number of an org's adjustments. Its row is locked until the numbers are committed, so
-- that they become visible in their order and without gaps.
CREATE TABLE raw.adjusted_org (
  org_id        text   PRIMARY KEY,
  last_sequence bigint NOT NULL
) WITH (fillfactor = 50);

-- One per event and change of its cost; until published_at is set, an outbox for usage.recorded.
CREATE TABLE raw.cost_adjustment (
  org_id                  text        NOT NULL,
  sequence                bigint      NOT NULL,
  event_key               uuid        NOT NULL,
  run_id                  uuid        NOT NULL,
  recorded_at             timestamptz NOT NULL DEFAULT now(),
  cost_nanos_before       bigint      NOT NULL,
  cost_nanos_after        bigint      NOT NULL,
  cost_status_before      text        NOT NULL,
  cost_status_after       text        NOT NULL,
  price_version_before    text        NOT NULL,
  price_version_after     text        NOT NULL,
  unpriced_requests_delta bigint      NOT NULL,
  published_at            timestamptz,
  PRIMARY KEY (org_id, sequence)
);
CREATE INDEX cost_adjustment_event ON raw.cost_adjustment (event_key, org_id);
CREATE INDEX cost_adjustment_unpublished ON raw.cost_adjustment (org_id, sequence)
  WHERE published_at IS NULL;

-- The comparison takes what is not counted yet off the raw side.
GRANT SELECT ON raw.adjusted_org, raw.cost_adjustment TO tokenledger_aggregator;

-- pricing-service asks for runs, sees them, and lists what has no price. It sees no event.
GRANT USAGE ON SCHEMA raw TO tokenledger_pricing;
GRANT SELECT ON raw.reprice_run, raw.reprice_difference TO tokenledger_pricing;

CREATE FUNCTION raw.request_reprice(
  who text, why text, of_org text, of_provider text, of_model text, first_day date, last_day date,
  unpriced_only boolean, dry boolean, at_book_version bigint)
RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  run uuid;
BEGIN
  INSERT INTO raw.reprice_run (requested_by, reason, org_id, provider, model_name, from_date,
    to_date, only_unpriced, dry_run, book_version)
  VALUES (who, why, of_org, of_provider, of_model, first_day, last_day, unpriced_only, dry,
    at_book_version)
  RETURNING id INTO run;
  IF NOT dry THEN
    PERFORM access.audit(who, of_org, 'raw.reprice', jsonb_build_object('run', run, 'reason', why,
      'provider', of_provider, 'modelName', of_model, 'from', first_day, 'to', last_day));
  END IF;
  RETURN run;
END
$$;
REVOKE EXECUTE ON FUNCTION raw.request_reprice FROM PUBLIC;
GRANT EXECUTE ON FUNCTION raw.request_reprice TO tokenledger_pricing;

CREATE FUNCTION raw.unpriced_usage(of_org text)
RETURNS TABLE (provider text, model_name text, cost_status text, org_id text, events bigint,
  requests bigint, input_tokens bigint, output_tokens bigint, embedding_tokens bigint,
  first_seen timestamptz, last_seen timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT e.provider, e.model_name, e.cost_status, e.org_id, count(*), sum(e.request_count)::bigint,
    sum(e.input_tokens)::bigint, sum(e.output_tokens)::bigint, sum(e.embedding_tokens)::bigint,
    min(e.occurred_at), max(e.occurred_at)
  FROM raw.usage_event e
  WHERE e.cost_status IN ('unpriced', 'partial') AND (of_org = '' OR e.org_id = of_org)
  GROUP BY e.provider, e.model_name, e.cost_status, e.org_id
  ORDER BY e.provider, e.model_name, e.cost_status, e.org_id;
END;
REVOKE EXECUTE ON FUNCTION raw.unpriced_usage FROM PUBLIC;
GRANT EXECUTE ON FUNCTION raw.unpriced_usage TO tokenledger_pricing;

-- As in V3, and waits for repricing: an adjustment is published with what its event says, so that the
-- event stays until the adjustment is counted, and a run meets every event that was there.
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
      SELECT FROM raw.cost_adjustment a LEFT JOIN rollup.counted_adjustment c USING (org_id)
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
