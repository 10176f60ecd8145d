-- How many partitions usage.recorded has. When some are added, an org's messages stand on two of them
-- until the old one is counted, and rollup.counted_source may be above raw rows that are still to be
-- counted: comparisons and rebuilds wait. One row, of the topic as it is now.
CREATE TABLE rollup.recorded_topic (
  topic_id   uuid        PRIMARY KEY,
  in_order   integer     NOT NULL, -- so many it had when what is still to be counted was sent
  partitions integer     NOT NULL, -- so many it has now
  seen_at    timestamptz NOT NULL DEFAULT now() -- since when
);
