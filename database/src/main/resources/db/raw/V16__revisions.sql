-- Revisions: a later copy of an event takes the place of the earlier one. The row of the event says what
-- counts; the day, the key and the source position stay those of the first copy.
ALTER TABLE raw.usage_event
  ADD COLUMN revision bigint NOT NULL DEFAULT 0,
  ADD COLUMN voided boolean NOT NULL DEFAULT false;

-- Every revision of an event that has more than one: what came, and as it was when it was replaced. A
-- column that raw.usage_event gets must be added here, too.
CREATE TABLE raw.event_revision (
  LIKE raw.usage_event INCLUDING DEFAULTS,
  pending   boolean     NOT NULL DEFAULT true, -- yet to take its place, or to be passed over
  looked_at timestamptz NOT NULL DEFAULT now(), -- those that have to wait take turns
  PRIMARY KEY (event_key, org_id, revision)
);
CREATE INDEX event_revision_pending ON raw.event_revision (looked_at) WHERE pending;
CREATE INDEX event_revision_event ON raw.event_revision (org_id, event_id);
CREATE INDEX event_revision_user ON raw.event_revision (org_id, user_id);

GRANT SELECT ON raw.event_revision TO tokenledger_query;
ALTER TABLE raw.event_revision ENABLE ROW LEVEL SECURITY;
CREATE POLICY org_scope ON raw.event_revision FOR SELECT TO tokenledger_query
  USING (org_id = ANY (string_to_array(current_setting('tokenledger.org_scope', true), ',')));

-- An adjustment is a repricing, or a revision that took the place of another.
ALTER TABLE raw.cost_adjustment
  ALTER COLUMN run_id DROP NOT NULL,
  ADD COLUMN revision_before bigint,
  ADD COLUMN revision_after bigint;

-- As in V15, with what the comparison tells revised events by.
CREATE VIEW raw.usage_before_revision WITH (security_invoker = true) AS
SELECT b.event_key, b.org_id, b.occurred_at, b.recorded_at,
  coalesce(x.pseudonym, b.user_id) AS user_id, b.provider, b.model_name, b.feature, b.activity, b.category,
  b.request_count, b.input_tokens, b.output_tokens, b.cache_read_tokens, b.cache_write_tokens,
  b.cache_write_1h_tokens, b.audio_input_tokens, b.reasoning_tokens, b.audio_output_tokens,
  b.embedding_tokens, b.cost_nanos, b.cost_status, b.duration_ms, b.success, b.conversation_id, b.tags,
  b.source_topic_id, b.source_partition, b.source_offset, b.image_input_tokens, b.image_output_tokens,
  b.cache_read_audio_tokens, b.cache_read_image_tokens, a.sequence
FROM raw.cost_adjustment AS a
JOIN raw.event_revision AS b
  ON b.event_key = a.event_key AND b.org_id = a.org_id AND b.revision = a.revision_before
LEFT JOIN raw.erasure AS x ON x.org_id = b.org_id AND x.user_id = b.user_id
  AND x.finished_at IS NULL AND b.occurred_at < x.erased_until;
COMMENT ON VIEW raw.usage_before_revision IS
  'usage-aggregator takes an event for what it was before a revision that it has yet to count, so that the comparison is exact.';
GRANT SELECT ON raw.usage_before_revision TO tokenledger_aggregator;
GRANT SELECT ON raw.event_revision TO tokenledger_aggregator;
CREATE POLICY every_org ON raw.event_revision FOR SELECT TO tokenledger_aggregator USING (true);

CREATE VIEW raw.revised_conversation AS
SELECT DISTINCT org_id, conversation_id FROM raw.event_revision;
COMMENT ON VIEW raw.revised_conversation IS
  'usage-aggregator does not compare the first and last time of conversations that had a revised event: it leaves its time there.';
GRANT SELECT ON raw.revised_conversation TO tokenledger_aggregator;

-- As in V9; of revisions, too, in chunks of their own.
CREATE OR REPLACE FUNCTION raw.erase_some(at_most integer) RETURNS boolean
LANGUAGE plpgsql SET search_path = '' SET lock_timeout = '1s' AS $$
DECLARE
  run raw.erasure;
  part record;
  next_day date;
  rows_left bigint := at_most;
  days_left integer := 50; -- of each the locks are held until the end
  revisions bigint;
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
    UPDATE raw.event_revision AS r SET user_id = run.pseudonym
    FROM (
      SELECT event_key, revision FROM raw.event_revision
      WHERE org_id = run.org_id AND user_id = run.user_id AND occurred_at < run.erased_until
      ORDER BY event_key, revision LIMIT rows_left FOR UPDATE NOWAIT) AS next_revisions
    WHERE r.event_key = next_revisions.event_key AND r.org_id = run.org_id
      AND r.revision = next_revisions.revision;
    GET DIAGNOSTICS revisions = ROW_COUNT;
    IF revisions < rows_left THEN
      UPDATE raw.reprice_run SET requested_by = run.pseudonym
      WHERE requested_by = run.user_id AND (org_id = run.org_id OR run.platform AND org_id = '');
      run.finished_at := now();
      run.user_id := '';
    END IF;
  END IF;
  UPDATE raw.erasure SET user_id = run.user_id, done_through = run.done_through,
    cursor_at = run.cursor_at, cursor_key = run.cursor_key, changed = run.changed,
    stepped_at = clock_timestamp(), finished_at = run.finished_at
  WHERE org_id = run.org_id AND pseudonym = run.pseudonym;
  RETURN true;
END
$$;

-- As in V14; revisions go with their event.
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
    DELETE FROM raw.event_revision WHERE event_key >= first_key AND event_key < next_key;
    DELETE FROM raw.far_day AS f WHERE f.key_day = end_day.day;
  ELSIF rows_gone > 0 THEN
    EXECUTE format('DELETE FROM raw.%I WHERE occurred_at < $1', partition_name) USING edge_time;
    EXECUTE format('DELETE FROM raw.cost_adjustment a WHERE event_key >= $1 AND event_key < $2
      AND NOT EXISTS (SELECT FROM raw.%I e WHERE (e.event_key, e.org_id) = (a.event_key, a.org_id))',
      partition_name) USING first_key, next_key;
    EXECUTE format('DELETE FROM raw.event_revision r WHERE event_key >= $1 AND event_key < $2
      AND NOT EXISTS (SELECT FROM raw.%I e WHERE (e.event_key, e.org_id) = (r.event_key, r.org_id))',
      partition_name) USING first_key, next_key;
  END IF;
  IF dropped OR rows_gone > 0 THEN
    PERFORM access.audit('usage-ingest', '',
      CASE WHEN dropped THEN 'raw.partition_dropped' ELSE 'raw.rows_deleted' END,
      jsonb_build_object('day', day, 'rows', rows_gone, 'completeFrom', edge));
  END IF;
END
$$;
