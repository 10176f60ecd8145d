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
SELECT e.event_key, e.org_id, e.occurred_at, e.recorded_at,
  coalesce(x.pseudonym, b.user_id) AS user_id, b.provider, b.model_name, b.feature, b.activity, b.category,
  b.request_count, b.input_tokens, b.output_tokens, b.cache_read_tokens, b.cache_write_tokens,
  b.cache_write_1h_tokens, b.audio_input_tokens, b.reasoning_tokens, b.audio_output_tokens,
  b.embedding_tokens, b.cost_nanos, b.cost_status, b.duration_ms, b.success, b.conversation_id, b.tags,
  e.source_topic_id, e.source_partition, e.source_offset, b.image_input_tokens, b.image_output_tokens,
  b.cache_read_audio_tokens, b.cache_read_image_tokens, a.sequence
FROM raw.cost_adjustment AS a
JOIN raw.usage_event AS e ON e.event_key = a.event_key AND e.org_id = a.org_id
JOIN raw.event_revision AS b
  ON b.event_key = a.event_key AND b.org_id = a.org_id AND b.revision = a.revision_before
LEFT JOIN raw.erasure AS x ON x.org_id = b.org_id AND x.user_id = b.user_id
  AND x.finished_at IS NULL AND e.occurred_at < x.erased_until;
COMMENT ON VIEW raw.usage_before_revision IS
  'usage-aggregator takes an event for what it was before a revision that it has yet to count, so that the comparison is exact.';
GRANT SELECT ON raw.usage_before_revision TO tokenledger_aggregator;
GRANT SELECT ON raw.event_revision TO tokenledger_aggregator;
CREATE POLICY every_org ON raw.event_revision FOR SELECT TO tokenledger_aggregator USING (true);

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
      ORDER BY event_key, revision LIMIT rows_left FOR UPDATE NOWAIT) AS some
    WHERE r.event_key = some.event_key AND r.org_id = run.org_id AND r.revision = some.revision;
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
