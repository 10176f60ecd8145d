-- Numbers of the book are given again when the database is restored to before they were given. The line
-- tells such a book from the one of before: who knows another line takes the book whatever its number.
CREATE TABLE pricing.book_line (
  only_row boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
  line     uuid        NOT NULL DEFAULT gen_random_uuid(),
  begun_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO pricing.book_line DEFAULT VALUES;

-- To be called after each restore, before the services start.
CREATE FUNCTION pricing.begin_book_line() RETURNS uuid
LANGUAGE sql SET search_path = ''
BEGIN ATOMIC
  UPDATE pricing.book_line SET line = pg_catalog.gen_random_uuid(), begun_at = pg_catalog.now()
  RETURNING line;
END;
COMMENT ON FUNCTION pricing.begin_book_line IS
  'The runbook calls it after a restore, and pricing-service when it finds fewer numbers than it knows.';
