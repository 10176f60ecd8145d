import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

export function useSyncRuns() {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['sync', 'runs'],
    queryFn: ({ pageParam }) =>
      answer(
        api.pricing.GET('/v1/sync/runs', {
          params: { query: { limit: '20', cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
