import { Navigate, useLocation } from 'react-router';
import { useMe } from '@/api/useMe';

/** A page by an address without the org: that of the reader's first one. */
export function ToFirstOrg({ path }: { path: string }) {
  const { search } = useLocation();
  const [org] = useMe().orgs;
  return (
    <Navigate to={org === undefined ? '/me' : `/orgs/${org.orgId}/${path}${search}`} replace />
  );
}
