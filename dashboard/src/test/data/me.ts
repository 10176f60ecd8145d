import type { Me, OrgAccess } from '@/api/answers';

export const northwind: OrgAccess = {
  orgId: 'northwind-labs',
  name: 'Northwind Labs',
  role: 'owner',
  permissions: [
    'org:read',
    'org:analytics:read',
    'org:analytics:export',
    'org:budgets:write',
    'org:members:write',
    'org:prices:write',
    'org:administer',
  ],
  timeZone: 'Europe/Berlin',
  currencyLabel: 'USD',
};

export const quill: OrgAccess = {
  orgId: 'quill-legal',
  name: 'Quill Legal',
  role: 'billing',
  permissions: ['org:read', 'org:analytics:read', 'org:analytics:export', 'org:budgets:write'],
  timeZone: 'America/New_York',
  currencyLabel: 'USD',
};

/** An owner of one org who has a say in another. */
export const me: Me = {
  userId: 'mara.lindqvist',
  name: 'Mara Lindqvist',
  superadmin: false,
  orgs: [northwind, quill],
};

/** Who sees own usage only. */
export const member: Me = {
  userId: 'ines.moreau',
  name: 'Inès Moreau',
  superadmin: false,
  orgs: [{ ...northwind, role: 'member', permissions: ['org:read'] }],
};

export const superadmin: Me = {
  userId: 'root',
  name: null,
  superadmin: true,
  orgs: [
    { ...northwind, role: null },
    { ...quill, role: null, permissions: northwind.permissions },
  ],
};
