-- What usage-ingest reads of this schema. The tables may change behind the views; a column that is
-- added comes last. The version before reads the tables themselves, and keeps its grants for now.

CREATE VIEW rollup.usage_counted AS
SELECT org_id, source_topic_id, source_partition, counted_through FROM rollup.counted_source;
COMMENT ON VIEW rollup.usage_counted IS
  'usage-ingest gives an event a new cost only when its old cost is counted: the difference would come on top of nothing.';

CREATE VIEW rollup.adjustments_counted AS
SELECT org_id, counted_through FROM rollup.counted_adjustment;
COMMENT ON VIEW rollup.adjustments_counted IS
  'usage-ingest sends again the cost adjustments that are not counted, and keeps their events so long.';

GRANT SELECT ON rollup.usage_counted, rollup.adjustments_counted TO tokenledger_ingest;
