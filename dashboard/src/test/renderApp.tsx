import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { createQueryClient } from '@/api/queryClient';
import { Look, Services } from '@/app/Providers';
import { routes } from '@/app/routes';
import { start } from '@/app/start';
import { Unstyled } from './Unstyled';

/** The whole app at an address, against the services of `server`. Failures are not asked for again. */
export async function renderApp(path: string) {
  const queries = createQueryClient();
  queries.setDefaultOptions({ queries: { retry: false } });
  const started = await start(queries);
  const router = createMemoryRouter(routes, { initialEntries: [path] });
  render(
    <Unstyled>
      <Look>
        <Services started={started}>
          <RouterProvider router={router} />
        </Services>
      </Look>
    </Unstyled>,
  );
  return { router, user: userEvent.setup(), store: started.store };
}
