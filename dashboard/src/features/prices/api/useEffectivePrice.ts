import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import { statusOf } from '@/api/problem';
import type { Model } from '../types';

interface Whose {
  orgId: string;
  /** Everyone's price, whatever contract the org has. */
  everyone?: boolean;
  enabled?: boolean;
}

/** The version that prices a call now; null where there is none. */
export function useEffectivePrice(
  { provider, modelName }: Model,
  { orgId, everyone = false, enabled = true }: Whose,
) {
  const api = useApi();
  const path = { provider, modelName };
  return useQuery({
    queryKey: ['org', orgId, 'prices', 'effective', provider, modelName, everyone],
    queryFn: async () => {
      try {
        return await answer(
          api.pricing.GET('/v1/prices/{provider}/{modelName}', {
            params: { path, query: everyone ? {} : { orgId } },
          }),
        );
      } catch (error) {
        if (statusOf(error) === 404) {
          return null;
        }
        throw error;
      }
    },
    enabled,
  });
}
