-- What an org sets for itself, and what it calls its members: a name that one org gives shows in no
-- other. Absent, access.app_user says it.
ALTER TABLE access.org
  ADD COLUMN time_zone      text    NOT NULL DEFAULT 'UTC', -- IANA
  ADD COLUMN currency_label text    NOT NULL DEFAULT 'USD',
  ADD COLUMN retention_days integer CHECK (retention_days >= 1);
ALTER TABLE access.org_member
  ADD COLUMN name  text,
  ADD COLUMN email text;

-- The audit log names members and actors now, so that row-level security binds its owner, too.
-- Whoever may add to it may do so for any org.
ALTER TABLE access.audit_log ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.audit_log FORCE ROW LEVEL SECURITY;
CREATE POLICY org_scope ON access.audit_log FOR SELECT
  USING (org_id = ANY (string_to_array(current_setting('tokenledger.org_scope', true), ',')));
CREATE POLICY added ON access.audit_log FOR INSERT WITH CHECK (true);
CREATE POLICY erased ON access.audit_log FOR UPDATE
  USING (org_id = ANY (string_to_array(current_setting('tokenledger.org_scope', true), ',')));

-- Append only still, save that an erased user gets the pseudonym here as everywhere.
CREATE OR REPLACE FUNCTION access.refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('tokenledger.erasing', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'access.audit_log is append only';
END
$$;
