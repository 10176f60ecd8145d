import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

interface ConversationsQuery {
  from: string;
  to: string;
  tz: string;
  cursor?: string | undefined;
}

/** One page of those whose newest message is in these days, newest first. */
export function useConversations(orgId: string, query: ConversationsQuery) {
  const api = useApi();
  return useQuery({
    queryKey: ['org', orgId, 'conversations', query],
    queryFn: () =>
      answer(api.query.GET('/orgs/{orgId}/conversations', { params: { path: { orgId }, query } })),
    placeholderData: keepPreviousData,
  });
}
