-- What an org pays of everyone's prices: so many times each. Append only like price versions, and
-- numbered with them. provider is empty for all models, models for all of the provider; else models is
-- one model, or the beginning of a family's names with a * behind it. factor is NULL where the rule
-- ends. The rule of what is in force is that of a price.
CREATE TABLE pricing.price_factor (
  id             text         PRIMARY KEY,
  book_version   bigint       NOT NULL UNIQUE,
  org_id         text         NOT NULL CHECK (org_id <> ''),
  provider       text         NOT NULL,
  models         text         NOT NULL CHECK (models = '' OR provider <> ''),
  effective_from timestamptz  NOT NULL,
  recorded_at    timestamptz  NOT NULL DEFAULT now(),
  recorded_by    text         NOT NULL,
  note           text         NOT NULL DEFAULT '',
  factor         numeric(9,6) CHECK (factor BETWEEN 0.0001 AND 100)
);
CREATE INDEX price_factor_org ON pricing.price_factor (org_id);

CREATE TRIGGER price_factor_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON pricing.price_factor
  FOR EACH STATEMENT EXECUTE FUNCTION pricing.refuse_change();
CREATE TRIGGER price_factor_only_the_name BEFORE UPDATE ON pricing.price_factor
  FOR EACH ROW EXECUTE FUNCTION pricing.refuse_change();

-- An instance of the version before gives numbers without looking here. One that a factor has is none for
-- a price or an alias: whoever knows the factor would never ask for it.
CREATE FUNCTION pricing.refuse_number_of_a_factor() RETURNS trigger
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF NEW.book_version <= (SELECT max(book_version) FROM pricing.price_factor) THEN
    RAISE EXCEPTION 'Number % of the price book is given: a newer pricing-service runs', NEW.book_version;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER price_version_number BEFORE INSERT ON pricing.price_version
  FOR EACH ROW EXECUTE FUNCTION pricing.refuse_number_of_a_factor();
CREATE TRIGGER model_alias_number BEFORE INSERT ON pricing.model_alias
  FOR EACH ROW EXECUTE FUNCTION pricing.refuse_number_of_a_factor();

CREATE OR REPLACE VIEW pricing.book_change AS
SELECT 'price' AS kind, id, book_version, org_id, provider, model_name, effective_from, recorded_at,
       recorded_by, source, note, rates, NULL AS target_provider, NULL AS target_model_name,
       NULL::numeric AS factor
FROM pricing.price_version
UNION ALL
SELECT 'alias', id, book_version, org_id, provider, alias, effective_from, recorded_at,
       recorded_by, 'manual', note, NULL, target_provider, target_model_name, NULL
FROM pricing.model_alias
UNION ALL
SELECT 'factor', id, book_version, org_id, provider, models, effective_from, recorded_at,
       recorded_by, 'manual', note, NULL, NULL, NULL, factor
FROM pricing.price_factor;

-- As before, of factors, too.
CREATE OR REPLACE FUNCTION pricing.erase_some(at_most integer) RETURNS boolean
LANGUAGE plpgsql SET search_path = '' SET lock_timeout = '1s' AS $$
DECLARE
  run pricing.erasure;
  prices bigint;
  aliases bigint;
  factors bigint;
  syncs bigint;
  moves bigint;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('pricing.erasure')) THEN
    RETURN false;
  END IF;
  run := pricing.due_erasure();
  IF run.org_id IS NULL THEN
    RETURN false;
  END IF;
  PERFORM set_config('tokenledger.erasing', 'on', true);
  UPDATE pricing.price_version SET recorded_by = run.pseudonym WHERE id IN (
    SELECT id FROM pricing.price_version
    WHERE recorded_by = run.user_id AND (org_id = run.org_id OR run.platform AND org_id = '')
    LIMIT at_most);
  GET DIAGNOSTICS prices = ROW_COUNT;
  UPDATE pricing.model_alias SET recorded_by = run.pseudonym WHERE id IN (
    SELECT id FROM pricing.model_alias
    WHERE recorded_by = run.user_id AND (org_id = run.org_id OR run.platform AND org_id = '')
    LIMIT at_most);
  GET DIAGNOSTICS aliases = ROW_COUNT;
  UPDATE pricing.price_factor SET recorded_by = run.pseudonym WHERE id IN (
    SELECT id FROM pricing.price_factor
    WHERE recorded_by = run.user_id AND org_id = run.org_id LIMIT at_most);
  GET DIAGNOSTICS factors = ROW_COUNT;
  PERFORM set_config('tokenledger.erasing', '', true);
  UPDATE pricing.sync_run SET started_by = run.pseudonym WHERE run.platform AND id IN (
    SELECT id FROM pricing.sync_run WHERE started_by = run.user_id LIMIT at_most);
  GET DIAGNOSTICS syncs = ROW_COUNT;
  UPDATE pricing.quarantined_price SET decided_by = run.pseudonym WHERE run.platform AND id IN (
    SELECT id FROM pricing.quarantined_price WHERE decided_by = run.user_id LIMIT at_most);
  GET DIAGNOSTICS moves = ROW_COUNT;
  IF prices + aliases + factors + syncs + moves = 0 THEN
    run.user_id := '';
    run.finished_at := now();
  END IF;
  UPDATE pricing.erasure SET user_id = run.user_id,
    changed = run.changed + prices + aliases + factors + syncs + moves,
    stepped_at = clock_timestamp(), finished_at = run.finished_at
  WHERE org_id = run.org_id AND pseudonym = run.pseudonym;
  RETURN true;
END
$$;
