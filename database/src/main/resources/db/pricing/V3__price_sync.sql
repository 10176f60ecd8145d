-- Price lists taken over from outside: each run, and the moves it set aside.
-- At most one run per source is under way, whatever replica started it. lease_until is for a replica
-- that died: after it, the next one declares the run failed (interrupted) and begins its own. A run
-- that was declared so can no longer record anything, as it needs its row to be running.
-- difference is text, as the reactive driver binds it; it holds a JSON object, empty for none.
CREATE TABLE pricing.sync_run (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source       text        NOT NULL,
  started_by   text        NOT NULL, -- user id, 'schedule' or 'bundled list'
  scheduled    boolean     NOT NULL,
  dry_run      boolean     NOT NULL,
  status       text        NOT NULL CHECK (status IN ('running', 'succeeded', 'failed')),
  started_at   timestamptz NOT NULL,
  lease_until  timestamptz NOT NULL,
  finished_at  timestamptz,
  reason       text        NOT NULL DEFAULT '',
  detail       text        NOT NULL DEFAULT '',
  listed       integer     NOT NULL DEFAULT 0,
  added        integer     NOT NULL DEFAULT 0,
  changed      integer     NOT NULL DEFAULT 0,
  quarantined  integer     NOT NULL DEFAULT 0,
  unchanged    integer     NOT NULL DEFAULT 0,
  skipped      integer     NOT NULL DEFAULT 0,
  difference   text        NOT NULL DEFAULT '',
  CHECK ((status = 'running') = (finished_at IS NULL)),
  CHECK ((status = 'failed') = (reason <> ''))
);

CREATE UNIQUE INDEX sync_run_under_way ON pricing.sync_run (source) WHERE status = 'running';
CREATE INDEX sync_run_source ON pricing.sync_run (source, id);

-- Moves that wait for a person. base_version is the version that was in force when the list moved:
-- once another one is recorded, the move can no longer be approved. superseded_at says since when the
-- list says something else; a rejected move is not proposed again before that. Versions are named without
-- a foreign key: they never go, and whoever tries to truncate them shall be told so, not of a key.
CREATE TABLE pricing.quarantined_price (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id        bigint      NOT NULL REFERENCES pricing.sync_run,
  source        text        NOT NULL,
  provider      text        NOT NULL,
  model_name    text        NOT NULL,
  base_version  text        NOT NULL,
  from_rates    text        NOT NULL CHECK (jsonb_typeof(from_rates::jsonb) = 'object'),
  to_rates      text        NOT NULL CHECK (jsonb_typeof(to_rates::jsonb) = 'object'),
  status        text        NOT NULL CHECK (status IN ('pending', 'approved', 'rejected', 'superseded')),
  proposed_at   timestamptz NOT NULL,
  superseded_at timestamptz,
  decided_by    text,
  decided_at    timestamptz,
  note          text        NOT NULL DEFAULT '',
  price_version text,
  CHECK ((status IN ('approved', 'rejected')) = (decided_by IS NOT NULL AND decided_at IS NOT NULL)),
  CHECK ((status = 'approved') = (price_version IS NOT NULL))
);

-- One open move per model of a source, however often the list repeats it.
CREATE UNIQUE INDEX quarantined_price_open ON pricing.quarantined_price (source, provider, model_name)
  WHERE superseded_at IS NULL AND status IN ('pending', 'rejected');
CREATE INDEX quarantined_price_status ON pricing.quarantined_price (status, id);

-- The run that brought the version; NULL for what a person recorded and for versions before this table.
ALTER TABLE pricing.price_version ADD COLUMN sync_run_id bigint REFERENCES pricing.sync_run;
CREATE INDEX price_version_sync_run ON pricing.price_version (sync_run_id) WHERE sync_run_id IS NOT NULL;
