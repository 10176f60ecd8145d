import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import type { Model } from '../types';

/** Ends the org's contract price now. */
export function useEndPrice(orgId: string, { provider, modelName }: Model) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (note: string) =>
      answer(
        api.pricing.DELETE('/v1/prices/{provider}/{modelName}', {
          params: { path: { provider, modelName }, query: { orgId, note } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['org', orgId, 'prices'] }),
  });
}
