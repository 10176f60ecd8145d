import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import type { MovePage } from '../types';
import { priced } from './priced';

/** Prices of public lists that wait for a decision. */
export function useQuarantine() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['sync', 'quarantine'],
    queryFn: ({ pageParam }) =>
      priced<MovePage>(
        api.pricing.GET('/v1/sync/quarantine', {
          params: { query: { status: 'pending', limit: '20', cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
