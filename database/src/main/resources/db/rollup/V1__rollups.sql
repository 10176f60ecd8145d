-- Rollups: sums of raw events. An absent text is the empty string, so that every key column is NOT NULL.
-- cost_nanos is numeric because a sum must not overflow whatever the events carry.
-- duration_buckets counts the calls that told a duration, by io.tokenledger.events.DurationBuckets;
-- users and tags have none, because nobody asks for their percentiles and 25 counters weigh as much
-- as the rest of the row.
-- fillfactor 50 leaves room on the page, so that counting up touches no index (HOT updates).

-- Per org and UTC day.
CREATE TABLE rollup.org_daily_usage (
  org_id                text          NOT NULL,
  usage_date            date          NOT NULL,
  provider              text          NOT NULL,
  model_name            text          NOT NULL,
  feature               text          NOT NULL,
  category              text          NOT NULL,
  activity              text          NOT NULL,
  request_count         bigint        NOT NULL,
  error_count           bigint        NOT NULL,
  unpriced_requests     bigint        NOT NULL,
  input_tokens          bigint        NOT NULL,
  output_tokens         bigint        NOT NULL,
  cache_read_tokens     bigint        NOT NULL,
  cache_write_tokens    bigint        NOT NULL,
  cache_write_1h_tokens bigint        NOT NULL,
  audio_input_tokens    bigint        NOT NULL,
  reasoning_tokens      bigint        NOT NULL,
  audio_output_tokens   bigint        NOT NULL,
  embedding_tokens      bigint        NOT NULL,
  cost_nanos            numeric(30,0) NOT NULL,
  duration_ms_sum       bigint        NOT NULL,
  duration_count        bigint        NOT NULL,
  duration_buckets      bigint[]      NOT NULL,
  PRIMARY KEY (org_id, usage_date, provider, model_name, feature, category, activity)
) WITH (fillfactor = 50);

-- Per org, UTC day and user.
CREATE TABLE rollup.org_user_daily_usage (
  org_id                text          NOT NULL,
  usage_date            date          NOT NULL,
  user_id               text          NOT NULL,
  provider              text          NOT NULL,
  model_name            text          NOT NULL,
  feature               text          NOT NULL,
  request_count         bigint        NOT NULL,
  error_count           bigint        NOT NULL,
  unpriced_requests     bigint        NOT NULL,
  input_tokens          bigint        NOT NULL,
  output_tokens         bigint        NOT NULL,
  cache_read_tokens     bigint        NOT NULL,
  cache_write_tokens    bigint        NOT NULL,
  cache_write_1h_tokens bigint        NOT NULL,
  audio_input_tokens    bigint        NOT NULL,
  reasoning_tokens      bigint        NOT NULL,
  audio_output_tokens   bigint        NOT NULL,
  embedding_tokens      bigint        NOT NULL,
  cost_nanos            numeric(30,0) NOT NULL,
  duration_ms_sum       bigint        NOT NULL,
  duration_count        bigint        NOT NULL,
  PRIMARY KEY (org_id, usage_date, user_id, provider, model_name, feature)
) WITH (fillfactor = 50);

-- Per org and quarter of an hour: hourly charts, and days of any time zone.
CREATE TABLE rollup.org_quarter_hour_usage (
  org_id                text          NOT NULL,
  bucket_start          timestamptz   NOT NULL,
  provider              text          NOT NULL,
  model_name            text          NOT NULL,
  feature               text          NOT NULL,
  category              text          NOT NULL,
  activity              text          NOT NULL,
  request_count         bigint        NOT NULL,
  error_count           bigint        NOT NULL,
  unpriced_requests     bigint        NOT NULL,
  input_tokens          bigint        NOT NULL,
  output_tokens         bigint        NOT NULL,
  cache_read_tokens     bigint        NOT NULL,
  cache_write_tokens    bigint        NOT NULL,
  cache_write_1h_tokens bigint        NOT NULL,
  audio_input_tokens    bigint        NOT NULL,
  reasoning_tokens      bigint        NOT NULL,
  audio_output_tokens   bigint        NOT NULL,
  embedding_tokens      bigint        NOT NULL,
  cost_nanos            numeric(30,0) NOT NULL,
  duration_ms_sum       bigint        NOT NULL,
  duration_count        bigint        NOT NULL,
  duration_buckets      bigint[]      NOT NULL,
  PRIMARY KEY (org_id, bucket_start, provider, model_name, feature, category, activity)
) WITH (fillfactor = 50);

-- Per org, UTC day and tag value; an event counts once under each of its tags.
CREATE TABLE rollup.org_tag_daily_usage (
  org_id                text          NOT NULL,
  usage_date            date          NOT NULL,
  tag_key               text          NOT NULL,
  tag_value             text          NOT NULL,
  provider              text          NOT NULL,
  model_name            text          NOT NULL,
  feature               text          NOT NULL,
  category              text          NOT NULL,
  activity              text          NOT NULL,
  request_count         bigint        NOT NULL,
  error_count           bigint        NOT NULL,
  unpriced_requests     bigint        NOT NULL,
  input_tokens          bigint        NOT NULL,
  output_tokens         bigint        NOT NULL,
  cache_read_tokens     bigint        NOT NULL,
  cache_write_tokens    bigint        NOT NULL,
  cache_write_1h_tokens bigint        NOT NULL,
  audio_input_tokens    bigint        NOT NULL,
  reasoning_tokens      bigint        NOT NULL,
  audio_output_tokens   bigint        NOT NULL,
  embedding_tokens      bigint        NOT NULL,
  cost_nanos            numeric(30,0) NOT NULL,
  duration_ms_sum       bigint        NOT NULL,
  duration_count        bigint        NOT NULL,
  PRIMARY KEY (org_id, tag_key, tag_value, usage_date, provider, model_name, feature, category, activity)
) WITH (fillfactor = 50);

-- Per conversation and user.
CREATE TABLE rollup.conversation_usage (
  org_id                text          NOT NULL,
  conversation_id       text          NOT NULL,
  user_id               text          NOT NULL,
  provider              text          NOT NULL,
  model_name            text          NOT NULL,
  feature               text          NOT NULL,
  request_count         bigint        NOT NULL,
  error_count           bigint        NOT NULL,
  unpriced_requests     bigint        NOT NULL,
  input_tokens          bigint        NOT NULL,
  output_tokens         bigint        NOT NULL,
  cache_read_tokens     bigint        NOT NULL,
  cache_write_tokens    bigint        NOT NULL,
  cache_write_1h_tokens bigint        NOT NULL,
  audio_input_tokens    bigint        NOT NULL,
  reasoning_tokens      bigint        NOT NULL,
  audio_output_tokens   bigint        NOT NULL,
  embedding_tokens      bigint        NOT NULL,
  cost_nanos            numeric(30,0) NOT NULL,
  duration_ms_sum       bigint        NOT NULL,
  duration_count        bigint        NOT NULL,
  duration_buckets      bigint[]      NOT NULL,
  first_message_at      timestamptz   NOT NULL,
  last_message_at       timestamptz   NOT NULL,
  PRIMARY KEY (org_id, conversation_id, user_id, provider, model_name, feature)
) WITH (fillfactor = 50);

-- No query has a condition on them, and gathering statistics of arrays is slow.
ALTER TABLE rollup.org_daily_usage ALTER COLUMN duration_buckets SET STATISTICS 0;
ALTER TABLE rollup.org_quarter_hour_usage ALTER COLUMN duration_buckets SET STATISTICS 0;
ALTER TABLE rollup.conversation_usage ALTER COLUMN duration_buckets SET STATISTICS 0;

-- The fence: what is below next_offset has been counted. It is locked, compared and moved in the
-- transaction that counts, so that a replay or an instance that lost its partition changes nothing.
-- topic_id tells a recreated topic, whose offsets start at 0 again, from its predecessor.
CREATE TABLE rollup.consumer_position (
  topic_id         uuid    NOT NULL,
  source_partition integer NOT NULL,
  next_offset      bigint  NOT NULL,
  PRIMARY KEY (topic_id, source_partition)
);

-- Adds two histograms of 25 buckets, element by element.
CREATE FUNCTION rollup.add_buckets(a bigint[], b bigint[]) RETURNS bigint[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY[
  a[1] + b[1], a[2] + b[2], a[3] + b[3], a[4] + b[4], a[5] + b[5],
  a[6] + b[6], a[7] + b[7], a[8] + b[8], a[9] + b[9], a[10] + b[10],
  a[11] + b[11], a[12] + b[12], a[13] + b[13], a[14] + b[14], a[15] + b[15],
  a[16] + b[16], a[17] + b[17], a[18] + b[18], a[19] + b[19], a[20] + b[20],
  a[21] + b[21], a[22] + b[22], a[23] + b[23], a[24] + b[24], a[25] + b[25]];

GRANT USAGE ON SCHEMA rollup TO tokenledger_query;
GRANT EXECUTE ON FUNCTION rollup.add_buckets TO tokenledger_query;
CREATE AGGREGATE rollup.sum_buckets(bigint[]) (
  SFUNC = rollup.add_buckets,
  STYPE = bigint[],
  COMBINEFUNC = rollup.add_buckets,
  INITCOND = '{0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0}',
  PARALLEL = SAFE
);

-- The second wall behind the access check: a reader sees the orgs it named for this transaction.
DO $$
DECLARE
  table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['org_daily_usage', 'org_user_daily_usage', 'org_quarter_hour_usage', 'org_tag_daily_usage', 'conversation_usage']
  LOOP
    EXECUTE format('GRANT SELECT ON rollup.%I TO tokenledger_query', table_name);
    EXECUTE format('ALTER TABLE rollup.%I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('CREATE POLICY org_scope ON rollup.%I FOR SELECT TO tokenledger_query
      USING (org_id = ANY (string_to_array(current_setting(''tokenledger.org_scope'', true), '','')))', table_name);
  END LOOP;
END
$$;

-- A superadmin may ask for a conversation without naming its orgs, and row-level security wants them
-- named: this answers the org ids, and nothing else, past it.
CREATE FUNCTION rollup.orgs_of_conversation(wanted_id text) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT DISTINCT org_id FROM rollup.conversation_usage WHERE conversation_id = wanted_id;
END;
REVOKE EXECUTE ON FUNCTION rollup.orgs_of_conversation FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rollup.orgs_of_conversation TO tokenledger_query;
