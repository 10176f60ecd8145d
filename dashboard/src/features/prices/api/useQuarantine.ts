import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

/** Prices of public lists that wait for a decision. */
export function useQuarantine() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['sync', 'quarantine'],
    queryFn: ({ pageParam }) =>
      answer(
        api.pricing.GET('/v1/sync/quarantine', {
          params: { query: { status: 'pending', limit: '20', cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
