SELECT * FROM (SELECT event.* FROM (
  SELECT DISTINCT usage_date::timestamp AT TIME ZONE 'UTC' AS day_start
  FROM rollup.org_tag_daily_usage
  WHERE org_id = $1::text AND tag_key = $2::text AND tag_value = $3::text
    AND usage_date >= ($5::timestamptz AT TIME ZONE 'UTC')::date
    AND usage_date <= ($6::timestamptz AT TIME ZONE 'UTC')::date AND provider = $7::text AND model_name = $8::text AND feature = $9::text
  ORDER BY 1 DESC LIMIT $4::int + 1) AS day
CROSS JOIN LATERAL (
  SELECT event_key, event_id, revision, voided, occurred_at, user_id, provider, model_name, feature, activity,
  category, request_count, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens, audio_output_tokens, embedding_tokens, image_input_tokens, image_output_tokens, cache_read_audio_tokens, cache_read_image_tokens,
  units::text AS units, usage_source, service_tier, speed, inference_geo, cost_nanos, cost_status,
  price_version, duration_ms, time_to_first_token_ms, success, error_message,
  conversation_id, message_id, traceparent, tags FROM raw.usage_event
  WHERE :event_keys AND org_id = $1::text AND tags ->> $2::text = $3::text AND provider = $7::text AND model_name = $8::text AND feature = $9::text
    AND occurred_at >= greatest(day_start, $5::timestamptz)
    AND occurred_at < least(day_start + interval '24 hours', $6::timestamptz)
  ORDER BY occurred_at DESC, event_key DESC LIMIT $4::int) AS event
LIMIT $4::int) AS newest
ORDER BY occurred_at DESC, event_key DESC;
-- $1 acme
-- $2 storyId
-- $3 S-1
-- $4 50
-- $5 2026-03-01T23:00Z
-- $6 2026-03-08T23:00Z
-- $7 openai
-- $8 gpt-x
-- $9 chat
