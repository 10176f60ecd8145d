-- Up to where the rollups hold an org's events, by the partition of usage.events that they came
-- from: a raw row at or below it is counted, one above it is not yet. Written in the transaction
-- that counts, so that raw rows and rollups can be compared exactly while events flow.
CREATE TABLE rollup.counted_source (
  org_id           text    NOT NULL,
  source_topic_id  uuid    NOT NULL,
  source_partition integer NOT NULL,
  counted_through  bigint  NOT NULL,
  PRIMARY KEY (org_id, source_topic_id, source_partition)
) WITH (fillfactor = 50);

-- What was counted by a version that did not write the table above: raw rows recorded before this
-- instant. A ledger that begins with this version has none.
CREATE TABLE rollup.counted_before (recorded_before timestamptz NOT NULL);
INSERT INTO rollup.counted_before
SELECT CASE WHEN EXISTS (SELECT FROM rollup.consumer_position) THEN now() ELSE '-infinity' END;

-- The result of the last comparison of rollups and raw events; one row.
CREATE TABLE rollup.last_reconciliation (
  only_row      boolean       PRIMARY KEY DEFAULT true CHECK (only_row),
  checked_at    timestamptz   NOT NULL,
  from_date     date          NOT NULL,
  to_date       date          NOT NULL,
  drifting_rows bigint        NOT NULL,
  drift_nanos   numeric(30,0) NOT NULL
);

-- Rebuilds that were asked for. An unfinished one is taken up again by whichever instance is there:
-- done_through is the last day that is rebuilt.
CREATE TABLE rollup.rebuild_run (
  id             uuid        PRIMARY KEY,
  requested_at   timestamptz NOT NULL DEFAULT now(),
  requested_by   text        NOT NULL,
  org_id         text        NOT NULL, -- empty for all
  from_date      date        NOT NULL,
  to_date        date        NOT NULL,
  counts_overdue boolean     NOT NULL, -- also what was stored long ago and never came
  done_through   date,
  rows_changed   bigint      NOT NULL DEFAULT 0,
  finished_at    timestamptz
);
CREATE INDEX rebuild_run_unfinished ON rollup.rebuild_run (requested_at) WHERE finished_at IS NULL;
