-- usage-aggregator compares the rollups with the raw events, and rebuilds them, for every org.
GRANT USAGE ON SCHEMA raw TO tokenledger_aggregator;
GRANT SELECT ON raw.usage_event TO tokenledger_aggregator;
CREATE POLICY every_org ON raw.usage_event FOR SELECT TO tokenledger_aggregator USING (true);

-- The first day of which every raw event is kept; retention raises it before it drops anything.
CREATE TABLE raw.retention_edge (
  only_row      boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  complete_from date    NOT NULL
);
INSERT INTO raw.retention_edge (complete_from) VALUES ('1970-01-01');
GRANT SELECT ON raw.retention_edge TO tokenledger_aggregator;
