WITH budget AS (
  SELECT org_id, monthly_nanos, time_zone
  FROM access.budget JOIN access.org USING (org_id)),
spent AS (
  SELECT org_id, cost_nanos
  FROM budget
  JOIN unnest($1::text[], $2::date[], $3::date[]) AS run (time_zone, first_day, end_day) USING (time_zone)
  CROSS JOIN LATERAL (
    SELECT cost_nanos FROM rollup.org_daily_usage AS usage
    WHERE usage.org_id = budget.org_id
      AND usage_date >= first_day AND usage_date < end_day OFFSET 0) AS day
  UNION ALL
  SELECT org_id, cost_nanos
  FROM budget
  JOIN unnest($4::text[], $5::timestamptz[], $6::timestamptz[]) AS run (time_zone, run_start, run_end) USING (time_zone)
  CROSS JOIN LATERAL (
    SELECT cost_nanos FROM rollup.org_quarter_hour_usage AS usage
    WHERE usage.org_id = budget.org_id
      AND bucket_start >= run_start AND bucket_start < run_end OFFSET 0) AS part)
SELECT org_id, monthly_nanos, coalesce(sum(cost_nanos), 0) AS spent_nanos
FROM budget LEFT JOIN spent USING (org_id)
GROUP BY org_id, monthly_nanos
ORDER BY coalesce(sum(cost_nanos), 0) / monthly_nanos DESC, org_id
LIMIT $7::int;
-- $1 [UTC, Asia/Kolkata]
-- $2 [2026-03-01, 2026-03-01]
-- $3 [2026-04-01, 2026-03-31]
-- $4 [Asia/Kolkata, Asia/Kolkata]
-- $5 [2026-02-28T18:30Z, 2026-03-31T00:00Z]
-- $6 [2026-03-01T00:00Z, 2026-03-31T18:30Z]
-- $7 100
