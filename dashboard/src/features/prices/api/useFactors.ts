import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

/** The price factors of an org that are in force, page by page. */
export function useFactors(orgId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['org', orgId, 'prices', 'factors'],
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.pricing.GET('/v1/orgs/{orgId}/price-factors', {
          params: { path: { orgId }, query: { cursor } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
