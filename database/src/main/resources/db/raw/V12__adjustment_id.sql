-- A number of an org is given twice when the database is restored to before it was given: the message of
-- the first time still stands on usage.recorded. The id tells them apart. Rows of before have none.
ALTER TABLE raw.cost_adjustment ADD COLUMN id uuid;
ALTER TABLE raw.cost_adjustment ALTER COLUMN id SET DEFAULT gen_random_uuid();

CREATE OR REPLACE VIEW raw.recorded_adjustment AS
SELECT org_id, sequence, event_key, cost_nanos_before, cost_nanos_after, unpriced_requests_delta, id
FROM raw.cost_adjustment;
COMMENT ON VIEW raw.recorded_adjustment IS
  'usage-aggregator takes what is not counted yet off the raw events, so that the comparison is exact; and it counts no adjustment that is not here, having been lost by a restore.';
