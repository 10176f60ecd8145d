-- What caching saved: what the tokens read from the cache and written to it would have cost without one,
-- less what they cost, in nano-dollars. NULL where no token was cached and where it is not known: in
-- events that were stored before, or by the version before, and where not all is priced by the ledger.
ALTER TABLE raw.usage_event ADD COLUMN cache_saved_nanos bigint;
ALTER TABLE raw.event_revision ADD COLUMN cache_saved_nanos bigint;

-- What a repricing changed of it, and of the number of cached tokens of which it is known. Of a revision
-- it follows from what was before and after.
ALTER TABLE raw.cost_adjustment
  ADD COLUMN cache_saved_nanos_delta bigint NOT NULL DEFAULT 0,
  ADD COLUMN cache_saved_tokens_delta bigint NOT NULL DEFAULT 0;

-- As in V15.
CREATE OR REPLACE VIEW raw.recorded_usage WITH (security_invoker = true) AS
SELECT e.event_key, e.org_id, e.occurred_at, e.recorded_at, coalesce(x.pseudonym, e.user_id) AS user_id,
  e.provider, e.model_name, e.feature, e.activity, e.category, e.request_count, e.input_tokens,
  e.output_tokens, e.cache_read_tokens, e.cache_write_tokens, e.cache_write_1h_tokens,
  e.audio_input_tokens, e.reasoning_tokens, e.audio_output_tokens, e.embedding_tokens, e.cost_nanos,
  e.cost_status, e.duration_ms, e.success, e.conversation_id, e.tags, e.source_topic_id,
  e.source_partition, e.source_offset, e.image_input_tokens, e.image_output_tokens,
  e.cache_read_audio_tokens, e.cache_read_image_tokens, e.cache_saved_nanos
FROM raw.usage_event AS e
LEFT JOIN raw.erasure AS x ON x.org_id = e.org_id AND x.user_id = e.user_id
  AND x.finished_at IS NULL AND e.occurred_at < x.erased_until;

-- As in V16. Made anew, as it has the columns of raw.recorded_usage in their order, and one at the end.
DROP VIEW raw.usage_before_revision;
CREATE VIEW raw.usage_before_revision WITH (security_invoker = true) AS
SELECT b.event_key, b.org_id, b.occurred_at, b.recorded_at,
  coalesce(x.pseudonym, b.user_id) AS user_id, b.provider, b.model_name, b.feature, b.activity, b.category,
  b.request_count, b.input_tokens, b.output_tokens, b.cache_read_tokens, b.cache_write_tokens,
  b.cache_write_1h_tokens, b.audio_input_tokens, b.reasoning_tokens, b.audio_output_tokens,
  b.embedding_tokens, b.cost_nanos, b.cost_status, b.duration_ms, b.success, b.conversation_id, b.tags,
  b.source_topic_id, b.source_partition, b.source_offset, b.image_input_tokens, b.image_output_tokens,
  b.cache_read_audio_tokens, b.cache_read_image_tokens, b.cache_saved_nanos, a.sequence
FROM raw.cost_adjustment AS a
JOIN raw.event_revision AS b
  ON b.event_key = a.event_key AND b.org_id = a.org_id AND b.revision = a.revision_before
LEFT JOIN raw.erasure AS x ON x.org_id = b.org_id AND x.user_id = b.user_id
  AND x.finished_at IS NULL AND b.occurred_at < x.erased_until;
COMMENT ON VIEW raw.usage_before_revision IS
  'usage-aggregator takes an event for what it was before a revision that it has yet to count, so that the comparison is exact.';
GRANT SELECT ON raw.usage_before_revision TO tokenledger_aggregator;

-- As in V12.
CREATE OR REPLACE VIEW raw.recorded_adjustment AS
SELECT org_id, sequence, event_key, cost_nanos_before, cost_nanos_after, unpriced_requests_delta, id,
  cache_saved_nanos_delta, cache_saved_tokens_delta
FROM raw.cost_adjustment;
