import { Navigate } from 'react-router';
import { may, useMe } from '@/api/useMe';

/** The first page: the org's costs for those who may see them, one's own usage for all others. */
export function Start() {
  const { orgs } = useMe();
  const org = orgs.find((candidate) => may(candidate, 'org:analytics:read'));
  return <Navigate to={org === undefined ? '/me' : `/orgs/${org.orgId}/analytics`} replace />;
}
