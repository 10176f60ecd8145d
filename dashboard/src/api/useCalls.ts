import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from './ApiContext';
import { answer } from './clients';

export interface CallsQuery {
  from: string;
  to: string;
  tz: string;
  feature?: string | undefined;
  provider?: string | undefined;
  modelName?: string | undefined;
  activity?: string | undefined;
  userId?: string | undefined;
  success?: string | undefined;
  conversationId?: string | undefined;
  cursor?: string | undefined;
  limit?: string | undefined;
}

/** One page of single calls, newest first. */
export function useCalls(orgId: string, query: CallsQuery, enabled = true) {
  const api = useApi();
  return useQuery({
    queryKey: ['org', orgId, 'calls', query],
    queryFn: () =>
      answer(
        api.query.GET('/orgs/{orgId}/analytics/details', { params: { path: { orgId }, query } }),
      ),
    placeholderData: keepPreviousData,
    enabled,
  });
}
