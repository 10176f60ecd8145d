-- The days that were there before V18, which are settled by and by, the newest first. From one to the next by the primary
-- key; in a transaction of its own, which locks nobody out.
INSERT INTO rollup.org_hours_day (org_id, usage_date)
WITH RECURSIVE day AS (
  (SELECT org_id, usage_date FROM rollup.org_daily_usage ORDER BY org_id, usage_date LIMIT 1)
  UNION ALL
  SELECT next.org_id, next.usage_date
  FROM day
  CROSS JOIN LATERAL (
    SELECT u.org_id, u.usage_date FROM rollup.org_daily_usage AS u
    WHERE (u.org_id, u.usage_date) > (day.org_id, day.usage_date)
    ORDER BY u.org_id, u.usage_date LIMIT 1) AS next)
SELECT org_id, usage_date FROM day
ON CONFLICT DO NOTHING;
