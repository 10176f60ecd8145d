-- Runs are worked off in turn, chunk by chunk: an org's oldest due run, of the org whose turn was the
-- longest ago. So an org's run is not delayed by how much another one ordered.
ALTER TABLE raw.reprice_run ADD COLUMN stepped_at timestamptz NOT NULL DEFAULT '-infinity';

-- As in V5, and an org has one unfinished run at a time, dry or not. Runs over all orgs, which
-- superadmins and usage-ingest itself ask for, are not limited. Refused with 55006; the DETAIL is the
-- id of the run that is under way.
CREATE OR REPLACE FUNCTION raw.request_reprice(
  who text, why text, of_org text, of_provider text, of_model text, first_day date, last_day date,
  unpriced_only boolean, dry boolean, at_book_version bigint)
RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  run uuid;
BEGIN
  IF of_org <> '' THEN
    -- Two orders at once: the second one sees the run of the first.
    PERFORM pg_catalog.pg_advisory_xact_lock(
      pg_catalog.hashtext('raw.request_reprice'), pg_catalog.hashtext(of_org));
    SELECT id INTO run FROM raw.reprice_run WHERE org_id = of_org AND finished_at IS NULL
      ORDER BY requested_at, id LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'org % has a repricing under way', of_org
        USING ERRCODE = 'object_in_use', DETAIL = run;
    END IF;
  END IF;
  INSERT INTO raw.reprice_run (requested_by, reason, org_id, provider, model_name, from_date,
    to_date, only_unpriced, dry_run, book_version)
  VALUES (who, why, of_org, of_provider, of_model, first_day, last_day, unpriced_only, dry,
    at_book_version)
  RETURNING id INTO run;
  IF NOT dry THEN
    PERFORM access.audit(who, of_org, 'raw.reprice', jsonb_build_object('run', run, 'reason', why,
      'provider', of_provider, 'modelName', of_model, 'from', first_day, 'to', last_day));
  END IF;
  RETURN run;
END
$$;
