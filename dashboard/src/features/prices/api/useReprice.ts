import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';

export interface RepriceOrder {
  provider: string;
  modelName: string;
  /** UTC days, inclusive. */
  from: string;
  to: string;
  reason: string;
  dryRun: boolean;
}

export function useReprice(orgId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (order: RepriceOrder) =>
      answer(api.pricing.POST('/v1/reprice', { body: { ...order, orgId } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['org', orgId, 'reprice', 'runs'] }),
  });
}
