import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import type { Model } from '../types';

/** Every version of exactly this model, the last recorded first. */
export function useHistory(orgId: string, { provider, modelName }: Model) {
  const api = useApi();
  const path = { provider, modelName };
  return useQuery({
    queryKey: ['org', orgId, 'prices', 'history', provider, modelName],
    queryFn: () =>
      answer(
        api.pricing.GET('/v1/prices/{provider}/{modelName}/history', {
          params: { path, query: { orgId } },
        }),
      ),
  });
}
