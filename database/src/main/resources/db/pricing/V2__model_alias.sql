-- Other names of models, told by a person: such as the name of an Azure deployment. Append only like
-- price versions, and numbered with them: one book, one number (the writers' lock is the same).
-- The targets are NULL where the alias ends. The rule of what is in force is that of a price.
CREATE TABLE pricing.model_alias (
  id                text        PRIMARY KEY,
  book_version      bigint      NOT NULL UNIQUE,
  org_id            text        NOT NULL,
  provider          text        NOT NULL,
  alias             text        NOT NULL,
  effective_from    timestamptz NOT NULL,
  recorded_at       timestamptz NOT NULL DEFAULT now(),
  recorded_by       text        NOT NULL,
  note              text        NOT NULL DEFAULT '',
  target_provider   text,
  target_model_name text,
  CHECK ((target_provider IS NULL) = (target_model_name IS NULL))
);

CREATE OR REPLACE FUNCTION pricing.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%.% is append only: record a new version instead', TG_TABLE_SCHEMA, TG_TABLE_NAME;
END
$$;

CREATE TRIGGER model_alias_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON pricing.model_alias
  FOR EACH STATEMENT EXECUTE FUNCTION pricing.refuse_change();

-- Everything that was ever recorded in the book: who, when, why, and what.
CREATE VIEW pricing.book_change AS
SELECT 'price' AS kind, id, book_version, org_id, provider, model_name, effective_from, recorded_at,
       recorded_by, source, note, rates, NULL AS target_provider, NULL AS target_model_name
FROM pricing.price_version
UNION ALL
SELECT 'alias', id, book_version, org_id, provider, alias, effective_from, recorded_at,
       recorded_by, 'manual', note, NULL, target_provider, target_model_name
FROM pricing.model_alias;
