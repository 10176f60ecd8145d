-- What a user used in all orgs of theirs: by the primary key, each day of each of these orgs is
-- looked through. Rows that count up do not touch it (HOT).
CREATE INDEX org_user_daily_usage_user ON rollup.org_user_daily_usage (user_id, usage_date);
