SELECT event_key, event_id, revision, voided, occurred_at, user_id, provider, model_name, feature, activity,
  category, request_count, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens, audio_output_tokens, embedding_tokens, image_input_tokens, image_output_tokens, cache_read_audio_tokens, cache_read_image_tokens,
  units::text AS units, usage_source, service_tier, speed, inference_geo, cost_nanos, cost_status,
  price_version, duration_ms, time_to_first_token_ms, success, error_message,
  conversation_id, message_id, traceparent, tags FROM raw.usage_event WHERE :event_keys AND org_id = $1::text AND occurred_at >= $2::timestamptz AND occurred_at < $3::timestamptz AND provider = $4::text AND model_name = $5::text AND feature = $6::text ORDER BY occurred_at, event_key LIMIT $7::int;
-- $1 acme
-- $2 2026-03-01T23:00Z
-- $3 2026-03-08T23:00Z
-- $4 openai
-- $5 gpt-x
-- $6 chat
-- $7 1000
