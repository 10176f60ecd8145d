-- What an org means to spend in a month of its time zone. It is held against what was spent; nothing
-- is refused when it is used up.
CREATE TABLE access.budget (
  org_id        text   PRIMARY KEY REFERENCES access.org ON DELETE CASCADE,
  monthly_nanos bigint NOT NULL CHECK (monthly_nanos > 0)
);

ALTER TABLE access.budget ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.budget FORCE ROW LEVEL SECURITY;
CREATE POLICY org_scope ON access.budget
  USING (org_id = ANY (string_to_array(current_setting('tokenledger.org_scope', true), ',')));
