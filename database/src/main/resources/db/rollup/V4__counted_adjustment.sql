-- Up to which cost adjustment (raw.cost_adjustment) the rollups count an org; its numbers have no
-- gaps, and the next one is counted only when the one before it is. Written in the transaction that
-- counts.
CREATE TABLE rollup.counted_adjustment (
  org_id          text   PRIMARY KEY,
  counted_through bigint NOT NULL
) WITH (fillfactor = 50);

-- usage-ingest reprices only what is counted, and sends again what is not.
GRANT USAGE ON SCHEMA rollup TO tokenledger_ingest;
GRANT SELECT ON rollup.counted_source, rollup.counted_adjustment TO tokenledger_ingest;
