SELECT span, model_name, user_id, least(coalesce(sum(request_count), 0), 9223372036854775807)::bigint AS request_count, least(coalesce(sum(error_count), 0), 9223372036854775807)::bigint AS error_count, least(coalesce(sum(unpriced_requests), 0), 9223372036854775807)::bigint AS unpriced_requests, least(coalesce(sum(input_tokens), 0), 9223372036854775807)::bigint AS input_tokens, least(coalesce(sum(output_tokens), 0), 9223372036854775807)::bigint AS output_tokens, least(coalesce(sum(cache_read_tokens), 0), 9223372036854775807)::bigint AS cache_read_tokens, least(coalesce(sum(cache_write_tokens), 0), 9223372036854775807)::bigint AS cache_write_tokens, least(coalesce(sum(cache_write_1h_tokens), 0), 9223372036854775807)::bigint AS cache_write_1h_tokens, least(coalesce(sum(audio_input_tokens), 0), 9223372036854775807)::bigint AS audio_input_tokens, least(coalesce(sum(reasoning_tokens), 0), 9223372036854775807)::bigint AS reasoning_tokens, least(coalesce(sum(audio_output_tokens), 0), 9223372036854775807)::bigint AS audio_output_tokens, least(coalesce(sum(embedding_tokens), 0), 9223372036854775807)::bigint AS embedding_tokens, least(coalesce(sum(image_input_tokens), 0), 9223372036854775807)::bigint AS image_input_tokens, least(coalesce(sum(image_output_tokens), 0), 9223372036854775807)::bigint AS image_output_tokens, least(coalesce(sum(cache_read_audio_tokens), 0), 9223372036854775807)::bigint AS cache_read_audio_tokens, least(coalesce(sum(cache_read_image_tokens), 0), 9223372036854775807)::bigint AS cache_read_image_tokens, coalesce(sum(cost_nanos), 0) AS cost_nanos, coalesce(sum(cache_saved_nanos), 0) AS cache_saved_nanos, least(coalesce(sum(cache_saved_tokens), 0), 9223372036854775807)::bigint AS cache_saved_tokens, least(coalesce(sum(duration_ms_sum), 0), 9223372036854775807)::bigint AS duration_ms_sum, least(coalesce(sum(duration_count), 0), 9223372036854775807)::bigint AS duration_count, '{}'::bigint[] AS duration_buckets FROM (SELECT width_bucket((usage_date + time '12:00') AT TIME ZONE 'UTC', $3::timestamptz[]) - 1 AS span, model_name, user_id, request_count, error_count, unpriced_requests, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens, audio_output_tokens, embedding_tokens, image_input_tokens, image_output_tokens, cache_read_audio_tokens, cache_read_image_tokens, cost_nanos, cache_saved_nanos, cache_saved_tokens, duration_ms_sum, duration_count
FROM unnest($4::date[], $5::date[]) AS run (first_day, end_day)
JOIN rollup.org_user_daily_usage ON usage_date >= first_day AND usage_date < end_day
WHERE org_id = $2::text AND user_id = ANY ($1::text[])
UNION ALL
SELECT width_bucket(occurred_at, $3::timestamptz[]) - 1 AS span, model_name, user_id, request_count,
CASE WHEN success THEN 0 ELSE request_count END AS error_count,
CASE WHEN cost_status = 'unpriced' THEN request_count ELSE 0 END AS unpriced_requests,
input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens, audio_output_tokens, embedding_tokens, image_input_tokens, image_output_tokens, cache_read_audio_tokens, cache_read_image_tokens, cost_nanos,
coalesce(cache_saved_nanos, 0) AS cache_saved_nanos,
CASE WHEN cache_saved_nanos IS NULL THEN 0 ELSE cache_read_tokens + cache_write_tokens END
  AS cache_saved_tokens,
coalesce(duration_ms, 0) AS duration_ms_sum, (duration_ms IS NOT NULL)::int AS duration_count
FROM raw.usage_event
WHERE :event_keys AND occurred_at >= $6::timestamptz AND occurred_at < $7::timestamptz AND org_id = $2::text AND user_id = ANY ($1::text[])) AS used GROUP BY span, model_name, user_id HAVING sum(request_count) > 0 ORDER BY span, model_name COLLATE "C", user_id COLLATE "C" LIMIT $8::int;
-- $1 [u-1]
-- $2 acme
-- $3 [2026-03-02T11:45Z, 2026-03-03T00:00Z, 2026-03-04T00:00Z]
-- $4 [2026-03-03]
-- $5 [2026-03-04]
-- $6 2026-03-02T11:45Z
-- $7 2026-03-03T00:00Z
-- $8 20001
