-- As access.roles_of, for one org: whoever is a member of hundreds is asked about one of them at a time.
CREATE FUNCTION access.role_in(wanted_user text, wanted_org text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT member.role FROM access.org_member AS member
  WHERE member.org_id = wanted_org AND member.user_id = wanted_user;
END;
REVOKE EXECUTE ON FUNCTION access.role_in FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access.role_in TO tokenledger_pricing;
