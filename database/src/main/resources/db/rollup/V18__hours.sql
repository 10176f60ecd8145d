-- Hours, and runs of six hours, of UTC days that are over: the quarters of an hour, added up afterwards and in bulk,
-- so that counting does not pay for them. A report in any time zone reads few rows for the ends of its days, and one
-- by the hour few as well. Not told apart by category and activity, by which no report has many spans.
CREATE TABLE rollup.org_hours_usage (
  hours smallint NOT NULL CHECK (hours IN (1, 6)),
  LIKE rollup.org_quarter_hour_usage INCLUDING DEFAULTS
);
ALTER TABLE rollup.org_hours_usage DROP COLUMN category, DROP COLUMN activity,
  ADD PRIMARY KEY (org_id, hours, bucket_start, provider, model_name, feature);
ALTER TABLE rollup.org_hours_usage ALTER COLUMN duration_buckets SET STATISTICS 0;

-- The days with usage. Only of a settled one do the hours tell what the quarters tell; it is locked by whoever settles it.
CREATE TABLE rollup.org_hours_day (
  org_id     text    NOT NULL,
  usage_date date    NOT NULL,
  settled    boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, usage_date)
) WITH (fillfactor = 80);
CREATE INDEX org_hours_day_due ON rollup.org_hours_day (usage_date) WHERE NOT settled;

DO $$
DECLARE
  table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['org_hours_usage', 'org_hours_day']
  LOOP
    EXECUTE format('GRANT SELECT ON rollup.%I TO tokenledger_query', table_name);
    EXECUTE format('ALTER TABLE rollup.%I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('CREATE POLICY org_scope ON rollup.%I FOR SELECT TO tokenledger_query
      USING (org_id = ANY (string_to_array(current_setting(''tokenledger.org_scope'', true), '','')))', table_name);
  END LOOP;
END
$$;

-- A day of an org that had none so far.
CREATE FUNCTION rollup.note_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rollup.org_hours_day (org_id, usage_date) VALUES (NEW.org_id, NEW.usage_date)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER note_day AFTER INSERT ON rollup.org_daily_usage
FOR EACH ROW EXECUTE FUNCTION rollup.note_day();

-- Whoever changes a quarter of a day, by counting, revising, repricing, rebuilding or by hand, and of whatever version:
-- the day is settled no more. The lock waits for whoever settles it just now, so that this is seen to be done.
CREATE FUNCTION rollup.unsettle_day() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  org      text;
  day      date;
  was_done boolean;
BEGIN
  IF TG_OP = 'DELETE' THEN
    org := OLD.org_id;
    day := (OLD.bucket_start AT TIME ZONE 'UTC')::date;
  ELSE
    org := NEW.org_id;
    day := (NEW.bucket_start AT TIME ZONE 'UTC')::date;
  END IF;
  SELECT d.settled INTO was_done FROM rollup.org_hours_day AS d
  WHERE d.org_id = org AND d.usage_date = day FOR NO KEY UPDATE;
  IF was_done IS DISTINCT FROM false THEN
    INSERT INTO rollup.org_hours_day (org_id, usage_date) VALUES (org, day)
    ON CONFLICT (org_id, usage_date) DO UPDATE SET settled = false;
  END IF;
  RETURN NULL;
END
$$;

-- No day is settled before it is over since three hours: what counts what happens now does not call this.
CREATE TRIGGER unsettle_day AFTER INSERT OR UPDATE ON rollup.org_quarter_hour_usage
FOR EACH ROW WHEN (NEW.bucket_start < clock_timestamp() - interval '1 hour')
EXECUTE FUNCTION rollup.unsettle_day();
CREATE TRIGGER unsettle_day_of_deleted AFTER DELETE ON rollup.org_quarter_hour_usage
FOR EACH ROW EXECUTE FUNCTION rollup.unsettle_day();
