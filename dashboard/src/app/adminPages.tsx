import type { RouteObject } from 'react-router';
import { Permitted } from './Permitted';
import { SuperadminOnly } from './SuperadminOnly';

const priceLists: RouteObject = {
  path: 'prices',
  lazy: () => import('@/features/prices/PricesFrame'),
  children: [
    { index: true, lazy: () => import('@/features/prices/list/PriceListPage') },
    { path: 'factors', lazy: () => import('@/features/prices/factors/FactorsPage') },
    {
      element: <Permitted permission="org:prices:write" />,
      children: [{ path: 'unpriced', lazy: () => import('@/features/prices/list/UnpricedPage') }],
    },
    {
      element: <SuperadminOnly />,
      children: [{ path: 'lists', lazy: () => import('@/features/prices/publicLists/ListsPage') }],
    },
  ],
};

/** Below /orgs/:orgId: what its owners and admins look after. */
export const adminPages: RouteObject[] = [
  {
    element: <Permitted permission="org:analytics:read" />,
    children: [
      priceLists,
      // Names of models may hold slashes.
      {
        path: 'prices/:provider/*',
        lazy: () => import('@/features/prices/model/ModelPricePage'),
      },
    ],
  },
  {
    element: <Permitted permission="org:members:write" />,
    children: [{ path: 'members', lazy: () => import('@/features/members/MembersPage') }],
  },
  {
    element: <Permitted permission="org:administer" />,
    children: [
      { path: 'api-tokens', lazy: () => import('@/features/tokens/ApiTokensPage') },
      { path: 'audit-log', lazy: () => import('@/features/audit/AuditLogPage') },
    ],
  },
  {
    element: <Permitted permission="org:budgets:write" />,
    children: [{ path: 'settings', lazy: () => import('@/features/settings/SettingsPage') }],
  },
];
