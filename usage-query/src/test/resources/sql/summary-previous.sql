SELECT span, coalesce(sum(request_count), 0)::bigint AS request_count, coalesce(sum(error_count), 0)::bigint AS error_count, coalesce(sum(unpriced_requests), 0)::bigint AS unpriced_requests, coalesce(sum(input_tokens), 0)::bigint AS input_tokens, coalesce(sum(output_tokens), 0)::bigint AS output_tokens, coalesce(sum(cache_read_tokens), 0)::bigint AS cache_read_tokens, coalesce(sum(cache_write_tokens), 0)::bigint AS cache_write_tokens, coalesce(sum(cache_write_1h_tokens), 0)::bigint AS cache_write_1h_tokens, coalesce(sum(audio_input_tokens), 0)::bigint AS audio_input_tokens, coalesce(sum(reasoning_tokens), 0)::bigint AS reasoning_tokens, coalesce(sum(audio_output_tokens), 0)::bigint AS audio_output_tokens, coalesce(sum(embedding_tokens), 0)::bigint AS embedding_tokens, coalesce(sum(cost_nanos), 0) AS cost_nanos, coalesce(sum(duration_ms_sum), 0)::bigint AS duration_ms_sum, coalesce(sum(duration_count), 0)::bigint AS duration_count, ARRAY[coalesce(sum(duration_buckets[1]), 0)::bigint, coalesce(sum(duration_buckets[2]), 0)::bigint, coalesce(sum(duration_buckets[3]), 0)::bigint, coalesce(sum(duration_buckets[4]), 0)::bigint, coalesce(sum(duration_buckets[5]), 0)::bigint, coalesce(sum(duration_buckets[6]), 0)::bigint, coalesce(sum(duration_buckets[7]), 0)::bigint, coalesce(sum(duration_buckets[8]), 0)::bigint, coalesce(sum(duration_buckets[9]), 0)::bigint, coalesce(sum(duration_buckets[10]), 0)::bigint, coalesce(sum(duration_buckets[11]), 0)::bigint, coalesce(sum(duration_buckets[12]), 0)::bigint, coalesce(sum(duration_buckets[13]), 0)::bigint, coalesce(sum(duration_buckets[14]), 0)::bigint, coalesce(sum(duration_buckets[15]), 0)::bigint, coalesce(sum(duration_buckets[16]), 0)::bigint, coalesce(sum(duration_buckets[17]), 0)::bigint, coalesce(sum(duration_buckets[18]), 0)::bigint, coalesce(sum(duration_buckets[19]), 0)::bigint, coalesce(sum(duration_buckets[20]), 0)::bigint, coalesce(sum(duration_buckets[21]), 0)::bigint, coalesce(sum(duration_buckets[22]), 0)::bigint, coalesce(sum(duration_buckets[23]), 0)::bigint, coalesce(sum(duration_buckets[24]), 0)::bigint, coalesce(sum(duration_buckets[25]), 0)::bigint] AS duration_buckets FROM (SELECT width_bucket(usage_date::timestamp AT TIME ZONE 'UTC', $5::timestamptz[]) - 1 AS span, provider, model_name, feature, category, activity, request_count, error_count, unpriced_requests, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens, audio_output_tokens, embedding_tokens, cost_nanos, duration_ms_sum, duration_count, duration_buckets
FROM unnest($6::date[], $7::date[]) AS run (first_day, end_day)
JOIN rollup.org_daily_usage ON usage_date >= first_day AND usage_date < end_day
WHERE org_id = $4::text AND provider = $1::text AND model_name = $2::text AND feature = $3::text
UNION ALL
SELECT width_bucket(bucket_start, $5::timestamptz[]) - 1 AS span, provider, model_name, feature, category, activity, request_count, error_count, unpriced_requests, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, cache_write_1h_tokens, audio_input_tokens, reasoning_tokens, audio_output_tokens, embedding_tokens, cost_nanos, duration_ms_sum, duration_count, duration_buckets
FROM unnest($8::timestamptz[], $9::timestamptz[]) AS run (run_start, run_end)
CROSS JOIN LATERAL (
  SELECT * FROM rollup.org_quarter_hour_usage
  WHERE bucket_start >= run_start AND bucket_start < run_end AND org_id = $4::text OFFSET 0) AS part
WHERE true AND provider = $1::text AND model_name = $2::text AND feature = $3::text) AS used GROUP BY span ORDER BY span;
-- $1 openai
-- $2 gpt-x
-- $3 chat
-- $4 acme
-- $5 [2026-02-22T23:00Z, 2026-03-01T23:00Z]
-- $6 [2026-02-23]
-- $7 [2026-03-01]
-- $8 [2026-02-22T23:00Z, 2026-03-01T00:00Z]
-- $9 [2026-02-23T00:00Z, 2026-03-01T23:00Z]
