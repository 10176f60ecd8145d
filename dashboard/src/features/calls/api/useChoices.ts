import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import type { CallsQuery } from '@/api/useCalls';

export type ChoiceOf = 'provider' | 'modelName' | 'activity' | 'user';

const MOST = '200';

/** What occurs in these days, the costliest first. Asked for when the reader wants to choose. */
export function useChoices(
  orgId: string,
  by: ChoiceOf,
  { from, to, tz }: Pick<CallsQuery, 'from' | 'to' | 'tz'>,
  enabled: boolean,
) {
  const api = useApi();
  const query = { by, from, to, tz, limit: MOST };
  return useQuery({
    queryKey: ['org', orgId, 'choices', query],
    queryFn: () =>
      answer(
        api.query.GET('/orgs/{orgId}/analytics/breakdown', { params: { path: { orgId }, query } }),
      ),
    select: ({ rows }) => rows.flatMap(({ key }) => (key === null ? [] : [key])),
    enabled,
  });
}
