import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

export interface PriceFilters {
  provider: string;
  q: string;
}

const PAGE = '60';

/** The prices in force for an org, page by page: everyone's and its own. */
export function usePrices(orgId: string, filters: PriceFilters) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['org', orgId, 'prices', 'list', filters],
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.pricing.GET('/v1/prices', {
          params: { query: { orgId, ...filters, cursor, limit: PAGE } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}
