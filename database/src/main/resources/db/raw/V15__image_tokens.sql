-- Images and what was cached of audio and images are token classes of their own, and a call may be
-- dearer by its speed or its region. What the version before writes has none of them.
ALTER TABLE raw.usage_event
  ADD COLUMN image_input_tokens bigint NOT NULL DEFAULT 0,
  ADD COLUMN image_output_tokens bigint NOT NULL DEFAULT 0,
  ADD COLUMN cache_read_audio_tokens bigint NOT NULL DEFAULT 0,
  ADD COLUMN cache_read_image_tokens bigint NOT NULL DEFAULT 0,
  ADD COLUMN speed text NOT NULL DEFAULT 'standard',
  ADD COLUMN inference_geo text NOT NULL DEFAULT '';

-- As in V9, with the new classes.
CREATE OR REPLACE VIEW raw.recorded_usage WITH (security_invoker = true) AS
SELECT e.event_key, e.org_id, e.occurred_at, e.recorded_at, coalesce(x.pseudonym, e.user_id) AS user_id,
  e.provider, e.model_name, e.feature, e.activity, e.category, e.request_count, e.input_tokens,
  e.output_tokens, e.cache_read_tokens, e.cache_write_tokens, e.cache_write_1h_tokens,
  e.audio_input_tokens, e.reasoning_tokens, e.audio_output_tokens, e.embedding_tokens, e.cost_nanos,
  e.cost_status, e.duration_ms, e.success, e.conversation_id, e.tags, e.source_topic_id,
  e.source_partition, e.source_offset, e.image_input_tokens, e.image_output_tokens,
  e.cache_read_audio_tokens, e.cache_read_image_tokens
FROM raw.usage_event AS e
LEFT JOIN raw.erasure AS x ON x.org_id = e.org_id AND x.user_id = e.user_id
  AND x.finished_at IS NULL AND e.occurred_at < x.erased_until;
