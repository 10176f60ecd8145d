import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

/** What came of a call that was revised, the highest revision first. */
export function useRevisions(orgId: string, eventId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['org', orgId, 'revisions', eventId],
    queryFn: () =>
      answer(
        api.query.GET('/orgs/{orgId}/analytics/details/{eventId}/revisions', {
          params: { path: { orgId, eventId } },
        }),
      ),
  });
}
