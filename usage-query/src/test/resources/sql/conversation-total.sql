SELECT count(*) AS total FROM (SELECT 1 FROM rollup.conversation_usage WHERE org_id = ANY ($1::text[]) AND (org_id = ANY ($2::text[]) OR user_id = $3::text) GROUP BY conversation_id HAVING max(last_message_at) >= $4::timestamptz AND max(last_message_at) < $5::timestamptz) AS found;
-- $1 [acme, globex]
-- $2 [acme]
-- $3 u-1
-- $4 2026-03-01T23:00Z
-- $5 2026-03-08T23:00Z
