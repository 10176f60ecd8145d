import { useOrg } from '@/api/OrgContext';
import { useMe } from '@/api/useMe';
import { useMembers } from './api/useMembers';
import { type Powers, powersOf } from './rules';

/** What the reader may do with members of the page's org. */
export function usePowers(): Powers {
  const { orgId, role } = useOrg();
  const { superadmin } = useMe();
  const members = useMembers(orgId).data?.pages.flatMap((page) => page.members) ?? [];
  return powersOf(role, superadmin, members);
}
