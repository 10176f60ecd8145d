import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import type { PriceFactor } from '../types';

/** Ends the factor now. */
export function useEndFactor(orgId: string, { provider, models }: PriceFactor) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (note: string) =>
      answer(
        api.pricing.DELETE('/v1/orgs/{orgId}/price-factors', {
          params: { path: { orgId }, query: { provider, models, note } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['org', orgId, 'prices'] }),
  });
}
