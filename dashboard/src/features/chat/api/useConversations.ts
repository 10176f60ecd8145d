import { useInfiniteQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import { conversationsKey } from './keys';

/** One's own in the org, the last used first, page by page. */
export function useConversations(orgId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: conversationsKey(orgId),
    queryFn: ({ pageParam: cursor }) =>
      answer(api.gateway.GET('/conversations', { params: { query: { orgId, cursor } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
