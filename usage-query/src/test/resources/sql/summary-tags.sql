SELECT * FROM (
  SELECT tag_key, tag_value, least(coalesce(sum(request_count), 0), 9223372036854775807)::bigint AS request_count, least(coalesce(sum(error_count), 0), 9223372036854775807)::bigint AS error_count, least(coalesce(sum(unpriced_requests), 0), 9223372036854775807)::bigint AS unpriced_requests, least(coalesce(sum(input_tokens), 0), 9223372036854775807)::bigint AS input_tokens, least(coalesce(sum(output_tokens), 0), 9223372036854775807)::bigint AS output_tokens, least(coalesce(sum(cache_read_tokens), 0), 9223372036854775807)::bigint AS cache_read_tokens, least(coalesce(sum(cache_write_tokens), 0), 9223372036854775807)::bigint AS cache_write_tokens, least(coalesce(sum(cache_write_1h_tokens), 0), 9223372036854775807)::bigint AS cache_write_1h_tokens, least(coalesce(sum(audio_input_tokens), 0), 9223372036854775807)::bigint AS audio_input_tokens, least(coalesce(sum(reasoning_tokens), 0), 9223372036854775807)::bigint AS reasoning_tokens, least(coalesce(sum(audio_output_tokens), 0), 9223372036854775807)::bigint AS audio_output_tokens, least(coalesce(sum(embedding_tokens), 0), 9223372036854775807)::bigint AS embedding_tokens, least(coalesce(sum(image_input_tokens), 0), 9223372036854775807)::bigint AS image_input_tokens, least(coalesce(sum(image_output_tokens), 0), 9223372036854775807)::bigint AS image_output_tokens, least(coalesce(sum(cache_read_audio_tokens), 0), 9223372036854775807)::bigint AS cache_read_audio_tokens, least(coalesce(sum(cache_read_image_tokens), 0), 9223372036854775807)::bigint AS cache_read_image_tokens, coalesce(sum(cost_nanos), 0) AS cost_nanos, coalesce(sum(cache_saved_nanos), 0) AS cache_saved_nanos, least(coalesce(sum(cache_saved_tokens), 0), 9223372036854775807)::bigint AS cache_saved_tokens, least(coalesce(sum(duration_ms_sum), 0), 9223372036854775807)::bigint AS duration_ms_sum, least(coalesce(sum(duration_count), 0), 9223372036854775807)::bigint AS duration_count, '{}'::bigint[] AS duration_buckets, grouping(tag_key, tag_value) AS grouped_by,
    row_number() OVER (PARTITION BY grouping(tag_key, tag_value)
      ORDER BY sum(cost_nanos) DESC, sum(request_count) DESC, tag_key COLLATE "C", tag_value COLLATE "C") AS place
  FROM (SELECT tag_key, tag_value, least(coalesce(sum(request_count), 0), 9223372036854775807)::bigint AS request_count, least(coalesce(sum(error_count), 0), 9223372036854775807)::bigint AS error_count, least(coalesce(sum(unpriced_requests), 0), 9223372036854775807)::bigint AS unpriced_requests, least(coalesce(sum(input_tokens), 0), 9223372036854775807)::bigint AS input_tokens, least(coalesce(sum(output_tokens), 0), 9223372036854775807)::bigint AS output_tokens, least(coalesce(sum(cache_read_tokens), 0), 9223372036854775807)::bigint AS cache_read_tokens, least(coalesce(sum(cache_write_tokens), 0), 9223372036854775807)::bigint AS cache_write_tokens, least(coalesce(sum(cache_write_1h_tokens), 0), 9223372036854775807)::bigint AS cache_write_1h_tokens, least(coalesce(sum(audio_input_tokens), 0), 9223372036854775807)::bigint AS audio_input_tokens, least(coalesce(sum(reasoning_tokens), 0), 9223372036854775807)::bigint AS reasoning_tokens, least(coalesce(sum(audio_output_tokens), 0), 9223372036854775807)::bigint AS audio_output_tokens, least(coalesce(sum(embedding_tokens), 0), 9223372036854775807)::bigint AS embedding_tokens, least(coalesce(sum(image_input_tokens), 0), 9223372036854775807)::bigint AS image_input_tokens, least(coalesce(sum(image_output_tokens), 0), 9223372036854775807)::bigint AS image_output_tokens, least(coalesce(sum(cache_read_audio_tokens), 0), 9223372036854775807)::bigint AS cache_read_audio_tokens, least(coalesce(sum(cache_read_image_tokens), 0), 9223372036854775807)::bigint AS cache_read_image_tokens, coalesce(sum(cost_nanos), 0) AS cost_nanos, coalesce(sum(cache_saved_nanos), 0) AS cache_saved_nanos, least(coalesce(sum(cache_saved_tokens), 0), 9223372036854775807)::bigint AS cache_saved_tokens, least(coalesce(sum(duration_ms_sum), 0), 9223372036854775807)::bigint AS duration_ms_sum, least(coalesce(sum(duration_count), 0), 9223372036854775807)::bigint AS duration_count, '{}'::bigint[] AS duration_buckets FROM (SELECT 0 AS span, tag_key, tag_value, request_count, error_count, unpriced_requests, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens, audio_output_tokens, embedding_tokens, image_input_tokens, image_output_tokens, cache_read_audio_tokens, cache_read_image_tokens, cost_nanos, cache_saved_nanos, cache_saved_tokens, duration_ms_sum, duration_count
FROM unnest($5::date[], $6::date[]) AS run (first_day, end_day)
JOIN rollup.org_tag_daily_usage ON usage_date >= first_day AND usage_date < end_day
WHERE org_id = $4::text AND provider = $1::text AND model_name = $2::text AND feature = $3::text
UNION ALL
SELECT 0 AS span, tag_key, tag_value, request_count,
CASE WHEN success THEN 0 ELSE request_count END AS error_count,
CASE WHEN cost_status = 'unpriced' THEN request_count ELSE 0 END AS unpriced_requests,
input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens, audio_output_tokens, embedding_tokens, image_input_tokens, image_output_tokens, cache_read_audio_tokens, cache_read_image_tokens, cost_nanos,
coalesce(cache_saved_nanos, 0) AS cache_saved_nanos,
CASE WHEN cache_saved_nanos IS NULL THEN 0 ELSE cache_read_tokens + cache_write_tokens END
  AS cache_saved_tokens,
coalesce(duration_ms, 0) AS duration_ms_sum, (duration_ms IS NOT NULL)::int AS duration_count
FROM raw.usage_event CROSS JOIN LATERAL jsonb_each_text(tags) AS tag (tag_key, tag_value)
WHERE :event_keys AND occurred_at >= $7::timestamptz AND occurred_at < $8::timestamptz AND org_id = $4::text AND provider = $1::text AND model_name = $2::text AND feature = $3::text
UNION ALL
SELECT 0 AS span, tag_key, tag_value, request_count,
CASE WHEN success THEN 0 ELSE request_count END AS error_count,
CASE WHEN cost_status = 'unpriced' THEN request_count ELSE 0 END AS unpriced_requests,
input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens, audio_output_tokens, embedding_tokens, image_input_tokens, image_output_tokens, cache_read_audio_tokens, cache_read_image_tokens, cost_nanos,
coalesce(cache_saved_nanos, 0) AS cache_saved_nanos,
CASE WHEN cache_saved_nanos IS NULL THEN 0 ELSE cache_read_tokens + cache_write_tokens END
  AS cache_saved_tokens,
coalesce(duration_ms, 0) AS duration_ms_sum, (duration_ms IS NOT NULL)::int AS duration_count
FROM raw.usage_event CROSS JOIN LATERAL jsonb_each_text(tags) AS tag (tag_key, tag_value)
WHERE :event_keys AND occurred_at >= $9::timestamptz AND occurred_at < $10::timestamptz AND org_id = $4::text AND provider = $1::text AND model_name = $2::text AND feature = $3::text) AS used GROUP BY tag_key, tag_value HAVING sum(request_count) > 0) AS folded
  GROUP BY GROUPING SETS ((), (tag_key, tag_value))) AS groups
WHERE place <= $11::int
ORDER BY grouped_by DESC, place;
-- $1 openai
-- $2 gpt-x
-- $3 chat
-- $4 acme
-- $5 [2026-03-02]
-- $6 [2026-03-08]
-- $7 2026-03-01T23:00Z
-- $8 2026-03-02T00:00Z
-- $9 2026-03-08T00:00Z
-- $10 2026-03-08T23:00Z
-- $11 20
