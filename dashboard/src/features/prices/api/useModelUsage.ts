import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import type { Days } from '@/lib/periods';
import type { Model } from '../types';

/** What an org used of a model, and what the ledger recorded as its cost. */
export function useModelUsage(
  orgId: string,
  { provider, modelName }: Model,
  days: Days & { tz: string },
) {
  const api = useApi();
  const query = { by: 'modelName', provider, modelName, ...days };
  return useQuery({
    queryKey: ['org', orgId, 'breakdown', query],
    queryFn: () =>
      answer(
        api.query.GET('/orgs/{orgId}/analytics/breakdown', { params: { path: { orgId }, query } }),
      ),
  });
}
