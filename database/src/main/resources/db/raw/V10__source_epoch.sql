-- The histories of usage.events that source positions are of. As a rule a topic has one, and its
-- epoch is the topic's id. When Kafka comes back with less than was read of it (restored from a copy,
-- a loss of power, an unclean leader), new messages take offsets that others had before, and positions
-- go on in a new epoch. source_topic_id in raw.usage_event and topic_id in raw.published_position name
-- the epoch. The row with the highest number is the one that goes on; all others are over.
CREATE TABLE raw.source_epoch (
  number   bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  epoch    uuid        NOT NULL UNIQUE,
  topic_id uuid        NOT NULL,
  begun_at timestamptz NOT NULL DEFAULT now(),
  why      text        NOT NULL
);

-- Begins an epoch, unless another one than `over` goes on already: whoever notices it first, begins it.
-- Each batch of events writes to published_position first: those of the old epoch end before, and later
-- ones find it over.
CREATE FUNCTION raw.begin_source_epoch(of_topic uuid, over uuid, reason text) RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE
  last raw.source_epoch;
BEGIN
  LOCK TABLE raw.published_position IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO last FROM raw.source_epoch ORDER BY number DESC LIMIT 1;
  IF last.topic_id = of_topic AND last.epoch IS DISTINCT FROM over THEN
    RETURN last.epoch;
  END IF;
  INSERT INTO raw.source_epoch (epoch, topic_id, why)
  SELECT CASE WHEN EXISTS (SELECT FROM raw.source_epoch WHERE epoch = of_topic)
    THEN gen_random_uuid() ELSE of_topic END, of_topic, reason
  RETURNING * INTO last;
  RETURN last.epoch;
END
$$;

-- For operators: everything that is on usage.events is read again, and what is stored is recognised.
CREATE FUNCTION raw.begin_source_epoch(reason text) RETURNS uuid
LANGUAGE sql
RETURN (
  SELECT raw.begin_source_epoch(topic_id, epoch, reason) FROM raw.source_epoch
  ORDER BY number DESC LIMIT 1);

CREATE VIEW raw.current_source AS
SELECT epoch FROM raw.source_epoch ORDER BY number DESC LIMIT 1;
COMMENT ON VIEW raw.current_source IS
  'usage-aggregator waits for no message of an epoch that is over: what it has not counted of it is missing.';
GRANT SELECT ON raw.current_source TO tokenledger_aggregator;
