import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { SyncRun } from '../types';
import { priced } from './priced';

/** A run with what it changed. */
export function useSyncRun(id: number) {
  const api = useApi();
  return useQuery({
    queryKey: ['sync', 'run', id],
    queryFn: () =>
      priced<SyncRun>(
        api.pricing.GET('/v1/sync/runs/{id}', { params: { path: { id: String(id) } } }),
      ),
  });
}
