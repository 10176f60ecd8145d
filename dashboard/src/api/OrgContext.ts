import { createContext, use } from 'react';
import type { OrgAccess } from './answers';

export const OrgContext = createContext<OrgAccess | null>(null);

/** The org of the page's address, with what the reader may do in it. */
export function useOrg(): OrgAccess {
  const org = use(OrgContext);
  if (org === null) {
    throw new Error('useOrg is for pages of an org');
  }
  return org;
}
