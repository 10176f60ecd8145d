import { Outlet, useParams } from 'react-router';
import { OrgContext } from '@/api/OrgContext';
import { useMe } from '@/api/useMe';
import { Forbidden } from '@/components/states/Forbidden';

/** Pages inside know their org. One that is not the reader's looks like one that does not exist. */
export function OrgGate() {
  const { orgId } = useParams();
  const org = useMe().orgs.find((known) => known.orgId === orgId);
  if (org === undefined) {
    return <Forbidden />;
  }
  return (
    <OrgContext value={org}>
      <Outlet />
    </OrgContext>
  );
}
