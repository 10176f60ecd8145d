import { Navigate, type RouteObject } from 'react-router';
import { NotFound } from '@/components/states/NotFound';
import { OrgGate } from './OrgGate';
import { Permitted } from './Permitted';
import { adminPages } from './adminPages';
import { chatPages } from './chatPages';
import { Start } from './Start';
import { SuperadminOnly } from './SuperadminOnly';
import { ToFirstOrg } from './ToFirstOrg';

const orgPages: RouteObject[] = [
  { index: true, element: <Navigate to="analytics" replace /> },
  {
    element: <Permitted permission="org:analytics:read" />,
    children: [
      { path: 'analytics', lazy: () => import('@/features/analytics/AnalyticsPage') },
      {
        path: 'analytics/tags/:key/:value',
        lazy: () => import('@/features/analytics/tag/TagPage'),
      },
      { path: 'calls', lazy: () => import('@/features/calls/CallsPage') },
    ],
  },
  {
    element: <Permitted permission="org:read" />,
    children: [
      {
        path: 'conversations',
        lazy: () => import('@/features/conversations/ConversationsPage'),
      },
      {
        path: 'conversations/:id',
        lazy: () => import('@/features/conversations/ConversationPage'),
      },
    ],
  },
  ...chatPages,
  ...adminPages,
];

/** The pages of those who are signed in. Each is loaded when first gone to, and exports `Component`. */
export const pages: RouteObject[] = [
  { index: true, element: <Start /> },
  { path: 'orgs/:orgId', element: <OrgGate />, children: orgPages },
  { path: 'chat', element: <ToFirstOrg path="chat" /> },
  { path: 'playground', element: <ToFirstOrg path="playground" /> },
  { path: 'me', lazy: () => import('@/features/mine/MyUsagePage') },
  {
    element: <SuperadminOnly />,
    children: [{ path: 'platform', lazy: () => import('@/features/platform/PlatformPage') }],
  },
  { path: '*', element: <NotFound /> },
];
