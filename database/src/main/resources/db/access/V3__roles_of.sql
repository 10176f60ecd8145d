-- What other services may know of the directory: the roles of one user whom they can name. They see
-- no table of this schema, no name and no e-mail, and cannot list who is a member.
CREATE FUNCTION access.roles_of(wanted_user text) RETURNS TABLE (org_id text, role text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT member.org_id, member.role FROM access.org_member AS member WHERE member.user_id = wanted_user;
END;
REVOKE EXECUTE ON FUNCTION access.roles_of FROM PUBLIC;
GRANT USAGE ON SCHEMA access TO tokenledger_pricing;
GRANT EXECUTE ON FUNCTION access.roles_of TO tokenledger_pricing;
