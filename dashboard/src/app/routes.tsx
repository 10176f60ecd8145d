import type { RouteObject } from 'react-router';
import { RouteError } from '@/components/RouteError';
import { Splash } from '@/components/Splash';
import { RequireSession } from '@/features/session/RequireSession';
import { pages } from './pages';
import { Shell } from './shell/Shell';

const signedIn: RouteObject = {
  element: <RequireSession />,
  children: [
    {
      element: <Shell />,
      // What fails inside a page leaves the navigation in place.
      children: [{ errorElement: <RouteError />, children: pages }],
    },
  ],
};

export const routes: RouteObject[] = [
  {
    errorElement: <RouteError />,
    hydrateFallbackElement: <Splash />,
    children: [{ path: 'sign-in', lazy: () => import('@/features/session/SignInPage') }, signedIn],
  },
];
