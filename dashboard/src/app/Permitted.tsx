import { Outlet } from 'react-router';
import { useOrg } from '@/api/OrgContext';
import type { Permission } from '@/api/permission';
import { may } from '@/api/useMe';
import { Forbidden } from '@/components/states/Forbidden';

/** Spares the reader a page full of refusals; what protects the data is that the services check. */
export function Permitted({ permission }: { permission: Permission }) {
  return may(useOrg(), permission) ? <Outlet /> : <Forbidden />;
}
