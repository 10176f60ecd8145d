-- Raw events: one row per accepted event, in partitions by day.
-- event_key begins with a time: the event id itself when it is a UUIDv7, otherwise a UUIDv8 made of
-- the event's day and a hash of (org, event id). New rows therefore land at the right edge of the
-- index, and a retry meets its first copy in the same partition.
CREATE TABLE raw.usage_event (
  event_key              uuid        NOT NULL,
  org_id                 text        NOT NULL,
  event_id               text        NOT NULL,
  occurred_at            timestamptz NOT NULL,
  recorded_at            timestamptz NOT NULL DEFAULT now(),
  user_id                text        NOT NULL,
  provider               text        NOT NULL,
  model_name             text        NOT NULL,
  feature                text        NOT NULL,
  activity               text        NOT NULL,
  category               text        NOT NULL,
  request_count          bigint      NOT NULL,
  input_tokens           bigint      NOT NULL,
  output_tokens          bigint      NOT NULL,
  cache_read_tokens      bigint      NOT NULL,
  cache_write_tokens     bigint      NOT NULL,
  cache_write_1h_tokens  bigint      NOT NULL,
  audio_input_tokens     bigint      NOT NULL,
  reasoning_tokens       bigint      NOT NULL,
  audio_output_tokens    bigint      NOT NULL,
  embedding_tokens       bigint      NOT NULL,
  units                  jsonb,
  usage_source           text        NOT NULL,
  service_tier           text        NOT NULL,
  cost_nanos             bigint      NOT NULL,
  cost_status            text        NOT NULL,
  price_version          text        NOT NULL,
  duration_ms            bigint,
  time_to_first_token_ms bigint,
  success                boolean     NOT NULL,
  error_message          text        NOT NULL,
  conversation_id        text        NOT NULL,
  message_id             text        NOT NULL,
  tags                   jsonb,
  raw_usage              jsonb,
  payload_hash           bigint      NOT NULL,
  -- Where on Kafka the row came from; a replay of the same position recognises its own row by it.
  source_topic_id        uuid        NOT NULL,
  source_partition       integer     NOT NULL,
  source_offset          bigint      NOT NULL,
  PRIMARY KEY (event_key, org_id)
) PARTITION BY RANGE (event_key);

-- The detail log of one org, newest first. Every further index costs a fifth of the write rate.
CREATE INDEX usage_event_org_time ON raw.usage_event (org_id, occurred_at);

-- Ids that carry no day of their own: where their first copy went, so that a retry with another
-- time is still a duplicate. identity = first 128 bits of SHA-256 over org and event id.
CREATE TABLE raw.event_identity (
  identity  uuid PRIMARY KEY,
  event_key uuid NOT NULL
);

-- The smallest key of a UTC day: 48 bits of Unix milliseconds, then zeros (RFC 9562).
CREATE FUNCTION raw.first_key_of(day date) RETURNS uuid
LANGUAGE sql IMMUTABLE
RETURN (lpad(to_hex((extract(epoch FROM day)::bigint) * 1000), 12, '0') || repeat('0', 20))::uuid;

-- Makes the partition of a day when it is missing. A new table is attached rather than created in
-- place, because that does not stop readers and writers of the other days.
CREATE FUNCTION raw.ensure_day_partition(day date) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  partition_name text := 'usage_event_' || to_char(day, 'YYYYMMDD');
BEGIN
  IF to_regclass('raw.' || partition_name) IS NOT NULL THEN
    RETURN;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('raw.ensure_day_partition'));
  -- Asked of the table of tables: to_regclass may still remember that there was none.
  IF EXISTS (
    SELECT FROM pg_class WHERE relname = partition_name AND relnamespace = 'raw'::regnamespace)
  THEN
    RETURN;
  END IF;
  -- Rows are only added here: cleaning up after every fifth more would cost a tenth of the machine.
  EXECUTE format('CREATE TABLE raw.%I (LIKE raw.usage_event INCLUDING DEFAULTS)
    WITH (autovacuum_vacuum_insert_scale_factor = 1, autovacuum_analyze_scale_factor = 1)', partition_name);
  EXECUTE format('ALTER TABLE raw.usage_event ATTACH PARTITION raw.%I FOR VALUES FROM (%L) TO (%L)',
    partition_name, raw.first_key_of(day), raw.first_key_of(day + 1));
END
$$;

GRANT USAGE ON SCHEMA raw TO tokenledger_query;
GRANT SELECT ON raw.usage_event TO tokenledger_query;

-- The second wall behind the access check: a reader sees the orgs it named for this transaction.
ALTER TABLE raw.usage_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY org_scope ON raw.usage_event FOR SELECT TO tokenledger_query
  USING (org_id = ANY (string_to_array(current_setting('tokenledger.org_scope', true), ',')));

-- Up to where usage.events is known to be published. Kafka's committed offsets say the same, but
-- can expire; topic_id tells a recreated topic from its predecessor.
CREATE TABLE raw.published_position (
  topic_id         uuid    NOT NULL,
  source_partition integer NOT NULL,
  published_below  bigint  NOT NULL,
  PRIMARY KEY (topic_id, source_partition)
) WITH (fillfactor = 50);
