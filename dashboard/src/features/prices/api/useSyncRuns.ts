import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { SyncRunPage } from '../types';
import { priced } from './priced';

export function useSyncRuns() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['sync', 'runs'],
    queryFn: ({ pageParam }) =>
      priced<SyncRunPage>(
        api.pricing.GET('/v1/sync/runs', {
          params: { query: { limit: '20', cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
