-- The price book, append only: what a model costs from effective_from on, and since recorded_at we
-- know it. rates is NULL where a version ends a price. org_id is empty for a global price.
-- For one (org, provider, model) the version in force at T is the one with the greatest
-- effective_from not after T; of several with the same, the last recorded. book_version rises in the
-- order of commits (writers hold an advisory lock), so that a reader that knows N misses nothing by
-- asking for what is above N. rates is text, as the reactive driver binds it; it holds a JSON object.
CREATE TABLE pricing.price_version (
  id             text        PRIMARY KEY,
  book_version   bigint      NOT NULL UNIQUE,
  org_id         text        NOT NULL,
  provider       text        NOT NULL,
  model_name     text        NOT NULL,
  effective_from timestamptz NOT NULL,
  recorded_at    timestamptz NOT NULL DEFAULT now(),
  recorded_by    text        NOT NULL,
  source         text        NOT NULL,
  note           text        NOT NULL DEFAULT '',
  rates          text        CHECK (jsonb_typeof(rates::jsonb) = 'object')
);

CREATE INDEX price_version_model ON pricing.price_version (provider, model_name, org_id, effective_from);

CREATE FUNCTION pricing.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'pricing.price_version is append only: record a new version instead';
END
$$;

CREATE TRIGGER price_version_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON pricing.price_version
  FOR EACH STATEMENT EXECUTE FUNCTION pricing.refuse_change();
