import { useState } from 'react';
import { useParams } from 'react-router';
import type { Me, OrgAccess } from '@/api/answers';

/** The org of the address; on pages of no org, the one the reader saw last. */
export function useCurrentOrg({ orgs }: Me): OrgAccess | undefined {
  const { orgId } = useParams();
  const [lastId, setLastId] = useState(orgId);
  if (orgId !== undefined && orgId !== lastId) {
    setLastId(orgId);
  }
  return orgs.find((org) => org.orgId === (orgId ?? lastId)) ?? orgs[0];
}
