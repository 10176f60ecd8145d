SELECT span, provider, model_name, feature, least(coalesce(sum(request_count), 0), 9223372036854775807)::bigint AS request_count, least(coalesce(sum(error_count), 0), 9223372036854775807)::bigint AS error_count, least(coalesce(sum(unpriced_requests), 0), 9223372036854775807)::bigint AS unpriced_requests, least(coalesce(sum(input_tokens), 0), 9223372036854775807)::bigint AS input_tokens, least(coalesce(sum(output_tokens), 0), 9223372036854775807)::bigint AS output_tokens, least(coalesce(sum(cache_read_tokens), 0), 9223372036854775807)::bigint AS cache_read_tokens, least(coalesce(sum(cache_write_tokens), 0), 9223372036854775807)::bigint AS cache_write_tokens, least(coalesce(sum(cache_write_1h_tokens), 0), 9223372036854775807)::bigint AS cache_write_1h_tokens, least(coalesce(sum(audio_input_tokens), 0), 9223372036854775807)::bigint AS audio_input_tokens, least(coalesce(sum(reasoning_tokens), 0), 9223372036854775807)::bigint AS reasoning_tokens, least(coalesce(sum(audio_output_tokens), 0), 9223372036854775807)::bigint AS audio_output_tokens, least(coalesce(sum(embedding_tokens), 0), 9223372036854775807)::bigint AS embedding_tokens, least(coalesce(sum(image_input_tokens), 0), 9223372036854775807)::bigint AS image_input_tokens, least(coalesce(sum(image_output_tokens), 0), 9223372036854775807)::bigint AS image_output_tokens, least(coalesce(sum(cache_read_audio_tokens), 0), 9223372036854775807)::bigint AS cache_read_audio_tokens, least(coalesce(sum(cache_read_image_tokens), 0), 9223372036854775807)::bigint AS cache_read_image_tokens, coalesce(sum(cost_nanos), 0) AS cost_nanos FROM (SELECT width_bucket(bucket_start, $5::timestamptz[]) - 1 AS span, provider, model_name, feature, category, activity, request_count, error_count, unpriced_requests, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens, audio_output_tokens, embedding_tokens, image_input_tokens, image_output_tokens, cache_read_audio_tokens, cache_read_image_tokens, cost_nanos, duration_ms_sum, duration_count
FROM unnest($6::timestamptz[], $7::timestamptz[]) AS run (run_start, run_end)
CROSS JOIN LATERAL (
  SELECT * FROM rollup.org_quarter_hour_usage
  WHERE bucket_start >= run_start AND bucket_start < run_end AND org_id = $4::text OFFSET 0) AS part
WHERE true AND (provider COLLATE "C", model_name COLLATE "C", feature COLLATE "C") > ($1::text, $2::text, $3::text)) AS used GROUP BY span, provider, model_name, feature ORDER BY span, provider COLLATE "C", model_name COLLATE "C", feature COLLATE "C" LIMIT $8::int;
-- $1 openai
-- $2 gpt-x
-- $3 chat
-- $4 acme
-- $5 [2026-03-01T23:00Z, 2026-03-02T23:00Z]
-- $6 [2026-03-01T23:00Z]
-- $7 [2026-03-02T23:00Z]
-- $8 5000
