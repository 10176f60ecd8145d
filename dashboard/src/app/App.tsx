import { Suspense, use } from 'react';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { CrashBoundary } from '@/components/CrashBoundary';
import { Splash } from '@/components/Splash';
import { Look, Services } from './Providers';
import { routes } from './routes';
import type { Started } from './start';

const router = createBrowserRouter(routes, { basename: import.meta.env.BASE_URL });

function Running({ started }: { started: Promise<Started> }) {
  return (
    <Services started={use(started)}>
      <RouterProvider router={router} />
    </Services>
  );
}

export function App({ started }: { started: Promise<Started> }) {
  return (
    <Look>
      <CrashBoundary>
        <Suspense fallback={<Splash />}>
          <Running started={started} />
        </Suspense>
      </CrashBoundary>
    </Look>
  );
}
