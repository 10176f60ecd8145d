-- Whether an event without a price could have one follows from the event and the price book. So an
-- instance that has held all of them against its book need not read them again until some are stored
-- that were held against another one: each transaction that leaves an event without a price says here
-- against which. A row per partition of usage.events, so that lanes do not wait for each other; -1 is for
-- what comes of no batch: repricings and revisions, of which the book is not known (''). Rows of books
-- that nobody uses any more are forgotten after a day.
--
-- Instances of the version before say nothing here: what they leave is found when all events are read
-- again, once an hour and at each new book.
CREATE TABLE raw.unpriced_stored (
  source_partition integer     NOT NULL,
  book             text        NOT NULL,
  stored_by        xid8        NOT NULL DEFAULT pg_current_xact_id(),
  stored_at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (source_partition, book)
) WITH (fillfactor = 50);

CREATE FUNCTION raw.note_unpriced(of_partition integer, of_book text) RETURNS void
LANGUAGE sql
BEGIN ATOMIC
  INSERT INTO raw.unpriced_stored (source_partition, book) VALUES (of_partition, of_book)
  ON CONFLICT (source_partition, book) DO UPDATE SET stored_by = pg_current_xact_id(), stored_at = now();
END;
REVOKE EXECUTE ON FUNCTION raw.note_unpriced FROM PUBLIC;
