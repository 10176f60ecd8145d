import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

/** The newest entries first, page by page. */
export function useAuditLog(orgId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ['org', orgId, 'audit-log'],
    queryFn: ({ pageParam: cursor }) =>
      answer(
        api.query.GET('/orgs/{orgId}/audit-log', {
          params: { path: { orgId }, query: { cursor } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
