SELECT span, provider, model_name, feature, least(coalesce(sum(request_count), 0), 9223372036854775807)::bigint AS request_count, least(coalesce(sum(error_count), 0), 9223372036854775807)::bigint AS error_count, least(coalesce(sum(unpriced_requests), 0), 9223372036854775807)::bigint AS unpriced_requests, least(coalesce(sum(input_tokens), 0), 9223372036854775807)::bigint AS input_tokens, least(coalesce(sum(output_tokens), 0), 9223372036854775807)::bigint AS output_tokens, least(coalesce(sum(cache_read_tokens), 0), 9223372036854775807)::bigint AS cache_read_tokens, least(coalesce(sum(cache_write_tokens), 0), 9223372036854775807)::bigint AS cache_write_tokens, least(coalesce(sum(cache_write_1h_tokens), 0), 9223372036854775807)::bigint AS cache_write_1h_tokens, least(coalesce(sum(audio_input_tokens), 0), 9223372036854775807)::bigint AS audio_input_tokens, least(coalesce(sum(reasoning_tokens), 0), 9223372036854775807)::bigint AS reasoning_tokens, least(coalesce(sum(audio_output_tokens), 0), 9223372036854775807)::bigint AS audio_output_tokens, least(coalesce(sum(embedding_tokens), 0), 9223372036854775807)::bigint AS embedding_tokens, least(coalesce(sum(image_input_tokens), 0), 9223372036854775807)::bigint AS image_input_tokens, least(coalesce(sum(image_output_tokens), 0), 9223372036854775807)::bigint AS image_output_tokens, least(coalesce(sum(cache_read_audio_tokens), 0), 9223372036854775807)::bigint AS cache_read_audio_tokens, least(coalesce(sum(cache_read_image_tokens), 0), 9223372036854775807)::bigint AS cache_read_image_tokens, coalesce(sum(cost_nanos), 0) AS cost_nanos, coalesce(sum(cache_saved_nanos), 0) AS cache_saved_nanos, least(coalesce(sum(cache_saved_tokens), 0), 9223372036854775807)::bigint AS cache_saved_tokens FROM (SELECT 0 AS span, provider, model_name, feature, request_count, error_count, unpriced_requests, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens, audio_output_tokens, embedding_tokens, image_input_tokens, image_output_tokens, cache_read_audio_tokens, cache_read_image_tokens, cost_nanos, cache_saved_nanos, cache_saved_tokens
FROM unnest($5::date[], $6::date[]) AS run (first_day, end_day)
JOIN rollup.org_daily_usage ON usage_date >= first_day AND usage_date < end_day
WHERE org_id = $4::text AND (provider COLLATE "C", model_name COLLATE "C", feature COLLATE "C") > ($1::text, $2::text, $3::text)
UNION ALL
SELECT span, provider, model_name, feature, sign * request_count AS request_count, sign * error_count AS error_count, sign * unpriced_requests AS unpriced_requests, sign * input_tokens AS input_tokens, sign * output_tokens AS output_tokens, sign * cache_read_tokens AS cache_read_tokens, sign * cache_write_tokens AS cache_write_tokens, sign * cache_write_1h_tokens AS cache_write_1h_tokens, sign * audio_input_tokens AS audio_input_tokens, sign * reasoning_tokens AS reasoning_tokens, sign * audio_output_tokens AS audio_output_tokens, sign * embedding_tokens AS embedding_tokens, sign * image_input_tokens AS image_input_tokens, sign * image_output_tokens AS image_output_tokens, sign * cache_read_audio_tokens AS cache_read_audio_tokens, sign * cache_read_image_tokens AS cache_read_image_tokens, sign * cost_nanos AS cost_nanos, sign * cache_saved_nanos AS cache_saved_nanos, sign * cache_saved_tokens AS cache_saved_tokens
FROM (SELECT taken_from, given_to, provider, model_name, feature, least(coalesce(sum(request_count), 0), 9223372036854775807)::bigint AS request_count, least(coalesce(sum(error_count), 0), 9223372036854775807)::bigint AS error_count, least(coalesce(sum(unpriced_requests), 0), 9223372036854775807)::bigint AS unpriced_requests, least(coalesce(sum(input_tokens), 0), 9223372036854775807)::bigint AS input_tokens, least(coalesce(sum(output_tokens), 0), 9223372036854775807)::bigint AS output_tokens, least(coalesce(sum(cache_read_tokens), 0), 9223372036854775807)::bigint AS cache_read_tokens, least(coalesce(sum(cache_write_tokens), 0), 9223372036854775807)::bigint AS cache_write_tokens, least(coalesce(sum(cache_write_1h_tokens), 0), 9223372036854775807)::bigint AS cache_write_1h_tokens, least(coalesce(sum(audio_input_tokens), 0), 9223372036854775807)::bigint AS audio_input_tokens, least(coalesce(sum(reasoning_tokens), 0), 9223372036854775807)::bigint AS reasoning_tokens, least(coalesce(sum(audio_output_tokens), 0), 9223372036854775807)::bigint AS audio_output_tokens, least(coalesce(sum(embedding_tokens), 0), 9223372036854775807)::bigint AS embedding_tokens, least(coalesce(sum(image_input_tokens), 0), 9223372036854775807)::bigint AS image_input_tokens, least(coalesce(sum(image_output_tokens), 0), 9223372036854775807)::bigint AS image_output_tokens, least(coalesce(sum(cache_read_audio_tokens), 0), 9223372036854775807)::bigint AS cache_read_audio_tokens, least(coalesce(sum(cache_read_image_tokens), 0), 9223372036854775807)::bigint AS cache_read_image_tokens, coalesce(sum(cost_nanos), 0) AS cost_nanos, coalesce(sum(cache_saved_nanos), 0) AS cache_saved_nanos, least(coalesce(sum(cache_saved_tokens), 0), 9223372036854775807)::bigint AS cache_saved_tokens
FROM (
  SELECT run.* FROM unnest($7::timestamptz[], $8::timestamptz[], $9::int[], $10::boolean[], $11::int[], $12::int[])
    AS run (run_start, run_end, run_hours, run_settled, taken_from, given_to)
  LEFT JOIN rollup.org_hours_day AS day
    ON day.org_id = $4::text AND day.usage_date = (run_start AT TIME ZONE 'UTC')::date
  WHERE run_settled IS NULL OR run_settled = coalesce(day.settled, false) OFFSET 0) AS run
CROSS JOIN LATERAL (
  SELECT bucket_start, provider, model_name, feature, request_count, error_count, unpriced_requests, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens, audio_output_tokens, embedding_tokens, image_input_tokens, image_output_tokens, cache_read_audio_tokens, cache_read_image_tokens, cost_nanos, cache_saved_nanos, cache_saved_tokens FROM rollup.org_quarter_hour_usage
  WHERE run_hours = 0
    AND org_id = $4::text AND bucket_start >= run_start AND bucket_start < run_end
  UNION ALL
  SELECT bucket_start, provider, model_name, feature, request_count, error_count, unpriced_requests, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens, audio_output_tokens, embedding_tokens, image_input_tokens, image_output_tokens, cache_read_audio_tokens, cache_read_image_tokens, cost_nanos, cache_saved_nanos, cache_saved_tokens FROM rollup.org_hours_usage
  WHERE run_hours <> 0 AND hours = run_hours
    AND org_id = $4::text AND bucket_start >= run_start AND bucket_start < run_end OFFSET 0) AS part
WHERE true AND (provider COLLATE "C", model_name COLLATE "C", feature COLLATE "C") > ($1::text, $2::text, $3::text)
GROUP BY taken_from, given_to, provider, model_name, feature) AS moved
CROSS JOIN LATERAL (VALUES (taken_from, -1), (given_to, 1)) AS change (span, sign)
WHERE span <> -1) AS used GROUP BY span, provider, model_name, feature HAVING sum(request_count) > 0 ORDER BY span, provider COLLATE "C", model_name COLLATE "C", feature COLLATE "C" LIMIT $13::int;
-- $1 openai
-- $2 gpt-x
-- $3 chat
-- $4 acme
-- $5 [2026-03-02]
-- $6 [2026-03-03]
-- $7 [2026-03-01T23:00Z, 2026-03-01T23:00Z, 2026-03-02T23:00Z, 2026-03-02T23:00Z]
-- $8 [2026-03-02T00:00Z, 2026-03-02T00:00Z, 2026-03-03T00:00Z, 2026-03-03T00:00Z]
-- $9 [0, 1, 0, 1]
-- $10 [false, true, false, true]
-- $11 [-1, -1, 0, 0]
-- $12 [0, 0, -1, -1]
-- $13 5000
