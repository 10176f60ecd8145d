import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

const PAGE = '200';

/** All members, page after page: they are searched here, as the service has no search. */
export function useMembers(orgId: string) {
  const api = useApi();
  const members = useInfiniteQuery({
    queryKey: ['org', orgId, 'members'],
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.query.GET('/orgs/{orgId}/members', {
          params: { path: { orgId }, query: { limit: PAGE, cursor } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = members;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  return members;
}
