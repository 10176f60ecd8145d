import type { QueryClient } from '@tanstack/react-query';
import { type Api, createApi } from '@/api/clients';
import { type DashboardConfig, fetchConfig } from '@/api/config';
import { createQueryClient } from '@/api/queryClient';
import { meQuery } from '@/api/useMe';
import { restore } from '@/features/session/restore';
import { createSessionStore, type SessionStore } from '@/api/sessionStore';

export interface Started {
  config: DashboardConfig;
  store: SessionStore;
  api: Api;
  queries: QueryClient;
}

/** What must be known before the first page: how people sign in, and whether somebody is. */
export async function start(queries = createQueryClient()): Promise<Started> {
  const config = await fetchConfig();
  const store = createSessionStore();
  const api = createApi(config, store.credentials);
  if (config.signIn === 'password') {
    await restore(api, store);
  }
  if (store.state().status === 'signedIn') {
    // Should it fail, the shell asks again and says so.
    await queries.query(meQuery(api)).catch(() => undefined);
  }
  return { config, store, api, queries };
}
