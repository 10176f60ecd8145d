import type { RouteObject } from 'react-router';
import { Permitted } from './Permitted';

const chat: RouteObject = {
  path: 'chat',
  lazy: () => import('@/features/chat/ChatPage'),
  children: [
    { index: true, lazy: () => import('@/features/chat/thread/NewThreadPage') },
    { path: 'new', lazy: () => import('@/features/chat/thread/NewThreadPage') },
    { path: ':id', lazy: () => import('@/features/chat/thread/ThreadPage') },
  ],
};

/** Below /orgs/:orgId: pages that call models. */
export const chatPages: RouteObject[] = [
  {
    element: <Permitted permission="org:read" />,
    children: [
      {
        lazy: () => import('@/features/chat/ChatGate'),
        children: [
          chat,
          { path: 'playground', lazy: () => import('@/features/chat/playground/PlaygroundPage') },
        ],
      },
    ],
  },
];
